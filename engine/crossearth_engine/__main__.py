"""The command line ``crossearth``."""

from __future__ import annotations

import json
import logging
import signal
import sys
import warnings
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from functools import partial
from pathlib import Path
from typing import Any, NoReturn, TypeVar

if __package__ in (None, ""):
    # Started by file name from an installed plugin, isolated from every other package folder.
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import click

from crossearth_engine import __version__
from crossearth_engine.errors import EngineError, JobCanceled, MissingPackage
from crossearth_engine.job import Job

logger = logging.getLogger(__name__)
T = TypeVar("T")
Command = TypeVar("Command", bound=Callable[..., Any])

EXIT_BAD_INPUT, EXIT_CANCELED, EXIT_FAILURE, EXIT_INTERRUPTED = 2, 3, 4, 130


class _Commands(click.Group):
    """Commands whose errors end in one sentence on stderr and the documented exit status."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except JobCanceled as error:
            _fail(error, EXIT_CANCELED)
        except EngineError as error:
            _fail(error, EXIT_FAILURE if error.is_failure else EXIT_BAD_INPUT)
        except KeyboardInterrupt:
            _fail("Interrupted.", EXIT_INTERRUPTED)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise  # click ends quietly when whoever reads has read enough
        except ModuleNotFoundError as error:
            name = error.name or "?"
            _fail(MissingPackage(package=name, requirement=name), EXIT_FAILURE)
        except Exception as error:
            logger.debug("", exc_info=True)
            _fail(EngineError(reason=f"{type(error).__name__}: {error}"), EXIT_FAILURE)


def _fail(message: object, status: int) -> NoReturn:
    click.echo(f"crossearth: {message}", err=True)
    sys.exit(status)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="crossearth")
def main() -> None:
    """Land cover from imagery, with the engine of CrossEarth for QGIS."""
    # rasterio's, for a programmer; a run says itself what a raster without a place means for it.
    no_place = "Dataset has no geotransform|The given matrix is equal to Affine.identity"
    warnings.filterwarnings("ignore", no_place, UserWarning)


class _Numbers(click.ParamType[Any]):
    """Numbers separated by commas."""

    def __init__(self, kind: type, count: int | None = None) -> None:
        self._kind = kind
        self._count = count
        self.name = f"{kind.__name__},…"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            numbers = [self._kind(part) for part in value.split(",")]
        except ValueError:
            self.fail(f"{value!r} is not a list of numbers separated by commas.", param, ctx)
        if self._count is not None and len(numbers) != self._count:
            self.fail(f"{self._count} numbers are needed, not {len(numbers)}.", param, ctx)
        return numbers


class _Classes(click.ParamType[Any]):
    """A new class and those that become it."""

    name = "classes"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        new, _, old = value.partition("=")
        members = [name.strip() for name in old.split(",") if name.strip()]
        if not new.strip() or not members:
            self.fail(f"{value!r} is not NEW=OLD[,OLD…].", param, ctx)
        return new.strip(), members


def _as_dict(ctx: click.Context, param: click.Parameter, value: Any) -> dict[str, list[str]] | None:
    return dict(value) or None


def _how_to_segment(command: Command) -> Command:
    """Add the options of a run that are not files: one raster and many have the same."""
    options = [
        click.option(
            "--model", help="Id of an installed model, or a path.  [default: the bundled one]"
        ),
        click.option(
            "--bands", type=_Numbers(int), help="Band for each band of the model, from 1."
        ),
        click.option("--window", type=int, help="Window edge, pixels.  [default: the model's]"),
        click.option(
            "--overlap", type=int, help="Overlap of windows, pixels.  [default: the model's]"
        ),
        click.option(
            "--join",
            type=click.Choice(["taper", "average"]),
            default="taper",
            show_default=True,
            help="How overlapping windows are joined.",
        ),
        click.option(
            "--gsd",
            type=float,
            metavar="M",
            help="Pixel size to work at, metres.  [default: the model's]",
        ),
        click.option(
            "--grid",
            type=click.Choice(["input", "model"]),
            default="input",
            show_default=True,
            help="Grid of the map: the raster's own, or the pixels that the network sees.",
        ),
        click.option(
            "--stretch",
            metavar="none|MIN,MAX|P1%,P2%",
            help="Pixel values that become the ends of the model's range.  "
            "[default: bytes as they are, 2%,98% of other types]",
        ),
        click.option("--nodata", type=float, metavar="V", help="Pixel value that is no data."),
        click.option(
            "--extent",
            type=_Numbers(float, 4),
            metavar="XMIN,YMIN,XMAX,YMAX",
            help="Part to segment, in the raster's CRS.",
        ),
        click.option("--mask", help="Vector file; only what lies in its polygons is classified."),
        click.option("--device", default="auto", show_default=True, help="auto, cpu, cuda:0, …"),
        click.option(
            "--precision",
            type=click.Choice(["auto", "fp32", "bf16", "fp16", "int8"]),
            default="auto",
            show_default=True,
            help="What the network computes in; auto is fp32. Less is quicker, few labels change.",
        ),
        click.option("--batch", type=int, help="Windows at once.  [default: by device]"),
        click.option("--threads", type=int, help="Threads of the network.  [default: all cores]"),
        click.option(
            "--tta", is_flag=True, help="Average over eight turns and flips; 8 times the time."
        ),
        click.option(
            "--scales", type=_Numbers(float), metavar="0.75,1,1.5", help="Average over these sizes."
        ),
        click.option(
            "--merge",
            type=_Classes(),
            multiple=True,
            callback=_as_dict,
            metavar="NEW=OLD[,OLD…]",
            help="Make one class of several, or give one another name; may be given several times.",
        ),
        click.option(
            "--majority",
            type=int,
            metavar="N",
            help="Smooth: the majority of N by N pixels, N odd.",
        ),
        click.option(
            "--min-area",
            type=float,
            metavar="M2",
            help="Patches of less get the class of their largest neighbour. Pixels without a CRS.",
        ),
        click.option(
            "--resume",
            is_flag=True,
            help="Go on where the same run was interrupted, if it was, and leave what is done when "
            "this one is.",
        ),
        click.option("--keep-partial", is_flag=True, help="On Ctrl-C, publish what is finished."),
    ]
    for option in reversed(options):
        command = option(command)
    return command


@main.command()
@click.argument("input")
@click.argument("output")
@_how_to_segment
@click.option("--confidence", metavar="PATH", help="Also write the confidence, percent, here.")
@click.option(
    "--probabilities", metavar="PATH", help="Also write the probability of every class, percent."
)
@click.option("--polygons", metavar="PATH", help="Also write the classes as polygons (.gpkg).")
@click.option("--report", metavar="PATH", help="Also write a page with map and areas (.html).")
@click.option("--json", "as_json", is_flag=True, help="End with one JSON object on stdout.")
def segment(as_json: bool, model: str | None, **arguments: Any) -> None:
    """Classify every pixel of the raster INPUT and write the map to OUTPUT (.tif)."""
    from crossearth_engine.inference.request import SegmentRequest
    from crossearth_engine.inference.segment import segment as run

    if model is not None:
        arguments["model"] = model
    request = SegmentRequest.from_arguments(arguments)
    job = _staged_job()
    result = _until_signaled(job, partial(run, request, job))
    if as_json:
        click.echo(json.dumps(result))
    else:
        _show_map(result)
    if result["partial"]:
        _fail("Canceled; the map is partial.", EXIT_CANCELED)


@main.command()
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@click.option("--out-dir", metavar="DIR", required=True, help="Folder of the maps.")
@_how_to_segment
@click.option("--confidence", is_flag=True, help="Also write each confidence, percent.")
@click.option("--probabilities", is_flag=True, help="Also write those of every class, percent.")
@click.option("--polygons", is_flag=True, help="Also write the classes as polygons (.gpkg).")
@click.option("--report", metavar="PATH", help="Also write a page on all maps (.html).")
@click.option("--json", "as_json", is_flag=True, help="End with one JSON object on stdout.")
def batch(as_json: bool, inputs: tuple[str, ...], model: str | None, **arguments: Any) -> None:
    """Classify many rasters with one model and write the maps to a folder.

    Each map is named after its raster. One that fails does not stop the others. With --resume those
    are skipped whose map is there already, of the same raster, model and options.
    """
    from crossearth_engine.inference.batch import BatchRequest, segment_batch

    if model is not None:
        arguments["model"] = model
    # Where the shell leaves *.tif as it is, on Windows, click has expanded it.
    request = BatchRequest.from_arguments({"inputs": list(inputs), **arguments})
    job = Job(_show_percent if sys.stderr.isatty() else _ignore_progress, _show_log)
    result = _until_signaled(job, partial(segment_batch, request, job))
    if as_json:
        click.echo(json.dumps(result))
    else:
        for row in result["rasters"]:
            click.echo(f"{row['status']:<8}{row.get('error', row['output'])}")
        _show_areas(result["classes"])
    failed = [row for row in result["rasters"] if row["status"] == "failed"]
    if failed:
        is_failure = any(row["is_failure"] for row in failed)
        text = f"{len(failed)} of {len(result['rasters'])} rasters failed."
        _fail(text, EXIT_FAILURE if is_failure else EXIT_BAD_INPUT)


def _show_map(result: dict[str, Any]) -> None:
    count = result["windows"]
    windows = "1 window" if count == 1 else f"{count} windows"
    if result["partial"]:
        windows = f"{count} of {result['planned_windows']} windows"
    click.echo(f"{result['output']}  ({windows}, {result['wall_s']:.1f} s)")
    _show_areas(result["classes"])


def _show_areas(classes: list[dict[str, Any]]) -> None:
    total_m2 = sum(item["area_m2"] or 0 for item in classes)
    digits = 2 if total_m2 >= 10_000 else 4
    for item in classes:
        area = "" if item["area_m2"] is None else f"{item['area_m2'] / 10_000:14,.{digits}f} ha"
        click.echo(f"  {item['name']:<20}{item['percent']:6.1f} %{area}")


def _switch(name: str, text: str) -> Callable[[Command], Command]:
    choice = click.Choice(["auto", "on", "off"])
    return click.option(name, type=choice, default="auto", show_default=True, help=text)


@main.command()
@click.option(
    "--raster", "rasters", multiple=True, required=True, help="Image; may be given several times."
)
@click.option("--polygons", required=True, help="Vector file with polygons, in any CRS.")
@click.option("--field", required=True, help="Attribute of the polygons that holds their class.")
@click.option("--layer", help="Layer of the vector file.  [default: the first]")
@click.option(
    "--model", help="Model to start from: id or path, or 'bands'.  [default: the bundled one]"
)
@click.option("--out", metavar="DIR", help="Folder of the new model.  [default: in your models]")
@click.option("--name", help="Name of the new model.  [default: by its folder]")
@click.option(
    "--recipe",
    type=click.Choice(["quick", "full"]),
    default="quick",
    show_default=True,
    help="quick: a small head on the frozen network. full: adapters and head, needs PyTorch.",
)
@click.option("--bands", type=_Numbers(int), help="Band for each band of the model, from 1.")
@click.option("--gsd", type=float, metavar="M", help="Pixel size to work at, metres.")
@click.option("--stretch", help="none, MIN,MAX or P1%,P2%: as in segment.")
@click.option("--nodata", type=float, help="Value that is no data.  [default: the raster's]")
@click.option("--seed", type=int, default=0, show_default=True)
@click.option("--device", default="auto", show_default=True, help="auto, cpu, cuda:0, …")
@click.option("--threads", type=int, help="Threads of the network.  [default: all cores]")
@click.option("--steps", type=int, help="Training steps (full).")
@click.option(
    "--adapter",
    type=click.Choice(["rein", "earth-adapter"]),
    default="rein",
    show_default=True,
    help="What learns in CrossEarth's backbone (full).",
)
@_switch("--style", "Earth-style injection (full). auto: for CrossEarth's networks.")
@_switch("--masked", "Masked image modelling (full). auto: for CrossEarth's networks.")
@click.option("--resume", is_flag=True, help="Go on with a training that was stopped (full).")
@click.option("--json", "as_json", is_flag=True, help="End with one JSON object on stdout.")
def finetune(as_json: bool, rasters: tuple[str, ...], **arguments: Any) -> None:
    """Adapt a model to polygons; the new one can be used at once. Ctrl-C keeps the best so far."""
    from crossearth_engine.training.adapt import adapt
    from crossearth_engine.training.request import FinetuneRequest

    given = {name: value for name, value in arguments.items() if value is not None}
    request = FinetuneRequest.from_arguments({"rasters": list(rasters), **given})
    job = Job(_show_steps if sys.stderr.isatty() else _ignore_progress, _show_log)
    result = _until_signaled(job, partial(adapt, request, job))
    if as_json:
        click.echo(json.dumps(result))
    else:
        click.echo(f"{result['id']}  {result['path']}  ({result['wall_s']:.1f} s)")
        _show_accuracy(result["accuracy"])
        click.echo(f"Report: {result['report']}")
    if result["partial"]:
        _fail("Canceled; the best model until then was kept.", EXIT_CANCELED)


@main.command()
@click.option("--map", help="Class raster to judge; or --model with --raster.")
@click.option("--model", help="Model to judge: id or path.")
@click.option("--raster", help="Raster that the model maps.")
@click.option("--reference", required=True, help="Polygons, points or class raster: the truth.")
@click.option("--field", help="Attribute of the reference that holds the class.")
@click.option("--layer", help="Layer of the vector file.  [default: the first]")
@click.option("--report", metavar="PATH", help="Also write a report (.html), and JSON beside it.")
@click.option("--bands", type=_Numbers(int), help="Band for each band of the model, from 1.")
@click.option("--gsd", type=float, metavar="M", help="Pixel size to work at, metres.")
@click.option("--stretch", help="none, MIN,MAX or P1%,P2%: as in segment.")
@click.option("--nodata", type=float, help="Value that is no data.  [default: the raster's]")
@click.option("--device", default="auto", show_default=True, help="auto, cpu, cuda:0, …")
@click.option("--threads", type=int, help="Threads of the network.  [default: all cores]")
@click.option("--json", "as_json", is_flag=True, help="End with one JSON object on stdout.")
def evaluate(as_json: bool, **arguments: Any) -> None:
    """Say how good a map or a model is, by polygons, points or a raster of what is there."""
    from crossearth_engine.accuracy.evaluate import EvaluateRequest
    from crossearth_engine.accuracy.evaluate import evaluate as run

    request = EvaluateRequest.from_arguments(arguments)
    job = _staged_job()
    result = _until_signaled(job, partial(run, request, job))
    if as_json:
        click.echo(json.dumps(result))
        return
    _show_accuracy(result)
    if result["areas"]:
        factor, unit = (10_000, "ha") if result["areas"]["unit"] == "m2" else (1, "pixels")
        for item in result["areas"]["classes"]:
            area, margin = item["area"] / factor, item["area_margin"] / factor
            click.echo(f"  {item['name']:<20}{area:14,.2f} ± {margin:,.2f} {unit} (95 %)")
    if result["report"]:
        click.echo(f"Report: {result['report']}")


@main.command()
@click.option("--map", required=True, help="Class raster.")
@click.option("--out", required=True, metavar="PATH", help="Points to write (.gpkg, .geojson).")
@click.option("--count", type=int, default=500, show_default=True, help="Points in all.")
@click.option("--seed", type=int, default=0, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="End with one JSON object on stdout.")
def sample(as_json: bool, **arguments: Any) -> None:
    """Draw random points on a map, for you to say what is there; then give them to evaluate."""
    from crossearth_engine.accuracy.sample_points import SamplePointsRequest, sample_points

    request = SamplePointsRequest.from_arguments(arguments)
    job = Job(_show_steps if sys.stderr.isatty() else _ignore_progress, _show_log)
    result = _until_signaled(job, partial(sample_points, request, job))
    if as_json:
        click.echo(json.dumps(result))
        return
    for item in result["classes"]:
        click.echo(f"  {item['name']:<20}{item['points']:6}")
    click.echo(
        f"{result['output']}: {result['count']} points. Fill in their field {result['field']}."
    )


def _show_accuracy(accuracy: dict[str, Any]) -> None:
    def share(value: float | None) -> str:
        return "     –" if value is None else f"{value:6.3f}"

    click.echo(f"  {'':<20}{'precision':>10}{'recall':>8}{'IoU':>8}")
    for item in accuracy["classes"]:
        figures = f"{share(item['precision']):>10}{share(item['recall']):>8}{share(item['iou']):>8}"
        click.echo(f"  {item['name']:<20}{figures}")
    click.echo(
        f"  Overall accuracy {share(accuracy['overall_accuracy']).strip()}, "
        f"kappa {share(accuracy['kappa']).strip()}. {accuracy['split']}"
    )


def _until_signaled(job: Job, call: Callable[[], T]) -> T:
    """Return what ``call`` returns; Ctrl-C and SIGTERM cancel the job.

    The call runs in a thread: Python hears signals on its main thread only, which would sit in
    the network for as long as a window takes.
    """
    received: list[int] = []

    def cancel(number: int, _: object) -> None:
        received.append(number)
        job.cancel()
        # Who asks twice does not want to wait.
        signal.signal(number, signal.SIG_DFL)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, cancel)
    with ThreadPoolExecutor(1) as executor:
        future = executor.submit(call)
        while not future.done():
            wait([future], timeout=0.1)
        try:
            return future.result()
        except JobCanceled:
            if signal.SIGINT in received:
                raise KeyboardInterrupt from None
            raise


def _ignore_progress(done: int, total: int, seconds_left: float | None) -> None:
    """Progress is for a person at a terminal."""


def _staged_job() -> Job:
    """Return a job of several stages, each of which is a line at a terminal."""

    def show(done: int, total: int, seconds_left: float | None) -> None:
        text = f"{job.stage} {100 * done // max(total, 1)} %"
        if job.stage == "windows":
            text = f"window {done} of {total}"
        left = "" if seconds_left is None else f", {seconds_left:.0f} s left"
        click.echo(f"\r{text + left:<40}", err=True, nl=done == total)

    job = Job(show if sys.stderr.isatty() else _ignore_progress, _show_log)
    return job


def _show_steps(done: int, total: int, seconds_left: float | None) -> None:
    left = "" if seconds_left is None else f", {seconds_left:.0f} s left"
    click.echo(f"\rstep {done} of {total}{left}   ", err=True, nl=done == total)


def _show_bytes(done: int, total: int, seconds_left: float | None) -> None:
    left = "" if seconds_left is None else f", {seconds_left:.0f} s left"
    from crossearth_engine.transfer import format_bytes

    text = f"{format_bytes(done)} of {format_bytes(total)}{left}"
    click.echo(f"\r{text:<40}", err=True, nl=done == total)


def _show_log(level: str, text: str) -> None:
    line = text if level == "info" else f"Warning: {text}"
    if sys.stderr.isatty():
        # Over the line of progress, which may be there without an end.
        line = f"\r{line:<40}"
    click.echo(line, err=True)


@main.group(cls=_Commands)
def models() -> None:
    """The models on this machine."""


@models.command("list")
@click.option(
    "--published", "is_published", is_flag=True, help="Those that can be downloaded, instead."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def list_command(is_published: bool, as_json: bool) -> None:
    """List the installed models."""
    from crossearth_engine.models.catalog import list_models, read_catalog

    if is_published:
        published = read_catalog().models.values()
        if as_json:
            click.echo(json.dumps({"models": [model.to_dict() for model in published]}))
            return
        for model in published:
            click.echo(f"{model.id}: {model.name}, {model.window_size} px")
        return
    entries = list_models()
    if as_json:
        usable = [info.to_dict() for _, info in entries if not isinstance(info, EngineError)]
        click.echo(json.dumps({"models": usable}))
        return
    for model_id, info in entries:
        if isinstance(info, EngineError):
            click.echo(f"{model_id}: {info}")
        else:
            classes = ", ".join(c.name for c in info.classes) or "no classes yet, to be adapted"
            click.echo(f"{model_id}: {classes} ({info.license})")


@models.command()
@click.argument("model")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def show(model: str, as_json: bool) -> None:
    """Show what is known of MODEL (id or path)."""
    from crossearth_engine.models.catalog import find_model

    description = find_model(model).to_dict()
    if as_json:
        click.echo(json.dumps(description))
        return
    for name, value in description.items():
        if name == "classes":
            value = ", ".join(f"{c['value']} {c['name']} {c['color']}" for c in value)
        click.echo(f"{name:<14} {value}")


@models.command()
@click.argument("model")
def verify(model: str) -> None:
    """Check the weights of MODEL (id or path) against its metadata."""
    from crossearth_engine.models.catalog import find_model

    info = find_model(model)
    click.echo(f"{info.verify()}  {info.weights}")


@models.command()
@click.argument("model_id", metavar="ID")
@click.option(
    "--from",
    "address",
    metavar="URL|FOLDER",
    help="Where the published files are.  [default: $CROSSEARTH_MODELS_URL, else their hub]",
)
@click.option("--proxy", metavar="URL", help="HTTP proxy; '' for none.  [default: the system's]")
@click.option("--json", "as_json", is_flag=True, help="End with one JSON object on stdout.")
def download(model_id: str, address: str | None, proxy: str | None, as_json: bool) -> None:
    """Download and install the published model ID; goes on where an earlier try has ended."""
    from crossearth_engine.exchange.download import download_model

    job = Job(_show_bytes if sys.stderr.isatty() else _ignore_progress, _show_log)
    imported = _until_signaled(job, partial(download_model, model_id, address, proxy, job))
    click.echo(
        json.dumps(imported.to_dict())
        if as_json
        else f"{imported.model.id}  {imported.model.weights}"
    )


class _Names(click.ParamType[Any]):
    """Names separated by commas."""

    name = "name,…"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        return [part.strip() for part in value.split(",")]


@models.command("import")
@click.argument("file")
@click.option("--backbone", metavar="FILE", help="DINOv2 backbone, if FILE holds only the rest.")
@click.option("--id", "model_id", help="Id of the model.  [default: by the name of FILE]")
@click.option("--name", help="Name of the model, for people.")
@click.option("--dataset", metavar="NAME", help="Dataset with its classes.  [default: by FILE]")
@click.option("--classes", type=_Names(), help="Names of the classes, in the network's order.")
@click.option("--bands", type=_Names(), help="Names of the bands, in the network's order.")
@click.option("--window", type=int, help="Window edge, pixels.")
@click.option("--gsd", type=float, metavar="M", help="Pixel size it was trained for, metres.")
@click.option("--mean", type=_Numbers(float), help="What is subtracted from pixels, per band.")
@click.option("--std", type=_Numbers(float), help="What they are then divided by, per band.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def import_command(
    file: str, backbone: str | None, model_id: str | None, as_json: bool, **description: Any
) -> None:
    """Install the model in FILE.

    FILE is a CrossEarth checkpoint or a DINOv2 backbone (.pth, .safetensors), an ONNX file, or the
    STAC Item (.json) of a model or its folder. What the options say goes before what FILE says.
    """
    from crossearth_engine.exchange.importing import Description, import_model

    job = Job(_show_bytes if sys.stderr.isatty() else _ignore_progress, _show_log)
    imported = _until_signaled(
        job,
        lambda: import_model(
            Path(file),
            backbone=Path(backbone) if backbone else None,
            model_id=model_id,
            description=Description.from_arguments(description),
            job=job,
        ),
    )
    if as_json:
        click.echo(json.dumps(imported.to_dict()))
        return
    model = imported.model
    classes = ", ".join(item.name for item in model.classes) or "no classes yet, to be adapted"
    click.echo(f"{model.id}: {classes}")
    if model.assumed:
        click.echo(_assumptions(model), err=True)
    if imported.unused:
        click.echo(
            f"{len(imported.unused)} tensors of the file are not used for maps and were left out: "
            f"{', '.join(imported.unused[:3])}{', …' if len(imported.unused) > 3 else ''}",
            err=True,
        )


@models.command()
@click.argument("model")
@click.argument("out_dir")
@click.option("--half", is_flag=True, help="Store weights in half precision: half the size.")
@click.option("--json", "as_json", is_flag=True, help="End with one JSON object on stdout.")
def export(model: str, out_dir: str, half: bool, as_json: bool) -> None:
    """Write MODEL (id or path) to the folder OUT_DIR as ONNX with its metadata."""
    from crossearth_engine.exchange.exporting import export_model
    from crossearth_engine.models.catalog import find_model

    job = Job(_show_percent if sys.stderr.isatty() else _ignore_progress, _show_log)
    info = find_model(model)
    written = _until_signaled(job, lambda: export_model(info, Path(out_dir), job, is_half=half))
    click.echo(json.dumps(written) if as_json else f"{written['id']}  {written['path']}")


def _show_percent(done: int, total: int, seconds_left: float | None) -> None:
    left = "" if seconds_left is None else f", {seconds_left:.0f} s left"
    click.echo(f"\r{100 * done // max(total, 1):3} %{left}   ", err=True, nl=done == total)


def _assumptions(model: Any) -> str:
    """Return a sentence on what a file has not told, and what says it."""
    values = {
        "classes": f"{len(model.classes)} classes, numbered",
        "bands": f"bands {', '.join(model.bands)}",
        "window": f"a window of {model.window_size} px",
        "scaling": f"pixels minus {model.mean[0]:g}, divided by {model.std[0]:g}",
    }
    options = {"scaling": "--mean, --std"}
    said = "; ".join(values[name] for name in model.assumed)
    ways = ", ".join(options.get(name, f"--{name}") for name in model.assumed)
    return f"The file does not tell, and it was assumed: {said}. Say what is right with {ways}."


@main.command()
def worker() -> None:
    """Serve QGIS: JSON lines on stdin and stdout."""
    from crossearth_engine import worker as process

    process.main()


if __name__ == "__main__":
    main()
