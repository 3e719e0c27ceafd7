"""The bridge to the engine: start its process, send jobs, cancel, stop.

Three layers, from the inside out. `EngineClient` holds a conversation on a pair of streams and
knows messages, not processes. `EngineProcess` is one child process with its client and its stderr.
`Engine` is what the plugin uses: it keeps one warm process, gives it one job at a time, and after
any failure starts another when the next job comes.

This is the only module that starts the engine, and the only one that reads its ``protocol.py``:
by file location, under a private name, so that nothing of the engine's is on QGIS's ``sys.path``.
"""

from __future__ import annotations

import collections
import contextlib
import functools
import importlib.util
import logging
import queue
import re
import subprocess  # one call site, see EngineProcess  # nosec B404
import sys
import threading
import time
import uuid
import weakref
from collections.abc import Callable, Iterator, Sequence
from types import ModuleType
from typing import Any, BinaryIO, cast

from . import engine_environment, paths, settings
from .child_environment import child_environment
from .errors import (
    EngineCrashed,
    EngineNotInstalled,
    EngineStartFailed,
    JobCanceled,
    JobFailed,
    ProtocolMismatch,
    describe_exit,
)
from .translation import translate

logger = logging.getLogger(__name__)

HELLO_TIMEOUT_S = 30.0
CANCEL_TIMEOUT_S = 1.2
"""How long a canceled job may take to end by itself; a window of inference fits in."""
TERMINATE_TIMEOUT_S = 0.4
"""How long the process may take to end after terminate(), before kill()."""
STDERR_LINES = 60
_POLL_S = 0.05

ProgressCallback = Callable[[int, int, "float | None"], None]
MeasureCallback = Callable[[int, "dict[str, float]"], None]
LogCallback = Callable[[str, str], None]
CanceledCallback = Callable[[], bool]


@functools.lru_cache(maxsize=1)
def protocol() -> ModuleType:
    """Return the engine's ``protocol`` module, loaded by file location."""
    name = f"_{__package__}_engine_protocol"
    spec = importlib.util.spec_from_file_location(name, paths.PROTOCOL_FILE)
    if spec is None or spec.loader is None:
        raise ImportError(f"No module at {paths.PROTOCOL_FILE}")
    module = importlib.util.module_from_spec(spec)
    # dataclasses looks its module up there to resolve annotations.
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


class ConnectionLost(Exception):
    """The engine closed its end; what that means depends on how its process ended."""


class EngineClient:
    """One conversation with an engine, on streams that the caller owns.

    Replies are read on a thread, because a pipe cannot be waited for and watched for a cancel at
    the same time. Not safe for use by several threads at once.

    Args:
        replies: what the engine writes.
        requests: what the engine reads.
    """

    def __init__(self, replies: BinaryIO, requests: BinaryIO) -> None:
        self.is_idle = True
        """False while the engine owes the end of a job: nobody else may talk to it then."""
        self._requests = requests
        # Here and not by each thread: two that load it at once would get two sets of classes.
        self._messages = protocol()
        # None is the end of the stream, an exception is garbage on it.
        self._replies: queue.Queue[Any] = queue.Queue()
        threading.Thread(
            target=self._read, args=(replies,), name="crossearth-replies", daemon=True
        ).start()

    def greet(self, timeout_s: float, is_canceled: CanceledCallback) -> str:
        """Exchange versions and return the engine's.

        Raises:
            ProtocolMismatch: if the other end speaks another protocol, or none.
            TimeoutError: if it says nothing in time.
            JobCanceled: on request.
            ConnectionLost: if it has gone.
        """
        messages = self._messages
        deadline = time.monotonic() + timeout_s
        self._send(messages.Hello(messages.PROTOCOL_VERSION))
        while True:
            if is_canceled():
                raise JobCanceled
            if time.monotonic() > deadline:
                raise TimeoutError
            reply = self._receive()
            if reply is None:
                continue
            if not isinstance(reply, messages.Welcome):
                raise _garbage(reply)
            if reply.protocol_version[0] != messages.PROTOCOL_VERSION[0]:
                raise ProtocolMismatch(
                    translate(
                        "CrossEarth",
                        "The engine is of version {version}, which this plugin cannot talk to. "
                        "Restart QGIS after an update of the plugin.",
                    ).format(version=reply.engine_version)
                )
            return str(reply.engine_version)

    def run(
        self,
        command: str,
        arguments: dict[str, Any],
        on_progress: ProgressCallback,
        on_log: LogCallback,
        is_canceled: CanceledCallback,
        on_measure: MeasureCallback = lambda step, values: None,
        cancel_timeout_s: float = CANCEL_TIMEOUT_S,
    ) -> dict[str, Any]:
        """Do one job; see `Engine.run`. A job that ends before it sees the cancel has its result.

        Raises:
            JobFailed: the engine refused or gave up.
            JobCanceled: on request; if `is_idle` is False the engine has not confirmed it.
            ProtocolMismatch: garbage came.
            ConnectionLost: the engine has gone.
        """
        messages = self._messages
        job_id = uuid.uuid4().hex
        cancel_deadline: float | None = None
        self.is_idle = False
        self._send(messages.Run(job_id, command, arguments))
        while True:
            if cancel_deadline is None:
                if is_canceled():
                    cancel_deadline = time.monotonic() + cancel_timeout_s
                    self._send(messages.Cancel(job_id))
            elif time.monotonic() > cancel_deadline:
                raise JobCanceled
            reply = self._receive()
            if reply is None:
                continue
            if getattr(reply, "job_id", None) != job_id:
                raise _garbage(reply)
            if isinstance(reply, messages.Progress):
                on_progress(reply.done, reply.total, reply.seconds_left)
            elif isinstance(reply, messages.Log):
                on_log(reply.level, reply.text)
            elif isinstance(reply, messages.Measured):
                on_measure(reply.step, reply.values)
            elif isinstance(reply, messages.Done):
                self.is_idle = True
                return dict(reply.result)
            elif isinstance(reply, messages.Failed):
                self.is_idle = True
                raise JobFailed(reply.code, reply.message, reply.details)
            elif isinstance(reply, messages.Canceled):
                self.is_idle = True
                raise JobCanceled
            else:
                raise _garbage(reply)

    def shut_down(self) -> None:
        """Ask the engine to end, and close our end of the conversation."""
        with contextlib.suppress(ConnectionLost):
            self._send(self._messages.Shutdown())
        with contextlib.suppress(OSError, ValueError):
            self._requests.close()

    def _send(self, message: Any) -> None:
        line = self._messages.encode(message)
        try:
            self._requests.write(line)
            self._requests.flush()
        except (OSError, ValueError) as error:  # ValueError: the stream is closed
            raise ConnectionLost from error

    def _receive(self) -> Any:
        """Return the next message, or None if there is none for a moment."""
        try:
            reply = self._replies.get(timeout=_POLL_S)
        except queue.Empty:
            return None
        if reply is None:
            self._replies.put(None)  # whoever asks again shall see the end again
            raise ConnectionLost
        if isinstance(reply, Exception):
            raise _garbage(reply)
        return reply

    def _read(self, replies: BinaryIO) -> None:
        messages = self._messages
        try:
            # Closed by the thread that reads: closing from another one would wait for the read.
            with replies:
                message = messages.read_message(replies)
                while message is not None:
                    self._replies.put(message)
                    message = messages.read_message(replies)
            self._replies.put(None)
        except messages.ProtocolError as error:
            self._replies.put(error)
        except (OSError, ValueError):  # ValueError: closed under our feet
            self._replies.put(None)


class EngineProcess:
    """One engine process: its streams, the tail of its stderr, and its end.

    Args:
        command: the program and its arguments.
        variables: its environment.

    Raises:
        EngineStartFailed: if the program cannot be started.
    """

    def __init__(self, command: Sequence[str], variables: dict[str, str]) -> None:
        try:
            self._process = subprocess.Popen(  # a list, no shell, our own arguments  # nosec B603
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=variables,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise EngineStartFailed(
                translate(
                    "CrossEarth",
                    "The engine cannot be started with {python}: {reason}. Set it up again.",
                ).format(python=command[0], reason=error)
            ) from error
        self.program = command[0]
        # Pipes were asked for, so that none of them is None.
        self._stdin = cast("BinaryIO", self._process.stdin)
        self._stdout = cast("BinaryIO", self._process.stdout)
        self._stderr = cast("BinaryIO", self._process.stderr)
        self._stderr_lines: collections.deque[str] = collections.deque(maxlen=STDERR_LINES)
        self._stderr_thread = threading.Thread(
            target=self._drain_stderr, name="crossearth-stderr", daemon=True
        )
        self._stderr_thread.start()
        self.client = EngineClient(self._stdout, self._stdin)

    @property
    def pid(self) -> int:
        """Process id."""
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        """True until the process has ended."""
        return self._process.poll() is None

    def stderr_tail(self) -> str:
        """Return the last lines that the process wrote to stderr."""
        # Of a dead process, everything: the thread ends when it has read it all.
        if not self.is_alive:
            self._stderr_thread.join(timeout=1.0)
        return "\n".join(list(self._stderr_lines))

    def reap(self) -> int | None:
        """Wait for a process whose streams have ended and return its exit code."""
        try:
            return self._process.wait(timeout=1.0)
        except subprocess.TimeoutExpired:
            return None

    def stop(self, *, grace_s: float = 0.0) -> None:
        """End the process: by request within ``grace_s``, else terminate, else kill."""
        if grace_s > 0:
            self.client.shut_down()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(timeout=grace_s)
        if self.is_alive:
            self._process.terminate()
            try:
                self._process.wait(timeout=TERMINATE_TIMEOUT_S)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        with contextlib.suppress(OSError):
            self._stdin.close()

    def _drain_stderr(self) -> None:
        with self._stderr as stream:
            for line in stream:
                text = line.decode("utf-8", errors="replace").rstrip()
                self._stderr_lines.append(text)
                logger.debug("engine: %s", text)


def worker_command() -> list[str]:
    """Return the command line of the worker.

    Raises:
        EngineNotInstalled: if there is no environment for it.
    """
    environment = engine_environment.find()
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
        self._timer: threading.Timer | None = None
        # One job at a time: two would fight for the same memory and cores.
        self._turn = threading.Lock()
        self._stops = 0
        self._is_closed = False
        self._siblings: weakref.WeakSet[Engine] = weakref.WeakSet()

    @property
    def pid(self) -> int | None:
        """Process id of the worker, or None when none is running."""
        process = self._process
        return process.pid if process is not None and process.is_alive else None

    def run(
        self,
        command: str,
        arguments: dict[str, Any],
        *,
        on_progress: ProgressCallback = lambda done, total, left: None,
        on_log: LogCallback = lambda level, text: None,
        is_canceled: CanceledCallback = lambda: False,
        on_measure: MeasureCallback = lambda step, values: None,
        cancel_timeout_s: float = CANCEL_TIMEOUT_S,
    ) -> dict[str, Any]:
        """Do one job and return its result; blocks, so call it off the GUI thread.

        The callbacks are called from the calling thread. A second job waits for the first.

        Args:
            command: name of an engine command.
            arguments: its arguments.
            on_progress: called with (done, total windows, seconds left or None).
            on_log: called with (level ``info`` or ``warning``, sentence).
            is_canceled: asked several times a second.
            on_measure: called with (step, figures by name) of a training.
            cancel_timeout_s: how long a job may take to end when it is cancelled; a training needs
                some time to keep what it has.

        Raises:
            EngineNotInstalled: there is no environment to start a worker in.
            EngineStartFailed: the worker did not start.
            ProtocolMismatch: it is not an engine, or of another version.
            EngineCrashed: it ended in mid-job; the next call starts another.
            JobFailed: it refused or gave up; it is alive.
            JobCanceled: at most ``cancel_timeout_s`` after ``is_canceled`` became true.
        """
        stops = self._stops

        def is_over() -> bool:
            return self._is_closed or self._stops != stops or is_canceled()

        while not self._turn.acquire(timeout=_POLL_S):
            if is_over():
                raise JobCanceled
        try:
            if is_over():
                raise JobCanceled
            self._cancel_timer()
            process = self._warm_process(is_over)
            try:
                return process.client.run(
                    command,
                    arguments,
                    on_progress,
                    on_log,
                    is_over,
                    on_measure,
                    cancel_timeout_s,
                )
            except ConnectionLost:
                if is_over():
                    raise JobCanceled from None
                exit_code = process.reap()
                tail = process.stderr_tail()
                logger.error("The engine ended with exit code %s\n%s", exit_code, tail)
                raise EngineCrashed(exit_code, tail) from None
            finally:
                # Whatever ended the job, a worker that still owes an answer is not used again.
                if not (process.is_alive and process.client.is_idle):
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
        self._siblings.add(other)
        try:
            yield other
        finally:
            other.stop()

    def stop(self) -> None:
        """End the worker, if there is one; a job in progress ends with `JobCanceled`."""
        for sibling in tuple(self._siblings):
            sibling.stop()
        self._stops += 1
        self._cancel_timer()
        process = self._process
        if process is not None:
            process.stop(grace_s=1.0 if process.client.is_idle else 0.0)
            # A job that came meanwhile may have started another.
            if self._process is process:
                self._process = None

    def close(self) -> None:
        """Stop for good: a job that comes later, from a task still in a queue, is over at once."""
        self._is_closed = True
        self.stop()

    def _warm_process(self, is_canceled: CanceledCallback) -> EngineProcess:
        process = self._process
        if process is not None:
            if process.is_alive:
                return process
            logger.info("The idle engine had ended (exit code %s)", process.reap())
            self._drop(process)
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
            return process.client.greet(HELLO_TIMEOUT_S, is_canceled)
        except ConnectionLost:
            if is_canceled():
                raise JobCanceled from None
            exit_code = process.reap()
            tail = process.stderr_tail()
            logger.error("The engine did not start\n%s", tail)
            missing = re.search(r"^ModuleNotFoundError: No module named '([\w.]+)'", tail, re.M)
            if missing is not None:
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


def _garbage(reply: object) -> ProtocolMismatch:
    logger.error("Not an answer of the engine: %r", reply)
    return ProtocolMismatch(
        translate(
            "CrossEarth",
            "The engine sent something that the plugin does not understand, and was stopped. "
            "Set the engine up again if this persists.",
        )
    )
