"""What catalog.json says of models: that it is as its schema has it, and as its page reads."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

jsonschema = pytest.importorskip("jsonschema")

ROOT = Path(__file__).resolve().parents[1]
MODELS = ROOT / "resources" / "models"
CONTENT = json.loads((MODELS / "catalog.json").read_text(encoding="utf-8"))
SCHEMA = json.loads((MODELS / "catalog.schema.json").read_text(encoding="utf-8"))

GROUPS = ("checkpoints", "packages", "fine_tuned", "backbones", "encoders")


def errors(content: object) -> list[str]:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    found = jsonschema.Draft202012Validator(SCHEMA).iter_errors(content)
    return [f"{'/'.join(map(str, error.path))}: {error.message}" for error in found]


def files() -> dict[str, str]:
    """Return what is known of each file that can be downloaded."""
    known = {entry["file"]: CONTENT["checked"] for entry in CONTENT["checkpoints"]}
    for group in GROUPS[1:]:
        known |= {entry["file"]: entry["checked"] for entry in CONTENT[group]}
    return known


def test_the_catalogue_is_as_its_schema_says():
    assert errors(CONTENT) == []


@pytest.mark.parametrize("group", GROUPS)
def test_every_field_of_an_entry_is_looked_at(group):
    entry = CONTENT[group][0]
    for name in entry:
        content = json.loads(json.dumps(CONTENT))
        content[group][0][name] = {"wrong": "type"}
        assert errors(content), name
        if name != "note":
            del content[group][0][name]
            assert errors(content), name
    content = json.loads(json.dumps(CONTENT))
    content[group][0]["typo"] = 1
    assert errors(content)


def test_every_task_that_is_named_is_there():
    tasks = {task["id"] for task in CONTENT["tasks"]}
    for group in ("datasets", "fine_tuned", "packages", "listed"):
        for entry in CONTENT[group]:
            assert set(entry["tasks"]) <= tasks, entry


def test_a_file_whose_digest_is_known_has_it_and_no_other():
    lines = (MODELS / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    digests = {line.split()[1] for line in lines}
    for file, checked in files().items():
        assert (file in digests) == (checked != "named"), file


def test_every_task_has_its_words_in_the_plugin():
    words = (ROOT / "crossearth_qgis" / "models" / "tasks.py").read_text(encoding="utf-8")
    for task in CONTENT["tasks"]:
        assert f'"{task["id"]}": translate("CrossEarth", "{task["title"]}")' in words


def test_the_page_is_made_from_the_catalogue():
    script = ROOT / "tools" / "write_catalog.py"
    done = subprocess.run([sys.executable, str(script), "--check"], check=False)
    assert done.returncode == 0, "run tools/write_catalog.py"


def test_every_model_stands_on_the_page_with_its_state():
    page = (ROOT / "docs" / "catalog.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([^`]+)`.*\| ([^|]+) \|$", page, re.M)
    stated = {"run": "fetched and run", "digest": "digest known", "named": "named by its authors"}
    ids = {
        entry["id"]: group.get("checked", CONTENT["checked"])
        for group in (*CONTENT["packages"], {"models": CONTENT["checkpoints"]})
        for entry in group["models"]
    }
    for group in ("fine_tuned", "backbones", "encoders"):
        ids |= {entry["id"]: entry["checked"] for entry in CONTENT[group]}
    assert len(rows) == len(ids)
    for model_id, state in rows:
        assert state.startswith(stated[ids[model_id]]), model_id
