#!/usr/bin/env python3
"""Have a real QGIS send its runs to other computers, which call its folders otherwise.

Three hosts are network namespaces with a mount namespace each: a desk with QGIS, which
``other_computers_in_qgis.py`` works as a person would, and two that compute, with TLS. All see one
folder, under three paths, and nothing of it under another one's; the second worker lacks the model.
A map is made and another one canceled, a model is adapted; map and model have to be, to the byte,
those of one process. Leaves pictures and what was said in a folder. Linux, as root, with ``ip``,
``openssl`` and Xvfb; the engine's Python needs dask.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from make_screenshots import LIGHT, ROOT, make_profile, xvfb

HOSTS = {"desk": "10.219.20.1", "box": "10.219.20.2", "lacking": "10.219.20.3"}
MODEL, PORT = "town", 8786
TIMEOUT_S, START_S = 500, 60


def main() -> int:
    """Work the panel; exits with what broke."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("raster", type=Path, help="RGB raster to map")
    parser.add_argument("folder", type=Path, help="new folder for all that is made")
    parser.add_argument("--engine-python", type=Path, default=ROOT / ".venv" / "bin" / "python")
    parser.add_argument("--language", choices=("en", "de"), default="en")
    arguments = parser.parse_args()
    folder, python = arguments.folder.absolute(), str(arguments.engine_python.absolute())
    (folder / "pictures").mkdir(parents=True)
    (folder / "shared" / "maps").mkdir(parents=True)
    shutil.copyfile(arguments.raster, folder / "shared" / "scene.tif")
    for host in HOSTS:
        (folder / host / "imagery").mkdir(parents=True)
        (folder / host / "home" / "models").mkdir(parents=True)
    bundled = ROOT / "resources" / "models" / "crossearth-base-rgb"
    for host in ("desk", "box"):
        copy = folder / host / "home" / "models" / MODEL
        shutil.copytree(bundled, copy)
        description = json.loads((copy / "model.json").read_text(encoding="utf-8"))
        described = {**description, "id": MODEL}
        (copy / "model.json").write_text(json.dumps(described), encoding="utf-8")
    certificates = ROOT / "docs" / "examples" / "cluster-certificates.sh"
    subprocess.run(["sh", certificates, folder / "tls"], check=True, capture_output=True)
    make_profile(folder / "profile", LIGHT, arguments.language)
    with hosts(folder) as names, ExitStack() as last:
        begin_cluster(folder, names, python, last)
        work_panel(folder, names["desk"], python, last)
        compare(folder, names, python)
    print((folder / "said.txt").read_text(encoding="utf-8"))
    return 0


@contextmanager
def hosts(folder: Path) -> Iterator[dict[str, str]]:
    """Yield the network of each host, linked with the others and with nothing else."""
    names = {host: f"{host}{os.getpid() % 100_000}" for host in HOSTS}
    switch = f"hub{os.getpid() % 100_000}"
    with ExitStack() as made:
        for name in (switch, *names.values()):
            ip("netns", "add", name)
            made.callback(ip, "netns", "delete", name)
        ip("-n", switch, "link", "add", "bridge", "type", "bridge")
        ip("-n", switch, "link", "set", "bridge", "up")
        for host, name in names.items():
            ip("link", "add", host, "netns", switch, "type", "veth", "peer", "eth", "netns", name)
            ip("-n", switch, "link", "set", host, "master", "bridge", "up")
            ip("-n", name, "address", "add", f"{HOSTS[host]}/24", "dev", "eth")
            for link in ("eth", "lo"):
                ip("-n", name, "link", "set", link, "up")
        yield names


def ip(*arguments: str) -> None:
    """Run the program ip."""
    subprocess.run(["ip", *arguments], check=True)


def on_host(folder: Path, host: str, network: str, *command: object) -> list[str]:
    """Return a command as it runs on a host, which sees the shared folder by its own path only."""
    # In a mount namespace of its own, which `ip netns exec` makes.
    mount = 'mount --bind "$1" "$2" && mount -t tmpfs none "$1" && shift 2 && exec "$@"'
    places = (folder / "shared", folder / host / "imagery")
    line = ("ip", "netns", "exec", network, "sh", "-c", mount, "sh", *places, *command)
    return [str(word) for word in line]


def environment(folder: Path, host: str) -> dict[str, str]:
    """Return the variables of what runs on a host."""
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT / "engine"),
        "CROSSEARTH_HOME": str(folder / host / "home"),
        "DASK_CONFIG": str(folder / "tls"),
    }


def begin_cluster(folder: Path, names: dict[str, str], python: str, last: ExitStack) -> None:
    """Start a scheduler and two workers, on two hosts."""
    address = f"tls://{HOSTS['box']}:{PORT}"
    begun = [("box", "scheduler", "--host", HOSTS["box"], "--port", PORT)]
    begun += [
        (host, "worker", address, "--host", HOSTS[host], "--nthreads", 1, "--no-nanny")
        for host in ("box", "lacking")
    ]
    for host, what, *options in begun:
        command = [python, "-m", f"distributed.cli.dask_{what}", *options, "--no-dashboard"]
        log = last.enter_context((folder / f"{host}-{what}.log").open("w"))
        process = subprocess.Popen(
            on_host(folder, host, names[host], *command),
            env=environment(folder, host),
            cwd=folder / host,
            stdout=log,
            stderr=log,
        )
        last.callback(process.wait)
        last.callback(process.kill)
    until = time.monotonic() + START_S
    while "Registered to" not in (folder / "lacking-worker.log").read_text(encoding="utf-8"):
        if time.monotonic() > until:
            raise SystemExit((folder / "lacking-worker.log").read_text(encoding="utf-8"))
        time.sleep(0.2)


def work_panel(folder: Path, network: str, python: str, last: ExitStack) -> None:
    """Have QGIS work on the desk."""
    desk = folder / "desk" / "imagery"
    places = [f"{desk}={folder / host / 'imagery'}" for host in ("box", "lacking")]
    variables = {
        **environment(folder, "desk"),
        "DISPLAY": last.enter_context(xvfb()),
        "LC_ALL": "C.UTF-8",
        # QGIS's own Python looks for its home along PATH; a virtual environment's is another one.
        "PATH": os.pathsep.join(["/usr/bin", os.environ["PATH"]]),
        "PYTHONPATH": str(Path(__file__).parent.absolute()),
        "CROSSEARTH_SHOTS": str(folder / "pictures"),
        "CROSSEARTH_ENGINE_PYTHON": python,
        "CROSSEARTH_DESK": str(desk),
        "CROSSEARTH_CLUSTER": f"tls://{HOSTS['box']}:{PORT}",
        "CROSSEARTH_TLS": str(folder / "tls"),
        "CROSSEARTH_PLACES": "\n".join(places),
    }
    # The certificates are those that QGIS is told.
    del variables["DASK_CONFIG"]
    code = Path(__file__).with_name("other_computers_in_qgis.py")
    qgis = ["qgis", "--nologo", "--noversioncheck", "--profiles-path", folder / "profile"]
    subprocess.run(
        on_host(folder, "desk", network, *qgis, "--code", code),
        env=variables,
        timeout=TIMEOUT_S,
        check=False,
    )
    failure = folder / "pictures" / "failure.txt"
    if failure.exists():
        raise SystemExit(failure.read_text(encoding="utf-8"))
    if not (folder / "said.txt").exists():
        raise SystemExit("QGIS ended before its time.")


def compare(folder: Path, names: dict[str, str], python: str) -> None:
    """Exit unless map and model are those of one process, and nothing else is there."""
    shared = folder / "shared"
    there = {path.name for path in shared.iterdir()} | {p.name for p in (shared / "maps").iterdir()}
    left = {name for name in there if not name.startswith(("scene", "maps", "samples", "map."))}
    if left:
        raise SystemExit(f"There is more than there should be: {', '.join(sorted(left))}")
    kept = list((folder / "lacking" / "home").rglob("model.onnx"))
    if len(kept) != 1 or (folder / "lacking" / "home" / "models" / MODEL).exists():
        raise SystemExit(f"The model was not sent as it is to be: {kept}")
    # A map tells where its raster is as the host calls it that has joined the parts.
    same = [made_alone(folder, host, names[host], python) for host in ("box", "lacking")]
    if not any(same):
        raise SystemExit("The map is not that of one process.")
    home = folder / "desk" / "home"
    adapted = (home / "models" / "mine" / "model.onnx").read_bytes()
    for cache in ("cache", "models/mine"):
        shutil.rmtree(home / cache)
    line = ["finetune", "--raster", folder / "desk" / "imagery" / "scene.tif"]
    line += ["--polygons", folder / "desk" / "imagery" / "samples.gpkg", "--field", "class"]
    line += ["--model", MODEL, "--name", "mine"]
    run_engine(folder, "desk", names["desk"], python, *line)
    if (home / "models" / "mine" / "model.onnx").read_bytes() != adapted:
        raise SystemExit("The model is not that of one process.")


def made_alone(folder: Path, host: str, network: str, python: str) -> bool:
    """Return whether one process on a host makes the map that the cluster has made."""
    imagery, alone = folder / host / "imagery", folder / "shared" / "alone"
    alone.mkdir()
    model = next((folder / host / "home").rglob("model.json")).parent
    line = ["segment", imagery / "scene.tif", imagery / "alone" / "map.tif", "--model", model]
    run_engine(folder, host, network, python, *line)
    is_same = (alone / "map.tif").read_bytes() == (
        folder / "shared" / "maps" / "map.tif"
    ).read_bytes()
    shutil.rmtree(alone)
    return is_same


def run_engine(folder: Path, host: str, network: str, python: str, *line: object) -> None:
    """Run the engine's command line on a host."""
    command = on_host(folder, host, network, python, "-m", "crossearth_engine", *line)
    subprocess.run(command, env=environment(folder, host), check=True, capture_output=True)


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        sys.exit(main())
