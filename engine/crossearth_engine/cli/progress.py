"""What a person at a terminal sees of a job: one line that grows, and sentences."""

from __future__ import annotations

import sys
from collections.abc import Callable

import click

from crossearth_engine.cli.log import current_log
from crossearth_engine.job import Job, duration_text

# Returns how far a job is: what it does, what is done, and what there is in all.
Wording = Callable[[str, int, int], str]


def stages(stage: str, done: int, total: int) -> str:
    """Say it of a job of several stages, of which the windows are counted."""
    if stage == "windows":
        return f"window {done} of {total}"
    return f"{stage} {100 * done // max(total, 1)} %"


def percent(stage: str, done: int, total: int) -> str:
    """Say it as a share."""
    return f"{100 * done // max(total, 1):3} %"


def steps(stage: str, done: int, total: int) -> str:
    """Say it of a job that is counted in steps."""
    return f"step {done} of {total}"


def sizes(stage: str, done: int, total: int) -> str:
    """Say it of bytes."""
    from crossearth_engine.disk_space import format_bytes

    return f"{format_bytes(done)} of {format_bytes(total)}"


def shown_job(wording: Wording) -> Job:
    """Return a job that tells its news to the log and, on a terminal, how far it is."""
    log = current_log()

    def show(done: int, total: int, seconds_left: float | None) -> None:
        left = "" if seconds_left is None else f", {duration_text(seconds_left)} left"
        text = wording(job.stage, done, total) + left
        click.echo(f"\r{text:<40}", err=True, nl=done == total)

    job = Job(_ignore if log.is_quiet or not sys.stderr.isatty() else show, log.tell)
    return job


def _ignore(done: int, total: int, seconds_left: float | None) -> None:
    """A file or another program wants to know what came of it only."""
