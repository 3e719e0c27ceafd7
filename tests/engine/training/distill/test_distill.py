from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
import rasterio
from onnx import helper

from crossearth_engine.errors import IncompatibleModel, InvalidRequest, JobCanceled
from crossearth_engine.models.catalog import find_model
from crossearth_engine.raster.reader import RasterReader, View
from crossearth_engine.raster.source import RasterSource
from crossearth_engine.training.distill.distill import distill
from crossearth_engine.training.distill.lessons import Lesson, Onlooker, School
from crossearth_engine.training.distill.request import DistillRequest
from crossearth_engine.training.distill.student import Student
from tests.engine.conftest import RecordedJob, read, run
from tests.engine.training.networks import SIZE, write_network
from tests.engine.training.scenes import make_scene

OVERLAP = 16


@pytest.fixture(autouse=True)
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path / "home"))
    make_scene(tmp_path / "scene.tif")
    write_network(tmp_path / "student.onnx")
    write_network(tmp_path / "teacher.onnx", seed=1)


def teach(tmp_path: Path, job: RecordedJob | None = None, **arguments: Any) -> dict[str, Any]:
    given = {
        "raster": str(tmp_path / "scene.tif"),
        "out": str(tmp_path / "taught"),
        "teacher": str(tmp_path / "teacher.onnx"),
        "student": str(tmp_path / "student.onnx"),
        "windows": 20,
        "threads": 1,
    }
    return distill(DistillRequest.from_arguments({**given, **arguments}), job or RecordedJob())


class Silent:
    """A teacher that says nothing: which pixels it is asked about is what counts."""

    fixed_batch = None

    def run(self, batch: np.ndarray) -> np.ndarray:
        return np.zeros((len(batch), 5, *batch.shape[2:]), np.float32)

    def halo(self, window_size: int) -> int:
        return 0


def lessons_of(tmp_path: Path, windows: int, seed: int = 0) -> list[Lesson]:
    """Return the lessons that are given on the scene, with nothing said in them."""
    student = find_model(str(tmp_path / "student.onnx"))
    with RasterSource(str(tmp_path / "scene.tif"), student.bands, None) as source:
        seer = Onlooker(student, RasterReader(source, View(source.grid)))
        return list(School(seer, Silent(), seer, SIZE**2, seed).lessons(windows))


def is_held_out(tmp_path: Path, windows: int) -> np.ndarray:
    """Return which pixels of the scene the lessons hold out, (H, W)."""
    found = np.zeros((640, 640), bool)
    for lesson in lessons_of(tmp_path, windows):
        if lesson.is_held_out:
            window = lesson.window
            found[window.row_off + lesson.rows, window.col_off + lesson.cols] = True
    return found


def rename_classes(path: Path, names: list[str]) -> None:
    model = onnx.load(path)
    known = {entry.key: entry.value for entry in model.metadata_props}
    classes = json.dumps(dict(enumerate(names)))
    helper.set_model_props(model, {**known, "class_names": classes})
    onnx.save(model, path)


def test_student_maps_a_scene_as_its_teacher_does_and_as_it_was_told(tmp_path: Path) -> None:
    job = RecordedJob()
    result = teach(tmp_path, job, windows=80)
    told = result["agreement"]
    assert told["share"] > told["before"] + 0.2
    assert told["is_better"]
    assert not result["warnings"]
    scene = tmp_path / "scene.tif"
    maps = {}
    for name in ("teacher.onnx", "student.onnx", "taught"):
        run(scene, tmp_path / "map.tif", model=str(tmp_path / name))
        maps[name] = read(tmp_path / "map.tif")
    held_out = is_held_out(tmp_path, windows=80)
    for name, share in (("taught", told["share"]), ("student.onnx", told["before"])):
        same = maps[name] == maps["teacher.onnx"]
        # Maps average several looks near the edges of windows.
        assert share == pytest.approx(same[held_out].mean(), abs=0.02)
    done = [(done, total) for done, total, _ in job.progresses]
    assert done == sorted(done)
    assert done[-1][0] == done[-1][1]


def test_what_is_told_of_a_distilled_model_is_in_its_folder(tmp_path: Path) -> None:
    result = teach(tmp_path, tta=True)
    model = find_model(result["path"])
    origin = json.loads((tmp_path / "taught/model.json").read_text())["properties"][
        "crossearth:origin"
    ]
    assert origin["recipe"] == "distill"
    assert origin["teacher"]["sha256"] == find_model(str(tmp_path / "teacher.onnx")).verify()
    assert origin["teacher_tta"]
    assert [item.name for item in model.classes] == [item["name"] for item in result["classes"]]
    assert model.quantiles is not None
    page = (tmp_path / "taught/accuracy.html").read_text()
    assert "nothing was learned from" in page
    assert "The reference of all figures here is the teacher" in page
    costs = result["costs"]
    assert costs["lessons"] == 20
    assert costs["teacher_windows"] == costs["student_windows"] == 13 * 13
    assert 0 < costs["teacher_window_s"] < costs["lessons_s"] <= costs["distilling_s"]
    assert 0 < costs["student_window_s"] < costs["distilling_s"]
    # Another one takes its place, and it is kept.
    assert teach(tmp_path)["earlier_rounds"] == [1]


def test_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    weights = []
    for seed, name in ((0, "a"), (0, "b"), (1, "c")):
        teach(tmp_path, out=str(tmp_path / name), seed=seed, windows=10)
        weights.append((tmp_path / name / "model.onnx").read_bytes())
    assert weights[0] == weights[1] != weights[2]


def test_average_of_looks_can_be_learned(tmp_path: Path) -> None:
    student = str(tmp_path / "student.onnx")
    result = teach(tmp_path, teacher=student, tta=True, scales=[0.75, 1])
    assert result["agreement"]["closed"] > 0
    with pytest.raises(InvalidRequest, match="nothing to learn"):
        teach(tmp_path, teacher=student)


def test_classes_are_those_of_the_teacher(tmp_path: Path) -> None:
    rename_classes(tmp_path / "teacher.onnx", ["Trees", "Sea", "Sand", "Town", "Snow"])
    result = teach(tmp_path)
    assert [item["name"] for item in result["classes"]][:2] == ["Trees", "Sea"]
    assert result["agreement"]["before"] is None
    assert result["agreement"]["share"] > 0.6
    assert "nothing to compare" in " ".join(result["sentences"])
    # Some of them by their names, in another order.
    rename_classes(tmp_path / "student.onnx", ["Snow", "River", "trees", "Lawn", "Reef"])
    result = teach(tmp_path)
    assert result["agreement"]["share"] > 0.6
    assert 0 <= result["agreement"]["before"] < result["agreement"]["share"]


def test_teacher_may_see_other_pixels(tmp_path: Path) -> None:
    model = onnx.load(tmp_path / "teacher.onnx")
    known = {entry.key: entry.value for entry in model.metadata_props}
    helper.set_model_props(model, {**known, "resolution": "100"})
    onnx.save(model, tmp_path / "teacher.onnx")
    result = teach(tmp_path)
    assert result["agreement"]["share"] > result["agreement"]["before"]


def test_little_data_is_too_little(tmp_path: Path) -> None:
    with rasterio.open(tmp_path / "scene.tif") as dataset:
        meta, pixels = dataset.meta, dataset.read()
    meta |= {"width": 100, "height": 64}
    with rasterio.open(tmp_path / "scene.tif", "w", **meta) as dataset:
        dataset.write(pixels[:, :64, :100])
    with pytest.raises(InvalidRequest, match="in 2 windows; 5 are needed"):
        teach(tmp_path)
    assert not (tmp_path / "taught").exists()


def test_windows_without_data_are_no_lessons(tmp_path: Path) -> None:
    with rasterio.open(tmp_path / "scene.tif", "r+") as dataset:
        pixels = dataset.read()
        pixels[:, :, 200:] = 0
        dataset.write(pixels)
        dataset.nodata = 0
    result = teach(tmp_path, windows=100)
    # Of 13 columns of windows 4, and a part of the fifth.
    assert 40 < result["costs"]["lessons"] <= 65


def test_what_is_stopped_leaves_nothing(tmp_path: Path) -> None:
    for step in (3, 25):
        with pytest.raises(JobCanceled):
            teach(tmp_path, RecordedJob(cancel_at=step))
        assert not (tmp_path / "taught").exists()


def test_what_cannot_be_distilled_is_refused_before_the_teacher_looks(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other/file.txt").touch()
    for reason, arguments in (
        ("holds something else", {"out": str(tmp_path / "other")}),
        ("small letters", {"out": str(tmp_path / "Other One")}),
        ("must be 10 to", {"windows": 3}),
    ):
        job = RecordedJob()
        with pytest.raises(InvalidRequest, match=reason):
            teach(tmp_path, job, **arguments)
        assert not job.progresses


def test_student_has_to_be_an_onnx_file_that_maps(tmp_path: Path) -> None:
    model = find_model(str(tmp_path / "student.onnx"))
    for reason, other in (
        ("models export", replace(model, weights=Path("model.safetensors"))),
        ("crossearth finetune", replace(model, scores="features")),
    ):
        with pytest.raises(IncompatibleModel, match=reason):
            Student(other, model.classes, threads=1)


def test_distilled_model_can_be_a_student_and_a_teacher(tmp_path: Path) -> None:
    teach(tmp_path)
    taught = str(tmp_path / "taught")
    again = teach(tmp_path, student=taught, out=str(tmp_path / "again"), seed=1)
    assert again["agreement"]["before"] > 0.5
    other = teach(tmp_path, teacher=taught, out=str(tmp_path / "other"))
    assert other["agreement"]["is_better"]


def test_windows_are_spread_those_held_out_among_them(tmp_path: Path) -> None:
    for seed in range(3):
        lessons = lessons_of(tmp_path, windows=40, seed=seed)
        for chosen in (lessons, [lesson for lesson in lessons if lesson.is_held_out]):
            offsets = [(lesson.window.row_off, lesson.window.col_off) for lesson in chosen]
            thirds = {(min(row // 200, 2), min(col // 200, 2)) for row, col in offsets}
            # Of windows drawn blindly, eight miss three of nine parts, and forty often one.
            assert len(thirds) >= (9 if chosen is lessons else 6)


def test_raster_is_not_strange_to_what_was_distilled_on_it(tmp_path: Path) -> None:
    # Six windows, of which the run looks at the first, the only one of another ground.
    scene = tmp_path / "scene.tif"
    with rasterio.open(scene) as dataset:
        profile = {**dataset.profile, "width": 160, "height": 112}
        pixels = np.tile(dataset.read()[:, :1, :80], (1, 112, 2))
    rng = np.random.default_rng(0)
    pixels = (pixels * 0.2 + rng.normal(40, 4, pixels.shape)).astype(np.uint8)
    pixels[:, :64, :64] = rng.integers(0, 255, (3, 8, 8)).repeat(8, axis=1).repeat(8, axis=2)
    with rasterio.open(scene, "w", **profile) as dataset:
        dataset.write(pixels)
    for seed in range(50):
        first = next(
            lesson
            for lesson in lessons_of(tmp_path, 10, seed)
            if (lesson.window.row_off, lesson.window.col_off) == (0, 0)
        )
        if first.is_held_out:
            break
    assert first.is_held_out
    taught = teach(tmp_path, windows=10, seed=seed)
    result = run(scene, tmp_path / "map.tif", model=taught["path"])
    assert result["unlike_training"] < 0.9
    assert "unlike-training" not in [finding["code"] for finding in result["findings"]]
