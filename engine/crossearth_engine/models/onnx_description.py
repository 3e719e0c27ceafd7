"""What an ONNX file says of itself, and the session of onnxruntime that it takes to ask.

Whatever runs the network later checks it the same way: one image goes in, a map comes out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from crossearth_engine.devices.choice import first_line
from crossearth_engine.devices.onnx_session import ONNX_ERRORS, new_session
from crossearth_engine.errors import (
    DeviceFailed,
    IncompatibleModel,
    NotEnoughMemory,
    UnreadableModel,
)
from crossearth_engine.faults import is_device_lost, is_out_of_memory
from crossearth_engine.models.class_names import read_class_names
from crossearth_engine.models.deepness import ITEM_KEY, from_deepness
from crossearth_engine.models.metadata import ModelInfo, item_errors
from crossearth_engine.models.onnx_file import external_files, read_wiring
from crossearth_engine.models.onnx_layout import (
    MAP_TYPES,
    ImageLayout,
    LayoutError,
    Shape,
    arranged,
    channel_axis,
)
from crossearth_engine.patience import answer_of
from crossearth_engine.shared import model_item
from crossearth_engine.shared.model_item import USUAL_WINDOW_SIZE
from crossearth_engine.shared.products import UNFAMILIARITY

NO_TEXT = "it is damaged: a name in it is no text."
_FOLDER_OF_WEIGHTS = "session.model_external_initializers_file_folder_path"
_TRIAL_ERRORS: tuple[type[Exception], ...] = (LayoutError, *ONNX_ERRORS)
# What onnxruntime says of a whole file that it cannot run, and what that means.
_REFUSALS = (
    (
        r"Could not find an implementation for (\w+)",
        "onnxruntime does not compute its operator {} with numbers of the kind that the file has, "
        "as those of double precision. Export it again in single precision (float32).",
    ),
    (
        r"(\S+?)\(-?\d*\) is not a registered function",
        "its operator {} is none of ONNX and needs a library of its maker. Export it again with "
        "the operators of ONNX alone.",
    ),
    (
        r"(IR version: \d+|Opset \d+)",
        "it is written in a newer form of ONNX ({}) than onnxruntime "
        f"{onnxruntime.__version__} reads. Export it again with an older opset.",
    ),
)


def describe_onnx(
    path: Path, num_bands: int | None = None, num_classes: int | None = None
) -> ModelInfo:
    """Return what an ONNX file without a STAC Item says of itself.

    Args:
        path: the file.
        num_bands: where it is known, for files that leave it open.
        num_classes: likewise.

    Raises:
        UnreadableModel: if it is truncated or not ONNX.
        IncompatibleModel: if it is no segmentation network.
    """
    session = open_session(path)
    try:
        metadata = session.get_modelmeta().custom_metadata_map
    except UnicodeError as error:
        raise UnreadableModel(path=path, reason=NO_TEXT) from error
    if ITEM_KEY in metadata and (encoder := _described_encoder(path, metadata[ITEM_KEY])):
        return encoder
    image = image_input(path, session, num_bands)
    bands = image.channels or num_bands
    names = _class_names(metadata)
    maps = map_output(path, session, image, num_classes or len(names))
    channels = maps.channels
    if channels is None and not maps.gives_classes and bands is not None:
        channels = num_classes or _tried_channels(path, session, image, bands, maps, metadata)
    has_many = max(len(names), num_classes or 0) > 2
    gives_classes = maps.gives_classes or (channels == 1 and (maps.is_decided or has_many))
    model = from_deepness(
        path,
        metadata,
        (image.batch, bands, *image.size_hw),
        (None, 1 if gives_classes else channels, None, None),
        gives_classes=gives_classes,
        scales_itself=image.takes_whole_numbers or read_wiring(path).scales_bytes(image.name),
        head=maps.index,
        num_classes=num_classes,
    )
    if image.takes_whole_numbers and image.dtype != np.uint8:
        # Nothing tells the range of values that such a network was made for.
        model = replace(model, value_range=None)
    return replace(model, remarks=(*model.remarks, *maps.remarks))


def _described_encoder(path: Path, text: str) -> ModelInfo | None:
    """Return the encoder that the item in a file describes, or None if it is of something else."""
    with item_errors():
        item = model_item.read_embedded(text, path)
    return ModelInfo(**vars(item)) if item.is_encoder else None


def _class_names(metadata: dict[str, str]) -> dict[int, str]:
    try:
        return read_class_names(metadata)
    except ValueError:
        return {}  # told where they are needed


def _tried_channels(
    path: Path,
    session: onnxruntime.InferenceSession,
    image: ImageLayout,
    bands: int,
    maps: MapOutput,
    metadata: dict[str, str],
) -> int:
    """Return how many channels a map has whose shape the file leaves open: by an empty window."""
    size = image.size_hw[0] or _stated_window(metadata)
    batch = np.zeros((image.batch or 1, bands, size, size), np.float32)
    try:
        (result,) = session.run([maps.name], {image.name: image.given(batch)})
        channels: int = maps.arranged(np.asarray(result), batch.shape, image).shape[1]
        return channels
    except _TRIAL_ERRORS as error:
        reason = (
            f"nothing tells how many classes it has, and on an empty window of {size} pixels "
            f"it fails ({first_line(error)})."
        )
        raise IncompatibleModel(path=path, reason=reason) from error


def _stated_window(metadata: dict[str, str]) -> int:
    stated = metadata.get("tile_size") or metadata.get("tiles_size") or ""
    return int(stated) if stated.isdecimal() else USUAL_WINDOW_SIZE


def read_metadata(path: Path) -> dict[str, str]:
    """Return the metadata of an ONNX file, key to text.

    Raises:
        UnreadableModel: if it is truncated or not ONNX.
    """
    session = open_session(path)
    metadata: dict[str, str] = session.get_modelmeta().custom_metadata_map
    return metadata


def open_session(
    path: Path,
    options: onnxruntime.SessionOptions | None = None,
    device: str = "cpu",
    content: bytes | None = None,
) -> onnxruntime.InferenceSession:
    """Return a session of an ONNX file, or of ``content`` that was made of it, on a device.

    Raises:
        DeviceFailed: if it cannot be made there, and on the processor it can.
        UnreadableModel: if it is truncated or not ONNX.
        IncompatibleModel: if it wants data from outside its folder, or what onnxruntime has not.
    """
    if content is None:
        external_files(path)  # refuses data outside the file's folder, before anything is opened
    else:
        from crossearth_engine.models.onnx_lent_weights import for_session

        content, folder = for_session(content)
        if folder is not None:
            options = options or onnxruntime.SessionOptions()
            options.add_session_config_entry(_FOLDER_OF_WEIGHTS, str(folder))
    try:
        return answer_of(lambda: new_session(content or str(path), device, options))
    except UnicodeEncodeError as error:
        reason = "it, or its folder, is called what is no text in UTF-8."
        raise UnreadableModel(path=path, reason=reason) from error
    except UnicodeError as error:
        raise UnreadableModel(path=path, reason=NO_TEXT) from error
    except ONNX_ERRORS as error:
        if is_out_of_memory(error):
            raise NotEnoughMemory from error
        said = first_line(error)
        if device != "cpu" and not is_device_lost(error):
            open_session(path, content=content)  # which tells whether it is the file
            raise DeviceFailed(device=device, reason=said.rstrip(".")) from error
        for pattern, meaning in _REFUSALS:
            if found := re.search(pattern, said):
                raise IncompatibleModel(path=path, reason=meaning.format(found[1])) from error
        raise UnreadableModel(path=path, reason=said) from error
    except TimeoutError as error:
        raise UnreadableModel(path=path, reason=str(error)) from error


@dataclass(frozen=True)
class MapOutput:
    """The output of a network that is the map.

    Attributes:
        name: of the output.
        index: its place among the outputs, from 0.
        channels: where the file tells them.
        gives_classes: whether its values are class numbers and no scores.
        is_decided: whether they are the network's decisions, be it as numbers or class by class.
        has_size_of_image: whether the file tells that it is as large as the image.
        remarks: sentences on which one was taken.
    """

    name: str
    index: int
    channels: int | None
    gives_classes: bool
    is_decided: bool
    has_size_of_image: bool
    remarks: tuple[str, ...] = ()

    def arranged(
        self, result: NDArray[Any], shape: tuple[int, ...], image: ImageLayout, classes: int = 0
    ) -> NDArray[Any]:
        """Return what came of windows (B, C, S, S) as maps (B, K, h, w).

        Raises:
            LayoutError: if it is no map of them.
        """
        known = {entry for entry in (self.channels, classes) if entry}
        prefers_last = image.is_channels_last
        window_hw = (shape[-2], shape[-1])
        return arranged(result, shape[0], window_hw, known, prefers_last=prefers_last)


def image_input(
    path: Path, session: onnxruntime.InferenceSession, num_bands: int | None = None
) -> ImageLayout:
    """Return how a network takes its image.

    Args:
        path: for messages.
        session: of the network.
        num_bands: of the model, where they are known.

    Raises:
        IncompatibleModel: if it takes anything else, or more.
    """
    inputs = session.get_inputs()
    if len(inputs) != 1:
        described = ", ".join(f"{entry.name} {entry.shape}" for entry in inputs) or "nothing"
        reason = f"the network takes {len(inputs)} inputs, and not one image: {described}."
        raise IncompatibleModel(path=path, reason=reason)
    (entry,) = inputs
    try:
        return ImageLayout.of(entry.name, entry.type, entry.shape, num_bands)
    except LayoutError as error:
        raise IncompatibleModel(path=path, reason=f"the network {error}.") from error


def map_output(
    path: Path, session: onnxruntime.InferenceSession, image: ImageLayout, num_classes: int = 0
) -> MapOutput:
    """Return the output that is the map, of those that a network has.

    Scores go before decisions, what has as many channels as there are classes before all else, an
    output that calls itself auxiliary comes last; of equal ones the first is taken.

    Args:
        path: of the network's file.
        session: of the network.
        image: how it takes its image.
        num_classes: of the model, 0 if that is not known.

    Raises:
        IncompatibleModel: if none can be a map.
    """
    outputs = [entry for entry in session.get_outputs() if entry.name != UNFAMILIARITY]
    decided = read_wiring(path).decisions
    # Without axes for a batch and for channels only if there is nothing else it could be.
    ranks = (3, 4, 5) if len(outputs) > 1 else (2, 3, 4, 5)
    maps = [
        (index, entry)
        for index, entry in enumerate(outputs)
        if entry.type in MAP_TYPES and len(entry.shape) in ranks
    ]
    if not maps:
        described = ", ".join(f"{entry.type} {entry.shape}" for entry in outputs) or "nothing"
        reason = (
            f"the network does not return a map of the image but {described}. Only networks that "
            "give every pixel a class can be run, and no detection or classification of scenes."
        )
        raise IncompatibleModel(path=path, reason=reason)

    def rank(candidate: tuple[int, Any]) -> tuple[bool, int, bool, bool, int]:
        index, entry = candidate
        channels = _channels_of(entry.shape, image, num_classes)
        return (
            "aux" in entry.name.lower(),
            _misfit(channels, num_classes),
            len(entry.shape) != 4,
            entry.name in decided or not _is_float(entry.type),
            index,
        )

    index, entry = min(maps, key=rank)
    remarks: tuple[str, ...] = ()
    if len(maps) > 1:
        others = ", ".join(other.name for other in outputs if other.name != entry.name)
        text = f"The network has several outputs: {entry.name} is taken, and {others} left out."
        remarks = (text,)
    channels = _channels_of(entry.shape, image, num_classes)
    is_decided = entry.name in decided or not _is_float(entry.type)
    return MapOutput(
        entry.name,
        index,
        channels,
        gives_classes=channels == 1 and (is_decided or num_classes > 2),
        is_decided=is_decided,
        has_size_of_image=_has_size_of(entry.shape, session.get_inputs()[0].shape, image, channels),
        remarks=remarks,
    )


def _misfit(channels: int | None, num_classes: int) -> int:
    """Return how badly a number of channels suits a number of classes, 0 if that is not known."""
    if channels is None or channels == num_classes:
        return 0
    # One may be a class number, or all that there is of two classes.
    return 1 if channels == 1 else 2 * (num_classes > 0)


def _channels_of(shape: Shape, image: ImageLayout, num_classes: int) -> int | None:
    """Return the channels of an output as the file tells them; 1 where there is no such axis."""
    known = {num_classes, 1} if num_classes else {1}
    sizes = [entry if isinstance(entry, int) else None for entry in shape]
    if None not in sizes[1:]:
        batch = image.batch or 1
        view = np.broadcast_to(np.float32(0), [sizes[0] or batch, *(n or 1 for n in sizes[1:])])
        prefers_last = image.is_channels_last
        window_hw = (image.size_hw[0] or 1, image.size_hw[1] or 1)
        try:
            maps = arranged(view, batch, window_hw, known, prefers_last=prefers_last)
            return int(maps.shape[1])
        except LayoutError:
            return None
    if len(shape) == 4:
        axis = channel_axis(shape, known)
        return None if axis is None else sizes[axis]
    if len(shape) == 3:
        # (B, H, W); of a row of pixels only the channels are fixed.
        return 1 if (sizes[1] is None) == (sizes[2] is None) else None
    return None


def _has_size_of(
    shape: Shape, image_shape: Shape, image: ImageLayout, channels: int | None
) -> bool:
    """Whether an output states the same height and width as the image."""
    own = image_shape[1:3] if image.is_channels_last else image_shape[2:4]
    if None in own:
        return False
    places = {4: (shape[1:3], shape[2:4]), 3: (shape[1:3], shape[:2])}.get(len(shape), ())
    return any(list(place) == list(own) for place in places)


def _is_float(type_name: str) -> bool:
    return bool(np.issubdtype(MAP_TYPES[type_name], np.floating))
