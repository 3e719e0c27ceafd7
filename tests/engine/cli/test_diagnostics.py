import hashlib
import json
import os
import subprocess
import sys

import pytest

from crossearth_engine.models.catalog import find_model
from crossearth_engine.shared import diagnostics
from crossearth_engine.shared.redaction import Redaction


@pytest.fixture
def command(tmp_path):
    """Return a runner of the command for a person with a home of their own and secrets."""
    home = tmp_path / "Jörg Müller"
    data = home / ".local" / "share" / "crossearth"
    stamp = {"base_python": f"{home}/miniforge3/bin/python3", "requirements_sha256": "ab12"}
    (data / "engine" / "cpu-2").mkdir(parents=True)
    (data / "engine" / "cpu").mkdir()
    (data / "engine" / "cpu-2" / "addons" / "torch-cuda").mkdir(parents=True)
    (data / "engine" / "cpu-2" / "complete.json").write_text(json.dumps(stamp))
    (data / "engine" / "current.txt").write_text("cpu-2")
    lines = [f"line {i}" for i in range(100)]
    lines += [f"{home}/engine: No space left", "Looking in https://u:hunter2@index/simple"]
    (data / "engine" / "setup.log").write_text("\n".join(lines), encoding="utf-8")
    (data / "models" / "broken").mkdir(parents=True)
    (data / "models" / "broken" / "model.json").write_text("no JSON")
    variables = {
        **{name: value for name, value in os.environ.items() if not name.startswith("XDG_")},
        "HOME": str(home),
        "https_proxy": "http://u:hunter2@proxy:1",
        "GDAL_HTTP_BEARER": "Bearer hunter2hunter2",
        "PATH": f"{home}/bin:/usr/bin",
        "UNRELATED": "hunter2",
        "CROSSEARTH_ODD": os.fsdecode(b"\xff"),
    }
    variables.pop("CROSSEARTH_HOME", None)

    def run(*arguments: str) -> str:
        line = [sys.executable, "-m", "crossearth_engine", "diagnostics", *arguments]
        done = subprocess.run(line, capture_output=True, text=True, env=variables, timeout=60)
        assert done.returncode == 0, done.stderr
        assert "hunter2" not in done.stdout
        assert "Jörg" not in done.stdout
        return done.stdout

    return run


def test_a_report_tells_what_is_there_and_nobodys_secrets(command):
    report = json.loads(command("--json"))
    assert report["engine"]["python"].startswith("3.")
    assert report["libraries"]["GDAL, PROJ"].startswith("3.")
    assert "numpy" in report["packages"]
    assert report["devices"][-3].startswith("cpu ")
    assert "       onnxruntime: works" in report["devices"]
    assert report["installation"]["data folder"] == "~/.local/share/crossearth"
    assert report["installation"]["in use"] == "cpu-2"
    assert report["installation"]["cpu"] == "not complete"
    assert "~/miniforge3/bin/python3" in report["installation"]["cpu-2"]
    assert report["installation"]["cpu-2"].endswith("}, torch-cuda")
    assert report["variables"]["PATH"] == "~/bin:/usr/bin"
    assert report["variables"]["https_proxy"] == "http://proxy:1"
    assert report["variables"]["CROSSEARTH_ODD"] == r"\udcff"
    assert "UNRELATED" not in report["variables"]
    network = find_model("crossearth-base-rgb").weights.read_bytes()
    digest = hashlib.sha256(network).hexdigest()
    assert f"sha256 {digest}" in report["models"]["crossearth-base-rgb"]
    assert "broken" in report["models"]["broken"]
    log = report["log of the set-up"]
    assert len(log) == diagnostics.LAST_LINES
    assert log[-2:] == ["~/engine: No space left", "Looking in https://index/…"]


def test_a_report_as_text_shows_every_section_between_fences(command):
    text = command()
    assert text.startswith("~~~text\n")
    assert text.endswith("\n~~~\n")
    for section in ("engine", "computer", "devices", "installation", "models", "variables"):
        assert f"\n[{section}]\n" in text


def test_lines_of_others_cannot_leave_the_fence_nor_be_endless():
    lines = ["a\n~~~\n# Title", "x" * 10_000, "/home/anna/" + "y" * 10_000]
    report = diagnostics.for_everybody({"log": lines}, Redaction(homes=("/home/anna",)))
    shown = diagnostics.as_text(report).splitlines()
    assert [line for line in shown if line.startswith("~~~")] == ["~~~text", "~~~"]
    assert max(map(len, shown)) < 500
    assert not any("anna" in line for line in shown)


def test_what_cannot_be_seen_or_shown_is_no_part_of_a_line():
    hidden = "an\u200bna \x1b[31mred\x1b[0m \x00\u202eb \udcff"
    report = diagnostics.for_everybody({"log": [hidden]}, Redaction(users=("anna",)))
    assert report["log"] == [r"<user> red b \udcff"]


def test_a_key_of_many_lines_is_hidden_in_a_log():
    log = [
        "before",
        "-----BEGIN PRIVATE KEY-----",
        "MIIEvQ",
        "hunter2",
        "-----END PRIVATE KEY-----",
    ]
    report = diagnostics.for_everybody({"log": [*log, "after"]}, Redaction())
    assert report["log"] == ["before", "***", "after"]


def test_a_section_that_fails_leaves_the_others():
    def fail() -> dict[str, str]:
        raise OSError("no such device")

    assert diagnostics.section(fail) == {"error": "OSError: no such device"}


def test_what_cannot_be_asked_is_told_with_its_reason(monkeypatch):
    def fail() -> str:
        raise OSError("no such device")

    monkeypatch.setattr(diagnostics.platform, "platform", fail)
    assert diagnostics.computer()["system"] == "OSError: no such device"
