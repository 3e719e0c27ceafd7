"""What the campaign does to a disk: reading, writing, or bringing to the disk fails (EIO)."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from _campaign_faults import Fault, Runs, told, unfinished
from _campaign_worker import environment

# What programs read and write by; mapped files are read by nobody who could be told.
READ, WRITE, SYNC = "read,pread64,readv,preadv", "write,pwrite64,writev,pwritev", "fsync,fdatasync"
# As strace writes a call with the path of the file that it is of.
_CALL = re.compile(r"(\w+)\(\d+<([^>]+)>")
EACH = 4
"""Calls of each kind on each file that are tried, from the first to the last."""


def input_output_errors(work: Path) -> Iterator[Fault]:
    """Yield runs in which a disk fails, from some call on a file on; needs strace."""
    if shutil.which("strace") is None:
        yield "all", _without_strace
        return
    runs = Runs(work)
    calls = _calls(runs)
    # Of files that are numbered, such as those of each row of windows, the first and the last.
    numbers: dict[str, list[int]] = {}
    for _, name in calls:
        numbers.setdefault(_unnumbered(name), []).append(_number(name))
    for (kind, name), count in sorted(calls.items()):
        alike = numbers[_unnumbered(name)]
        if _number(name) not in (min(alike), max(alike)):
            continue
        for number in sorted({1 + (count - 1) * step // (EACH - 1) for step in range(EACH)}):
            what = {READ: "read", WRITE: "write", SYNC: "fsync"}[kind]
            yield f"{what} {number} of {name}", partial(_failing, runs, kind, name, number)


def _unnumbered(name: str) -> str:
    return re.sub(r"-\d+\.bin$", "-.bin", name)


def _number(name: str) -> int:
    found = re.search(r"-(\d+)\.bin$", name)
    return int(found[1]) if found else 0


def _without_strace() -> str:
    raise PermissionError("needs strace")


def _calls(runs: Runs) -> Counter[tuple[str, str]]:
    """Return how often a whole run reads, writes and syncs each file, by a name of its own."""
    folder, log = runs.folder(), runs.work / "calls"
    _strace(
        runs, folder, "-y", "-o", str(log), "-e", f"trace={READ},{WRITE},{SYNC}"
    ).check_returncode()
    calls: Counter[tuple[str, str]] = Counter()
    for call, path in _CALL.findall(log.read_text(errors="replace")):
        kind = next(kind for kind in (READ, WRITE, SYNC) if call in kind.split(","))
        is_input = path in (str(runs.raster), str(runs.model))
        if is_input or (path.startswith(f"{folder}/") and kind != READ):
            calls[kind, str(Path(path).relative_to(runs.work if is_input else folder))] += 1
    return calls


def _failing(runs: Runs, kind: str, name: str, number: int) -> str:
    """Run while a file fails from its N-th call on; return what was not as it should be."""
    folder = runs.folder()
    place = runs.work / name if kind == READ else folder / name
    failing = ["-P", str(place), "-e", f"trace={kind}"]
    failing += ["-e", f"inject={kind}:error=EIO:when={number}+", "-o", "/dev/null"]
    process = _started(runs, folder, *failing)
    fault = told(process, folder, {0, 2, 4})
    return fault or (runs.expected(folder) or unfinished(folder) if not process.returncode else "")


def _strace(runs: Runs, folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    process = _started(runs, folder, *options)
    said, wrong = process.communicate()
    return subprocess.CompletedProcess(process.args, process.returncode, said, wrong)


def _started(runs: Runs, folder: Path, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "crossearth_engine", *runs.command(folder)]
    return subprocess.Popen(
        ["strace", "-f", "-qq", "--seccomp-bpf", "--signal=none", *options, *command],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env=environment(runs.work / "home"), start_new_session=True,
    )  # fmt: skip
