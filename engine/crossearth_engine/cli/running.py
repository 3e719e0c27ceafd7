"""How a command runs and ends: its job, the signals that cancel it, the exit status."""

from __future__ import annotations

import atexit
import io
import json
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from functools import partial
from typing import Any, NoReturn, TypeVar

import click

from crossearth_engine import commands
from crossearth_engine.cli.log import current_log
from crossearth_engine.cli.options import is_json_asked
from crossearth_engine.cli.progress import Wording, shown_job
from crossearth_engine.errors import EngineError, JobCanceled
from crossearth_engine.job import Job
from crossearth_engine.worker import claim_stdout

T = TypeVar("T")


def fail(message: object, status: int) -> NoReturn:
    """End the process with a sentence and a status."""
    current_log().end(str(message))
    sys.exit(status)


def fail_with(error: EngineError, status: int, sentence: str = "") -> NoReturn:
    """End the process with an error and a status; with ``--json`` stdout has an object of both."""
    end_in_json(error, status)
    fail(sentence or error, status)


def end_in_json(error: EngineError, status: int) -> None:
    """Print an error and a status as an object on stdout, if ``--json`` asks for it."""
    if is_json_asked():
        click.echo(json.dumps({**error.to_dict(), "status": status}))


def run(command: str, arguments: Mapping[str, Any], wording: Wording) -> dict[str, Any]:
    """Run a command of the engine and return its result; Ctrl-C, SIGTERM and SIGHUP cancel it.

    Args:
        command: its name among `commands.COMMANDS`.
        arguments: as they were typed; None for what was not.
        wording: how far the job is, as people say it.

    Raises:
        EngineError: as the command says.
        KeyboardInterrupt: if Ctrl-C has canceled it.
    """
    job = shown_job(wording)
    given = {name: value for name, value in arguments.items() if value is not None}
    with results_on_stdout():
        return until_signaled(job, partial(commands.run, command, given, job))


@contextmanager
def results_on_stdout() -> Iterator[None]:
    """Send to stderr what libraries print meanwhile, and below Python until the process ends.

    A terminal may show it; a program that reads stdout shall find the result there and nothing
    else.
    """
    own = sys.stdout
    if not isinstance(own, io.TextIOWrapper) or own is not sys.__stdout__ or own.isatty():
        yield
        return
    own.flush()
    channel = claim_stdout()
    try:
        yield
    finally:
        own.flush()
        sys.stdout = io.TextIOWrapper(channel, own.encoding, own.errors, write_through=True)


def until_signaled(job: Job, call: Callable[[], T]) -> T:
    """Return what ``call`` returns; Ctrl-C, SIGTERM and SIGHUP cancel the job.

    The call runs in a thread: Python hears signals on its main thread only, which would sit in
    the network for as long as a window takes.
    """
    received: list[int] = []

    def cancel(number: int, _: object) -> None:
        received.append(number)
        job.cancel()
        # Who asks twice does not want to wait.
        signal.signal(number, signal.SIG_DFL)

    numbers = [signal.SIGINT, signal.SIGTERM]
    # A terminal that is closed hangs up; who said nohup does not want to hear of it.
    if sys.platform != "win32" and signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:
        numbers.append(signal.SIGHUP)
    for number in numbers:
        signal.signal(number, cancel)
    # Python gives its handlers back before it has ended; a signal would then kill what is done.
    atexit.register(_ignore, numbers)
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


def _ignore(numbers: Iterable[int]) -> None:
    for number in numbers:
        signal.signal(number, signal.SIG_IGN)
