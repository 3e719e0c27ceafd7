"""A published checkpoint from a server to a map, through QGIS; needs torch in the engine."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Iterator
from pathlib import Path

import processing
import pytest
from osgeo import gdal
from qgis.core import QgsProcessingException, QgsProcessingFeedback

from crossearth_qgis import paths
from crossearth_qgis.models import catalog, published
from tests.engine.file_server import Behaviour, serving

ID = "crossearth-potsdam-rgb"
PATH = "/Potsdam%28r%29-source.pth"
MAKE_CHECKPOINT = """
import sys
from pathlib import Path
sys.path[:0] = sys.argv[2:]
import torch
from tests.engine.networks.tiny import lively, save_like_published
path, tensors = Path(sys.argv[1]), lively(num_classes=6).state_dict()
save_like_published(path, tensors)
backbone = {n: t for n, t in tensors.items() if n.startswith("backbone.") and ".reins." not in n}
torch.save(backbone, path.with_name("backbone.pth"))
"""

pytestmark = pytest.mark.usefixtures("provider")


class CancelAtFirstProgress(QgsProcessingFeedback):
    def __init__(self) -> None:
        super().__init__(False)
        self.progressChanged.connect(lambda percent: self.cancel() if percent > 0 else None)


@pytest.fixture(scope="module")
def checkpoint(engine_python: str, tmp_path_factory) -> Path:
    """Return a file laid out like the published ones, of a tiny network."""
    path = tmp_path_factory.mktemp("published") / "checkpoint.pth"
    folders = (str(paths.ENGINE_FOLDER), str(paths.ROOT))
    made = subprocess.run(
        [engine_python, "-c", MAKE_CHECKPOINT, str(path), *folders],
        capture_output=True,
        text=True,
        timeout=120,
    )
    if "No module named 'torch'" in made.stderr:
        pytest.skip("The engine's Python has no torch")
    assert made.returncode == 0, made.stderr
    return path


@pytest.fixture
def backbone(checkpoint: Path) -> Path:
    """Return a file laid out like those of DINOv2, of the same network."""
    return checkpoint.with_name("backbone.pth")


@pytest.fixture
def server(checkpoint: Path) -> Iterator[tuple[str, Behaviour]]:
    content = checkpoint.read_bytes()
    headers = {"X-Linked-Etag": f'"{hashlib.sha256(content).hexdigest()}"'}
    with serving(files={PATH: content}, headers=headers) as served:
        yield served


def test_published_model_is_downloaded_paused_continued_and_run(
    server, scene_factory, tmp_path
) -> None:
    address, behaviour = server
    size = len(behaviour.files[PATH])
    parameters = {"MODEL": ID, "BASE_ADDRESS": address}
    assert ID in [model.id for model in published.models()]

    behaviour.stalls, behaviour.break_at = True, [size * 37 // 100]
    paused = processing.run(
        "crossearth:downloadmodel", parameters, feedback=CancelAtFirstProgress()
    )
    assert paused == {}
    (part,) = (tmp_path / "home").rglob("*.part")
    arrived = part.stat().st_size
    assert 0 < arrived <= size * 37 // 100
    behaviour.stalls = False
    result = processing.run("crossearth:downloadmodel", parameters)
    assert result["ID"] == ID
    assert behaviour.asked()[-1] == (PATH, f"bytes={arrived}-")
    assert ID not in [model.id for model in published.models()]
    assert catalog.find(ID).path == Path(result["PATH"])

    scene, output = scene_factory(width=200, height=150), tmp_path / "map.tif"
    processing.run("crossearth:segment", {"INPUT": str(scene), "MODEL": ID, "OUTPUT": str(output)})
    dataset = gdal.Open(str(output))
    assert set(dataset.GetRasterBand(1).ReadRaster()) <= {1, 2, 3, 4, 5, 6}


def test_damaged_download_installs_nothing(server, tmp_path) -> None:
    address, behaviour = server
    behaviour.headers = {"X-Linked-Etag": f'"{"0" * 64}"'}
    with pytest.raises(QgsProcessingException, match="is not what it announced"):
        processing.run("crossearth:downloadmodel", {"MODEL": ID, "BASE_ADDRESS": address})
    assert not [path for path in (tmp_path / "home").rglob("*") if path.is_file()]


def test_file_is_imported_with_the_classes_of_a_dataset(checkpoint: Path) -> None:
    parameters = {"FILE": str(checkpoint), "MODEL_ID": "mine", "DATASET": "vaihingen_irrg"}
    assert processing.run("crossearth:importmodel", parameters)["ID"] == "mine"
    assert catalog.find("mine").bands == ("nir", "red", "green")


def test_exported_model_is_imported_under_another_name_and_run(scene_factory, tmp_path) -> None:
    exported = processing.run(
        "crossearth:exportmodel", {"MODEL": "crossearth-base-rgb", "OUTPUT": str(tmp_path / "out")}
    )
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        *("model.onnx", "model.json", "SHA256SUMS", "README.md"),
    }
    parameters = {"FILE": exported["PATH"], "MODEL_ID": "copy", "NAME": "Kopie für Köln"}
    assert processing.run("crossearth:importmodel", parameters)["ID"] == "copy"
    model = catalog.find("copy")
    assert model.name == "Kopie für Köln"
    assert [item.name for item in model.classes] == [
        item.name for item in catalog.find("crossearth-base-rgb").classes
    ]
    scene, output = scene_factory(width=200, height=150), tmp_path / "map.tif"
    parameters = {"INPUT": str(scene), "MODEL": "copy", "OUTPUT": str(output)}
    processing.run("crossearth:segment", parameters)
    assert output.is_file()


def test_backbone_waits_in_the_picker_for_being_adapted(backbone: Path, scene_factory) -> None:
    parameters = {"FILE": str(backbone), "MODEL_ID": "tiny"}
    assert processing.run("crossearth:importmodel", parameters)["ID"] == "tiny"
    assert catalog.find("tiny").needs_adapting
    parameters = {"INPUT": str(scene_factory()), "MODEL": "tiny", "OUTPUT": "TEMPORARY_OUTPUT"}
    with pytest.raises(QgsProcessingException, match="has to be adapted first"):
        processing.run("crossearth:segment", parameters)
