"""The command ``crossearth`` itself: its groups, and how every error ends."""

from __future__ import annotations

import io
import logging
import sys
import warnings
from typing import Any

import click

from crossearth_engine import __version__
from crossearth_engine.cli.accuracy import evaluate, plan_sample, sample
from crossearth_engine.cli.analysis import change, review, similar, zonal
from crossearth_engine.cli.devices import devices, try_devices
from crossearth_engine.cli.diagnostics import diagnostics
from crossearth_engine.cli.exit_status import (
    EXIT_BAD_INPUT,
    EXIT_CANCELED,
    EXIT_FAILURE,
    EXIT_INTERRUPTED,
    STATUSES,
)
from crossearth_engine.cli.help import Command, Group
from crossearth_engine.cli.models import models
from crossearth_engine.cli.running import end_in_json, fail_with
from crossearth_engine.cli.segment import assemble, batch, look, segment
from crossearth_engine.cli.training import distill, finetune, kmeans
from crossearth_engine.devices.processor import spare_memory
from crossearth_engine.errors import EngineError, InvalidRequest, JobCanceled
from crossearth_engine.faults import told

logger = logging.getLogger(__name__)


class _Commands(Group):
    """Commands whose errors end in one sentence on stderr and the documented exit status."""

    def main(self, *args: Any, **settings: Any) -> Any:
        """Run what was typed, under the name of the program, however it was started."""
        spare_memory()
        for stream in (sys.stdout, sys.stderr):
            # Windows' code pages lack most letters of the names of files; a map is not lost for it.
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        return super().main(*args, **{**settings, "prog_name": "crossearth"})

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except JobCanceled as error:
            fail_with(error, EXIT_CANCELED)
        except EngineError as error:
            fail_with(error, EXIT_FAILURE if error.is_failure else EXIT_BAD_INPUT)
        except KeyboardInterrupt:
            fail_with(JobCanceled(), EXIT_INTERRUPTED, "Interrupted.")
        except click.UsageError as error:
            end_in_json(InvalidRequest(reason=error.format_message()), EXIT_BAD_INPUT)
            raise
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise  # click ends quietly when whoever reads has read enough
        except Exception as error:
            logger.debug("", exc_info=True)
            fail_with(told(error), EXIT_FAILURE)


@click.command("help", cls=Command)
@click.argument("names", metavar="[COMMAND]...", nargs=-1)
@click.pass_context
def help_command(ctx: click.Context, names: tuple[str, ...]) -> None:
    """Show the help of a command, as its option --help does."""
    found = ctx.find_root()
    for name in names:
        command = found.command
        step = command.get_command(found, name) if isinstance(command, click.Group) else None
        if step is None:
            raise click.UsageError(f"No such command {name!r}.", found)
        found = step.context_class(step, info_name=name, parent=found)
    click.echo(found.get_help())


@click.command(hidden=True)
def worker() -> None:
    """Serve QGIS: JSON lines on stdin and stdout."""
    from crossearth_engine import worker as process

    process.main()


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    sections={
        "Maps": (look, segment, assemble, batch, kmeans, change, zonal, review, similar),
        "Accuracy": (plan_sample, sample, evaluate),
        "Models": (models, finetune, distill),
        "This computer": (devices, diagnostics, help_command, worker, try_devices),
    },
    examples=[
        ("A land-cover map of an image", "crossearth segment scene.tif map.tif"),
        ("The options of that", "crossearth help segment"),
    ],
    statuses=STATUSES,
)
@click.version_option(__version__, prog_name="crossearth")
def main() -> None:
    """Land cover from imagery, with the engine of CrossEarth for QGIS."""
    # rasterio's, for a programmer; a run says itself what a raster without a place means for it.
    no_place = "Dataset has no geotransform|The given matrix is equal to Affine.identity"
    warnings.filterwarnings("ignore", no_place, UserWarning)
