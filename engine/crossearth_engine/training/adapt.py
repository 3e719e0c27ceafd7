"""Adapting a model to polygons, by the recipe that is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from crossearth_engine.errors import IncompatibleModel
from crossearth_engine.job import Job
from crossearth_engine.models.catalog import find_model
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.training.adapted_model import check_folder
from crossearth_engine.training.request import FinetuneRequest

if TYPE_CHECKING:
    from crossearth_engine.training.quick.views import Elsewhere


def adapt(request: FinetuneRequest, job: Job, elsewhere: Elsewhere | None = None) -> dict[str, Any]:
    """Make a new model and return a summary, ready for JSON.

    ``id``, ``path`` and ``report`` say where it is, ``accuracy`` how good, ``partial`` whether the
    job was canceled and this is the best until then.

    Args:
        request: what to adapt to what.
        job: may be canceled, and is told how far it is.
        elsewhere: who computes what the network sees, if not this process (``quick``).

    Raises:
        EngineError: one of its kinds for each thing that can go wrong.
    """
    request.check()
    check_folder(request.folder)
    # Imported here: each recipe needs packages of its own.
    if request.recipe == "full":
        _refuse_encoder(find_model(request.model))
        from crossearth_engine.training.full.adapt import adapt_full

        return adapt_full(request, job)
    from crossearth_engine.training.quick.adapt import adapt_quick

    return adapt_quick(request, job, elsewhere)


def _refuse_encoder(model: ModelInfo) -> None:
    """Raise IncompatibleModel of an encoder in ONNX, before PyTorch is asked for in vain."""
    if model.is_encoder and model.weights.suffix.lower() == ".onnx":
        reason = "it is an encoder, of which the recipe full trains none. Use the recipe quick."
        raise IncompatibleModel(path=model.weights, reason=reason)
