"""``devices``: what this computer can compute with."""

from __future__ import annotations

import io
import json

import click

from crossearth_engine.cli import progress
from crossearth_engine.cli.help import Command
from crossearth_engine.cli.options import ends_in_json
from crossearth_engine.cli.running import run
from crossearth_engine.worker import claim_stdout


@click.command(
    cls=Command,
    examples=[("What can be computed with, and if not, why not", "crossearth devices")],
)
@click.option(
    "--forget-trials",
    is_flag=True,
    help="Have OpenVINO, or bf16, tried anew for each model, at its next run.",
)
@ends_in_json()
def devices(forget_trials: bool, as_json: bool) -> None:
    """List the processor and the graphics cards, and what can be computed on each.

    Each is tried with each library by a small product and a convolution. What does not work is told
    with the reason, and what to do about it. Then what came of trying OpenVINO, or bf16 of networks
    of PyTorch, for models.
    """
    from crossearth_engine.inference.devices import lines_on
    from crossearth_engine.shared import library_trials

    if forget_trials:
        library_trials.forget_trials()
    result = run("devices", {}, progress.percent)
    if as_json:
        click.echo(json.dumps(result))
        return
    for device in result["devices"]:
        click.echo("\n".join(lines_on(device)))
    for trial in result["trials"]:
        click.echo(library_trials.LibraryTrial(**trial).sentence)
    versions = (f"{name} {version}" for name, version in result["libraries"].items())
    click.echo(f"Versions: {', '.join(versions)}")


@click.command(hidden=True)
@click.argument("package", type=click.Choice(["torch", "onnxruntime", "openvino"]))
def try_devices(package: str) -> None:
    """Write what a library can do on each device: what `devices` asks processes of its own for."""
    from crossearth_engine.devices.cards import find_cards
    from crossearth_engine.devices.trial import tell

    # What a library prints would be taken for what was found out.
    with io.TextIOWrapper(claim_stdout(), encoding="utf-8") as output:
        tell(package, find_cards(), output)
