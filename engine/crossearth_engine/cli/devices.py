"""``devices``: what this computer can compute with."""

from __future__ import annotations

import json
import sys
from typing import Any

import click

from crossearth_engine.cli import progress
from crossearth_engine.cli.options import ends_in_json
from crossearth_engine.cli.running import run
from crossearth_engine.shared.findings import Finding


@click.command()
@ends_in_json()
def devices(as_json: bool) -> None:
    """List the processor and the graphics cards, and what can be computed on each.

    Each is tried with each library by a small product and a convolution. What does not work is told
    with the reason, and what to do about it.
    """
    result = run("devices", {}, progress.percent)
    if as_json:
        click.echo(json.dumps(result))
        return
    for device in result["devices"]:
        click.echo("\n".join(_described(device)))
    versions = (f"{name} {version}" for name, version in result["libraries"].items())
    click.echo(f"Versions: {', '.join(versions)}")


@click.command(hidden=True)
@click.argument("package", type=click.Choice(["torch", "onnxruntime"]))
def try_devices(package: str) -> None:
    """Write what a library can do on each device: what `devices` asks processes of its own for."""
    from crossearth_engine.devices.cards import find_cards
    from crossearth_engine.devices.trial import tell

    tell(package, find_cards(), sys.stdout)


def _described(device: dict[str, Any]) -> list[str]:
    """Return the lines on a device."""
    memory = f", {device['memory_mb'] / 1024:.1f} GB" if device.get("memory_mb") else ""
    driver = f", driver {device['driver']}" if device.get("driver") else ""
    lines = [f"{device['id']:<7}{device['name']}{memory}{driver}"]
    for package, found in device["libraries"].items():
        known_as = "" if found["as"] in (None, device["id"]) else f", as {found['as']}"
        text = f"works{known_as}"
        if not found["works"]:
            finding = found["finding"]
            text = Finding(finding["code"], finding["details"]).sentence
        lines.append(f"       {package}: {text}")
    return lines
