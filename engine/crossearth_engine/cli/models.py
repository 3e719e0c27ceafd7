"""``models``: those on this computer, how others get there, and how they leave it."""

from __future__ import annotations

import json
from typing import Any

import click

from crossearth_engine.cli import progress
from crossearth_engine.cli.exit_status import EXIT_BAD_INPUT, STATUSES
from crossearth_engine.cli.help import Group
from crossearth_engine.cli.options import ends_in_json, takes
from crossearth_engine.cli.running import fail, run
from crossearth_engine.errors import EngineError
from crossearth_engine.shared import model_rounds, options


@click.group(
    cls=Group,
    examples=[
        ("Which there are, and which can be had", "crossearth models list"),
        ("What is known of one", "crossearth models show crossearth-base-rgb"),
    ],
    statuses=STATUSES,
)
def models() -> None:
    """List the models on this computer; bring others here, and hand them on."""


@models.command("list")
@click.option(
    "--published", "is_published", is_flag=True, help="Those that can be downloaded, instead."
)
@ends_in_json("Print one JSON object.")
def list_command(is_published: bool, as_json: bool) -> None:
    """List the installed models."""
    from crossearth_engine.disk_space import format_bytes
    from crossearth_engine.models.catalog import list_models, read_catalog

    if is_published:
        catalog = read_catalog()
        if as_json:
            published = [model.to_dict() for model in catalog.models.values()]
            click.echo(json.dumps({"models": published}))
            return
        for task, group in catalog.groups():
            click.echo(f"# {catalog.tasks.get(task, 'To be adapted first')}")
            for model in group:
                sizes = " to ".join(dict.fromkeys(map(format_bytes, model.size_bytes)))
                click.echo(f"{model.id}: {model.name}, {model.window_size} px, {sizes}")
                learned = model.dataset
                metres = f" of {model.gsd_m:g} m" if model.gsd_m else ""
                classes = _names([item.name for item in learned.classes] if learned else [])
                click.echo(f"    {', '.join(model.bands)}{metres}: {classes}")
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
            click.echo(f"{model_id}: {_told(info.to_dict())} ({info.license})")


@models.command()
@takes(options.DESCRIBE_MODEL)
@ends_in_json("Print one JSON object.")
def show(as_json: bool, **arguments: Any) -> None:
    """Show what is known of MODEL (id or path)."""
    result = run("describe-model", arguments, progress.percent)
    if as_json:
        click.echo(json.dumps(result))
        return
    for name, value in result.items():
        if name == "classes":
            value = ", ".join(f"{c['value']} {c['name']} {c['color']}" for c in value)
        click.echo(f"{name:<14} {value}")


@models.command()
@takes(options.DESCRIBE_MODEL)
def rounds(model: str) -> None:
    """List the rounds of MODEL (id or path) that was adapted more than once."""
    from crossearth_engine.models.catalog import find_model

    folder = find_model(model).weights.parent
    click.echo(f"{model_rounds.current_round(folder)}  the model itself")
    for item in model_rounds.earlier_rounds(folder):
        click.echo(f"{item.number}  {item.size_bytes / 1e6:.1f} MB  {item.folder}")


@models.command()
@takes(options.DESCRIBE_MODEL)
@click.argument("number", metavar="ROUND", type=click.IntRange(min=1))
def back(model: str, number: int) -> None:
    """Make an earlier ROUND of MODEL (id or path) the model again; the one that is, is kept."""
    from crossearth_engine.models.catalog import find_model
    from crossearth_engine.publishing import writing

    folder = find_model(model).weights.parent
    if number not in [item.number for item in model_rounds.earlier_rounds(folder)]:
        fail(f"There is no earlier round {number} of the model {folder.name}.", EXIT_BAD_INPUT)
    with writing(folder):
        model_rounds.go_back(folder, number)
    click.echo(f"Round {number} is the model {folder.name} again.")


@models.command()
@takes(options.DESCRIBE_MODEL)
def verify(model: str) -> None:
    """Check the weights of MODEL (id or path) against its metadata."""
    from crossearth_engine.models.catalog import find_model

    info = find_model(model)
    click.echo(f"{info.verify()}  {info.weights}")


@models.command(
    examples=[
        ("From where it is published", "crossearth models download crossearth-potsdam-rgb"),
        (
            "From a folder on a stick",
            "crossearth models download crossearth-potsdam-rgb --from published",
        ),
    ]
)
@takes(options.DOWNLOAD_MODEL)
@ends_in_json()
def download(as_json: bool, **arguments: Any) -> None:
    """Download and install the published model ID; goes on where an earlier try has ended."""
    result = run("download-model", arguments, progress.sizes)
    click.echo(json.dumps(result) if as_json else f"{result['id']}  {result['path']}")


@models.command(
    "import",
    examples=[
        ("A network of the Deepness plugin", "crossearth models import network.onnx"),
        (
            "Any other, with what its file does not say",
            "crossearth models import network.onnx --id roads --classes other,road --gsd 0.3",
        ),
    ],
)
@takes(options.IMPORT_MODEL)
@ends_in_json("Print one JSON object.")
def import_command(as_json: bool, **arguments: Any) -> None:
    """Install the model in FILE.

    FILE is a CrossEarth checkpoint or a DINOv2 backbone (.pth, .safetensors), an ONNX file, or the
    STAC Item (.json) of a model or its folder. What the options say goes before what FILE says.
    """
    result = run("import-model", arguments, progress.sizes)
    if as_json:
        click.echo(json.dumps(result))
        return
    click.echo(f"{result['id']}: {_names([item['name'] for item in result['classes']])}")
    if result["assumed"]:
        click.echo(_assumptions(result["id"]), err=True)
    for remark in result["remarks"]:
        click.echo(remark, err=True)
    unused = result["unused_tensors"]
    if unused:
        click.echo(
            f"{len(unused)} {'tensors' if len(unused) > 1 else 'tensor'} of the file "
            f"{'are' if len(unused) > 1 else 'is'} not used for maps and left out: "
            f"{', '.join(unused[:3])}{', …' if len(unused) > 3 else ''}",
            err=True,
        )


@models.command(
    examples=[("To hand on, or for another program", "crossearth models export my-city handed-on")]
)
@takes(options.EXPORT_MODEL)
@ends_in_json()
def export(as_json: bool, **arguments: Any) -> None:
    """Write MODEL (id or path) to the folder OUT_DIR as ONNX with its metadata."""
    result = run("export-model", arguments, progress.percent)
    click.echo(json.dumps(result) if as_json else f"{result['id']}  {result['path']}")


def _told(model: dict[str, Any]) -> str:
    """Return what a model tells: names of classes, or what its numbers are of."""
    if quantity := model["quantity"]:
        return f"numbers, {quantity['name']}"
    return _names([item["name"] for item in model["classes"]])


def _names(classes: list[str]) -> str:
    return ", ".join(classes) or "no classes yet, to be adapted"


def _assumptions(model_id: str) -> str:
    """Return a sentence on what a file has not told, and what says it."""
    from crossearth_engine.models.catalog import find_model
    from crossearth_engine.shared.model_item import describe_values

    model = find_model(model_id)
    values = {
        "classes": f"{len(model.classes)} classes, numbered",
        "bands": f"bands {', '.join(model.bands)}",
        "window": f"a window of {model.window_size} px",
        "scaling": f"pixels minus {model.mean[0]:g}, divided by {model.std[0]:g}",
        "values": f"values of {describe_values(model)}",
    }
    ways = {"scaling": "--mean, --std"}
    said = "; ".join(values[name] for name in model.assumed)
    options = ", ".join(ways.get(name, f"--{name}") for name in model.assumed)
    return f"The file does not tell, and it was assumed: {said}. Say what is right with {options}."
