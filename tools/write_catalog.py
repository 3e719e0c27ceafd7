#!/usr/bin/env python3
"""Write the tables of docs/catalog.md from resources/models/catalog.json.

What stands around them there is written by hand.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "engine"))

from crossearth_engine.shared import catalog_file  # noqa: E402 - needs the line above

MODELS = ROOT / "resources" / "models"
PAGE = ROOT / "docs" / "catalog.md"
CHECKED = {
    "run": "fetched and run",
    "digest": "digest known, not fetched",
    "named": "named by its authors, not fetched",
}
BEGIN, END = "<!-- written by tools/write_catalog.py -->", "<!-- end of what is written -->"


def main() -> int:
    """Write the page, or compare it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing; 1: the page is old")
    arguments = parser.parse_args()
    old = PAGE.read_text(encoding="utf-8")
    before, after = old.split(BEGIN)[0], old.split(END)[1]
    text = f"{before}{BEGIN}\n\n{tables(MODELS)}\n{END}{after}"
    if arguments.check:
        return 0 if old == text else 1
    PAGE.write_text(text, encoding="utf-8")
    return 0


def tables(folder: Path) -> str:
    """Return what is written of the catalogue in a folder."""
    catalog = catalog_file.read_catalog(folder)
    content = json.loads((folder / catalog_file.CATALOG_FILE).read_text(encoding="utf-8"))
    groups = dict(catalog.groups())
    lines = []
    for task, title in catalog.tasks.items():
        lines += [f"## {title}", ""]
        if task in groups:
            lines += [*_table(groups[task], catalog), ""]
        others = [
            f"`{model.id}`"
            for model in catalog.models.values()
            if model.dataset and task in model.dataset.tasks[1:]
        ]
        if others:
            lines += [f"Also found by {', '.join(others)}.", ""]
        if task not in groups and not others:
            lines += ["None yet: [listed elsewhere](#listed-not-in-the-picker).", ""]
    lines += ["## To be adapted first", "", "They know imagery, but no classes.", ""]
    lines += [*_table(groups.get("", []), catalog), "", *_listed(content, catalog), ""]
    return "\n".join(lines)


def _table(models: list[catalog_file.PublishedModel], catalog: catalog_file.Catalog) -> list[str]:
    head = "| model | trained on | imagery, bands, values | pixels | download | licence | state |"
    return [head, "| --- | --- | --- | --- | --- | --- | --- |", *_rows(models, catalog)]


def _rows(
    models: list[catalog_file.PublishedModel], catalog: catalog_file.Catalog
) -> Iterator[str]:
    for model in models:
        dataset = model.dataset
        also = [catalog.tasks[task].lower() for task in dataset.tasks[1:]] if dataset else []
        trained_on = dataset.title if dataset else "images without labels"
        imagery = [dataset.imagery if dataset else model.imagery, ", ".join(model.bands)]
        cells = [
            f"`{model.id}`<br>{model.name}",
            trained_on + (f"<br>also {', '.join(also)}" if also else ""),
            "; ".join(filter(None, [*imagery, model.values])),
            f"{model.gsd_m:g} m" if model.gsd_m else "any",
            " to ".join(dict.fromkeys(map(_size, model.size_bytes))),
            model.license,
            CHECKED[model.checked],
        ]
        yield f"| {' | '.join(cells)} |"


def _listed(content: dict[str, Any], catalog: catalog_file.Catalog) -> Iterator[str]:
    yield "## Listed, not in the picker"
    yield ""
    yield f"From {content['listed_source']}."
    yield ""
    yield "| model | finds | trained on | imagery, bands | pixels | licence | why not |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for entry in content["listed"]:
        cells = [
            f"[{entry['name']}]({entry['page']})",
            ", ".join(catalog.tasks[task].lower() for task in entry["tasks"]),
            entry["trained_on"],
            f"{entry['imagery']}; {', '.join(entry['bands'])}",
            f"{entry['gsd_m']:g} m" if entry["gsd_m"] else "not stated",
            entry["license"],
            entry["why_not"],
        ]
        yield f"| {' | '.join(cells)} |"


def _size(size_bytes: int) -> str:
    megabytes = size_bytes / 1e6
    return f"{megabytes / 1000:.1f} GB" if megabytes >= 1000 else f"{megabytes:.0f} MB"


if __name__ == "__main__":
    raise SystemExit(main())
