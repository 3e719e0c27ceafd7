"""What is known of a model: bands, scaling, window, classes, licence, and where its weights are.

Read from a STAC Item, by the rules of `crossearth_engine.shared.model_item`. Loads no weights.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from crossearth_engine.digests import DIGESTS_FILE, digest_of_state, listed_digest
from crossearth_engine.errors import (
    ChecksumMismatch,
    EngineError,
    IncompatibleModel,
    UnreadableModel,
)
from crossearth_engine.shared import model_item
from crossearth_engine.shared.model_item import (
    NOT_AS_EXPECTED,
    ItemError,
    ModelItem,
    UnreadableItem,
    plain_reason,
)
from crossearth_engine.shared.palette import ClassInfo, distinct_color


@dataclass(frozen=True)
class ModelInfo(ModelItem):
    """A model that can be run, or adapted first: its weights are there."""

    def to_dict(self) -> dict[str, Any]:
        """Return what a person wants to see of the model, ready for JSON."""
        return {
            "id": self.id,
            "name": self.name,
            "description": self.description,
            "license": self.license,
            "trained_on": self.trained_on,
            "gsd_m": self.gsd_m,
            "gsd_range_m": self.gsd_range_m,
            "window_size": self.window_size,
            "overlap": self.overlap,
            "window_sizes": list(self.window_sizes),
            "overhang": self.overhang,
            "bands": list(self.bands),
            "values": self.takes,
            "value_range": self.value_range,
            "classes": [vars(item) for item in self.classes],
            "scores": self.scores,
            "quantity": self.quantity and self.quantity.to_dict(),
            "size_bytes": self.weights.stat().st_size,
            "path": str(self.weights),
            "assumed": list(self.assumed),
            "remarks": list(self.remarks),
            "band_quantiles": self.quantiles and self.quantiles.to_dict(),
        }

    def verify(self) -> str:
        """Return the SHA-256 of the weights file, hexadecimal.

        Raises:
            ChecksumMismatch: if the metadata states another one.
            UnreadableModel: if the file cannot be read.
        """
        try:
            stat = self.weights.stat()
            digest = digest_of_state(self.weights, stat.st_size, stat.st_mtime_ns)
        except OSError as error:
            raise UnreadableModel(path=self.weights, reason=f"{error.strerror}.") from error
        if self.sha256 is not None and digest != self.sha256:
            raise ChecksumMismatch(path=self.weights)
        return digest


def read_stac_item(path: Path) -> ModelInfo:
    """Return the model described by a STAC Item with the MLM extension.

    Raises:
        UnreadableModel: if the file is missing or not JSON.
        IncompatibleModel: if it describes no network with one image in and one class map out, or
            its weights are missing or outside the item's folder.
    """
    with item_errors():
        return with_weights(model_item.read(path))


def with_weights(item: ModelItem) -> ModelInfo:
    """Return the model that an item describes, with the digest that is listed beside its weights.

    Raises:
        ItemError: if its weights are missing.
        OSError: if what lies beside them cannot be read.
    """
    weights = item.weights
    if not item.is_on_disk:
        raise ItemError(item.description_file or weights, f"the file {weights.name} is missing.")
    sums = weights.with_name(DIGESTS_FILE)
    if item.sha256 is None and sums.is_file():
        lines = sums.read_text(encoding="utf-8", errors="replace")
        item = replace(item, sha256=listed_digest(lines, weights.name))
    return ModelInfo(**vars(item))


@contextmanager
def item_errors(path: Path | None = None) -> Iterator[None]:
    """Turn what is wrong with an item into errors of the engine.

    Args:
        path: the item whose content is used meanwhile, whatever its shape.

    Raises:
        UnreadableModel, IncompatibleModel: see `read_stac_item`.
    """
    try:
        yield
    except UnreadableItem as error:
        raise UnreadableModel(path=error.path, reason=error.reason) from error
    except ItemError as error:
        raise IncompatibleModel(path=error.path, reason=error.reason) from error
    except EngineError:
        raise
    except OSError as error:
        raise UnreadableModel(path=error.filename, reason=f"{error.strerror}.") from error
    except NOT_AS_EXPECTED as error:
        if path is None:
            raise
        reason = f"its metadata is not as STAC has it ({plain_reason(error)})."
        raise IncompatibleModel(path=path, reason=reason) from error


def read_item(path: Path) -> dict[str, Any]:
    """Return the JSON object in a file.

    Raises:
        UnreadableModel: if the file is missing or not JSON.
    """
    with item_errors():
        return model_item.load(path)


def numbered_classes(count: int) -> tuple[ClassInfo, ...]:
    """Return class 0, class 1, …, in distinct colours."""
    return tuple(ClassInfo(i, f"class {i}", distinct_color(i, count)) for i in range(count))
