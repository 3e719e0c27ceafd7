"""An accuracy report as one HTML file: figures, confusion matrix, areas, and how it was measured.

No script, nothing loaded from elsewhere: it can be mailed, printed and opened in ten years.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jinja2

_TEMPLATE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ title }}</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; color: #222; max-width: 60em; margin: 2em auto;
       padding: 0 1em; }
h1 { font-size: 1.5em; } h2 { font-size: 1.15em; margin-top: 2em; }
.figures { display: flex; flex-wrap: wrap; gap: 1em; }
.figures div { border: 1px solid #ddd; border-radius: 6px; padding: .6em 1em; min-width: 7em; }
.figures b { display: block; font-size: 1.5em; }
table { border-collapse: collapse; margin: .5em 0; }
th, td { padding: .3em .7em; border-bottom: 1px solid #e5e5e5; text-align: right; }
th:first-child, td:first-child { text-align: left; }
thead th { border-bottom: 2px solid #bbb; font-weight: 600; }
.swatch { display: inline-block; width: .8em; height: .8em; border: 1px solid #8888;
          margin-right: .4em; vertical-align: -.05em; }
.bar { background: #eee; width: 6em; height: .7em; } .bar i { display: block; height: 100%;
       background: #4a7fb5; }
.note { color: #555; } dt { font-weight: 600; } dd { margin: 0 0 .4em 0; overflow-wrap: anywhere; }
</style>
</head>
<body>
<h1>{{ title }}</h1>
{% if accuracy.count %}
<div class="figures">
{% for name, value in headline %}<div>{{ name }}<b>{{ value }}</b></div>
{% endfor %}</div>
{% endif %}
<p>{{ accuracy.split }}</p>
{% for text in accuracy.warnings or [] %}<p class="note">{{ text }}</p>{% endfor %}

{% if accuracy.count %}
<h2>Classes</h2>
<table>
<thead><tr><th>Class</th>{% if polygons %}<th>Polygons</th>{% endif %}<th>{{ unit }} of reference
</th><th>Precision (user's)</th><th>Recall (producer's)</th><th>F1</th><th>IoU</th><th></th></tr>
</thead>
<tbody>
{% for row in accuracy.classes %}
<tr><td><span class="swatch" style="background:{{ row.color }}"></span>{{ row.name }}</td>
{% if polygons %}<td>{{ row.polygons }}</td>{% endif %}<td>{{ row[accuracy.unit] | number }}</td>
<td>{{ row.precision | share }}</td><td>{{ row.recall | share }}</td><td>{{ row.f1 | share }}</td>
<td>{{ row.iou | share }}</td>
<td><div class="bar"><i style="width:{{ (100 * (row.iou or 0)) | round }}%"></i></div></td></tr>
{% endfor %}
</tbody>
</table>
<p class="note">Precision: how much of what was mapped as the class is of it. Recall: how much of
the class was found. IoU: their common part divided by all of both.</p>

<h2>Confusion</h2>
<p class="note">{{ unit }}; rows: reference, columns: map.</p>
<table>
<thead><tr><th></th>
{% for row in accuracy.classes %}<th>{{ row.name }}</th>{% endfor %}
</tr></thead>
<tbody>
{% for row in matrix %}
<tr><td>{{ row.name }}</td>
{% for cell in row.cells %}<td style="background:{{ cell.color }}">{{ cell.count | number }}</td>
{% endfor %}</tr>
{% endfor %}
</tbody>
</table>
{% endif %}

{% if accuracy.areas %}
<h2>Areas</h2>
<p>{{ accuracy.areas.method }}</p>
<table>
<thead><tr><th>Class</th><th>Mapped, {{ area_unit }}</th><th>Estimated, {{ area_unit }}</th>
<th>± 95 %</th><th>Precision (user's)</th><th>Recall (producer's)</th></tr></thead>
<tbody>
{% for row in accuracy.areas.classes %}
<tr><td>{{ row.name }}</td><td>{{ row.mapped_area | area }}</td><td>{{ row.area | area }}</td>
<td>{{ row.area_margin | area }}</td>
<td>{{ row.users_accuracy | share }} ± {{ row.users_margin | share }}</td>
<td>{{ row.producers_accuracy | share }} ± {{ row.producers_margin | share }}</td></tr>
{% endfor %}
</tbody>
</table>
<p>Overall accuracy, weighted by area: {{ accuracy.areas.overall_accuracy | share }} ±
{{ accuracy.areas.overall_margin | share }} (95 %).</p>
{% endif %}

<h2>How it was made</h2>
<dl>
{% for name, value in facts %}<dt>{{ name }}</dt><dd>{{ value }}</dd>
{% endfor %}</dl>
</body>
</html>
"""


def write_accuracy_report(
    path: Path, title: str, accuracy: Mapping[str, Any], facts: Mapping[str, Any]
) -> None:
    """Write the report.

    Args:
        path: HTML file.
        title: heading.
        accuracy: figures as `accuracy_figures` gives them, with ``split`` (how it was measured),
            and ``areas`` as `estimate_areas` gives them, if any.
        facts: what else to state: inputs, parameters, versions.
    """
    environment = jinja2.Environment(autoescape=True, trim_blocks=True, undefined=_Empty)
    in_metres = (accuracy.get("areas") or {}).get("unit") == "m2"
    unit_m2 = 10_000 if in_metres else 1
    environment.filters |= {"share": _share, "number": _number}
    environment.filters["area"] = lambda value: _area(value, unit_m2)
    text = environment.from_string(_TEMPLATE).render(
        title=title,
        accuracy=accuracy,
        headline=[
            ("Overall accuracy", _share(accuracy["overall_accuracy"])),
            ("Kappa", _share(accuracy["kappa"])),
            ("Mean IoU", _share(accuracy["mean_iou"])),
            ("Mean F1", _share(accuracy["mean_f1"])),
            (accuracy["unit"].capitalize(), _number(accuracy["count"])),
        ],
        polygons=any("polygons" in row for row in accuracy["classes"]),
        unit=accuracy["unit"].capitalize(),
        area_unit="ha" if in_metres else "pixels",
        matrix=_matrix(accuracy),
        facts=[(_label(name), _text(value)) for name, value in facts.items()],
    )
    path.write_text(text, encoding="utf-8")


class _Empty(jinja2.Undefined):
    """What is not there is empty."""


def _matrix(accuracy: Mapping[str, Any]) -> list[dict[str, Any]]:
    rows = []
    for i, (item, counts) in enumerate(
        zip(accuracy["classes"], accuracy["confusion_matrix"], strict=True)
    ):
        total = sum(counts) or 1
        hue = [f"rgba({'74,160,90' if i == j else '200,70,60'},{n / total:.2f})"
               for j, n in enumerate(counts)]  # fmt: skip
        cells = [{"count": n, "color": color} for n, color in zip(counts, hue, strict=True)]
        rows.append({"name": item["name"], "cells": cells})
    return rows


def _share(value: object) -> str:
    return "–" if not isinstance(value, (int, float)) else f"{value:.3f}"


def _number(value: object) -> str:
    return "–" if not isinstance(value, (int, float)) else f"{value:,.0f}"


def _area(value: object, unit: float) -> str:
    return "–" if not isinstance(value, (int, float)) else f"{value / unit:,.2f}"


def _label(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _text(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {_text(item)}" for name, item in value.items())
    if isinstance(value, (list, tuple)):
        return ", ".join(map(_text, value))
    return "–" if value is None else str(value)
