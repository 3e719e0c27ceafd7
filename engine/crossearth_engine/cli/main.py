"""The command ``crossearth`` itself: its groups, and how every error ends."""

from __future__ import annotations

import io
import logging
import sys
import warnings
from typing import Any

import click

from crossearth_engine import __version__
from crossearth_engine.cli.accuracy import evaluate, sample
from crossearth_engine.cli.devices import devices, try_devices
from crossearth_engine.cli.diagnostics import diagnostics
from crossearth_engine.cli.models import models
from crossearth_engine.cli.running import (
    EXIT_BAD_INPUT,
    EXIT_CANCELED,
    EXIT_FAILURE,
    EXIT_INTERRUPTED,
    fail,
)
from crossearth_engine.cli.segment import batch, look, segment
from crossearth_engine.cli.training import finetune
from crossearth_engine.errors import EngineError, JobCanceled, MissingPackage

logger = logging.getLogger(__name__)


class _Commands(click.Group):
    """Commands whose errors end in one sentence on stderr and the documented exit status."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except JobCanceled as error:
            fail(error, EXIT_CANCELED)
        except EngineError as error:
            fail(error, EXIT_FAILURE if error.is_failure else EXIT_BAD_INPUT)
        except KeyboardInterrupt:
            fail("Interrupted.", EXIT_INTERRUPTED)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise  # click ends quietly when whoever reads has read enough
        except ModuleNotFoundError as error:
            name = error.name or "?"
            fail(MissingPackage(package=name, requirement=name), EXIT_FAILURE)
        except Exception as error:
            logger.debug("", exc_info=True)
            fail(EngineError(reason=f"{type(error).__name__}: {error}"), EXIT_FAILURE)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="crossearth")
def main() -> None:
    """Land cover from imagery, with the engine of CrossEarth for QGIS."""
    for stream in (sys.stdout, sys.stderr):
        # Windows' code pages lack most letters of the names of files; a map is not lost for that.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    # rasterio's, for a programmer; a run says itself what a raster without a place means for it.
    no_place = "Dataset has no geotransform|The given matrix is equal to Affine.identity"
    warnings.filterwarnings("ignore", no_place, UserWarning)


@main.command()
def worker() -> None:
    """Serve QGIS: JSON lines on stdin and stdout."""
    from crossearth_engine import worker as process

    process.main()


visible = (look, segment, batch, finetune, evaluate, sample, models, devices, diagnostics)
for command in (*visible, try_devices):
    main.add_command(command)
