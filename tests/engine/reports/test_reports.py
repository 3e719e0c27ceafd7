"""What reports say of scale, north, and many maps; runs/test_products.py has the rest."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
from affine import Affine
from rasterio.crs import CRS

from crossearth_engine import errors
from crossearth_engine.inference.batch import segment_batch
from crossearth_engine.inference.request import BatchRequest
from crossearth_engine.reports.ground import Ground
from crossearth_engine.reports.map import area_table
from crossearth_engine.reports.page import interval, number, text
from tests.engine.conftest import RecordedJob, run, save_network

HOSTILE = "\"><script>alert(1)</script><b a='"
UTM = CRS.from_epsg(32636)


class Page(HTMLParser):
    """The tags of a page, its text, and the rows of its tables."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.rows: list[list[str]] = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        self.text += data
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] += data.strip()


def test_what_is_there_is_not_rounded_to_nothing():
    classes = [
        {"name": name, "color": "#000000", "area_m2": area, "percent": area / 1e6}
        for name, area in (("land", 99_999_350.0), ("road", 650.0), ("water", 0.0))
    ]
    _, road, water = area_table(classes, has_area=True)["classes"]
    assert (road["sizes"], road["percent"]) == (["650", "< 1"], "< 0.1\u202f%")
    assert (water["sizes"], water["percent"]) == (["0", "0"], "0.0\u202f%")


def test_ground_of_a_projected_map():
    ground = Ground.under(UTM, Affine(2, 0, 500_000, 0, -2, 4e6), 60, 40)
    assert ground.width_m == pytest.approx(120, rel=1e-3)
    assert ground.north_degrees == pytest.approx(0, abs=0.01)


@pytest.mark.parametrize("turn", [30, 90, -135])
def test_north_of_a_map_that_is_turned(turn):
    transform = Affine.translation(500_000, 4e6) @ Affine.rotation(turn) @ Affine.scale(2, -2)
    assert Ground.under(UTM, transform, 60, 40).north_degrees == pytest.approx(turn, abs=0.1)


@pytest.mark.parametrize(("x", "y", "degrees"), [(1e6, 0, -90), (0, 1e6, 180), (0, -1e6, 0)])
def test_north_is_the_pole_and_not_the_upper_edge(x, y, degrees):
    crs = CRS.from_epsg(3413)  # stereographic around the pole, 45° West is down
    north = Ground.under(crs, Affine(10, 0, x, 0, -10, y), 60, 40).north_degrees
    assert north is not None
    assert (north - degrees + 180) % 360 - 180 == pytest.approx(0, abs=0.1)


def test_degrees_are_narrower_far_from_the_equator():
    ground = Ground.under(CRS.from_epsg(4326), Affine(1e-5, 0, 25, 0, -1e-5, 60), 60, 40)
    assert ground.width_m == pytest.approx(60e-5 * 111_320 * 0.5, rel=0.01)
    assert ground.gsd_xy_m is not None
    assert ground.gsd_xy_m[1] == pytest.approx(2 * ground.gsd_xy_m[0], rel=0.01)


def test_one_scale_does_not_fit_half_a_continent():
    ground = Ground.under(CRS.from_epsg(4326), Affine(0.5, 0, 0, 0, -0.5, 70), 60, 40)
    assert ground.gsd_xy_m is not None
    assert ground.width_m is None


def test_without_a_crs_nothing_is_known_of_the_ground():
    assert Ground.under(None, Affine.identity(), 60, 40) == Ground(None, None, None)


def test_no_scale_and_no_arrow_without_a_crs(tmp_path, raster_factory, color_model):
    path = tmp_path / "report.html"
    raster = raster_factory(crs=None)
    run(raster, tmp_path / "map.tif", model=str(color_model), report=str(path))
    page = Page(path)
    assert "svg" not in [tag for tag, _ in page.tags]
    assert "m²" not in page.text


def test_a_partial_map_says_so(tmp_path, raster_factory, color_model):
    path, raster = tmp_path / "report.html", raster_factory(size=(200, 200))
    options = {"model": str(color_model), "report": str(path), "window": 32, "batch": 1}
    job = RecordedJob(cancel_at=4)
    result = run(raster, tmp_path / "map.tif", job, keep_partial=True, **options)
    assert result["partial"]
    text = Page(path).text
    assert "The map is partial" in text
    assert f"{result['windows']} of {result['planned_windows']}, 0 skipped" in text


def test_no_report_of_a_run_that_was_canceled(tmp_path, raster_factory, color_model):
    raster = raster_factory(size=(200, 200))
    options = {"model": str(color_model), "report": str(tmp_path / "report.html"), "batch": 1}
    with pytest.raises(errors.JobCanceled):
        run(raster, tmp_path / "map.tif", RecordedJob(cancel_at=1), window=32, **options)
    assert not list(tmp_path.glob("*report*"))


def test_names_of_others_are_text(tmp_path, raster_factory):
    names = {"0": HOSTILE, "1": "{{ 7 * 7 }}", "2": "</style>", "3": "&amp;"}
    weights = np.random.default_rng(7).normal(size=(4, 3, 1, 1)).astype(np.float32)
    metadata = {"class_names": json.dumps(names)}
    model = save_network(tmp_path / "x<i>y.onnx", weights, metadata)
    raster = raster_factory(name="a<img src=x onerror=alert(1)>&.tif")
    run(raster, tmp_path / "map.tif", model=str(model), report=str(tmp_path / "report.html"))
    batch(tmp_path, model, [raster, tmp_path / "<u>.tif"])
    for name in ("report.html", "batch.html"):
        page = Page(tmp_path / name)
        tags = [tag for tag, _ in page.tags]
        assert {"script", "u"}.isdisjoint(tags)
        assert not any(attributes for tag, attributes in page.tags if tag == "b")
        assert tags.count("style") == 1
        assert all(str(a["src"]).startswith("data:image/") for tag, a in page.tags if tag == "img")
        assert set(names.values()) <= {row[0] for row in page.rows}
        assert raster.name in page.text


def batch(tmp_path: Path, model: Path, rasters: list[Path], **options) -> dict:
    arguments = {
        "inputs": list(map(str, rasters)),
        "out_dir": str(tmp_path / "maps"),
        "model": str(model),
        "report": str(tmp_path / "batch.html"),
        "threads": 1,
        **options,
    }
    return segment_batch(BatchRequest.from_arguments(arguments), RecordedJob())


def test_the_report_on_nothing_but_failures(tmp_path, color_model):
    batch(tmp_path, color_model, [tmp_path / "a.tif", tmp_path / "b.tif"])
    assert "a.tif" in Page(tmp_path / "batch.html").text


def test_facts_say_what_belongs_together_and_no_digits_that_nobody_measured() -> None:
    assert text({"range": (0.6, 1.6), "gate": {"every": 1, "is_random": False}}) == (
        "range: (0.6, 1.6), gate: (every: 1, is_random: no)"
    )
    assert text([{"step": 1, "loss": 86.15234756469727}]) == "(step: 1, loss: 86.1523)"
    assert text(["sand", "water"]) == "sand, water"
    assert text(1.0004001590584277) == "1.0004"
    assert text(-9999.0) == "-9999"
    assert text(123456789.25) == "123456789.25"
    assert text(100000007) == "100000007"


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (0, "0.00"),
        (40, "< 0.01"),
        (50.1, "0.01"),
        (-40, "> -0.01"),
        (-20_000, "-2.00"),
        (None, "–"),
    ],
)
def test_little_is_told_as_little_and_not_as_nothing(value: float | None, told: str) -> None:
    assert number(value, 2, 10_000) == told
    assert interval((0, 0.004), 2) == "0.000 to 0.004"
    assert interval((0.001, 5), 2) == "< 0.01 to 5.00"
