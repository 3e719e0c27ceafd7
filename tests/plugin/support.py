"""What several tests of the plugin need and no fixture can be."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from qgis.PyQt.QtCore import QCoreApplication

from crossearth_qgis import paths
from crossearth_qgis.bridge.engine import Engine

Result = TypeVar("Result")

FAKE_ENGINE = Path(__file__).with_name("fake_engine.py")


class FakeEngines:
    """Makes engines that misbehave as told, and knows what they were asked."""

    def __init__(self, record_file: Path) -> None:
        self._record_file = record_file
        self._engines: list[Engine] = []

    def __call__(self, behaviour: str) -> Engine:
        engine = Engine(lambda: self.command(behaviour))
        self._engines.append(engine)
        return engine

    def command(self, behaviour: str) -> list[str]:
        script = [sys.executable, str(FAKE_ENGINE), str(paths.SHARED_FOLDER / "protocol.py")]
        return [*script, behaviour, str(self._record_file)]

    def requests(self) -> list[dict]:
        if not self._record_file.exists():
            return []
        lines = self._record_file.read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines]

    def stop(self) -> None:
        for engine in self._engines:
            engine.stop()


def write_model(folder: Path, **properties: object) -> Path:
    folder.mkdir(parents=True)
    (folder / "model.onnx").write_bytes(b"not a network")
    item = {
        "id": folder.name,
        "properties": {
            "description": "Knows water and trees.",
            "license": "CC0-1.0",
            "gsd": 0.5,
            "mlm:name": "Tiny",
            "mlm:input": [{"bands": ["red", "green", "blue"], "input": {"shape": [-1, 3, 64, 64]}}],
            "mlm:output": [
                {
                    "classification:classes": [
                        {"value": 1, "name": "Water", "color_hint": "0000FF"},
                        {"value": 2, "name": "Trees", "color_hint": "00FF00"},
                    ]
                }
            ],
            "crossearth:window_size": 64,
            "crossearth:overlap": 16,
            "crossearth:gsd_range_m": [0.2, 1.0],
            "crossearth:trained_on": "Nothing at all.",
            **properties,
        },
        "assets": {"model": {"href": "./model.onnx", "roles": ["mlm:model"], "file:size": 13}},
    }
    (folder / "model.json").write_text(json.dumps(item), encoding="utf-8")
    return folder


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def wait_until(condition: Callable[[], bool], timeout_s: float = 60.0) -> bool:
    deadline = time.monotonic() + timeout_s
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.02)
    return condition()


def in_background(work: Callable[[], Result]) -> Result:
    """Do work in another thread while this one handles its events, as QGIS runs algorithms."""
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(work)
        while not future.done():
            QCoreApplication.processEvents()
            time.sleep(0.005)
        return future.result()
