"""A web server that misbehaves as told, and a forward proxy; both remember what was asked."""

import contextlib
import subprocess
import sys
import threading
import urllib.request
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


@dataclass
class Behaviour:
    """What the server does; a test changes it in between.

    Attributes:
        files: content by path, ``/`` in front.
        headers: sent with every file.
        has_ranges: whether ``Range`` is understood.
        break_at: positions at which the next answers to GET end, one each.
        redirections: path to (status, address, headers).
        statuses: path to the status of an error.
        busy: how many answers to GET are "service unavailable" first.
        stalls: whether a body is begun and never continued.
    """

    files: dict = field(default_factory=dict)
    headers: dict = field(default_factory=dict)
    has_ranges: bool = True
    break_at: list = field(default_factory=list)
    redirections: dict = field(default_factory=dict)
    statuses: dict = field(default_factory=dict)
    busy: int = 0
    stalls: bool = False
    requests: list = field(default_factory=list)

    def asked(self, method="GET"):
        """Return path and Range of every request."""
        return [(path, headers.get("Range")) for m, path, headers in self.requests if m == method]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_HEAD(self):
        self.answer()

    def do_GET(self):
        self.answer()

    def answer(self):
        it = self.server.behaviour
        path = self.path.partition("?")[0]
        it.requests.append((self.command, self.path, dict(self.headers)))
        if path in it.redirections:
            status, address, headers = it.redirections[path]
            return self.say(status, {"Location": address, "Content-Length": "0", **headers})
        if path in it.statuses or path not in it.files:
            return self.say(it.statuses.get(path, 404), {"Content-Length": "0"})
        if self.command == "GET" and it.busy:
            it.busy -= 1
            return self.say(503, {"Content-Length": "0"})
        content = it.files[path]
        start, stop, status, headers = 0, len(content), 200, dict(it.headers)
        asked = self.headers.get("Range")
        unchanged = self.headers.get("If-Range") in (None, it.headers.get("ETag"))
        if asked and it.has_ranges and unchanged:
            first, _, last = asked.removeprefix("bytes=").partition("-")
            start, stop = int(first), min(int(last or stop) + 1, stop)
            status = 206
            headers["Content-Range"] = f"bytes {start}-{stop - 1}/{len(content)}"
        headers["Content-Length"] = str(stop - start)
        self.say(status, headers)
        if self.command == "HEAD":
            return None
        end = it.break_at.pop(0) if it.break_at else stop
        with contextlib.suppress(OSError):
            self.wfile.write(content[start:end])
            if it.stalls:
                self.server.released.wait()
        if end < stop:
            self.close_connection = True
        return None

    def say(self, status, headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()


class ProxyHandler(Handler):
    """Fetches what it is asked for by whole address."""

    def answer(self):
        it = self.server.behaviour
        it.requests.append((self.command, self.path, dict(self.headers)))
        headers = {name: value for name, value in self.headers.items() if name == "Range"}
        request = urllib.request.Request(self.path, headers=headers, method=self.command)
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with direct.open(request, timeout=5) as response:
            body = response.read()
            self.say(response.status, dict(response.headers))
            if self.command != "HEAD":
                self.wfile.write(body)


@contextlib.contextmanager
def serving(handler=Handler, **behaviour):
    """Yield the address of a server, without a slash at the end, and its behaviour."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    server.behaviour = Behaviour(**behaviour)
    server.released = threading.Event()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", server.behaviour
    finally:
        server.released.set()
        server.shutdown()
        thread.join()
        server.server_close()


@contextlib.contextmanager
def serving_apart(folder):
    """Yield the address of a server of a folder's files, in a process of its own.

    For clients that hold Python's lock while they wait, as GDAL does at times.
    """
    command = [sys.executable, __file__, str(folder)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, **pipes) as process:
        yield process.stdout.readline().strip()
        # Its standard input is closed on the way out, and ends it.


if __name__ == "__main__":
    contents = {f"/{path.name}": path.read_bytes() for path in Path(sys.argv[1]).iterdir()}
    with serving(files=contents) as (own_address, _):
        print(own_address, flush=True)
        sys.stdin.read()
