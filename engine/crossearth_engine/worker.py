"""The process behind QGIS: messages in on stdin, messages out on stdout, one job at a time.

A thread reads stdin, so that a cancel, or the end of the parent, is noticed while a job runs on
the main thread. A loaded network is kept for the next job with the same model on the same device.
After a fault that makes a device useless to this process it answers and ends.
"""

from __future__ import annotations

import functools
import logging
import os
import queue
import signal
import sys
import threading
from typing import TYPE_CHECKING, BinaryIO

from crossearth_engine import __version__, commands
from crossearth_engine.devices.processor import give_back_memory
from crossearth_engine.errors import EngineError, JobCanceled
from crossearth_engine.faults import is_device_lost, told
from crossearth_engine.job import Job
from crossearth_engine.shared import protocol
from crossearth_engine.shared.wording import Language, speak

if TYPE_CHECKING:
    from crossearth_engine.inference.load import WarmLoader

logger = logging.getLogger(__name__)

# How long a job may take to notice that the parent has gone.
GRACE_S = 2.0


def claim_stdin() -> BinaryIO:
    """Return a private handle on stdin, whose place an empty file takes.

    GDAL reads the descriptor if a raster names it as its source, and would wait for requests.
    """
    channel = os.fdopen(os.dup(0), "rb")
    empty = os.open(os.devnull, os.O_RDONLY)
    os.dup2(empty, 0)
    os.close(empty)
    return channel


def claim_stdout() -> BinaryIO:
    """Return a private handle on stdout; anything else that prints goes to stderr.

    The descriptor, not only ``sys.stdout``: native libraries print too.
    """
    channel = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)
    return channel


class Worker:
    """Reads requests, runs them one after the other, writes replies.

    Args:
        requests: stream of lines from the parent.
        replies: stream to the parent.
    """

    def __init__(self, requests: BinaryIO, replies: BinaryIO) -> None:
        self._requests = requests
        self._replies = replies
        self._write_lock = threading.Lock()
        self._queue: queue.Queue[protocol.Run | None] = queue.Queue()
        # Jobs not ended yet, by id: a cancel may come before its job has begun.
        self._jobs: dict[str, Job] = {}
        self.has_lost_device = False

    def serve(self) -> None:
        """Answer requests until the parent says so or is gone, or a device is lost."""
        threading.Thread(target=self._listen, name="listener", daemon=True).start()
        while not self.has_lost_device and (request := self._queue.get()) is not None:
            self._run(request)

    def _listen(self) -> None:
        try:
            while (message := protocol.read_message(self._requests)) is not None:
                if isinstance(message, protocol.Shutdown):
                    self._queue.put(None)
                    return
                self._take(message)
        except Exception:
            # Whatever it was, a parent that cannot be heard is as good as gone.
            logger.exception("The parent cannot be understood.")
        # Stop at once, and if a library does not let go, without its consent.
        timer = threading.Timer(GRACE_S, os._exit, args=(1,))
        timer.daemon = True
        timer.start()
        for job in tuple(self._jobs.values()):
            job.cancel()
        self._queue.put(None)

    def _take(self, message: protocol.Message) -> None:
        if isinstance(message, protocol.Hello):
            speak(Language(message.language, message.texts))
            self._send(protocol.Welcome(protocol.PROTOCOL_VERSION, __version__, os.getpid()))
        elif isinstance(message, protocol.Run):
            if message.job_id in self._jobs:
                raise protocol.ProtocolError(f"There is a job {message.job_id} already.")
            self._jobs[message.job_id] = self._new_job(message.job_id)
            self._queue.put(message)
        elif isinstance(message, protocol.Cancel) and message.job_id in self._jobs:
            self._jobs[message.job_id].cancel()

    def _run(self, request: protocol.Run) -> None:
        job = self._jobs[request.job_id]
        reply: protocol.Message
        try:
            job.check()
            result = commands.run(request.command, request.arguments, job, self._load)
            reply = protocol.Done(request.job_id, result)
            protocol.encode(reply)
        except JobCanceled:
            reply = protocol.Canceled(request.job_id)
        except EngineError as error:
            self.has_lost_device = is_device_lost(error)
            reply = _failed(request.job_id, error)
        except Exception as error:
            # Not one of ours: the job is lost, the worker and its next jobs need not be.
            self.has_lost_device = is_device_lost(error)
            reply = _failed(request.job_id, told(error))
            if reply.code == EngineError.code:
                logger.exception("%s failed", request.command)
        finally:
            self._jobs.pop(request.job_id, None)
        self._send(reply)
        if not self.has_lost_device:
            self._rest()

    def _rest(self) -> None:
        """Keep the network, and no memory besides; what cannot rest is loaded anew when wanted."""
        try:
            self._load.rest()
        except Exception as error:
            logger.warning("The network is let go: %s", error)
            self._load.forget()
        give_back_memory()

    def _new_job(self, job_id: str) -> Job:
        def progress(done: int, total: int, left: float | None) -> None:
            self._send(protocol.Progress(job_id, done, total, job.share, left, job.stage))

        job = Job(
            progress,
            lambda level, text: self._send(protocol.Log(job_id, level, text)),
            lambda step, values: self._send(protocol.Measured(job_id, step, values)),
            lambda finding: self._send(
                protocol.Log(job_id, finding.level, finding.sentence, finding.code, finding.details)
            ),
        )
        return job

    def _send(self, message: protocol.Message) -> None:
        # Progress comes from the main thread, Welcome from the listener.
        with self._write_lock:
            try:
                protocol.write_message(self._replies, message)
            except OSError:
                logger.warning("Nobody listens any more; the listener will notice.")

    @functools.cached_property
    def _load(self) -> WarmLoader:
        """What loads networks; the packages they need come with the first job."""
        from crossearth_engine.inference.load import WarmLoader

        return WarmLoader()


def _failed(job_id: str, error: EngineError) -> protocol.Failed:
    return protocol.Failed(job_id, error.code, str(error), error.plain_details())


def main() -> None:
    """Serve the parent on this process's stdin and stdout."""
    # Ctrl-C in the terminal that QGIS was started from reaches its children too; QGIS decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(levelname)s %(message)s")
    worker = Worker(claim_stdin(), claim_stdout())
    worker.serve()
    if worker.has_lost_device:
        os._exit(1)  # the libraries would tidy up, and wait for the device
