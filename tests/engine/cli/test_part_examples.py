"""The scripts in docs/examples, run with what a cluster gives them."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from crossearth_engine.cli.main import main
from tests.engine.cli import example_files

EXAMPLES = Path(__file__).parents[3] / "docs" / "examples"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="they are for a POSIX shell")

# Notes what it is asked, as one line.
CROSSEARTH = f"""{shlex.quote(sys.executable)} - "$@" >> calls << 'END'
import shlex, sys
print(shlex.join(sys.argv[1:]))
END
"""
# Runs the script for each number of the array, as the nodes do, or once.
SBATCH = """
while :; do case "$1" in
    --array=1-*) last="${1#--array=1-}"; shift;;
    -*) shift;;
    *) break;;
esac; done
[ -n "${last:-}" ] || exec bash "$@"
for id in $(seq "$last"); do
    SLURM_ARRAY_TASK_ID=$id SLURM_CPUS_PER_TASK=2 bash "$@" >&2
done
echo 42
"""
# As far as it is used: fills in the line where {} is, in whichever argument; quotes them for a
# shell only if told to.
PARALLEL = """
while :; do case "$1" in
    -q) quoted=yes; shift;;
    --halt|--retries|--workdir|--env) shift 2;;
    *) break;;
esac; done
[ -z "${quoted:-}" ] || exec xargs -I{} "$@"
exec xargs -I{} sh -c "$*"
"""
NAMES = (
    ("scene.tif", "map.tif"),
    ("it's a $scene *ü.tif", "my \"map\" 'ö' $(x).tif"),
    ("-scene {} {#}.tif", "--map {.}.tif"),
)
IDS = ("plain", "odd", "dashes and braces")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a raster, and programs that stand in for those of a cluster."""
    example_files.scene(tmp_path / "scene.tif", 0)
    for name, script in (("crossearth", CROSSEARTH), ("sbatch", SBATCH), ("parallel", PARALLEL)):
        program = tmp_path / "bin" / name
        program.parent.mkdir(exist_ok=True)
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    return tmp_path


def calls(place: Path) -> list[str]:
    return (place / "calls").read_text().splitlines()


def check_map_is_made(place: Path, name: str) -> None:
    for line in calls(place):
        done = CliRunner().invoke(main, shlex.split(line))
        assert done.exit_code == 0, done.stderr
    assert (place / name).is_file()
    assert not (place / f"{name}.parts").exists()


def expected_calls(names: tuple[str, str], parts: int, threads: int) -> list[list[str]]:
    options = ["--threads", str(threads), "--resume", "--", *names]
    lines = [["segment", "--part", f"{i + 1}/{parts}", *options] for i in range(parts)]
    return [*lines, ["assemble", "--", names[1]]]


@pytest.mark.parametrize("names", NAMES, ids=IDS)
def test_the_script_for_slurm_submits_parts_and_what_joins_them(
    place: Path, names: tuple[str, str]
) -> None:
    (place / "scene.tif").rename(place / names[0])
    subprocess.run(["sh", EXAMPLES / "parts-slurm.sh", *names, "2"], check=True)
    assert [shlex.split(line) for line in calls(place)] == expected_calls(names, 2, 2)
    check_map_is_made(place, names[1])


@pytest.mark.parametrize("names", [("scenes.txt", "maps"), ("-my scenes.txt", "-my maps")])
def test_the_script_for_a_list_runs_one_line_on_all_nodes(
    place: Path, names: tuple[str, str]
) -> None:
    listed, maps = names
    (place / listed).write_text("scene.tif\nmissing.tif\n")
    script = ["sh", EXAMPLES / "batch-slurm.sh", listed, maps, "3"]
    subprocess.run(script, check=True)
    options = ["--share", "--threads", "2", f"--report={maps}/report.html"]
    line = ["batch", f"--list={listed}", f"--out-dir={maps}", *options]
    assert [shlex.split(call) for call in calls(place)] == [line] * 3
    for _ in range(2):
        done = CliRunner().invoke(main, line)
        assert (done.exit_code, "1 of 2 rasters failed" in done.stderr) == (2, True)
    assert (place / maps / "scene.tif").is_file()
    assert (place / maps / "report.html").is_file()


@pytest.mark.parametrize("names", NAMES, ids=IDS)
def test_the_script_for_parallel_computes_parts_and_joins_them(
    place: Path, names: tuple[str, str]
) -> None:
    subprocess.run(["sh", EXAMPLES / "parts-parallel.sh", *names, "3"], check=True)
    assert [shlex.split(line) for line in calls(place)] == expected_calls(names, 3, 1)


@pytest.mark.parametrize("names", NAMES, ids=IDS)
def test_the_job_for_kubernetes_computes_all_parts(place: Path, names: tuple[str, str]) -> None:
    yaml = pytest.importorskip("yaml", reason="PyYAML reads the manifest")
    job = yaml.safe_load((EXAMPLES / "parts-kubernetes.yaml").read_text())["spec"]
    assert job["completionMode"] == "Indexed"
    (container,) = job["template"]["spec"]["containers"]
    told = {item["name"]: item["value"] for item in container["env"]}
    assert told == {
        "PARTS": str(job["completions"]), "SCENE": "/data/scene.tif", "MAP": "/data/map.tif",
    }  # fmt: skip
    told |= {"SCENE": names[0], "MAP": names[1]}
    for index in range(job["completions"]):
        environment = {**os.environ, **told, "JOB_COMPLETION_INDEX": str(index)}
        subprocess.run([*container["command"], *container["args"]], env=environment, check=True)
    assert [shlex.split(line) for line in calls(place)] == expected_calls(names, 16, 4)[:-1]
