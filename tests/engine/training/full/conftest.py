"""Models to start from, and what to learn; imported late, for torch may be absent."""

from dataclasses import replace

import pytest

from crossearth_engine.training.request import FinetuneRequest


@pytest.fixture(scope="session")
def compact(tmp_path_factory):
    from tests.engine.training.full.test_adapt import write_model

    folder = tmp_path_factory.mktemp("models") / "compact"
    return write_model(folder, "efficientnet-lite0-fpn", 64, ["water", "tree", "road"])


@pytest.fixture(scope="session")
def tiny_crossearth(tmp_path_factory):
    from tests.engine.training.full.test_adapt import write_model

    folder = tmp_path_factory.mktemp("models") / "tiny"
    return write_model(folder, "crossearth-tiny-128", 128, ["water", "tree", "road"])


@pytest.fixture
def request_for(tmp_path):
    from tests.engine.training.full.test_adapt import write_polygons, write_scene

    scene = write_scene(tmp_path / "scene.tif", 0)
    polygons = write_polygons(tmp_path / "polygons.gpkg", [0])

    def make(model, name="new", **changes):
        request = FinetuneRequest(
            rasters=(str(scene),),
            polygons=str(polygons),
            field="kind",
            model=str(model),
            out=str(tmp_path / name),
            recipe="full",
            device="cpu",
            threads=1,
        )
        return replace(request, **changes)

    return make
