"""What tells two models apart, wherever they lie and whatever they are called."""

import shutil
from dataclasses import replace

import numpy as np
import onnx
import pytest

from crossearth_engine.errors import IncompatibleModel
from crossearth_engine.models.catalog import find_model
from crossearth_engine.models.model_folder import model_identity
from tests.engine.conftest import save_network

EXTERNAL = {"save_as_external_data": True, "location": "weights.bin", "size_threshold": 0}


@pytest.fixture
def folder(tmp_path):
    """A network whose numbers are in a file beside it."""
    path = tmp_path / "one" / "network.onnx"
    path.parent.mkdir()
    save_network(path, np.ones((2, 3, 1, 1), np.float32))
    onnx.save(onnx.load(path), path, **EXTERNAL)
    return path.parent


def test_a_copy_called_otherwise_is_the_same(folder):
    copy = shutil.copytree(folder, folder.with_name("two"))
    path = (copy / "network.onnx").rename(copy / "other.onnx")
    one, other = find_model(str(folder / "network.onnx")), find_model(str(path))
    assert one.id != other.id
    assert model_identity(one) == model_identity(other)


def test_numbers_beside_the_network_are_part_of_it(folder):
    model = find_model(str(folder / "network.onnx"))
    before = model_identity(model)
    numbers = folder / "weights.bin"
    content = numbers.read_bytes()
    numbers.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    assert model_identity(model) != before
    numbers.unlink()
    with pytest.raises(IncompatibleModel, match=r"weights\.bin is missing"):
        model_identity(model)


@pytest.mark.parametrize(
    ("said", "is_same"),
    [
        ({"license": "MIT", "description": "Mine", "name": "Mine", "note": "!"}, True),
        ({"mean": (1.0, 2.0, 3.0)}, False),
        ({"std": (9.0, 9.0, 9.0)}, False),
        ({"clips": ((0.0, 1.0),) * 3}, False),
        ({"bands": ("blue", "green", "red")}, False),
        ({"threshold": 0.25}, False),
        ({"overhang": 32}, False),
    ],
)
def test_what_it_is_to_be_given_is_part_of_it_and_words_are_not(said, is_same, color_model):
    model = find_model(str(color_model))
    assert (model_identity(replace(model, **said)) == model_identity(model)) == is_same
