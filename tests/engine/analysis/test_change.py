from __future__ import annotations

import json
import re
import tracemalloc
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from affine import Affine
from click.testing import CliRunner
from rasterio.windows import Window

from crossearth_engine.accuracy import class_raster
from crossearth_engine.accuracy.class_raster import ClassRaster
from crossearth_engine.analysis.change import ChangeRequest, change
from crossearth_engine.cli.main import main
from crossearth_engine.errors import (
    IncompatibleRaster,
    InvalidRequest,
    JobCanceled,
    NoIntersection,
    OutputIsInput,
    OutputNotWritable,
)
from tests.engine.analysis.maps import PLACE, write_map
from tests.engine.conftest import RecordedJob, read

NAMES = {1: "water", 2: "forest", 3: "field"}
BEFORE = [[1, 1, 2, 2], [1, 255, 2, 2], [3, 3, 3, 3]]
AFTER = [[1, 1, 2, 3], [1, 1, 1, 255], [3, 3, 2, 2]]


@pytest.fixture
def maps(tmp_path: Path) -> dict[str, str]:
    return {
        "before": write_map(tmp_path / "before.tif", BEFORE, NAMES),
        "after": write_map(tmp_path / "after.tif", AFTER, NAMES),
        "output": str(tmp_path / "change.tif"),
    }


def run(job: RecordedJob | None = None, **arguments: Any) -> dict[str, Any]:
    return change(ChangeRequest.from_arguments(arguments), job or RecordedJob())


def named(path: str) -> list[list[str]]:
    """The names of the classes of a raster, pixel by pixel; '' where there is none."""
    with ClassRaster(path) as classes:
        (strip,) = classes.strips()
        names = [*(item.name for item in classes.classes), ""]
        return [[names[i] for i in row] for row in classes.read(strip)]


def test_each_change_that_there_is_has_a_class(maps: dict[str, str]) -> None:
    result = run(**maps)
    stays, none = "no change", ""
    assert named(maps["output"]) == [
        [stays, stays, stays, "forest → field"],
        [stays, none, "forest → water", none],
        [stays, stays, "field → forest", "field → forest"],
    ]
    assert result["from_to"]["pixels"] == [[3, 0, 0], [1, 1, 1], [0, 2, 2]]
    assert [item["name"] for item in result["from_to"]["classes"]] == list(NAMES.values())
    assert result["from_to"]["area_m2"][2] == [0, 200, 200]
    assert result["changed_share"] == pytest.approx(0.4)
    (item,) = [item for item in result["changes"] if item["to"] == "water"]
    assert (item["from"], item["pixels"], item["area_m2"]) == ("forest", 1, 100)


def test_the_raster_is_read_with_its_names_and_colors_by_other_programs(
    maps: dict[str, str],
) -> None:
    result = run(**maps)
    beside = Path(f"{maps['output']}.aux.xml").read_text(encoding="utf-8")
    style = Path(maps["output"]).with_suffix(".qml").read_text(encoding="utf-8")
    item = json.loads(Path(maps["output"]).with_suffix(".json").read_text(encoding="utf-8"))
    with rasterio.open(maps["output"]) as dataset:
        colors, nodata = dataset.colormap(1), dataset.nodata
        assert dataset.tags()["CROSSEARTH_BEFORE"] == maps["before"]
    assert nodata == 255
    for row in result["classes"]:
        assert f"<F>{row['name']}</F>" in beside
        assert f'label="{row["name"]}"' in style
        assert "#{:02x}{:02x}{:02x}".format(*colors[row["value"]][:3]) == row["color"]
    sources = [link["href"] for link in item["links"] if link["rel"] == "derived_from"]
    assert sources == ["./before.tif", "./after.tif"]


def test_the_report_has_the_table_from_what_to_what(maps: dict[str, str], tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    result = run(**maps, report=str(page))
    text = page.read_text(encoding="utf-8")
    assert result["report"] == str(page)
    assert "<h1>before.tif → after.tif</h1>" in text
    for part in ("forest → water", "counted pixels", "<dt>Before</dt>", "40.00"):
        assert part in text


def test_a_change_of_one_pixel_in_many_is_not_told_as_none(tmp_path: Path) -> None:
    before = np.ones((300, 300))
    after = before.copy()
    after[0, 0] = 2
    after[0, 1:] = 3
    place = PLACE @ Affine.scale(0.1)
    page = tmp_path / "report.html"
    for name, values in (("before", before), ("after", after)):
        write_map(tmp_path / f"{name}.tif", values, NAMES, transform=place)
    files = {name: str(tmp_path / f"{name}.tif") for name in ("before", "after")}
    result = run(**files, output=str(tmp_path / "change.tif"), report=str(page))
    assert result["changed_share"] == pytest.approx(300 / 90_000)
    cells = re.findall(r"<t[dh][^>]*>([^<]*)</t[dh]>", page.read_text(encoding="utf-8"))
    # One square metre of nine hectares became forest.
    assert "&lt; 0.01" in cells
    assert "0.00" in cells  # none of the forest is gone
    command = [*files.values(), str(tmp_path / "again.tif")]
    (line,) = [
        text
        for text in CliRunner().invoke(main, ["change", *command]).output.splitlines()
        if "water → forest" in text
    ]
    assert line.split()[-2:] == ["<", "0.01"]


def test_a_change_has_the_same_value_on_each_map_of_few_classes(tmp_path: Path) -> None:
    files = {"before": write_map(tmp_path / "b.tif", BEFORE, NAMES)}
    values = []
    for name, after in (("one", AFTER), ("two", np.where(np.array(AFTER) == 1, 2, AFTER))):
        files["after"] = write_map(tmp_path / f"{name}.tif", after, NAMES)
        result = run(**files, output=str(tmp_path / f"{name}_change.tif"))
        values.append({item["name"]: item["value"] for item in result["classes"]})
    common = values[0].keys() & values[1].keys()
    assert len(common) > 1
    assert {name: values[0][name] for name in common} == {n: values[1][n] for n in common}


def test_more_changes_than_a_byte_tells_apart_leave_the_smallest_as_one(tmp_path: Path) -> None:
    before = np.repeat(np.arange(20), 20).reshape(20, 20)
    twice = np.hstack([before, before[:, :10]])
    after = np.hstack([before.T, before.T[:, :10]])
    files = {
        "before": write_map(tmp_path / "b.tif", twice),
        "after": write_map(tmp_path / "a.tif", after),
    }
    result = run(**files, output=str(tmp_path / "c.tif"))
    last = result["classes"][-1]
    assert len(result["classes"]) == 255
    assert (last["name"], last["value"], last["pixels"]) == ("other change", 254, 380 - 253)
    assert min(item["pixels"] for item in result["classes"][1:-1]) == 1
    assert np.sum(result["from_to"]["pixels"]) == 600


def test_classes_are_matched_by_name_and_not_by_number(maps: dict[str, str]) -> None:
    other = 10 - np.array(AFTER)
    other[other < 0] = 255
    path = write_map(Path(maps["after"]), other, {10 - value: n for value, n in NAMES.items()})
    assert run(**{**maps, "after": path})["from_to"]["pixels"] == [[3, 0, 0], [1, 1, 1], [0, 2, 2]]


@pytest.mark.parametrize("unnamed", ["before", "after"])
def test_numbers_are_matched_with_names_by_value(maps: dict[str, str], unnamed: str) -> None:
    Path(maps[unnamed]).with_suffix(".qml").unlink()
    result = run(**maps)
    assert result["from_to"]["pixels"] == [[3, 0, 0], [1, 1, 1], [0, 2, 2]]
    assert [item["name"] for item in result["from_to"]["classes"]] == list(NAMES.values())
    assert "by value: 1 = water, 2 = forest, 3 = field" in result["matching"]
    assert "1 = water, 2 = forest, 3 = field. If they mean something else" in result["warnings"][0]


def test_a_class_that_one_map_alone_has_is_told(maps: dict[str, str]) -> None:
    result = run(**maps, after_classes=["2=wood"])
    assert [item["name"] for item in result["from_to"]["classes"]] == [*NAMES.values(), "wood"]
    told = " ".join(result["warnings"])
    assert "Only the map before, before.tif, has forest" in told
    assert "Only the map after, after.tif, has wood" in told


def test_maps_without_a_class_in_common_are_refused(maps: dict[str, str]) -> None:
    with pytest.raises(InvalidRequest, match=r"no class in common: .*--after-classes"):
        run(**maps, after_classes=["1=eau", "2=bois", "3=champ"])


@pytest.mark.parametrize("text", ["1", "a=b", "1=", "1=a,1=b"])
def test_names_that_are_not_understood_are_refused(maps: dict[str, str], text: str) -> None:
    with pytest.raises(InvalidRequest, match="VALUE=NAME"):
        run(**maps, classes=text.split(","))


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (
            {"transform": PLACE @ Affine.scale(2)},
            "pixels of the one measure 20 × 20, those of the other 10 × 10",
        ),
        ({"transform": PLACE @ Affine.translation(0.4, 0)}, "between .* shifted by 0.40 .* 0.00"),
        ({"transform": PLACE @ Affine.rotation(30)}, "turned by"),
        (
            {"transform": PLACE @ Affine.translation(0, 3) @ Affine.scale(1, -1)},
            "one run from the north",
        ),
        ({"crs": "EPSG:32637"}, "one is in EPSG:32637, the other in EPSG:32636"),
        ({"crs": None}, "has no CRS"),
    ],
)
def test_grids_that_differ_are_refused_and_said_how(
    maps: dict[str, str], options: dict[str, Any], reason: str
) -> None:
    write_map(Path(maps["after"]), AFTER, NAMES, **options)
    with pytest.raises(IncompatibleRaster, match=reason) as refused:
        run(**maps)
    assert ("--align before" in str(refused.value)) == ("no CRS" not in reason)
    assert not Path(maps["output"]).exists()


def test_aligned_each_pixel_gets_the_class_of_the_nearest(maps: dict[str, str]) -> None:
    fine = np.repeat(np.repeat(AFTER, 3, axis=0), 3, axis=1)
    write_map(Path(maps["after"]), fine, NAMES, transform=PLACE @ Affine.scale(1 / 3))
    coarse = run(**maps, align="before")
    assert coarse["from_to"]["pixels"] == [[3, 0, 0], [1, 1, 1], [0, 2, 2]]
    assert "3.0 times as long" in coarse["warnings"][-1]
    fine_result = run(**{**maps, "output": f"{maps['output']}.fine.tif"}, align="after")
    assert np.array_equal(
        fine_result["from_to"]["pixels"], 9 * np.array(coarse["from_to"]["pixels"])
    )
    assert fine_result["from_to"]["area_m2"] == pytest.approx(
        np.array(coarse["from_to"]["area_m2"])
    )


def test_maps_on_the_same_pixels_are_compared_where_both_are(maps: dict[str, str]) -> None:
    write_map(
        Path(maps["after"]),
        np.array(AFTER)[1:, 1:],
        NAMES,
        transform=PLACE @ Affine.translation(1, 1),
    )
    write_map(Path(maps["before"]), np.array(BEFORE)[:, :3], NAMES)
    run(**maps)
    assert named(maps["output"]) == [
        ["", "forest → water"],
        ["no change", "field → forest"],
    ]
    with rasterio.open(maps["output"]) as dataset:
        assert dataset.transform == PLACE @ Affine.translation(1, 1)


def test_maps_of_other_places_are_refused(maps: dict[str, str]) -> None:
    write_map(Path(maps["after"]), AFTER, NAMES, transform=PLACE @ Affine.translation(900, 0))
    with pytest.raises(NoIntersection):
        run(**maps)


def test_a_map_is_not_compared_with_itself(maps: dict[str, str], tmp_path: Path) -> None:
    link = tmp_path / "link.tif"
    link.symlink_to(maps["before"])
    for after in (maps["before"], str(link)):
        with pytest.raises(InvalidRequest, match="given twice"):
            run(**{**maps, "after": after})


def test_maps_that_hardly_overlap_are_doubted(maps: dict[str, str]) -> None:
    for columns, share in ((1, None), (3, "25 %")):
        moved = PLACE @ Affine.translation(columns, 0)
        write_map(Path(maps["after"]), AFTER, NAMES, transform=moved)
        codes = {item["code"]: item["details"] for item in run(**maps)["findings"]}
        assert codes.get("overlap-small") == (None if share is None else {"share": share})


@pytest.mark.parametrize(
    ("crs", "transform"),
    [
        ("EPSG:4326", Affine(1, 0, -180, 0, -1, 90)),
        ("EPSG:3857", Affine(111_320, 0, -20_037_600, 0, -111_320, 20_037_600)),
    ],
)
def test_a_map_of_the_world_has_the_place_of_a_small_one(
    maps: dict[str, str], crs: str, transform: Affine
) -> None:
    values = np.ones((360, 360), np.uint8)[: 180 if crs == "EPSG:4326" else None]
    write_map(Path(maps["after"]), values, NAMES, crs=crs, transform=transform)
    codes = [item["code"] for item in run(**maps, align="before")["findings"]]
    assert "overlap-small" not in codes


def test_what_one_map_does_not_cover_is_told(maps: dict[str, str]) -> None:
    values = np.array(AFTER)
    values[0] = 255
    write_map(Path(maps["after"]), values, NAMES)
    warnings = run(**maps)["warnings"]
    assert warnings[0].startswith("On 45% of where the map before has a class")


def test_areas_in_degrees_are_those_on_the_ground(maps: dict[str, str]) -> None:
    degree = Affine(0.001, 0, 30, 0, -0.001, 60)
    for name, values in (("before", BEFORE), ("after", AFTER)):
        write_map(Path(maps[name]), values, NAMES, crs="EPSG:4326", transform=degree)
    area = run(**maps)["from_to"]["area_m2"][1][0]
    assert area == pytest.approx(111.4 * 55.8, rel=0.01)


def test_without_a_crs_pixels_are_counted(maps: dict[str, str]) -> None:
    for name, values in (("before", BEFORE), ("after", AFTER)):
        write_map(Path(maps[name]), values, NAMES, crs=None)
    result = run(**maps, report=maps["output"].replace(".tif", ".html"))
    assert result["from_to"]["area_m2"] is None
    assert result["changed_share"] == pytest.approx(0.4)


def test_a_map_is_not_written_over_what_is_read(maps: dict[str, str]) -> None:
    with pytest.raises(OutputIsInput):
        run(**{**maps, "output": maps["after"]})
    with pytest.raises(OutputIsInput):  # its sidecar would be the style of the map after
        run(**{**maps, "output": maps["after"].replace(".tif", ".tiff")})
    Path(maps["output"]).with_suffix(".qml").write_text("somebody's")
    with pytest.raises(OutputNotWritable, match="belongs to something else"):
        run(**maps)


def test_canceled_it_leaves_nothing(maps: dict[str, str], tmp_path: Path) -> None:
    before = {path.name for path in tmp_path.iterdir()}
    with pytest.raises(JobCanceled):
        run(RecordedJob(cancel_at=1), **maps)
    assert {path.name for path in tmp_path.iterdir()} == before


def test_windows_give_what_one_window_gives(
    tmp_path: Path, maps: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    rng = np.random.default_rng(0)
    for name in ("before", "after"):
        values = rng.integers(1, 4, (600, 1100))
        values[rng.random(values.shape) < 0.1] = 255
        write_map(Path(maps[name]), values, NAMES)
    whole = run(**maps)
    monkeypatch.setattr(class_raster, "PIECE_WIDTH", 512)
    parts = run(**{**maps, "output": str(tmp_path / "parts.tif")})
    assert np.array_equal(read(Path(maps["output"])), read(tmp_path / "parts.tif"))
    assert parts["from_to"] == whole["from_to"]


def write_tiles(path: str, height: int, value: int, rows: range) -> None:
    """Write a map, one tile wide, that has only these rows of tiles."""
    with rasterio.open(
        path, "w", driver="GTiff", width=512, height=height, count=1, dtype="uint8",
        crs="EPSG:32636", transform=PLACE, nodata=255, tiled=True, sparse_ok=True,
        blockxsize=512, blockysize=512,
    ) as dataset:  # fmt: skip
        for row in rows:
            block = np.full((1, 512, 512), value, np.uint8)
            dataset.write(block, window=Window(0, 512 * row, 512, 512))


def test_memory_does_not_grow_with_the_height(tmp_path: Path, maps: dict[str, str]) -> None:
    peaks = []
    for height in (1024, 4096):
        for value, name in enumerate(("before", "after"), 1):
            write_tiles(maps[name], height, value, range(height // 512))
        tracemalloc.start()
        output = str(tmp_path / f"{height}.tif")
        run(**{**maps, "output": output}, classes=["1=land", "2=land"])
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.1 * peaks[0]


def test_what_neither_file_has_is_not_read(
    maps: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_tiles(maps["before"], 4096, 1, range(2, 4))
    write_tiles(maps["after"], 4096, 2, range(3, 5))
    tops, kept = [], []
    read_values = ClassRaster._read

    def reading(self: ClassRaster, window: Any) -> Any:
        tops.append(window.row_off // 512)
        kept.append(rasterio.env.getenv()["GDAL_CACHEMAX"])
        return read_values(self, window)

    monkeypatch.setattr(ClassRaster, "_read", reading)
    result = run(**maps, before_classes=["1=lake"], after_classes=["1=sea", "2=lake"])
    assert result["from_to"]["pixels"] == [[512 * 512]]
    assert set(tops) == {2, 3, 4}
    # GDAL would keep as much of both files as a share of the machine's memory takes.
    assert max(kept) <= 32 * 1024**2
    assert sum("On 50%" in text for text in result["warnings"]) == 2


@pytest.mark.parametrize("crs", ["EPSG:3031", "+proj=geos +h=35785831 +lon_0=0 +sweep=y"])
def test_maps_around_a_pole_and_of_space_have_a_share_of_change(
    maps: dict[str, str], crs: str
) -> None:
    """The pole lies in the middle of the one; no pixel of the other lies on the earth."""
    place = {"EPSG:3031": Affine(1000, 0, -4500, 0, -1000, 4500)}
    transform = place.get(crs, Affine(1000, 0, 6e6, 0, -1000, 6e6))
    after = np.ones((9, 9))
    after[:3] = 2
    write_map(Path(maps["before"]), np.ones((9, 9)), NAMES, crs=crs, transform=transform)
    write_map(Path(maps["after"]), after, NAMES, crs=crs, transform=transform)
    result = run(**maps)
    assert result["changed_share"] == pytest.approx(1 / 3, rel=1e-3)
    if crs == "EPSG:3031":
        # The scale of the projection is 0.9728 there (Snyder 1987, polar stereographic, 71° S).
        areas = np.array(result["from_to"]["area_m2"])
        assert areas.sum() == pytest.approx(81e6 / 0.9728**2, rel=1e-3)
