"""What the engine does with damaged and hostile files, and when the computer lets it down.

    python benchmarks/campaign.py [--minutes M] [--only WORD…] [--resume FILE] [--write PAGE]
    python benchmarks/campaign.py --soak MINUTES [--write PAGE]

Files and requests go to a worker that takes thousands of them; kills, full disks and the like go to
processes of their own. As it should be is: the exit status of the contract; one sentence, without
names of exceptions, of bounded length; nothing left behind or written beside the input; and, where
a map was made, the classes that numpy makes of the same pixels. Seeds are fixed: a case has a name,
by which ``--only`` tries it again. Linux; small disks and locked files need root. With ``--resume``
what has been tried is noted in a file: of a campaign that was interrupted, a later one tries the
rest, and anew what was not as it should be.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import _campaign_faults as faults
import _campaign_files as files
from _campaign_io import input_output_errors
from _campaign_soak import soak
from _campaign_worker import Worker, judge

MOST_FAILURES_SHOWN = 12


@dataclass
class Row:
    """One kind of fault: how often it was tried, and what was not as it should be."""

    name: str
    tried: int = 0
    seconds: float = 0.0
    failures: list[str] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)


# By name: what is tried, as cases for a worker.
CASES: dict[str, Callable[[Path], Iterator[files.Case]]] = {
    "mutated rasters, 14 formats, 20 seeds": files.mutated_rasters,
    "crafted rasters, places and names": files.crafted_rasters,
    "ONNX: damaged, odd data, shapes, metadata": files.onnx_files,
    "pickles: programs, bombs, damaged": files.pickles,
    "safetensors: damaged, false heads": files.safetensors,
    "STAC items, every value odd": files.items,
    "arguments of every command, odd": files.argument_cases,
}
# And as faults of whole processes.
FAULTS: dict[str, Callable[[Path], Iterator[faults.Fault]]] = {
    "lines of the protocol": faults.lines,
    "limits: memory, descriptors, size of files": faults.limits,
    "signals": faults.signals,
    "kill -9, then --resume": faults.kills,
    "power cut at an fsync, then --resume": faults.power_cuts,
    "disks: full, read-only, folder removed": faults.disks,
    "disks: input and output errors": input_output_errors,
    "files changed, locked, held": faults.files,
    "QGIS killed during a run or the set-up": faults.parents,
}
# Shares of the time, where it is limited; 1 of the others.
SHARES = {"mutated": 6, "STAC": 3, "arguments": 3, "power": 2, "limits": 2, "kill": 2}


class Notes:
    """What has been tried, and how it went; in a file, if one is given."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        # By row and case, what was wrong; of each case what was last.
        self._faults: dict[tuple[str, str], str] = {}
        self.parts: list[str] = []
        if file is not None and file.exists():
            for line in file.read_text(encoding="utf-8").splitlines():
                self._take(json.loads(line))
        self._write({"part": version()})

    def add(self, row: str, case: str, fault: str) -> None:
        """Note an attempt."""
        self._write({"row": row, "case": case, "fault": fault})

    def done(self, row: str) -> set[str]:
        """Return what of a row has been as it should be."""
        return {case for (of, case), fault in self._faults.items() if of == row and not fault}

    def _take(self, entry: dict[str, str]) -> None:
        if "part" in entry:
            self.parts.append(entry["part"])
        else:
            self._faults[entry["row"], entry["case"]] = entry["fault"]

    def _write(self, entry: dict[str, str]) -> None:
        self._take(entry)
        if self._file is not None:
            with self._file.open("a", encoding="utf-8") as stream:
                stream.write(json.dumps(entry) + "\n")


def version() -> str:
    """Return which commit this is, with a + if it was changed."""
    command = ["git", "describe", "--always", "--dirty=+", "--exclude=*"]
    done = subprocess.run(command, cwd=Path(__file__).parent, capture_output=True, text=True)
    return done.stdout.strip() or "no commit"


def try_cases(
    row: Row, cases: list[files.Case], work: Path, end: float, note: Callable[[str, str], None]
) -> None:
    """Give cases to a worker until the time is over."""
    worker = Worker(work / "home")
    try:
        for number, case in enumerate(cases):
            if time.monotonic() > end:
                break
            folder = work / str(number)
            fault = judge(worker, case, folder)
            if files.owned(worker.home):
                fault = "something in the file was run"
            note(case.name, fault)
            shutil.rmtree(folder, ignore_errors=True)
    finally:
        worker.close()


def try_faults(
    row: Row, tried: list[faults.Fault], end: float, note: Callable[[str, str], None]
) -> None:
    """Try faults of processes until the time is over."""
    for name, attempt in tried:
        if time.monotonic() > end:
            break
        try:
            note(name, attempt())
        except PermissionError as error:
            row.left_out[str(error)] += 1


def run_row(name: str, words: list[str], work: Path, budget_s: float, notes: Notes) -> Row:
    """Try what there is of one kind: in an order of its own, so that a part is of everything."""
    row, began = Row(name), time.monotonic()
    work.mkdir(parents=True)
    made = list(CASES[name](work)) if name in CASES else list(FAULTS[name](work))
    chosen = [
        item for item in made
        if not words or any(word in name or word == _name(item) for word in words)
    ]  # fmt: skip
    random.Random(name).shuffle(chosen)
    done = notes.done(name)
    row.tried = len(done & {_name(item) for item in chosen})
    chosen = [item for item in chosen if _name(item) not in done]
    end = began + budget_s

    def note(case: str, fault: str) -> None:
        row.tried += 1
        notes.add(name, case, fault)
        if fault:
            row.failures.append(f"{case}: {fault}")
            print(f"  FAILED {name} / {case}: {fault}", flush=True)

    if name in CASES:
        try_cases(row, chosen, work, end, note)
    else:
        try_faults(row, chosen, end, note)
    row.seconds = time.monotonic() - began
    shutil.rmtree(work, ignore_errors=True)
    return row


def _name(item: files.Case | faults.Fault) -> str:
    return item.name if isinstance(item, files.Case) else item[0]


def page(rows: list[Row], command: str, parts: list[str], more: str) -> str:
    """Return the page with the table.

    Args:
        rows: of the table.
        command: that made it.
        parts: the version of each time that it was run.
        more: what follows the table.
    """
    versions = ", ".join(dict.fromkeys(parts))
    how = f"in one run ({versions})" if len(parts) == 1 else f"in {len(parts)} parts ({versions})"
    lines = [
        "# The campaign: what was tried against the engine",
        "",
        "Damaged and hostile files, odd requests, and computers that let a run down: what",
        "`benchmarks/campaign.py` tries, and whether the engine did as it should. That is: the",
        "exit status of the contract; one sentence without names of exceptions; nothing left",
        "behind or written beside the input; and, where a map was made, the classes that numpy",
        "makes of the same pixels, or the bytes of an uninterrupted run.",
        "",
        f"Made by `python3 dev.py bench {command}`, {how},",
        f"on {platform.system()} with {os.cpu_count()} cores, Python {platform.python_version()}.",
        "Seeds are fixed: a case that is named is tried again with `--only NAME`. Not on Windows",
        "or macOS.",
        "",
        "| what was tried | tried | as it should be | failed |",
        "| --- | ---: | ---: | ---: |",
    ]
    for row in rows:
        good = row.tried - len(row.failures)
        lines.append(f"| {row.name} | {row.tried} | {good} | {len(row.failures)} |")
    total, failed = sum(row.tried for row in rows), sum(len(row.failures) for row in rows)
    lines.append(f"| **all** | **{total}** | **{total - failed}** | **{failed}** |")
    reasons = [f"- {row.name}: {failure}" for row in rows
               for failure in row.failures[:MOST_FAILURES_SHOWN]]  # fmt: skip
    left_out = [f"- {row.name}: {count} not tried, {reason}." for row in rows
                for reason, count in row.left_out.items()]  # fmt: skip
    if reasons:
        lines += ["", "## What failed", "", *(reason.replace("\n", " ") for reason in reasons)]
    if left_out:
        lines += ["", "## What was not tried", "", *left_out]
    return "\n".join(lines) + "\n" + more


def main() -> None:
    """Run the campaign, or a soak, and print its table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--minutes", type=float, help="in all; without it, everything is tried")
    parser.add_argument("--only", nargs="+", default=[], metavar="WORD", help="of rows, or cases")
    parser.add_argument("--resume", type=Path, metavar="FILE", help="note, and go on")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="write the table to a page")
    parser.add_argument("--soak", type=float, metavar="MINUTES", help="random jobs in one worker")
    arguments = parser.parse_args()
    work = Path(tempfile.mkdtemp(prefix="campaign-"))
    try:
        if arguments.soak:
            text, faults_found = soak(work, arguments.soak)
            failed = len(faults_found)
        else:
            everything = [*CASES, *FAULTS]
            named = [row for row in everything if any(word in row for word in arguments.only)]
            chosen = named or everything
            shares = [SHARES.get(name.split()[0], 1) for name in chosen]
            unit_s = 60 * arguments.minutes / sum(shares) if arguments.minutes else float("inf")
            rows, notes = [], Notes(arguments.resume)
            for number, (name, share) in enumerate(zip(chosen, shares, strict=True)):
                budget_s = unit_s * share
                rows.append(run_row(name, arguments.only, work / str(number), budget_s, notes))
                row = rows[-1]
                print(f"{name}: {row.tried} tried, {len(row.failures)} failed, {row.seconds:.0f} s",
                      flush=True)  # fmt: skip
            failed = sum(len(row.failures) for row in rows)
            command = "campaign"
            if arguments.minutes:
                command += f" --minutes {arguments.minutes:g}"
            shown = [row for row in rows if row.tried or row.left_out]
            text = page(shown, command, notes.parts, "")
        print(text)
        if arguments.write:
            kept = ""
            if arguments.write.exists():
                # The table of the other of the two, which this run has not made.
                kept = _kept(
                    arguments.write.read_text(encoding="utf-8"), is_soak=bool(arguments.soak)
                )
            parts = (kept, text) if arguments.soak else (text, kept)
            arguments.write.write_text("\n".join(part for part in parts if part), encoding="utf-8")
    finally:
        shutil.rmtree(work, ignore_errors=True)
    sys.exit(1 if failed else 0)


def _kept(written: str, *, is_soak: bool) -> str:
    """Return the part of a page that is of the campaign, or the part that is of the soak."""
    campaign, mark, endurance = written.partition("## Soak\n")
    return campaign.rstrip() + "\n" if is_soak else mark + endurance


if __name__ == "__main__":
    main()
