"""A server that is far away and fails at times: hands requests on to one that is near.

Each is handed on after a while, as if it came from far; of some the answer is that the server is
too busy, or none at all, which is drawn with a seed.
"""

from __future__ import annotations

import contextlib
import http.client
import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import psutil

BUSY = b"<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>"
# What is of one connection, and not of what is asked for.
HOP_BY_HOP = {"connection", "keep-alive", "transfer-encoding", "content-length"}


@dataclass(frozen=True)
class Request:
    """What was asked for, with the range of bytes or '', and how many seconds after the start."""

    method: str
    target: str
    bytes: str
    at_s: float


class FarAway(ThreadingHTTPServer):
    """The server.

    Attributes:
        delay_s: before a request is handed on.
        failing: share of the requests that fail.
        requests: since `start_anew`, also those that have failed.
        failed: how many of them.
    """

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, origin: str, process: int) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.origin = urlsplit(origin).netloc
        self._near = psutil.Process(process)
        self.lock = threading.Lock()
        self.start_anew(0.0, 0.0, 0)

    @property
    def address(self) -> str:
        """Return how it is reached, without a slash at the end."""
        return f"http://127.0.0.1:{self.server_port}"

    @property
    def cpu_s(self) -> float:
        """Return the CPU time of this process and that of the server near by."""
        near = self._near.cpu_times()
        return time.process_time() + near.user + near.system

    def start_anew(self, delay_s: float, failing: float, seed: int) -> None:
        """Count from 0, and be as far away and as busy as this from here on."""
        with self.lock:
            self.delay_s, self.failing = delay_s, failing
            self.chance = random.Random(seed)  # noqa: S311 - faults, no keys
            self.requests: list[Request] = []
            self.began = time.perf_counter()
            self.failed = 0

    def fate(self, method: str, target: str, span: str) -> str:
        """Return what becomes of a request: '', 'busy' or 'cut'."""
        with self.lock:
            at_s = time.perf_counter() - self.began
            self.requests.append(Request(method, target, span, at_s))
            if self.chance.random() >= self.failing:
                return ""
            self.failed += 1
            return self.chance.choice(("busy", "cut"))


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: FarAway

    def setup(self) -> None:
        super().setup()
        self.near = http.client.HTTPConnection(self.server.origin, timeout=60)

    def finish(self) -> None:
        self.near.close()
        super().finish()

    def log_message(self, *_: object) -> None:
        pass

    def hand_on(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        fate = self.server.fate(self.command, self.path, self.headers.get("Range") or "")
        time.sleep(self.server.delay_s)
        if fate == "cut":
            self.close_connection = True
            return
        if fate == "busy":
            self.answer(503, [("Content-Type", "application/xml")], BUSY)
            return
        self.near.request(self.command, self.path, body or None, dict(self.headers))
        with self.near.getresponse() as response:
            self.answer(response.status, response.getheaders(), response.read())

    do_GET = do_HEAD = do_PUT = do_POST = do_DELETE = hand_on  # noqa: N815 - as http.server asks

    def answer(self, status: int, headers: list[tuple[str, str]], content: bytes) -> None:
        length = str(len(content))
        self.send_response_only(status)
        for name, value in headers:
            if self.command == "HEAD" and name.lower() == "content-length":
                length = value
            if name.lower() not in HOP_BY_HOP:
                self.send_header(name, value)
        self.send_header("Content-Length", length)
        self.end_headers()
        with contextlib.suppress(ConnectionError):  # who asked has gone
            if self.command != "HEAD":
                self.wfile.write(content)


@contextmanager
def far_away(origin: str, process: int) -> Iterator[FarAway]:
    """Yield a server before the one at an address, which is the process of this number."""
    with FarAway(origin, process) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
