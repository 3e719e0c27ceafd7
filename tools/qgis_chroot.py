"""Tests on the QGIS of another Debian, in a folder: made by debootstrap, entered by chroot.

The folder holds that Debian and a copy of the checkout, in which ``dev.py`` does what it does on
any machine. Mounts are made in a namespace of their own: they end with the command, and the folder
can be deleted like any other.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from .environments import ROOT, Stop, run

SUITES = ("trixie", "sid")

# Made inside, worth keeping from one run to the next.
_KEPT = (".venv", ".venv-qgis", ".venv-qt6", "build")
# What this machine needs to reach the package archives: the others' defaults are right.
_APT_SETTINGS = ("Acquire::http", "Acquire::https", "Acquire::Check-Valid-Until")
_CERTIFICATES = "etc/ssl/certs/ca-certificates.crt"
_ENTER = 'for f in proc sys dev; do mount --rbind "/$f" "$0/$f"; done; exec chroot "$0" "$@"'


def test_in_chroot(suite: str, arguments: Sequence[str]) -> int:
    """Run ``dev.py test`` in the Debian of that name, which is made first; return its exit status.

    Raises:
        Stop: if this machine cannot do it, with what is missing.
        subprocess.CalledProcessError: if that Debian cannot be made.
    """
    import fcntl  # not on Windows, where dev.py runs as well

    _check_machine()
    folder = _cache_folder() / suite
    folder.parent.mkdir(parents=True, exist_ok=True)
    with folder.with_name(f"{suite}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # one checkout at a time
        _make(suite, folder)
        copy_checkout(ROOT, folder / "checkout")
        print(f"Testing on Debian {suite} in {folder}; delete the folder to make it anew.")
        try:
            _run_in(folder, "python3", "dev.py", "test", "--without-torch", *arguments)
        except subprocess.CalledProcessError as error:
            return error.returncode
    return 0


def copy_checkout(source: Path, target: Path) -> None:
    """Make a folder a checkout of what git knows of another or would add; keep what was built."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listing, cwd=source, capture_output=True, check=True).stdout
    target.mkdir(exist_ok=True)
    for entry in target.iterdir():
        if entry.name in _KEPT:
            continue
        if entry.is_dir():
            shutil.rmtree(entry)
        else:
            entry.unlink()
    for name in os.fsdecode(names).split("\0"):
        if name and (source / name).is_file():  # not what is deleted but still in the index
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source / name, target / name)
    for command in (["init", "-q"], ["add", "--all"]):  # packing asks git for the files
        subprocess.run(["git", *command], cwd=target, check=True)


def _check_machine() -> None:
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        raise Stop("Another Debian is made and entered by root only: run this with sudo.")
    missing = [name for name in ("debootstrap", "chroot", "unshare") if not shutil.which(name)]
    if missing:
        raise Stop(
            f"{', '.join(missing)} is missing. On Debian or Ubuntu: apt-get install debootstrap"
        )


def _cache_folder() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "crossearth-dev"


def _make(suite: str, folder: Path) -> None:
    """Make that Debian, if it is not there, and give it what this machine's network asks for."""
    if not folder.is_dir():
        partial = folder.with_name(f"{suite}.partial")
        shutil.rmtree(partial, ignore_errors=True)
        make = ["debootstrap", "--variant=minbase", "--include=python3,ca-certificates"]
        run("unshare", "--mount", *make, suite, partial)
        partial.rename(folder)
    for name in ("etc/resolv.conf", _CERTIFICATES):
        if Path("/", name).is_file():
            (folder / name).unlink(missing_ok=True)  # may be a link to somewhere else
            shutil.copy(Path("/", name), folder / name)
    if shutil.which("apt-config"):
        settings = subprocess.run(
            ["apt-config", "dump", *_APT_SETTINGS], capture_output=True, check=True
        ).stdout
        (folder / "etc/apt/apt.conf.d/10machine").write_bytes(settings)
    _run_in(folder, "dpkg", "--configure", "-a")  # where an installation was interrupted


def _run_in(folder: Path, *command: str) -> None:
    """Run a command in that Debian, in its copy of the checkout if there is one."""
    elsewhere = ("VIRTUAL_ENV", "PYTHONPATH", "XDG_RUNTIME_DIR", "DISPLAY", "WAYLAND_DISPLAY")
    unset = [word for name in elsewhere for word in ("-u", name)]
    home = ["HOME=/root", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "TMPDIR=/tmp", "LANG=C.UTF-8"]
    home += ["DEBIAN_FRONTEND=noninteractive"]
    checkout = "/checkout" if (folder / "checkout").is_dir() else "/"
    environment = ["env", f"--chdir={checkout}", *unset, *home]
    run("unshare", "--mount", "sh", "-ec", _ENTER, folder, *environment, *command)
