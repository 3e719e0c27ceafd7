"""A worker of the engine that the campaign gives jobs to, and what is held against each answer."""

from __future__ import annotations

import json
import os
import re
import select
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MEMORY_BYTES = 6 * 1024**3
"""What a worker may take of addresses: a file that asks for more has to be told, not killed."""
ENDS_WITHIN_CPU_S = 30.0
"""Of a job: of the processor, which others may be using at the same time."""
ENDS_WITHIN_S, CANCELED_WITHIN_S = 150.0, 20.0
"""Of a job, and of the answer to a cancel: by the clock, for what stands still."""
LONGEST_SENTENCE = 2500

# Names of exceptions, of GDAL's and of Python's: no person wants to read one.
_RAW = re.compile(r"\b[A-Z]\w+(Error|Exception|Warning)\b|Traceback|CPLE_|std::|\bat 0x[0-9a-f]+")


@dataclass(frozen=True)
class Case:
    """One thing that is tried.

    Attributes:
        name: by which it can be tried again.
        command: of the engine.
        make: writes what it takes into a folder, and returns the arguments. Outputs go to ``out``
            in that folder.
        check: says what is wrong with what was made, if it was; '' for nothing.
        ends: how it has to end: ``done``, ``told`` (a sentence), or either.
    """

    name: str
    command: str
    make: Callable[[Path], dict[str, Any]]
    check: Callable[[Path, dict[str, Any]], str] = lambda folder, arguments: ""
    ends: str = "either"


def fault_of_sentence(text: str) -> str:
    """Return what is wrong with a sentence that a person is to read; '' for nothing."""
    if raw := _RAW.search(text):
        return f"not a sentence ({raw[0]}): {text[:300]}"
    if len(text) > LONGEST_SENTENCE:
        return f"a sentence of {len(text)} characters"
    return ""


def environment(home: Path) -> dict[str, str]:
    """Return the environment of an engine with a home and a temporary folder of its own."""
    temporary = home / "temporary"
    temporary.mkdir(parents=True, exist_ok=True)
    own = {"CROSSEARTH_HOME": str(home), "TMPDIR": str(temporary), "OMP_NUM_THREADS": "1"}
    engine = str(Path(__file__).resolve().parents[1] / "engine")
    return {**os.environ, **own, "PYTHONPATH": engine}


def cpu_s(pid: int) -> float:
    """Return how long a process has computed."""
    stat = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK")


class Worker:
    """A process of the engine behind a pipe, as QGIS starts it; started anew when it has ended."""

    def __init__(self, home: Path) -> None:
        self.home = home
        home.mkdir(parents=True, exist_ok=True)
        self._log = home / "stderr.txt"
        self._process: subprocess.Popen[bytes] | None = None
        self._count = 0
        self._rest = b""
        self.starts = 0

    @property
    def pid(self) -> int:
        """Of the process."""
        return self._running().pid

    def run(self, command: str, arguments: dict[str, Any]) -> tuple[dict[str, Any], str]:
        """Return the message that ends a job, and what is wrong with how it came.

        A worker that died answers with type ``died``, one that hangs with ``hung``.
        """
        process = self._running()
        self._count += 1
        job = str(self._count)
        told_before = self._log.stat().st_size
        message = {"type": "run", "job_id": job, "command": command, "arguments": arguments}
        cpu_before_s = cpu_s(process.pid)
        reply = self._exchange(process, message, ENDS_WITHIN_S)
        if reply["type"] == "hung":
            reply = self._exchange(process, {"type": "cancel", "job_id": job}, CANCELED_WITHIN_S)
        with self._log.open("rb") as log:
            log.seek(told_before)
            said = log.read().decode(errors="replace")
        if reply["type"] in ("hung", "died"):
            status = self._process.poll() if self._process is not None else None
            self.close()
            # It may have ended before the job came.
            said = self._log.read_text(errors="replace")[-400:]
            return reply, f"the worker {reply['type']}, status {status}: {said}"
        if (taken_s := cpu_s(process.pid) - cpu_before_s) > ENDS_WITHIN_CPU_S:
            return reply, f"it took {taken_s:.0f} s of the processor"
        if reply["type"] == "failed" and reply["code"] == "internal":
            return reply, f"{reply['message'][:300]} {said.strip().splitlines()[-3:]}"
        if "Traceback" in said:
            return reply, f"a traceback beside the answer: {said[-300:]}"
        return reply, fault_of_sentence(reply["message"]) if reply["type"] == "failed" else ""

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for stream in (self._process.stdin, self._process.stdout):
                if stream is not None:
                    stream.close()
            self._process = None

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            with self._log.open("ab") as log:
                self._process = subprocess.Popen(
                    [sys.executable, "-m", "crossearth_engine", "worker"],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=log,
                    env=environment(self.home),
                    cwd=self.home,
                    preexec_fn=_limit_memory,
                )
            self._rest = b""
            self.starts += 1
        return self._process

    def _exchange(
        self, process: subprocess.Popen[bytes], message: dict[str, Any], limit_s: float
    ) -> dict[str, Any]:
        if process.stdin is None or process.stdout is None:
            raise RuntimeError("the worker has no pipes")
        try:
            process.stdin.write(json.dumps(message).encode() + b"\n")
            process.stdin.flush()
        except BrokenPipeError:
            return {"type": "died"}
        end = time.monotonic() + limit_s
        for line in self._lines(process, end):
            reply: dict[str, Any] = json.loads(line)
            if reply["type"] in ("done", "failed", "canceled"):
                return reply
        return {"type": "died" if process.poll() is not None else "hung"}

    def _lines(self, process: subprocess.Popen[bytes], end: float) -> Iterator[bytes]:
        if process.stdout is None:
            raise RuntimeError("the worker has no pipes")
        while (left := end - time.monotonic()) > 0:
            while b"\n" in self._rest:
                line, _, self._rest = self._rest.partition(b"\n")
                yield line
            if select.select([process.stdout], [], [], min(left, 1))[0]:
                block = os.read(process.stdout.fileno(), 1 << 16)
                if not block:
                    process.wait()
                    return
                self._rest += block


def judge(worker: Worker, case: Case, folder: Path) -> str:
    """Try a case in an empty folder; return what was not as it should be, '' for nothing."""
    (folder / "out").mkdir(parents=True)
    arguments = case.make(folder)
    before = _content(folder)
    reply, fault = worker.run(case.command, arguments)
    if fault:
        return fault
    if case.ends != "either" and (reply["type"] == "done") != (case.ends == "done"):
        return f"ended {reply['type']} and not {case.ends}: {reply.get('message', '')[:200]}"
    made = {name: state for name, state in _content(folder).items() if before.get(name) != state}
    beside = [name for name in made if not name.startswith("out")]
    if beside:
        return f"written beside the input: {', '.join(beside)}"
    if reply["type"] != "done":
        return f"left over: {', '.join(made)}" if made else ""
    if any(".partial" in name for name in made):
        return "a folder of unfinished work is left"
    return case.check(folder, arguments)


def _content(folder: Path) -> dict[str, tuple[int, int]]:
    return {
        str(path.relative_to(folder)): (path.lstat().st_size, path.lstat().st_mtime_ns)
        for path in folder.rglob("*")
        if not path.is_dir() or path.is_symlink()
    }


def _limit_memory() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
