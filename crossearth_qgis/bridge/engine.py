"""The bridge to the engine: start its process, send jobs, cancel, stop.

`Engine` is what the plugin uses: it keeps one warm process, gives it one job at a time, and after
any failure starts another when the next job comes. `process` knows what a process is,
`conversation` what is said to it.
"""

from __future__ import annotations

import contextlib
import logging
import re
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from .. import paths, settings
from ..errors import (
    EngineCrashed,
    EngineNotInstalled,
    EngineStartFailed,
    JobCanceled,
    JobFailed,
    describe_exit,
)
from ..setup import engine_environment
from ..setup.child_environment import child_environment
from ..setup.lost_files import lost_file
from ..translation import translate
from .conversation import (
    CANCEL_TIMEOUT_S,
    POLL_S,
    CanceledCallback,
    ConnectionLost,
)
from .job_listener import JobListener
from .process import EngineProcess

logger = logging.getLogger(__name__)

HELLO_TIMEOUT_S = 30.0


def worker_command() -> list[str]:
    """Return the command line of the worker.

    Raises:
        EngineNotInstalled: if there is no environment for it, or ours has lost files.
    """
    environment = engine_environment.find()
    if environment is not None and environment.origin == "installed":
        folder = engine_environment.installed_folder()
        lost = lost_file(folder)
        if lost is not None:
            environment = engine_environment.find()
            # Unless another QGIS has put the next one in its place meanwhile.
            if folder == engine_environment.installed_folder():
                engine_environment.distrust(
                    translate("CrossEarth", "{file} is lost or was changed").format(file=lost)
                )
                environment = None
    if environment is None:
        raise EngineNotInstalled(engine_environment.missing_reason())
    # -I: neither the current folder nor the user's packages are importable.
    return [str(environment.python), "-I", str(paths.ENGINE_MAIN), "worker"]


class Engine:
    """Owner of the warm worker: starts it when a job comes, reuses it, stops it when idle.

    Args:
        command: returns the worker's command line; asked at every start.
    """

    def __init__(self, command: Callable[[], Sequence[str]] = worker_command) -> None:
        self._command = command
        self._process: EngineProcess | None = None
        self._started_for: tuple[object, ...] = ()
        self._timer: threading.Timer | None = None
        # One job at a time: two would fight for the same memory and cores.
        self._turn = threading.Lock()
        self._stops = 0
        self._waiting: list[JobListener] = []
        self._is_closed = False
        self._siblings: list[Engine] = []

    @property
    def pid(self) -> int | None:
        """Process id of the worker, or None when none is running."""
        process = self._process
        return process.pid if process is not None and process.is_alive else None

    @property
    def is_busy(self) -> bool:
        """True while a job has the engine; another one would wait."""
        return self._turn.locked()

    @property
    def is_wanted(self) -> bool:
        """True while a job waits for another one to end."""
        return bool(self._waiting)

    def run(
        self,
        command: str,
        arguments: dict[str, Any],
        listener: JobListener | None = None,
        cancel_timeout_s: float = CANCEL_TIMEOUT_S,
    ) -> dict[str, Any]:
        """Do one job and return its result; blocks, so call it off the GUI thread.

        A second job waits for the first.

        Args:
            command: name of an engine command.
            arguments: its arguments.
            listener: hears what happens and may cancel.
            cancel_timeout_s: how long a job may take to end when it is cancelled; a training needs
                some time to keep what it has.

        Raises:
            EngineNotInstalled: there is no environment to start a worker in.
            EngineStartFailed: the worker did not start.
            ProtocolMismatch: it is not an engine, or of another version.
            EngineCrashed: it ended in mid-job; the next call starts another.
            JobFailed: it refused or gave up; it is alive.
            JobCanceled: at most ``cancel_timeout_s`` after the listener said so.
        """
        listener = listener or JobListener()
        stops = self._stops

        def is_over() -> bool:
            return self._is_closed or self._stops != stops or listener.is_canceled()

        if not self._turn.acquire(blocking=False):
            self._waiting.append(listener)
            try:
                while not self._turn.acquire(timeout=POLL_S):
                    if is_over():
                        raise JobCanceled
            finally:
                self._waiting.remove(listener)
        try:
            if is_over():
                raise JobCanceled
            listener.on_turn()
            self._cancel_timer()
            process = self._warm_process(listener, is_over)
            listener.on_begin()
            try:
                return process.conversation.run(
                    command, arguments, listener, is_over, cancel_timeout_s
                )
            except JobFailed as error:
                if error.code == "missing-package":
                    _check_packages(process, error)
                if error.code == "device-lost":
                    # It is about to end by itself, perhaps only when the next job has come.
                    self._drop(process)
                raise
            except ConnectionLost:
                if is_over():
                    raise JobCanceled from None
                exit_code = process.reap()
                tail = process.stderr_tail()
                logger.error("The engine ended with exit code %s\n%s", exit_code, tail)
                raise EngineCrashed(exit_code, tail) from None
            finally:
                # Whatever ended the job, a worker that still owes an answer is not used again.
                if not (process.is_alive and process.conversation.is_idle):
                    self._drop(process)
        finally:
            try:
                if self._process is not None:
                    self._start_timer()
            finally:
                self._turn.release()

    @contextlib.contextmanager
    def sibling(self) -> Iterator[Engine]:
        """Lend another engine, for long work that leaves memory and cores to the runs.

        It is stopped afterwards, and when this one is stopped.
        """
        other = Engine(self._command)
        self._siblings.append(other)
        other._is_closed = self._is_closed  # by a close that did not see it any more
        try:
            yield other
        finally:
            other.stop()
            self._siblings.remove(other)

    def stop(self) -> None:
        """End the worker, if there is one; a job in progress ends with `JobCanceled`."""
        for sibling in tuple(self._siblings):
            sibling.stop()
        self._stops += 1
        self._cancel_timer()
        process = self._process
        if process is not None:
            process.stop(grace_s=1.0 if process.conversation.is_idle else 0.0)
            # A job that came meanwhile may have started another.
            if self._process is process:
                self._process = None

    def close(self) -> None:
        """Stop for good: a job that comes later, from a task still in a queue, is over at once."""
        self._is_closed = True
        for sibling in tuple(self._siblings):
            sibling.close()
        self.stop()

    def _warm_process(self, listener: JobListener, is_canceled: CanceledCallback) -> EngineProcess:
        process, chosen = self._process, _chosen()
        if process is not None:
            if process.is_alive and chosen == self._started_for:
                return process
            if process.is_alive:
                logger.info("The idle engine is stopped: other settings were chosen for it")
            else:
                logger.info("The idle engine had ended (exit code %s)", process.reap())
            self._drop(process)
        self._started_for = chosen
        listener.on_start()
        process = EngineProcess(self._command(), child_environment())
        self._process = process
        try:
            if is_canceled():
                # Perhaps by a stop that did not see this process yet.
                raise JobCanceled
            version = self._greet(process, is_canceled)
        except BaseException:
            self._drop(process)
            raise
        logger.info("Engine %s started, process %s", version, process.pid)
        return process

    def _greet(self, process: EngineProcess, is_canceled: CanceledCallback) -> str:
        try:
            return process.conversation.greet(HELLO_TIMEOUT_S, is_canceled)
        except ConnectionLost:
            if is_canceled():
                raise JobCanceled from None
            exit_code = process.reap()
            tail = process.stderr_tail()
            logger.error("The engine did not start\n%s", tail)
            missing = re.search(r"^ModuleNotFoundError: No module named '([\w.]+)'", tail, re.M)
            if missing is not None:
                _distrust(process, missing.group(0))
                raise EngineStartFailed(
                    translate(
                        "CrossEarth",
                        "{python} lacks the package {package}, which the engine needs. Install it "
                        "there, or let the CrossEarth panel set up an environment of its own.",
                    ).format(python=process.program, package=missing.group(1))
                ) from None
            raise EngineStartFailed(
                translate(
                    "CrossEarth",
                    "The engine did not start. Set it up again if this persists. {reason}",
                ).format(reason=describe_exit(exit_code))
            ) from None
        except TimeoutError:
            logger.error("The engine stayed silent\n%s", process.stderr_tail())
            raise EngineStartFailed(
                translate(
                    "CrossEarth",
                    "The engine did not answer within {seconds} seconds. Try again; set it up "
                    "again if this persists.",
                ).format(seconds=round(HELLO_TIMEOUT_S))
            ) from None

    def _drop(self, process: EngineProcess) -> None:
        process.stop()
        if self._process is process:
            self._process = None

    def _start_timer(self) -> None:
        self._timer = threading.Timer(settings.idle_timeout_s(), self._stop_if_idle)
        self._timer.daemon = True
        self._timer.start()

    def _cancel_timer(self) -> None:
        timer, self._timer = self._timer, None
        if timer is not None:
            timer.cancel()

    def _stop_if_idle(self) -> None:
        # A job that has begun meanwhile holds the turn and starts the timer again.
        if self._turn.acquire(blocking=False):
            try:
                process = self._process
                if process is not None:
                    self._process = None
                    process.stop(grace_s=1.0)
                    logger.info("The idle engine was stopped")
            finally:
                self._turn.release()


def _chosen() -> tuple[object, ...]:
    """Return the settings that a worker keeps until it ends: with others there is another one."""
    return settings.engine_python(), settings.device(), settings.threads()


def _check_packages(process: EngineProcess, error: JobFailed) -> None:
    """Distrust an environment of ours that has lost a package; some may come later."""
    if error.details.get("package") not in engine_environment.LATER_PACKAGES:
        _distrust(process, error.message)


def _distrust(process: EngineProcess, reason: str) -> None:
    environment = engine_environment.find()
    is_ours = environment is not None and environment.origin == "installed"
    if environment is not None and is_ours and str(environment.python) == process.program:
        engine_environment.distrust(reason)
