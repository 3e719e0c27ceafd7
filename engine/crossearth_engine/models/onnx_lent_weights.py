"""ONNX networks whose weights stay in the file that they came in, until another one is written.

Networks of a gigabyte are cut, joined and continued as graphs of some kilobytes: what is large of a
tensor is read by onnxruntime itself, or copied when the network becomes a file. Runs on onnx alone.
"""

from __future__ import annotations

import mmap
import os
from collections.abc import Iterator
from pathlib import Path

from crossearth_engine.errors import MissingPackage, UnreadableModel
from crossearth_engine.models.onnx_file import fields_of

try:
    import onnx
    from onnx import ModelProto, TensorProto, helper
except ImportError as error:
    raise MissingPackage(package="onnx", requirement="onnx scikit-learn") from error

MIN_BYTES = 1 << 20
"""Of smaller tensors little is gained."""
MAX_FILE_BYTES = 2_000_000_000
"""A protocol buffer ends at 2 GiB; the weights of larger networks lie in a file beside."""
_GRAPH, _INITIALIZER, _RAW_DATA = 7, 5, 9
_LOCATION, _OFFSET, _LENGTH = "location", "offset", "length"


def read_lent(path: Path) -> ModelProto:
    """Return the network in an ONNX file; its large tensors say where they lie, and hold nothing.

    Raises:
        Exception: of protobuf or the disk, if it is no ONNX file.
    """
    path = path.resolve()
    model = ModelProto()
    with path.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data:
        for start, end, number, content in fields_of(data, 0, len(data)):
            if number != _GRAPH or content is None:
                model.MergeFromString(data[start:end])
                continue
            for own_start, own_end, own, inner in fields_of(data, *content):
                if own == _INITIALIZER and inner and own_end - own_start >= MIN_BYTES:
                    model.graph.initializer.append(_lent(data, inner, path))
                else:
                    model.graph.MergeFromString(data[own_start:own_end])
    for tensor in model.graph.initializer:
        place = _place(tensor)
        if _LOCATION in place and not Path(place[_LOCATION]).is_absolute():
            _set_place(tensor, {**place, _LOCATION: str(path.parent / place[_LOCATION])})
    return model


def _lent(data: mmap.mmap, span: tuple[int, int], path: Path) -> TensorProto:
    """Return a tensor without what it holds as bytes."""
    tensor = TensorProto()
    for start, end, number, content in fields_of(data, *span):
        if number == _RAW_DATA and content:
            length = content[1] - content[0]
            place = {_LOCATION: str(path), _OFFSET: str(content[0]), _LENGTH: str(length)}
            _set_place(tensor, place)
        else:
            tensor.MergeFromString(data[start:end])
    return tensor


def _place(tensor: TensorProto) -> dict[str, str]:
    """Return where the bytes of a tensor lie; empty: in itself."""
    return {entry.key: entry.value for entry in tensor.external_data}


def _set_place(tensor: TensorProto, place: dict[str, str]) -> None:
    del tensor.external_data[:]
    for key, value in place.items():
        tensor.external_data.add(key=key, value=value)
    tensor.data_location = TensorProto.EXTERNAL


def is_lent(tensor: TensorProto) -> bool:
    """Whether the bytes of a tensor lie elsewhere."""
    return bool(tensor.data_location == TensorProto.EXTERNAL)


def fetched(tensor: TensorProto) -> TensorProto:
    """Return a tensor with the bytes that it holds.

    Raises:
        UnreadableModel: if their file has become shorter.
    """
    if not is_lent(tensor):
        return tensor
    made, place = TensorProto(), _place(tensor)
    made.CopyFrom(tensor)
    del made.external_data[:]
    made.ClearField("data_location")
    with Path(place[_LOCATION]).open("rb") as stream:
        stream.seek(int(place.get(_OFFSET, "0")))
        made.raw_data = stream.read(int(place.get(_LENGTH, "-1")))
    if len(made.raw_data) < int(place.get(_LENGTH, "0")):
        reason = "it has become shorter meanwhile. Copy or download it again."
        raise UnreadableModel(path=place[_LOCATION], reason=reason)
    return made


def checked(model: ModelProto) -> ModelProto:
    """Return a network that is one.

    Raises:
        onnx.checker.ValidationError: if it is none.
    """
    lent = [tensor for tensor in model.graph.initializer if is_lent(tensor)]
    light = ModelProto()
    light.CopyFrom(model)
    del light.graph.initializer[:]
    light.graph.initializer.extend(t for t in model.graph.initializer if not is_lent(t))
    light.graph.input.extend(
        helper.make_tensor_value_info(tensor.name, tensor.data_type, tensor.dims) for tensor in lent
    )
    onnx.checker.check_model(light)
    return model


def for_session(content: bytes) -> tuple[bytes, Path | None]:
    """Return a network as onnxruntime takes it, and the folder of its weights; None: it has all."""
    model = onnx.load_from_string(content)
    lent = [tensor for tensor in model.graph.initializer if is_lent(tensor)]
    if not lent:
        return content, None
    files = {_place(tensor)[_LOCATION] for tensor in lent}
    try:
        folder = Path(os.path.commonpath([Path(file).parent for file in files]))
    except ValueError:  # they lie on several drives
        return with_weights(content), None
    for tensor in lent:
        place = _place(tensor)
        name = Path(place[_LOCATION]).relative_to(folder).as_posix()
        _set_place(tensor, {**place, _LOCATION: name})
    return model.SerializeToString(), folder


def with_weights(content: bytes) -> bytes:
    """Return a network with all that it holds."""
    return b"".join(_parts(onnx.load_from_string(content)))


def write_with_weights(path: Path, content: bytes) -> None:
    """Write a network with all that it holds; what is too much for one file lies in ``.data``."""
    model = onnx.load_from_string(content)
    tensors = model.graph.initializer
    size = len(content) + sum(_size(tensor) for tensor in tensors if is_lent(tensor))
    with path.open("wb") as stream:
        if size <= MAX_FILE_BYTES:
            stream.writelines(_parts(model))
            return
        data = path.with_name(f"{path.name}.data")
        with data.open("wb") as beside:
            for tensor in tensors:
                if is_lent(tensor):
                    place = {_LOCATION: data.name, _OFFSET: str(beside.tell())}
                    length = beside.write(fetched(tensor).raw_data)
                    _set_place(tensor, {**place, _LENGTH: str(length)})
        stream.write(model.SerializeToString(deterministic=True))


def _parts(model: ModelProto) -> Iterator[bytes]:
    """Yield what makes a file of a network: protocol buffers may be continued."""
    lent = [tensor for tensor in model.graph.initializer if is_lent(tensor)]
    own = [tensor for tensor in model.graph.initializer if not is_lent(tensor)]
    graph = model.graph
    del graph.initializer[:]
    graph.initializer.extend(own)
    yield model.SerializeToString(deterministic=True)
    for tensor in lent:
        part = ModelProto()
        part.graph.initializer.append(fetched(tensor))
        yield part.SerializeToString(deterministic=True)


def _size(tensor: TensorProto) -> int:
    place = _place(tensor)
    return int(place.get(_LENGTH) or Path(place[_LOCATION]).stat().st_size)
