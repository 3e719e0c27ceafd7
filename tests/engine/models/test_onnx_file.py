import os

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper
from onnx.external_data_helper import set_external_data

from crossearth_engine.errors import IncompatibleModel, UnreadableModel
from crossearth_engine.models.onnx_file import _encoded as field
from crossearth_engine.models.onnx_file import add_metadata, external_files
from tests.engine.conftest import save_network

WEIGHTS = np.ones((2, 3, 1, 1), np.float32)
LINK = pytest.param("link", marks=pytest.mark.skipif(os.name == "nt", reason="needs rights"))


def tensor(name, location):
    """A tensor stored in another file."""
    made = numpy_helper.from_array(np.zeros(4, np.float32), name)
    set_external_data(made, location, 0, 16)
    made.ClearField("raw_data")
    made.data_location = TensorProto.EXTERNAL
    return made


def write(path, *initializers, nodes=()):
    graph = helper.make_graph(nodes, "graph", [], [], initializer=initializers)
    path.write_bytes(helper.make_model(graph).SerializeToString())
    return path


def test_files_with_weights_are_found_wherever_they_are_named(tmp_path):
    for name in ("a.bin", "b.bin", "c.bin"):
        (tmp_path / name).write_bytes(bytes(16))
    inner = helper.make_graph([], "inner", [], [], initializer=[tensor("c", "c.bin")])
    nodes = [
        helper.make_node("Constant", [], ["x"], value=tensor("b", "b.bin")),
        helper.make_node("If", ["x"], ["y"], then_branch=inner, else_branch=inner),
    ]
    path = write(tmp_path / "m.onnx", tensor("a", "a.bin"), nodes=nodes)
    assert [file.name for file in external_files(path)] == ["a.bin", "b.bin", "c.bin"]


def test_a_file_with_its_weights_inside_needs_no_other(tmp_path):
    assert external_files(save_network(tmp_path / "m.onnx", WEIGHTS)) == []


@pytest.mark.parametrize(
    "location", ["../outside", "../model/inside", "/etc/passwd", "a\\..\\..\\b", LINK]
)
def test_data_outside_the_folder_are_refused(tmp_path, location):
    folder = tmp_path / "model"
    folder.mkdir()
    for file in (tmp_path / "outside", folder / "inside"):
        file.write_bytes(bytes(16))
    if os.name != "nt":
        (folder / "link").symlink_to(tmp_path / "outside")
    path = write(folder / "m.onnx", tensor("a", location))
    with pytest.raises(IncompatibleModel, match="outside its own folder"):
        external_files(path)


def test_missing_data_are_told(tmp_path):
    path = write(tmp_path / "m.onnx", tensor("a", "a.bin"))
    with pytest.raises(IncompatibleModel, match=r"data file a\.bin is missing"):
        external_files(path)


@pytest.mark.parametrize("content", [b"", b"no network", b"\x3a\xff\xff\xff\x7f", b"\xff" * 20])
def test_other_files_are_told(tmp_path, content):
    path = tmp_path / "m.onnx"
    path.write_bytes(content)
    with pytest.raises(UnreadableModel, match="no ONNX file"):
        external_files(path)


def test_truncated_file_is_told(tmp_path):
    path = save_network(tmp_path / "m.onnx", WEIGHTS)
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(UnreadableModel, match="truncated"):
        external_files(path)


def test_deeply_nested_graphs_are_walked_without_recursion(tmp_path):
    graph = tensor("a", "a.bin").SerializeToString()
    graph = field(5, graph)
    for _ in range(3000):  # a graph in an attribute of a node of a graph
        graph = field(1, field(5, field(6, graph)))
    path = tmp_path / "m.onnx"
    path.write_bytes(field(7, graph))
    (tmp_path / "a.bin").touch()
    assert [file.name for file in external_files(path)] == ["a.bin"]


def test_added_metadata_are_those_of_the_file(tmp_path):
    path = save_network(tmp_path / "m.onnx", WEIGHTS, {"old": "1"})
    add_metadata(path, {"new": "ä" * 300, "empty": ""})
    model = onnx.load(path)
    onnx.checker.check_model(model)
    read = {entry.key: entry.value for entry in model.metadata_props}
    assert (read["old"], read["new"], read["empty"]) == ("1", "ä" * 300, "")
