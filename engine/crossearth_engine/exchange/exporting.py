"""A folder with a model for other programs and computers: ONNX, STAC Item, card.

An ONNX model is copied; the network of a safetensors model is traced by PyTorch, and what comes of
it must give the scores of the network.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from crossearth_engine.errors import EngineError, JobCanceled, NotAdapted
from crossearth_engine.job import Job
from crossearth_engine.models.deepness import ITEM_KEY, deepness_metadata
from crossearth_engine.models.metadata import ModelInfo, item_errors, read_item, read_stac_item
from crossearth_engine.models.model_folder import (
    CARD_FILE,
    copy_weights,
    new_folder,
    weight_files,
    write_card,
)
from crossearth_engine.models.onnx_file import add_metadata
from crossearth_engine.models.stac_item import write_stac_item
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.model_places import MODEL_FILE

WEIGHTS_FILE = "model.onnx"

_STEPS = 4
# Of the labels of random pixels, which lie closer to the edges between classes than those of
# imagery; an export that went wrong agrees by chance only.
_MIN_AGREEMENT = {False: 0.98, True: 0.9}


def export_model(
    model: ModelInfo, folder: Path, job: Job, *, is_half: bool = False
) -> dict[str, Any]:
    """Write a model for others and return what was written, ready for JSON.

    Args:
        model: an installed model.
        folder: gets ``model.onnx``, ``model.json``, ``SHA256SUMS`` and ``README.md``; it must be
            empty, or not be there.
        job: is told steps or bytes done, and may be canceled.
        is_half: store the weights of a safetensors model as half precision: half the size, and
            scores that differ a little.

    Raises:
        NotAdapted: if the model has no classes yet, and is no encoder.
        UnreadableModel, IncompatibleModel: if its weights are not what its metadata says.
        MissingPackage: if it needs a package that is not installed.
        OutputNotWritable, NotEnoughSpace, DiskFull: if it cannot be stored.
    """
    if model.needs_adapting and not model.is_encoder:
        raise NotAdapted(model=model.name)
    model.verify()
    folder = folder.expanduser().absolute()
    files = weight_files(model)
    size = sum(file.stat().st_size for file in files)
    item = read_item(model.description_file) if model.description_file else {}
    with new_folder(folder, size) as made:
        if model.weights.suffix.lower() == ".onnx":
            weights = copy_weights(files, WEIGHTS_FILE, made, job)
            if ITEM_KEY not in _metadata_of(weights):
                _describe(weights, model, item)
        else:
            weights = made / WEIGHTS_FILE
            _trace(model, weights, is_half, job)
            _describe(weights, model, item)
        _write_item(weights, model, item)
        job.check()
        card = model.weights.with_name(CARD_FILE)
        if model.weights.suffix.lower() == ".onnx" and item and card.is_file():
            (made / CARD_FILE).write_bytes(card.read_bytes())
        else:
            write_card(made)
    return read_stac_item(folder / MODEL_FILE).to_dict()


def _write_item(weights: Path, model: ModelInfo, item: dict[str, Any]) -> Path:
    """Write what is known of a model beside a copy of its weights."""
    path = weights.with_name(MODEL_FILE)
    with item_errors(model.description_file):
        write_stac_item(replace(model, weights=weights, sha256=None), path, base=item)
    return path


def _describe(weights: Path, model: ModelInfo, item: dict[str, Any]) -> None:
    """Put what is known of a model into the ONNX file itself, for when it is alone."""
    written = read_item(_write_item(weights, model, item))
    text = json.dumps({"id": written["id"], "properties": written["properties"]})
    present = _metadata_of(weights)
    known = deepness_metadata(model) if model.classes else {}
    values = {**known, ITEM_KEY: text}
    add_metadata(weights, {key: text for key, text in values.items() if key not in present})


def _metadata_of(weights: Path) -> dict[str, str]:
    from crossearth_engine.models.onnx_description import read_metadata

    return read_metadata(weights)


def _trace(model: ModelInfo, weights: Path, is_half: bool, job: Job) -> None:
    """Write the network of a safetensors model as ONNX, and compare the two."""
    import numpy as np
    import torch

    from crossearth_engine.inference.load import load_backend
    from crossearth_engine.models.checkpoint import read_unfamiliarity
    from crossearth_engine.models.checkpoint_file import read_tensors
    from crossearth_engine.models.onnx_export import export_onnx
    from crossearth_engine.models.registry import load_to_adapt
    from crossearth_engine.networks.crossearth import CrossEarth
    from crossearth_engine.networks.prithvi_segmenter import PrithviSegmenter

    job.progress(0, _STEPS)
    network = load_to_adapt(model, len(model.classes))
    for layer in network.modules():
        # Neither a run nor a trace can be stopped from outside; between two layers they can.
        layer.register_forward_pre_hook(lambda *_: job.check())
    shape = (1, len(model.bands), model.window_size, model.window_size)
    pixels = torch.randn(shape, generator=torch.Generator().manual_seed(0))
    try:
        with torch.inference_mode():
            expected = network(pixels).numpy()
        job.progress(1, _STEPS)
        export_onnx(
            network,
            model,
            weights,
            is_half_stored=is_half,
            is_size_dynamic=not isinstance(network, (CrossEarth, PrithviSegmenter)),
            unfamiliarity=read_unfamiliarity(read_tensors(model.weights), model.weights),
        )
    except Exception as error:
        # The tracer wraps what stops it in errors of its own.
        if job.is_canceled:
            raise JobCanceled from error
        raise
    job.progress(2, _STEPS)
    del network
    backend = load_backend(replace(model, weights=weights, sha256=None), "cpu", None)
    job.on_cancel(backend.interrupt)
    scores = backend.run(pixels.numpy())
    agreement = float(np.mean(scores.argmax(1) == expected.argmax(1)))
    if agreement < _MIN_AGREEMENT[is_half]:
        raise EngineError(reason=Finding("labels-otherwise", {"share": f"{agreement:.1%}"}))
    job.log("info", f"On a test window, {agreement:.2%} of the labels are those of the model.")
    job.progress(_STEPS, _STEPS)
