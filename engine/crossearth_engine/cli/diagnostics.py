"""``diagnostics``: what to paste into a report of a fault."""

from __future__ import annotations

import json

import click

from crossearth_engine.cli.help import Command
from crossearth_engine.cli.options import ends_in_json


@click.command(
    cls=Command,
    examples=[("To send with a report", "crossearth diagnostics")],
)
@ends_in_json("Print one JSON object.")
def diagnostics(as_json: bool) -> None:
    """Print versions, devices, settings and models, to paste into a report of a fault.

    Your name, your home folder and passwords are left out. Read it before you send it.
    """
    from crossearth_engine.diagnostics import report
    from crossearth_engine.shared.diagnostics import as_text

    found = report()
    click.echo(json.dumps(found) if as_json else as_text(found))
