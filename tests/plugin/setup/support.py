"""Tiny packages, and locks that know them."""

from __future__ import annotations

import base64
import hashlib
import json
import platform
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path

from crossearth_qgis import paths


def write_wheel(
    folder: Path,
    name: str = "tinyrequirement",
    version: str = "1.0",
    more: str = "",
    requires: str = "",
    module: str = "",
    script: str = "",
) -> Path:
    """Write a wheel that does nothing, always the same, and return its path."""
    stem = f"{name.replace('-', '_')}-{version}"
    path = folder / f"{stem}-py3-none-any.whl"
    info = f"{stem}.dist-info"
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    if requires:
        metadata += f"Requires-Dist: {requires}\n"
    module = module or name.replace("-", "_")
    files = {
        f"{module}.py": f"__version__ = {version!r}\n{more}",
        f"{info}/METADATA": metadata,
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    if script:
        files[f"{stem}.data/scripts/{script}"] = "#!python\nprint('a script')\n"
    files[f"{info}/RECORD"] = "".join(map(_record, files, files.values())) + f"{info}/RECORD,,\n"
    with zipfile.ZipFile(path, "w") as wheel:
        for member, text in files.items():
            wheel.writestr(zipfile.ZipInfo(member), text)
    return path


def _record(member: str, text: str) -> str:
    digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode().rstrip("=")
    return f"{member},sha256={digest},{len(text)}\n"


def lock(set_name: str, wheels: Iterable[Path], **offer: object) -> None:
    """Write a lock of wheels, and that this computer is offered it with every Python."""
    lines = []
    for wheel in wheels:
        name, version, _ = wheel.name.split("-", 2)
        digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
        lines.append(f"{name}=={version} \\\n    --hash=sha256:{digest}\n")
    paths.ENGINE_LOCKS.mkdir(exist_ok=True)
    (paths.ENGINE_LOCKS / f"{set_name}.txt").write_text("".join(lines), encoding="utf-8")
    file = paths.ENGINE_LOCKS / "wheels.json"
    offers = json.loads(file.read_text()) if file.is_file() else {}
    pythons = {f"3.{minor}": {"bytes": 1000, **offer} for minor in range(10, 15)}
    offers[set_name] = {f"{sys.platform}-{platform.machine()}": pythons}
    file.write_text(json.dumps(offers), encoding="utf-8")
