"""Who is at work on something that several computers see, told by files alone.

`shared.leftovers.hold` asks the system for a lock, which a network file system may keep to one
computer. That a file can be made once is the same on all of them: the claim with the highest number
counts. While it is held its time of change is renewed; who finds it not renewed for long enough, or
its process gone from this computer, makes the next one. No two clocks are compared: that a time
has changed is what counts, and how long it has not by the watch of who looks.

Who was taken for dead may wake up. It finds its claim gone before it gives anything its name, and
until then it works in a folder that is called after its claim, where nobody else does.
"""

from __future__ import annotations

import contextlib
import glob
import json
import os
import socket
import sys
import threading
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

from crossearth_engine.errors import OutputNotWritable
from crossearth_engine.job import Job
from crossearth_engine.publishing import writing
from crossearth_engine.shared.moves import rename

# How often a claim is renewed, and after how long without that it counts for nothing, seconds.
BEAT_S, PATIENCE_S = 5.0, 60.0
# How often somebody else's is looked at.
GLANCE_S = 0.5
SUFFIX = ".claim"


class Claim:
    """The right to work on something; a context once it is taken.

    Args:
        folder: that all see who may want it.
        name: of what is worked on.

    Attributes:
        name: as given.
        mark: what no other claim is called.
        before: the mark of who was taken for dead; None if nobody was, or it is not known.
    """

    def __init__(self, folder: Path, name: str) -> None:
        self._folder = folder
        self.name = name
        self.mark = uuid.uuid4().hex[:12]
        self.before: str | None = None
        self._path: Path | None = None
        # Whose claim was looked at last, when it was changed, and since when it is not.
        self._seen: tuple[Path, int | None, float] | None = None
        self._is_over = threading.Event()
        self._is_lost = False
        self._beat: threading.Thread | None = None

    def take(self, job: Job, is_needless: Callable[[], bool] = lambda: False) -> bool:
        """Take it; False if another process is at work, or ``is_needless`` says so.

        That takes a moment where there is one: whether it still lives has to be seen.

        Raises:
            OutputNotWritable, DiskFull: if nothing can be written there.
            JobCanceled: on request.
        """
        with writing(self._folder):
            while not is_needless():
                number, path = self._latest()
                if path is not None and not self._is_free(path, job, is_needless):
                    return False
                if self._make(number + 1):
                    return True
                job.sleep(GLANCE_S)  # a list of files may be some seconds old
            return False

    def try_take(self) -> bool:
        """Take it if it is free, as far as that is known now: nothing is waited for.

        Who asks again later, with the same object, knows more: whether its holder was heard of
        meanwhile.

        Raises:
            OutputNotWritable, DiskFull: if nothing can be written there.
        """
        with writing(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
            number, path = self._latest()
            return (path is None or self._is_known_free(path)) and self._make(number + 1)

    def give_back(self) -> None:
        """Let go of it for good: what it was about is done, and tells so itself."""
        self._end_beat()
        if self._path is not None and not self.is_lost:
            with contextlib.suppress(OSError):
                self._path.unlink(missing_ok=True)
        self._path = None  # from now on this is the name of a claim of others

    @property
    def is_lost(self) -> bool:
        """Whether another process took over, seen at this moment."""
        if not self._is_lost and self._path is not None:
            with contextlib.suppress(OSError):  # a server that is away for a moment
                # Who comes after one that was given back makes a file of the same name.
                is_latest = self._latest()[1] == self._path
                said = _read(self._path)
                self._is_lost = not is_latest or (said or {}).get("mark", self.mark) != self.mark
        return self._is_lost

    def holder(self) -> str:
        """Return who is at work, as far as that is known, for a sentence."""
        _, path = self._latest()
        said = {} if path is None else _read(path)
        return f"process {said['process']} on {said['computer']}" if said else "another process"

    def check(self) -> None:
        """Raise OutputNotWritable if another process took over, as this one seemed to be dead."""
        if self.is_lost:
            reason = "another process took over, as this one was not heard of for a minute."
            raise OutputNotWritable(path=str(self._folder / self.name), reason=reason)

    def __enter__(self) -> Claim:
        self._beat = threading.Thread(target=self._renew, daemon=True)
        self._beat.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._end_beat()
        # Unless all claims went with what they were about.
        if self._path is not None and not self.is_lost and self._path.exists():
            # The number stays taken: by it who comes too late is told from who comes next.
            with contextlib.suppress(OSError):
                _write(self._path, {})

    def _end_beat(self) -> None:
        self._is_over.set()
        if self._beat is not None:
            self._beat.join()

    def _renew(self) -> None:
        while self._path is not None and not self._is_over.wait(BEAT_S):
            if self.is_lost:
                return
            with contextlib.suppress(OSError):
                os.utime(self._path)

    def _latest(self) -> tuple[int, Path | None]:
        """Return the highest number and its file; 0 and None without one."""
        numbered = {int(path.stem.rpartition("-")[2]): path for path in self._all()}
        number = max(numbered, default=0)
        return number, numbered.get(number)

    def _all(self) -> list[Path]:
        paths = self._folder.glob(f"{glob.escape(self.name)}-*{SUFFIX}")
        return [path for path in paths if path.stem.removeprefix(f"{self.name}-").isdecimal()]

    def _make(self, number: int) -> bool:
        """Make the claim of this number; False if another one was quicker."""
        path = self._folder / f"{self.name}-{number}{SUFFIX}"
        try:
            with path.open("x", encoding="utf-8") as stream:
                json.dump({**_own(), "mark": self.mark}, stream)
        except FileExistsError:
            return False
        except FileNotFoundError:
            # Who could not begin in this folder has removed it at this moment.
            self._folder.mkdir(exist_ok=True)
            return False
        if self._latest()[1] != path:
            # What was seen of the one before was long ago.
            path.unlink(missing_ok=True)
            return False
        self._path = path
        for old in self._all():
            if old != path:
                old.unlink(missing_ok=True)
        return True

    def _is_known_free(self, path: Path) -> bool:
        """Whether nobody holds a claim any more, by what is known of it until now."""
        said, changed, now = _read(path), _changed(path), time.monotonic()
        if said is not None:
            self.before = said.get("mark")
        if said == {} or (said is not None and _is_gone(said)):
            return True
        if self._seen is None or self._seen[:2] != (path, changed):
            self._seen = (path, changed, now)
        return now - self._seen[2] >= PATIENCE_S

    def _is_free(self, path: Path, job: Job, is_needless: Callable[[], bool]) -> bool:
        """Whether nobody holds a claim any more; waits until that is known."""
        said = _read(path)
        if said is not None:
            self.before = said.get("mark")
        if said == {} or (said is not None and _is_gone(said)):
            return True
        seen, until = _changed(path), time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            job.sleep(GLANCE_S)
            if is_needless() or _changed(path) != seen:
                return False
        return True


def _own() -> dict[str, Any]:
    return {"computer": socket.gethostname(), "process": os.getpid(), "space": _process_space()}


def _process_space() -> list[str] | None:
    """Return what tells whether a number of a process is one of those known here; None: unknown."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="utf-8").strip()
        return [boot, str(Path("/proc/self/ns/pid").readlink())]
    except OSError:
        return None


def _is_gone(said: dict[str, Any]) -> bool:
    """Whether the process that made a claim is one of this computer's, and has ended."""
    space = _process_space()
    if sys.platform == "win32" or space is None or said.get("space") != space:
        return False
    try:
        os.kill(said["process"], 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False


def _read(path: Path) -> dict[str, Any] | None:
    """Return what a claim says, nothing if it was given back; None if it cannot be read yet."""
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return said if isinstance(said, dict) else None


def _write(path: Path, said: dict[str, Any]) -> None:
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(said), encoding="utf-8")
    rename(fresh, path)


def _changed(path: Path) -> int | None:
    """Return when a file was changed, as its server says: to open it is to ask."""
    try:
        with path.open("rb") as stream:
            return os.fstat(stream.fileno()).st_mtime_ns
    except OSError:
        return None
