"""What can be done with an ONNX file without any library.

That is to find its data files, to add metadata, and to see which of its outputs are decisions.
ONNX is a protocol buffer: fields of a number and a value, nested. Only the way to what is looked
for is walked; all else, the weights first of all, is skipped.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from crossearth_engine.errors import IncompatibleModel, UnreadableModel

# By message: the fields to enter, and the message that each holds. From onnx.proto.
_MESSAGES = {
    "Model": {7: "Graph", 20: "TrainingInfo", 25: "Function"},
    "TrainingInfo": {1: "Graph", 2: "Graph"},
    "Function": {7: "Node", 11: "Attribute"},
    "Graph": {1: "Node", 5: "Tensor", 15: "SparseTensor"},
    "Node": {5: "Attribute"},
    "Attribute": {
        **{5: "Tensor", 10: "Tensor", 6: "Graph", 11: "Graph"},
        **{22: "SparseTensor", 23: "SparseTensor"},
    },
    "SparseTensor": {1: "Tensor", 2: "Tensor"},
    "Tensor": {13: "ExternalData"},
}
_METADATA_PROPS = 14
_GRAPH, _NODE, _GRAPH_OUTPUT = 7, 1, 12
_NODE_INPUT, _NODE_OUTPUT, _OP_TYPE, _NODE_ATTRIBUTE, _VALUE_NAME = 1, 2, 4, 5, 1
_INITIALIZER, _TENSOR_NAME, _ATTRIBUTE_TENSOR = 5, 8, 5
# Numbers of a tensor in single precision: packed, or as bytes.
_FLOAT_DATA, _MAX_CONSTANTS = (4, 9), 1024

# Operators whose result is a decision and no score, and those that only pass it on.
_DECIDING = {"ArgMax", "ArgMin", "Hardmax", "Greater", "GreaterOrEqual", "Less", "LessOrEqual"}
_PASSING = {
    *("Cast", "CastLike", "Identity", "Squeeze", "Unsqueeze", "Reshape", "Flatten", "Transpose"),
    *("Resize", "Upsample", "Slice", "Pad", "Not", "Expand"),
}
_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
_MAX_VARINT_BYTES = 10


def external_files(path: Path) -> list[Path]:
    """Return the files beside an ONNX file that hold a part of its weights.

    Raises:
        UnreadableModel: if it is truncated or no ONNX file.
        IncompatibleModel: if one of the files is missing, or lies outside the file's folder.
    """
    try:
        with path.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as m:
            names = sorted(set(_locations(m)))
    except (OSError, ValueError, IndexError) as error:
        # An empty file cannot be mapped.
        raise UnreadableModel(path=path, reason="it is truncated, or no ONNX file.") from error
    folder = path.parent.resolve()
    files = []
    for name in names:
        try:
            is_inside, is_there = _is_inside(folder, name), (folder / name).is_file()
        except (OSError, ValueError):  # a name that no file can have
            is_inside, is_there = True, False
        if not is_inside:
            reason = f"its data lie outside its own folder ({name})."
            raise IncompatibleModel(path=path, reason=reason)
        if not is_there:
            raise IncompatibleModel(path=path, reason=f"its data file {name} is missing.")
        files.append(folder / name)
    return files


def _is_inside(folder: Path, name: str) -> bool:
    # Nor by a link; nor by way of other folders: the name is kept when the file is copied.
    is_plain = "\\" not in name and ".." not in PurePosixPath(name).parts
    is_plain = is_plain and not name.startswith("/")
    return is_plain and (folder / name).resolve().is_relative_to(folder)


@dataclass(frozen=True)
class Wiring:
    """How the values of a graph are made of each other.

    Attributes:
        outputs: names of the graph's outputs.
        makers: of each value, the operator that it comes from and the inputs of that.
        constants: small ones by name: the number of each that is largest without its sign.
    """

    outputs: list[str]
    makers: dict[str, tuple[str, list[str]]]
    constants: dict[str, float]

    @property
    def decisions(self) -> set[str]:
        """The outputs that are decisions, such as class numbers, and no scores."""
        return {name for name in self.outputs if _is_decided(name, self.makers)}

    def scales_bytes(self, image: str) -> bool:
        """Whether the network begins with scaling its image as only bytes are scaled.

        That is by dividing it by 255 or the like, or by subtracting means that only bytes have.
        """
        names = {image}
        for made, (operator, inputs) in self.makers.items():
            if not names & {*inputs}:
                continue
            if operator not in _PASSING:
                numbers = [self.constants[name] for name in inputs if name in self.constants]
                return len(numbers) == 1 and _scales_bytes(operator, numbers[0])
            names.add(made)
        return False


def _scales_bytes(operator: str, number: float) -> bool:
    if operator == "Div":
        return 100 <= number <= 260
    if operator == "Mul":
        return 1 / 260 <= number <= 1 / 100
    return operator in ("Sub", "Add") and 30 <= number <= 255


def read_wiring(path: Path) -> Wiring:
    """Return how the graph in an ONNX file is wired.

    Raises:
        UnreadableModel: if it is truncated or no ONNX file.
    """
    try:
        with path.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as m:
            return _wiring(m)
    except (OSError, ValueError, IndexError, struct.error) as error:
        raise UnreadableModel(path=path, reason="it is truncated, or no ONNX file.") from error


def _wiring(data: mmap.mmap) -> Wiring:
    wiring = Wiring([], {}, {})
    for number, span in _fields(data, 0, len(data)):
        if number != _GRAPH:
            continue
        for inner, part in _fields(data, *span):
            if inner == _GRAPH_OUTPUT:
                wiring.outputs.extend(_texts(data, part, _VALUE_NAME)[:1])
            elif inner == _INITIALIZER:
                name = "".join(_texts(data, part, _TENSOR_NAME)[:1])
                _add_constant(wiring, name, data, part)
            elif inner == _NODE:
                _add_node(wiring, data, part)
    return wiring


def _add_node(wiring: Wiring, data: mmap.mmap, span: tuple[int, int]) -> None:
    operator = "".join(_texts(data, span, _OP_TYPE)[:1])
    made = _texts(data, span, _NODE_OUTPUT)
    for name in made:
        wiring.makers[name] = operator, _texts(data, span, _NODE_INPUT)
    if operator == "Constant" and made:
        for number, attribute in _fields(data, *span):
            for inner, tensor in _fields(data, *attribute) if number == _NODE_ATTRIBUTE else ():
                if inner == _ATTRIBUTE_TENSOR:
                    _add_constant(wiring, made[0], data, tensor)


def _add_constant(wiring: Wiring, name: str, data: mmap.mmap, span: tuple[int, int]) -> None:
    """Note the largest number of a tensor of a few in single precision."""
    for number, (start, end) in _fields(data, *span):
        count, rest = divmod(end - start, 4)
        if number in _FLOAT_DATA and 0 < count <= _MAX_CONSTANTS and not rest:
            values = struct.unpack(f"<{count}f", data[start:end])
            wiring.constants[name] = max(map(abs, values))


def _texts(data: mmap.mmap, span: tuple[int, int], field: int) -> list[str]:
    return [
        data[start:end].decode(errors="replace")
        for number, (start, end) in _fields(data, *span)
        if number == field
    ]


def _is_decided(name: str, makers: Mapping[str, tuple[str, list[str]]]) -> bool:
    seen: set[str] = set()  # a broken graph may be a circle
    while name in makers and name not in seen:
        seen.add(name)
        operator, inputs = makers[name]
        if operator in _DECIDING:
            return True
        if operator not in _PASSING or not inputs:
            return False
        name = inputs[0]
    return False


def add_metadata(path: Path, values: Mapping[str, str]) -> None:
    """Add entries to the metadata of an ONNX file; keys that it has must not be among them.

    Protocol buffers may be continued: what is appended to a file is appended to its lists.
    """
    with path.open("ab") as stream:
        for key, value in values.items():
            entry = _encoded(1, key.encode()) + _encoded(2, value.encode())
            stream.write(_encoded(_METADATA_PROPS, entry))


def _locations(data: mmap.mmap) -> Iterator[str]:
    """Yield where tensors are stored, if not in the file itself."""
    # A stack, and no recursion: how deep graphs are nested is up to the file.
    waiting = [("Model", 0, len(data))]
    while waiting:
        message, start, end = waiting.pop()
        if message == "ExternalData":
            entry = dict(_fields(data, start, end))
            key, value = (data[slice(*entry.get(number, (0, 0)))] for number in (1, 2))
            if key == b"location":
                yield value.decode()
            continue
        inner = _MESSAGES[message]
        waiting += [
            (inner[number], *span) for number, span in _fields(data, start, end) if number in inner
        ]


def _fields(data: mmap.mmap, start: int, end: int) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield number and place of the fields that hold bytes: messages, texts and tensors."""
    for _, _, number, content in fields_of(data, start, end):
        if content is not None:
            yield number, content


def fields_of(
    data: mmap.mmap, start: int, end: int
) -> Iterator[tuple[int, int, int, tuple[int, int] | None]]:
    """Yield where each field of a message begins and ends, its number, and where its bytes lie.

    None stands for numbers, which hold none.

    Raises:
        ValueError, IndexError: if it is no message.
    """
    position = start
    while position < end:
        begin = position
        tag, position = _varint(data, position)
        kind, content = tag & 7, None
        if kind == _VARINT:
            _, position = _varint(data, position)
        elif kind == _BYTES:
            length, position = _varint(data, position)
            content = (position, position + length)
            position += length
        elif kind in (_FIXED32, _FIXED64):
            position += 4 if kind == _FIXED32 else 8
        else:
            raise ValueError(f"there is no wire type {kind}")
        yield begin, position, tag >> 3, content
    if position != end:
        raise ValueError("a field is cut off")


def _varint(data: mmap.mmap, position: int) -> tuple[int, int]:
    """Return a number and the position behind it."""
    value = 0
    for index in range(_MAX_VARINT_BYTES):
        byte = data[position + index]
        value |= (byte & 127) << 7 * index
        if byte < 128:
            return value, position + index + 1
    raise ValueError("a number is too long")


def _encoded(number: int, content: bytes) -> bytes:
    """Return a field that holds bytes."""
    head, length = bytes([number << 3 | _BYTES]), len(content)
    while length > 127:
        head += bytes([length & 127 | 128])
        length >>= 7
    return head + bytes([length]) + content
