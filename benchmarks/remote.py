"""What it takes to map a raster that lies in object storage, or on a web server, far away.

An S3-compatible server on this computer (moto's) is reached through another one that hands each
request on after 30 ms and fails 5 % of them: "too busy", or no answer. A made COG is mapped with
the bundled model from the disk to the disk, from S3 to S3, and from the web (/vsicurl) to the disk,
each round in another order, each a process of its own that is timed from start to end. The files
of all maps are compared to the byte, but for the name of the raster, which they say.

moto's server is not among what the engine needs. Once, in an environment of its own:

    python3 -m venv ~/moto && ~/moto/bin/pip install 'moto[server]'
    python benchmarks/remote.py --moto ~/moto/bin/moto_server [--size 4096] [--rounds 3]
        [--write docs/object-storage.md]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import rasterio.shutil
from _far_away import FarAway, Request, far_away
from segment import make_raster, replace_section

from crossearth_engine.devices.processor import cpu_name, usable_cores

TITLE = "## How much longer it takes"
# Wall time of a map of a remote COG, to that of the same file on a disk.
BUDGET = 1.15
ENDS = (".tif", "_confidence.tif", ".tif.aux.xml", ".qml")
BUCKET = "bucket"
NAME_LENGTH = 120


@dataclass(frozen=True)
class Case:
    """From where to where a raster is mapped, and which share of the requests fails."""

    title: str
    source: str
    target: str
    failing: float = 0.0


@dataclass(frozen=True)
class Spent:
    """What a run took.

    Attributes:
        wall_s: from its start to its end.
        served_s: CPU time of the servers meanwhile.
        requests: all of them.
        failed: how many of them.
        peak_mb: of its memory.
        digests: of the files that it has made.
    """

    wall_s: float
    served_s: float
    requests: list[Request]
    failed: int
    peak_mb: float
    digests: tuple[str, ...]


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--moto", default=shutil.which("moto_server"), help="moto's server")
    parser.add_argument("--size", type=int, default=4096)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--delay-ms", type=float, default=30)
    parser.add_argument("--failing", type=float, default=5, help="percent of the requests")
    parser.add_argument("--list", action="store_true", help="print every request of one round")
    parser.add_argument("--write", type=Path, help="write the section into this file")
    parser.add_argument("--folder", type=Path, help="where files are made  [default: temporary]")
    arguments = parser.parse_args()
    if not arguments.moto:
        parser.error("pip install 'moto[server]', and say where its moto_server is (--moto)")
    with (
        tempfile.TemporaryDirectory(dir=arguments.folder) as name,
        moto(arguments.moto, Path(name)) as (origin, process),
        far_away(origin, process) as server,
    ):
        folder = Path(name)
        asked = cases(server, folder, arguments.failing / 100)
        scene = Path(asked[0].source)
        scene.parent.mkdir()
        make_cog(scene, arguments.size)
        send(f"{origin}/{BUCKET}", b"")
        for name in {case.source for case in asked[1:]}:
            key = name.partition(f"/{BUCKET}/")[2]
            send(f"{origin}/{BUCKET}/{key}", scene.read_bytes())
        found = measure(asked, server, folder, arguments)
        is_same = len({item.digests for rounds in found.values() for item in rounds}) == 1
        page = as_page(found, scene.stat().st_size, arguments, is_same=is_same)
    print(page)
    if arguments.write:
        replace_section(arguments.write, page)
    if not is_same:
        for case, rounds in found.items():
            print(case.title, *(item.digests for item in rounds), file=sys.stderr)
        raise SystemExit("The maps differ.")


def cases(server: FarAway, folder: Path, failing: float) -> list[Case]:
    """Return what is compared, first that with which the others are."""
    disk, store = str(folder), f"s3://{BUCKET}"
    scene = padded(disk)
    remote, web = padded(f"/vsis3/{BUCKET}"), padded(f"/vsicurl/{server.address}/{BUCKET}")
    return [
        Case("disk to disk", scene, disk),
        Case("S3 to disk", remote, disk),
        Case("S3 to S3", remote, store),
        Case("web to disk", web, disk),
        Case("S3 to S3, failing", remote, store, failing),
        Case("web to disk, failing", web, disk, failing),
    ]


def padded(folder: str) -> str:
    """Return a name in a folder that is as long as those in others."""
    return f"{folder}/{'x' * (NAME_LENGTH - len(folder))}/scene.tif"


def measure(
    asked: list[Case], server: FarAway, folder: Path, arguments: argparse.Namespace
) -> dict[Case, list[Spent]]:
    """Return what each case takes, round by round, every other round backwards."""
    found: dict[Case, list[Spent]] = {case: [] for case in asked}
    # Nobody is the first to load the libraries.
    run(asked[0], folder, server, {})
    for number in range(arguments.rounds):
        for case in asked if number % 2 == 0 else asked[::-1]:
            server.start_anew(arguments.delay_ms / 1000, case.failing, number)
            spent = run(case, folder, server, settings(server))
            found[case].append(spent)
            told = f"{case.title}: {spent.wall_s:.1f} s, servers {spent.served_s:.1f} s of CPU time"
            told += f", {len(spent.requests)} requests, {spent.failed} failed"
            print(f"{told}, {spent.peak_mb:.0f} MB", file=sys.stderr)
            if arguments.list and number == 0:
                for request in spent.requests:
                    name = request.target.replace("x" * 8, "")
                    told = f"{request.at_s:7.2f} s {request.method} {name} {request.bytes}"
                    print(told, file=sys.stderr)
    return found


def run(case: Case, folder: Path, server: FarAway, environment: dict[str, str]) -> Spent:
    """Make a map with confidence in a process of its own, and measure and read it."""
    output, confidence = (f"{case.target}/map{end}" for end in ENDS[:2])
    command = [
        *(sys.executable, "-m", "crossearth_engine", "segment", case.source),
        *(output, "--confidence", confidence, "--precision", "fp32", "--json"),
    ]
    own = {**os.environ, **environment, "TMPDIR": str(folder)}
    began, served = time.perf_counter(), server.cpu_s
    done = subprocess.run(command, env=own, capture_output=True)
    wall_s, served_s = time.perf_counter() - began, server.cpu_s - served
    if done.returncode:
        raise SystemExit(f"{case.title} ended with status {done.returncode}: {done.stderr[-2000:]}")
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    requests, failed = list(server.requests), server.failed
    where = str(folder)
    if case.target != where:
        where = f"http://{server.origin}/{BUCKET}"
    digests = tuple(digest(f"{where}/map{end}", case.source) for end in ENDS)
    return Spent(wall_s, served_s, requests, failed, result["peak_rss_mb"], digests)


def digest(name: str, source: str) -> str:
    """Return the digest of a file, or of what is at an address, and remove it.

    Args:
        name: of either.
        source: the raster's name, which does not count.
    """
    if not name.startswith("http"):
        content = Path(name).read_bytes()
        Path(name).unlink()
    else:
        content = send(name, None, "GET")
        send(name, None, "DELETE")
    return hashlib.sha256(content.replace(source.encode(), b"")).hexdigest()


def settings(server: FarAway) -> dict[str, str]:
    """Return by which environment GDAL finds the store."""
    return {
        "AWS_S3_ENDPOINT": server.address.removeprefix("http://"),
        "AWS_HTTPS": "NO",
        "AWS_VIRTUAL_HOSTING": "FALSE",
        "AWS_REGION": "us-east-1",
        "AWS_ACCESS_KEY_ID": "nobody",
        "AWS_SECRET_ACCESS_KEY": "nothing",
    }


@contextmanager
def moto(command: str, folder: Path) -> Iterator[tuple[str, int]]:
    """Run moto's server, and yield its address and the number of its process."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    with (
        (folder / "moto.log").open("wb") as log,
        subprocess.Popen([command, "-p", str(port)], stdout=log, stderr=log) as process,
    ):
        try:
            for _ in range(300):
                try:
                    send(address, None, "GET")
                    break
                except urllib.error.URLError:
                    time.sleep(0.1)
            yield address, process.pid
        finally:
            process.terminate()


def send(address: str, content: bytes | None, method: str = "PUT") -> bytes:
    """Return what the server near by answers."""
    headers = {
        "Authorization": "AWS4-HMAC-SHA256 Credential=nobody/20260101/us-east-1/s3/aws4_request",
        "Content-Type": "image/tiff",
        "x-amz-acl": "public-read",  # to be seen on the web as well
    }
    request = urllib.request.Request(  # noqa: S310 - of a server that was started here
        address, content, headers, method=method
    )
    with urllib.request.urlopen(request, timeout=60) as response:  # noqa: S310 - the same
        answer: bytes = response.read()
    return answer


def make_cog(path: Path, size: int) -> None:
    """Write a made RGB raster as a COG, as GDAL does by default."""
    plain = path.with_name("plain.tif")
    make_raster(plain, size)
    rasterio.shutil.copy(plain, path, driver="COG", compress="deflate", predictor="yes")
    plain.unlink()


def as_page(
    found: dict[Case, list[Spent]], size: int, arguments: argparse.Namespace, *, is_same: bool
) -> str:
    """Return the section."""
    local, *others = found
    lines = [
        TITLE,
        "",
        f"A made RGB raster of {arguments.size}² pixels, a COG of {size / 1e6:.0f} MB; the bundled "
        "model, classes and confidence. moto's S3",
        f"server on the same computer, behind one that hands each request on after "
        f"{arguments.delay_ms:g} ms and, where it says so, fails",
        f"{arguments.failing:g} % of them (“too busy”, or the connection is cut). Whole processes "
        f"from start to end, {arguments.rounds} rounds in turn, medians.",
        f"{cpu_name()}, {usable_cores()} cores, of which the servers take their share of CPU time.",
        f"Repeat with `python3 dev.py bench remote --moto PATH/moto_server --size {arguments.size} "
        f"--rounds {arguments.rounds} --write docs/object-storage.md`.",
        "",
        f"| | wall time, shares of the disk's | budget {BUDGET} | the same, without the "
        "servers' CPU time | requests that read | that write | failed | peak, MB |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for case in found:
        rounds = found[case]
        wall = statistics.median(
            item.wall_s / base.wall_s for item, base in zip(rounds, found[local], strict=True)
        )
        # As if they had run elsewhere: what they compute, both cores would else have computed.
        apart = statistics.median(
            (item.wall_s - item.served_s / usable_cores()) / base.wall_s
            for item, base in zip(rounds, found[local], strict=True)
        )
        kinds = [Counter(of_scene(request) for request in item.requests) for item in rounds]
        cells = [
            case.title,
            f"{wall:.2f}" if case in others else "1",
            ("met" if wall <= BUDGET else "missed") if case in others else "–",
            f"{apart:.2f}" if case in others else "1",
            *(f"{statistics.median(kind[is_read] for kind in kinds):.0f}" for is_read in (1, 0)),
            f"{statistics.median(item.failed for item in rounds):.0f}",
            f"{statistics.median(item.peak_mb for item in rounds):.0f}",
        ]
        lines.append(f"| {' | '.join(cells)} |")
    same = "are the same to the byte" if is_same else "DIFFER"
    lines += [
        "",
        f"The {len(ENDS)} files beside the item {same} in all runs.",
        "",
        "What is left is mostly before the first window, where the raster is opened and a sample "
        "is read, several blocks at a time,",
        "and after the last one, where the map is sent. Windows are read ahead of the network.",
        "",
    ]
    return "\n".join(lines)


def of_scene(request: Request) -> bool:
    """Whether a request is about the raster that is read, or what may lie beside it."""
    return request.method in ("GET", "HEAD") and not re.search(r"[/=]map", request.target)


if __name__ == "__main__":
    main()
