"""Networks that stand in the way: a proxy with a login, a server with a home-made certificate."""

from __future__ import annotations

import base64
import contextlib
import http.server
import ssl
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

from tests.engine.file_server import Handler, ProxyHandler


class LoginProxy(ProxyHandler):
    """Lets through who says alice:wonder."""

    def answer(self):
        expected = "Basic " + base64.b64encode(b"alice:wonder").decode()
        if self.headers.get("Proxy-Authorization") != expected:
            headers = {"Proxy-Authenticate": 'Basic realm="company"', "Content-Length": "0"}
            return self.say(407, headers)
        return super().answer()

    def do_CONNECT(self):  # as https asks for a way through
        self.answer()


@contextlib.contextmanager
def inspecting(folder: Path) -> Iterator[str]:
    """Yield the address of a server whose certificate a company has made itself."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
         "-keyout", key, "-out", certificate],
        check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield f"https://localhost:{server.server_port}"  # pip 25.1 checks no certificate of an IP
    finally:
        server.shutdown()
        server.server_close()
