from __future__ import annotations

import contextlib
import json
import sqlite3
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from rasterio.control import GroundControlPoint

from crossearth_engine.analysis import objects as objects_module
from crossearth_engine.analysis import zonal as zonal_module
from crossearth_engine.analysis.zonal import ZonalRequest, zonal
from crossearth_engine.errors import (
    IncompatibleRaster,
    InvalidRequest,
    JobCanceled,
    NoIntersection,
    OutputIsInput,
    UnreadablePolygons,
)
from crossearth_engine.inference import segment as segment_module
from tests.engine.analysis.maps import PLACE, UTM, write_map
from tests.engine.conftest import RecordedJob

NAMES = {1: "water", 2: "forest", 7: "field"}
VALUES = np.array(
    [[1, 1, 1, 2, 2, 2], [1, 1, 1, 2, 2, 7], [1, 1, 2, 2, 7, 7], [255, 255, 2, 7, 7, 7]]
)
LEFT, TOP, PIXEL = 500_000, 4_000_000, 10


def box(left: float, top: float, right: float, bottom: float) -> shapely.Geometry:
    """A rectangle by columns and rows of the map."""
    return shapely.box(
        LEFT + PIXEL * left, TOP - PIXEL * bottom, LEFT + PIXEL * right, TOP - PIXEL * top
    )


SHAPES = [
    box(0, 0, 3, 3),  # 8 of 9 water
    box(3, 0, 6, 2),  # 5 of 6 forest
    box(1.1, 1.1, 1.2, 1.2),  # holds no centre of a pixel
    box(0, 3, 2, 4),  # where there is no class
    None,
    box(50, 50, 60, 60),  # elsewhere
]


@pytest.fixture
def place(tmp_path: Path) -> dict[str, str]:
    write_objects(tmp_path / "objects.gpkg")
    return {
        "map": write_map(tmp_path / "map.tif", VALUES, NAMES),
        "objects": str(tmp_path / "objects.gpkg"),
        "out": str(tmp_path / "classified.gpkg"),
    }


def write_objects(path: Path, shapes: list[Any] = SHAPES, **options: Any) -> None:
    count = len(shapes)
    columns = {
        "name": np.array(["a", None, "ü", "d", "e", "f"], object),
        "number": np.array([1, 2, 3, 4, 5, 2**40], np.int64),
        "share": np.array([0.5] * 6),
        "day": np.array(["2024-05-01"] * 6, "datetime64[D]"),
    }
    no, yes = np.zeros(6, bool), np.array([False, True, False, False, False, False])
    masks = [yes if name == "number" else no for name in columns]
    pyogrio.raw.write(
        path, shapely.to_wkb(np.array(shapes, object)), [c[:count] for c in columns.values()],
        list(columns), field_mask=[mask[:count] for mask in masks],
        **{"driver": "GPKG", "geometry_type": "Polygon", "crs": UTM, **options},
    )  # fmt: skip


def run(job: RecordedJob | None = None, **arguments: Any) -> dict[str, Any]:
    return zonal(ZonalRequest.from_arguments(arguments), job or RecordedJob())


def read(path: str) -> dict[str, list[Any]]:
    meta, _, wkb, values = pyogrio.raw.read(path)
    columns = dict(zip(meta["fields"].tolist(), values, strict=True))
    told = {name: column.tolist() for name, column in columns.items()}
    return {**told, "wkb": wkb.tolist()}


def test_each_object_has_the_class_of_most_of_its_pixels(place: dict[str, str]) -> None:
    result = run(**place)
    found = read(place["out"])
    assert found["class_name"] == ["water", "forest", "water", None, None, None]
    assert found["class_id"][:3] == [1, 2, 1]
    assert found["share_2"][:3] == [88.9, 83.3, 100]
    assert found["pixels"] == [9, 6, 1, 0, 0, 0]
    assert {item["name"]: item["objects"] for item in result["classes"]} == {
        "water": 2, "forest": 1, "field": 0
    }  # fmt: skip
    assert (result["objects"], result["without_class"]) == (6, 3)
    assert result["warnings"][0].startswith("Objects without a class: 3 of 6.")
    assert "are called share_2 in the copy" in result["warnings"][1]
    codes = [finding["code"] for finding in result["findings"]]
    assert codes == ["objects-without-class", "fields-renamed"]


def test_outlines_that_cross_themselves_are_counted_and_named(place: dict[str, str]) -> None:
    corners = [(0, 0), (3, 3), (0, 3), (3, 0), (0, 0)]  # by columns and rows: two triangles
    bow_tie = shapely.Polygon([(LEFT + PIXEL * x, TOP - PIXEL * y) for x, y in corners])
    write_objects(Path(place["objects"]), [box(3, 0, 6, 2), bow_tie, None])
    warnings = run(**place)["warnings"]
    found = read(place["out"])
    assert found["class_name"] == ["forest", "water", None]
    assert shapely.from_wkb(found["wkb"][1]) == bow_tie
    assert "cross themselves: no. 2 of the layer." in warnings[0]


def test_the_copy_has_all_that_the_layer_has(place: dict[str, str]) -> None:
    run(**place)
    before, after = read(place["objects"]), read(place["out"])
    for name in before:
        assert str(before[name]) == str(after[name]), name
    own, copied = (pyogrio.read_info(place[name]) for name in ("objects", "out"))
    types = dict(zip(copied["fields"], copied["ogr_types"], strict=True))
    for name, kind in zip(own["fields"], own["ogr_types"], strict=True):
        assert types[name] == kind
    assert types["class_id"].startswith("OFTInteger")
    assert own["crs"] == copied["crs"]
    assert own["geometry_type"] == copied["geometry_type"]


def test_polygons_have_a_style_of_the_colors_of_the_map(place: dict[str, str]) -> None:
    assert run(**place)["has_style"]
    with contextlib.closing(sqlite3.connect(place["out"])) as database:
        ((layer, style),) = database.execute("SELECT f_table_name, styleQML FROM layer_styles")
    assert layer == "classified"
    assert 'label="forest"' in style
    assert 'label="no class"' in style


def test_in_pieces_it_is_the_same(place: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    run(**place)
    whole = read(place["out"])
    monkeypatch.setattr(zonal_module, "BATCH", 1)
    monkeypatch.setattr(objects_module, "STRIP_PIXELS", 2)
    run(**place)
    assert str(read(place["out"])) == str(whole)


def test_confidence_is_that_of_the_class_where_it_is_known(
    place: dict[str, str], tmp_path: Path
) -> None:
    percent = np.full(VALUES.shape, 80)
    percent[0, :2] = [50, 255]
    percent[2, 2] = 10  # of another class
    confidence = write_map(tmp_path / "confidence.tif", percent)
    assert run(**place, confidence=confidence)["has_confidence"]
    told = read(place["out"])["confidence"]
    assert told[:3] == [round((50 + 6 * 80) / 7, 1), 80, 80]
    assert np.isnan(told[3:]).all()


def test_confidence_beside_a_map_of_ours_is_found(place: dict[str, str], tmp_path: Path) -> None:
    write_map(tmp_path / "c.tif", np.full(VALUES.shape, 70))
    classes = [{"value": v, "name": n, "color_hint": "102030"} for v, n in NAMES.items()]
    assets = {"classes": {"classification:classes": classes}, "confidence": {"href": "./c.tif"}}
    (tmp_path / "map.json").write_text(json.dumps({"assets": assets}))
    run(**place)
    assert read(place["out"])["confidence"][0] == 70


@pytest.mark.parametrize("problem", ["grid", "type"])
def test_confidence_of_another_map_is_refused(
    place: dict[str, str], tmp_path: Path, problem: str
) -> None:
    path = tmp_path / "confidence.tif"
    if problem == "grid":
        write_map(path, VALUES, transform=PLACE @ PLACE.translation(1, 0))
    else:
        with rasterio.open(path, "w", driver="GTiff", width=6, height=4, count=1, dtype="float32",
                           crs=UTM, transform=PLACE) as dataset:  # fmt: skip
            dataset.write(np.ones((1, 4, 6), np.float32))
    with pytest.raises(
        IncompatibleRaster, match="pixels of the map" if problem == "grid" else "percent"
    ):
        run(**place, confidence=str(path))
    assert not Path(place["out"]).exists()


def test_objects_in_another_crs_and_of_other_kinds_are_placed(
    place: dict[str, str], tmp_path: Path
) -> None:
    spot = shapely.Point(LEFT + 35, TOP - 5)
    lon_lat = rasterio.warp.transform(UTM, "EPSG:4326", [spot.x], [spot.y])
    points = [shapely.Point(lon_lat[0][0], lon_lat[1][0])]
    place["objects"] = str(tmp_path / "points.geojson")
    write_objects(
        Path(place["objects"]), points, driver="GeoJSON", geometry_type="Point", crs="EPSG:4326"
    )
    run(**place)
    assert read(place["out"])["class_name"] == ["forest"]
    assert pyogrio.read_info(place["out"])["geometry_type"] == "Point"


def test_a_layer_that_does_not_say_of_what_kind_it_is_has_a_style_if_all_are_polygons(
    place: dict[str, str],
) -> None:
    Path(place["objects"]).unlink()
    write_objects(Path(place["objects"]), SHAPES[:2], geometry_type="Unknown")
    assert run(**place)["has_style"]
    Path(place["objects"]).unlink()
    both = [SHAPES[0], shapely.Point(LEFT + 5, TOP - 5)]
    write_objects(Path(place["objects"]), both, geometry_type="Unknown")
    assert not run(**place)["has_style"]


def test_parts_of_a_shapefile_stay_together(place: dict[str, str], tmp_path: Path) -> None:
    both = shapely.MultiPolygon([box(0, 0, 1, 1), box(4, 3, 6, 4)])
    place["objects"] = str(tmp_path / "parcels.shp")
    write_objects(Path(place["objects"]), [both, box(0, 0, 2, 2)], driver="ESRI Shapefile",
                  geometry_type="MultiPolygon")  # fmt: skip
    run(**place)
    assert read(place["out"])["class_name"] == ["field", "water"]


@pytest.mark.parametrize("kind", ["elsewhere", "empty", "no vector"])
def test_what_cannot_be_done_is_a_sentence_and_no_file(
    place: dict[str, str], tmp_path: Path, kind: str
) -> None:
    error: type[Exception] = UnreadablePolygons
    if kind == "no vector":
        place["objects"] = place["map"]
    else:
        Path(place["objects"]).unlink()
        write_objects(Path(place["objects"]), SHAPES[5:] if kind == "elsewhere" else [])
        error = NoIntersection if kind == "elsewhere" else UnreadablePolygons
    with pytest.raises(error):
        run(**place)
    assert not Path(place["out"]).exists()


def test_the_layer_is_not_written_over(place: dict[str, str]) -> None:
    with pytest.raises(OutputIsInput):
        run(**{**place, "out": place["objects"]})
    with pytest.raises(InvalidRequest, match="either a map"):
        run(objects=place["objects"], out=place["out"])


def test_canceled_it_leaves_nothing(place: dict[str, str], tmp_path: Path) -> None:
    before = {path.name for path in tmp_path.iterdir()}
    with pytest.raises(JobCanceled):
        run(RecordedJob(cancel_at=2), **place)
    assert {path.name for path in tmp_path.iterdir()} == before


def test_a_model_maps_first(raster_factory: Any, color_model: Path, tmp_path: Path) -> None:
    raster = raster_factory(size=(32, 32))
    shapes = [
        shapely.box(LEFT, TOP - 8, LEFT + 8, TOP),
        shapely.box(LEFT + 8, TOP - 16, LEFT + 16, TOP),
    ]
    write_objects(tmp_path / "o.gpkg", shapes)
    result = run(
        model=str(color_model), raster=str(raster), objects=str(tmp_path / "o.gpkg"),
        out=str(tmp_path / "out.gpkg"), threads=1,
    )  # fmt: skip
    told = read(result["output"])
    assert result["has_confidence"]
    assert all(25 < value <= 100 for value in told["confidence"])
    assert told["pixels"] == [256, 512]


def test_no_model_maps_a_raster_where_no_object_lies(
    raster_factory: Any, color_model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raster = raster_factory(size=(32, 32))
    write_objects(tmp_path / "o.gpkg", [shapely.box(LEFT - 90, TOP, LEFT - 80, TOP + 10)])
    monkeypatch.setattr(segment_module, "segment", None)  # not asked
    with pytest.raises(NoIntersection):
        run(
            model=str(color_model), raster=str(raster), objects=str(tmp_path / "o.gpkg"),
            out=str(tmp_path / "out.gpkg"), threads=1,
        )  # fmt: skip


def test_objects_lie_on_a_raster_that_control_points_place(
    raster_factory: Any, color_model: Path, tmp_path: Path
) -> None:
    raster = raster_factory(size=(32, 32))
    with rasterio.open(raster) as dataset:
        pixels, crs, to_crs = dataset.read(), dataset.crs, dataset.transform
    points = [
        GroundControlPoint(row, col, *(to_crs @ (col, row))) for row in (0, 32) for col in (0, 32)
    ]
    placed = tmp_path / "placed.tif"
    with rasterio.open(
        placed, "w", driver="GTiff", width=32, height=32, count=len(pixels), dtype=pixels.dtype,
        gcps=points, crs=crs,
    ) as dataset:  # fmt: skip
        dataset.write(pixels)
    left, top = to_crs @ (8, 8)
    write_objects(tmp_path / "o.gpkg", [shapely.box(left, top - 80, left + 80, top)])
    result = run(
        model=str(color_model), raster=str(placed), objects=str(tmp_path / "o.gpkg"),
        out=str(tmp_path / "out.gpkg"), threads=1,
    )  # fmt: skip
    assert result["objects"] == 1
    assert sum(item["objects"] for item in result["classes"]) == 1
