"""A conversation with an engine on a pair of streams: messages, not processes.

The only module that reads the engine's ``protocol.py``.
"""

from __future__ import annotations

import contextlib
import logging
import queue
import threading
import time
import uuid
from collections.abc import Callable
from typing import Any, BinaryIO

from ..errors import JobCanceled, JobFailed, ProtocolMismatch
from ..finding_sentences import finding_sentence
from ..report_language import report_language
from ..translation import translate
from .job_listener import JobListener

logger = logging.getLogger(__name__)

CANCEL_TIMEOUT_S = 1.2
"""How long a canceled job may take to end by itself; a window of inference fits in."""
POLL_S = 0.05

CanceledCallback = Callable[[], bool]


class ConnectionLost(Exception):
    """The engine closed its end; what that means depends on how its process ended."""


class Conversation:
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
        # Not with the plugin: it would be a tenth of what its start may take.
        from ..shared import protocol

        self._messages = protocol
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
        self._send(messages.Hello(messages.PROTOCOL_VERSION, *report_language()))
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
        listener: JobListener,
        is_canceled: CanceledCallback,
        cancel_timeout_s: float,
    ) -> dict[str, Any]:
        """Do one job; see `Engine.run`. A job that ends before it sees the cancel has its result.

        It is not the listener that is asked whether to cancel: the engine has reasons of its own.

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
                listener.on_progress(reply)
            elif isinstance(reply, messages.Log):
                text = finding_sentence(reply.code, reply.text, reply.details)
                listener.on_log(reply.level, text)
            elif isinstance(reply, messages.Measured):
                listener.on_measured(reply.step, reply.values)
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
            reply = self._replies.get(timeout=POLL_S)
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


def _garbage(reply: object) -> ProtocolMismatch:
    logger.error("Not an answer of the engine: %r", reply)
    return ProtocolMismatch(
        translate(
            "CrossEarth",
            "The engine sent something that the plugin does not understand, and was stopped. "
            "Set the engine up again if this persists.",
        )
    )
