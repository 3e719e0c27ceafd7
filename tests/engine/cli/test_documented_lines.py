"""The lines of the documentation that need nothing but maps, run as they stand there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely
from click.testing import CliRunner

from crossearth_engine.cli.main import main
from tests.engine.analysis.maps import PLACE, UTM, write_map

DOCS = Path(__file__).parents[3] / "docs"
LINE = re.compile(r"^crossearth ((?:change|zonal|sample|evaluate|plan-sample) .*)", re.M)
# These map first, by a model.
LINES = {
    page: [line for line in LINE.findall((DOCS / page).read_text()) if "--model" not in line]
    for page in ("change.md", "objects.md", "accuracy.md")
}


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with maps and buildings that are called as in the documentation."""
    values = np.random.default_rng(0).integers(1, 3, (8, 8)).repeat(8, axis=0).repeat(8, axis=1)
    later = np.where(np.arange(64) < 20, 1, values)
    for name in ("map-2020", "map"):
        write_map(tmp_path / f"{name}.tif", values, {1: "forest", 2: "building"})
    for name in ("map-2024", "smooth"):
        write_map(tmp_path / f"{name}.tif", later, {1: "forest", 2: "building"})
    for name in ("buildings", "truth"):
        write_polygons(tmp_path / f"{name}.gpkg")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write_polygons(path: Path) -> None:
    left, top = PLACE.c, PLACE.f
    box = shapely.box(left + 20, top - 200, left + 200, top - 20)
    pyogrio.raw.write(
        path, shapely.to_wkb(np.array([box])), [np.array(["building"], object)], ["class"],
        geometry_type="Polygon", crs=UTM,
    )  # fmt: skip


def label(points: Path) -> None:
    """Say at each point that the map is right."""
    meta, _, geometry, values = pyogrio.raw.read(points)
    fields = meta["fields"].tolist()
    values[fields.index("reference")] = values[fields.index("stratum")]
    pyogrio.raw.write(
        points, geometry, values, fields, geometry_type="Point", crs=meta["crs"], layer="points"
    )


@pytest.mark.parametrize("page", LINES)
def test_the_lines_do_what_the_page_says(page: str, place: Path) -> None:
    assert LINES[page]
    for line in LINES[page]:
        done = CliRunner().invoke(main, shlex.split(line))
        assert done.exit_code == 0, (line, done.output)
        if line.startswith("sample "):
            label(place / "points.gpkg")
