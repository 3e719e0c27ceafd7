"""A small object store, spoken to as S3 and Google's (one form) or as Azure's blobs; in memory.

It keeps what is asked of it that matters to its clients: ranges, parts that show only when they are
completed, lists. It knows no signatures, but refuses who has none. A process of
its own: GDAL holds Python's lock at times while it waits.
"""

import contextlib
import hashlib
import json
import os
import random
import re
import subprocess
import sys
import threading
import time
import urllib.request
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

CONTROL = "/-/"


class Store:
    """Objects by ``/bucket/key``, and what is on its way to become one."""

    def __init__(self):
        self.lock = threading.Lock()
        self.objects = {}  # path: (content, ETag, time of change)
        self.uploads = {}  # id: {number: part}
        self.blocks = {}  # path: {id: block}
        self.requests = []
        self.rules = []
        self.delay = self.share = 0.0
        self.chance = random.Random(0)

    def put(self, path, content):
        tag = f'"{hashlib.md5(content).hexdigest()}"'
        self.objects[path] = (content, tag, formatdate(time.time(), usegmt=True))
        return tag

    def fault(self, method, target):
        """Return the status of an error to answer with; 0: hang up; 1: halfway; None: answer."""
        with self.lock:
            for rule in self.rules:
                if rule["times"] and re.search(rule["match"], f"{method} {target}"):
                    rule["times"] -= 1
                    return rule["status"]
            if self.chance.random() < self.share:
                return self.chance.choice((0, 1, 503))
        return None


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    is_cut = False

    def log_message(self, *_):
        pass

    def say(self, status, content=b"", headers=(), length=None):
        self.send_response(status)
        for name, value in dict(headers).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content) if length is None else length))
        self.end_headers()
        if self.command == "HEAD":
            return
        if self.is_cut:
            content = content[: len(content) // 2]
            self.close_connection = True
        self.wfile.write(content)

    def refuse(self, status, code):
        text = f"<Error><Code>{code}</Code><Message>{code} was said.</Message></Error>"
        self.say(status, text.encode(), {"Content-Type": "application/xml"})

    def do_GET(self):
        self.answer()

    do_HEAD = do_PUT = do_POST = do_DELETE = do_GET  # noqa: N815 - as http.server asks for

    def answer(self):
        store = self.server.store
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.path.startswith(CONTROL):
            return self.control(body)
        time.sleep(store.delay)
        store.requests.append((self.command, self.path))
        fault = store.fault(self.command, self.path)
        if fault == 0:
            self.close_connection = True
            return None
        self.is_cut = fault == 1
        if fault is not None and not self.is_cut:
            return self.refuse(fault, "SlowDown" if fault == 503 else "AccessDenied")
        address = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(address.query, True).items()}
        path = unquote(address.path)
        bucket = "/" + path.split("/")[1]
        is_signed = "Authorization" in self.headers or {"sig", "X-Amz-Signature"} & query.keys()
        if not is_signed and bucket != "/public":
            return self.refuse(403, "AccessDenied")
        if bucket == "/nowhere":
            return self.refuse(404, "NoSuchBucket")
        with store.lock:
            return getattr(self, self.command.lower())(store, path, query, body)

    def control(self, body):
        """Do what a test says: objects by path, requests and taking faults."""
        store, what = self.server.store, self.path.removeprefix(CONTROL)
        with store.lock:
            if what == "requests":
                told, store.requests = store.requests, []
                return self.say(200, json.dumps(told).encode())
            if what == "objects":
                sizes = {path: len(content) for path, (content, *_) in store.objects.items()}
                pending = len(store.uploads) + len(store.blocks)
                return self.say(200, json.dumps([sizes, pending]).encode())
            if what == "faults":
                said = json.loads(body)
                store.rules = said.get("rules", [])
                store.delay, store.share = said.get("delay", 0.0), said.get("share", 0.0)
                store.chance = random.Random(said.get("seed", 0))
                return self.say(200)
            path = "/" + unquote(what)
            if self.command == "PUT":
                store.put(path, body)
                return self.say(200)
            if self.command == "DELETE":
                for kept in (store.objects, store.uploads, store.blocks):
                    for found in [found for found in kept if path == "/" or found.startswith(path)]:
                        del kept[found]
                return self.say(200)
            return self.say(200, store.objects[path][0])

    def head(self, store, path, query, body):
        self.get(store, path, query, body)

    def get(self, store, path, query, body):
        if query.get("comp") == "list":
            return self.list_blobs(store, path, query)
        if path.count("/") < 2 or path.endswith("/"):
            return self.list_keys(store, path.split("/")[1], query)
        if path not in store.objects:
            return self.refuse(404, "NoSuchKey")
        content, tag, changed = store.objects[path]
        headers = {"ETag": tag, "Last-Modified": changed, "Accept-Ranges": "bytes"}
        asked = self.headers.get("Range") or self.headers.get("x-ms-range")
        if not asked or self.command == "HEAD":
            return self.say(200, content, headers)
        first, _, last = asked.removeprefix("bytes=").partition("-")
        start, stop = int(first), min(int(last or len(content)) + 1, len(content))
        if start >= len(content):
            return self.refuse(416, "InvalidRange")
        headers["Content-Range"] = f"bytes {start}-{stop - 1}/{len(content)}"
        return self.say(206, content[start:stop], headers)

    def found(self, store, bucket, query):
        """Return what a list tells: (key, size, time, ETag), and the folders."""
        prefix, delimiter = query.get("prefix", ""), query.get("delimiter", "")
        keys, folders = [], set()
        for path, (content, tag, changed) in sorted(store.objects.items()):
            key = path.removeprefix(f"/{bucket}/")
            if key == path or not key.startswith(prefix):
                continue
            rest = key[len(prefix) :]
            if delimiter and delimiter in rest:
                folders.add(prefix + rest.split(delimiter)[0] + delimiter)
            else:
                keys.append((key, len(content), changed, tag))
        return keys, sorted(folders)

    def list_keys(self, store, bucket, query):
        keys, folders = self.found(store, bucket, query)
        keys = [row for row in keys if row[0] > query.get("marker", "")]
        most = int(query.get("max-keys", 1000))
        keys, more = keys[:most], len(keys) > most
        after = f"<NextMarker>{escape(keys[-1][0])}</NextMarker>" if more else ""
        rows = "".join(
            f"<Contents><Key>{escape(key)}</Key><LastModified>2026-01-01T00:00:00.000Z"
            f"</LastModified><ETag>{escape(tag)}</ETag><Size>{size}</Size></Contents>"
            for key, size, _, tag in keys
        )
        rows += "".join(
            f"<CommonPrefixes><Prefix>{escape(folder)}</Prefix></CommonPrefixes>"
            for folder in folders
        )
        prefix = escape(query.get("prefix", ""))
        text = (
            '<?xml version="1.0"?><ListBucketResult>'
            f"<Name>{bucket}</Name><Prefix>{prefix}</Prefix><IsTruncated>{str(more).lower()}"
            f"</IsTruncated>{after}{rows}</ListBucketResult>"
        )
        self.say(200, text.encode(), {"Content-Type": "application/xml"})

    def list_blobs(self, store, path, query):
        keys, folders = self.found(store, path.split("/")[1], query)
        rows = "".join(
            f"<Blob><Name>{escape(key)}</Name><Properties><Last-Modified>{changed}"
            f"</Last-Modified><Content-Length>{size}</Content-Length></Properties></Blob>"
            for key, size, changed, _ in keys
        )
        rows += "".join(f"<BlobPrefix><Name>{name}</Name></BlobPrefix>" for name in folders)
        text = (
            '<?xml version="1.0"?><EnumerationResults>'
            f"<Prefix>{escape(query.get('prefix', ''))}</Prefix><Blobs>{rows}</Blobs><NextMarker/>"
            "</EnumerationResults>"
        )
        self.say(200, text.encode(), {"Content-Type": "application/xml"})

    def put(self, store, path, query, body):
        if "uploadId" in query:
            if query["uploadId"] not in store.uploads:
                return self.refuse(404, "NoSuchUpload")
            store.uploads[query["uploadId"]][int(query["partNumber"])] = body
            return self.say(200, headers={"ETag": f'"{hashlib.md5(body).hexdigest()}"'})
        if query.get("comp") == "block":
            store.blocks.setdefault(path, {})[query["blockid"]] = body
            return self.say(201)
        if query.get("comp") == "blocklist":
            blocks = store.blocks.pop(path)
            names = re.findall(r"<(?:Latest|Uncommitted)>(.*?)</", body.decode())
            tag = store.put(path, b"".join(map(blocks.get, names)))
            return self.say(201, headers={"ETag": tag})
        is_blob = "x-ms-blob-type" in self.headers
        return self.say(201 if is_blob else 200, headers={"ETag": store.put(path, body)})

    def post(self, store, path, query, body):
        if "uploads" in query:
            number = f"upload{len(store.uploads)}-{time.monotonic_ns()}"
            store.uploads[number] = {}
            text = f"<InitiateMultipartUploadResult><UploadId>{number}</UploadId>"
            return self.say(200, f"{text}</InitiateMultipartUploadResult>".encode())
        if "uploadId" not in query:
            return self.refuse(400, "InvalidRequest")
        if query["uploadId"] not in store.uploads:
            return self.refuse(404, "NoSuchUpload")
        parts = store.uploads[query["uploadId"]]
        listed = [int(number) for number in re.findall(r"<PartNumber>(\d+)<", body.decode())]
        if listed != sorted(parts):
            return self.refuse(400, "InvalidPart")
        if any(len(parts[number]) < 5 * 1024**2 for number in listed[:-1]):
            return self.refuse(400, "EntityTooSmall")
        del store.uploads[query["uploadId"]]
        tag = store.put(path, b"".join(parts[number] for number in listed))
        text = f"<CompleteMultipartUploadResult><ETag>{escape(tag)}</ETag>"
        return self.say(200, f"{text}</CompleteMultipartUploadResult>".encode())

    def delete(self, store, path, query, body):
        if "uploadId" in query:
            store.uploads.pop(query["uploadId"], None)
        else:
            store.objects.pop(path, None)
        self.say(202 if "x-ms-version" in self.headers else 204)


class Client:
    """What a test does with the store, past its protocol and its faults.

    Attributes:
        address: of the server, without a slash at the end.
    """

    def __init__(self, address):
        self.address = address

    def _ask(self, what, method="GET", data=None):
        target = f"{self.address}{CONTROL}{what}"
        request = urllib.request.Request(target, data=data, method=method)
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with direct.open(request, timeout=10) as response:
            return response.read()

    def requests(self):
        """Return (method, target) of what was asked since the last time."""
        return [tuple(row) for row in json.loads(self._ask("requests"))]

    def objects(self):
        """Return the sizes of all objects by ``/bucket/key``."""
        return json.loads(self._ask("objects"))[0]

    def pending(self):
        """Return the number of uploads that are neither completed nor aborted."""
        return json.loads(self._ask("objects"))[1]

    def read(self, path):
        return self._ask(path.removeprefix("/"))

    def write(self, path, content):
        self._ask(path.removeprefix("/"), "PUT", content)

    def clear(self, prefix="/"):
        self._ask(prefix.removeprefix("/"), "DELETE")

    def faults(self, *rules, **settings):
        """Have requests fail: (pattern of "METHOD /target", how many, status).

        0 hangs up, 1 in the middle of the answer.
        """
        rows = [dict(zip(("match", "times", "status"), rule, strict=True)) for rule in rules]
        self._ask("faults", "POST", json.dumps({"rules": rows, **settings}).encode())

    def settings(self):
        """Return what has GDAL find the store: as S3, as Google's and as Azure's."""
        plain = self.address.removeprefix("http://")
        return {
            "AWS_S3_ENDPOINT": plain,
            "AWS_HTTPS": "NO",
            "AWS_VIRTUAL_HOSTING": "FALSE",
            "AWS_REGION": "us-east-1",
            "AWS_ACCESS_KEY_ID": "AKIATESTTESTTESTTEST",
            "AWS_SECRET_ACCESS_KEY": "very/secret+words",
            "CPL_GS_ENDPOINT": f"{self.address}/",
            "GS_ACCESS_KEY_ID": "GOOGTESTTESTTEST",
            "GS_SECRET_ACCESS_KEY": "other/secret+words",
            "AZURE_STORAGE_CONNECTION_STRING": (
                "DefaultEndpointsProtocol=http;AccountName=account;AccountKey=c2VjcmV0IHdvcmRz;"
                f"BlobEndpoint={self.address}"
            ),
        }


@contextlib.contextmanager
def serving_objects():
    """Yield a client of a store in a process of its own."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    with subprocess.Popen([sys.executable, __file__], env=environment, **pipes) as process:
        yield Client(process.stdout.readline().strip())
        # Its standard input is closed on the way out, and ends it.


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.store = Store()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"http://127.0.0.1:{server.server_port}", flush=True)
    sys.stdin.read()
