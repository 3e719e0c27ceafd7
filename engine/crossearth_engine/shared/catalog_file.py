"""``catalog.json`` as plain values: the models that can be downloaded, and their datasets."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from .model_item import Scores
from .palette import ClassInfo

CATALOG_FILE = "catalog.json"
Checked = Literal["run", "digest", "named"]
"""What is known of a file: it was fetched and run while this plugin was made; others state its
digest; its authors name it, and no more."""

ADDRESS_VARIABLE = "CROSSEARTH_MODELS_URL"
"""Environment variable with another address for all models: a mirror, or a folder."""

_MEGABYTE, _GIGABYTE = 1_000_000, 1_000_000_000
# Of what was trained on images without labels, three of whose bands are colours.
_COLORS = ("red", "green", "blue")


@dataclass(frozen=True)
class Dataset:
    """Imagery with labels that models were trained on.

    Attributes:
        id: stable.
        title: what people call it.
        bands: in order.
        gsd_m: ground sample distance, metres; None if it varies.
        classes: in the order of a model's channels.
        imagery: ``aerial``, ``satellite``, or the name of a sensor.
        tasks: ids of what its classes find; the first is what it is for.
        note: what else there is to know; empty: nothing.
    """

    id: str
    title: str
    bands: tuple[str, ...]
    gsd_m: float | None
    classes: tuple[ClassInfo, ...]
    imagery: str
    tasks: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True)
class Benchmark:
    """How good a model is, in the words and figures of its authors; None: they give none."""

    name: str
    target: str
    domain_gap: str
    published_miou_percent: float | None


@dataclass(frozen=True)
class Packaged:
    """Where in a Python package a model is, and how the package's own code uses it.

    Attributes:
        project, version: of the package, on the index that pip takes packages from.
        member: the ONNX file in it.
        license_member: its licence.
        size_bytes: of the ONNX file.
        description: one sentence.
        gsd_range_m: metres.
        overhang: how far windows reach beyond the raster, pixels.
        scores: what it returns, as in `model_item.ModelItem`.
    """

    project: str
    version: str
    member: str
    license_member: str
    size_bytes: int
    description: str
    gsd_range_m: tuple[float, float]
    overhang: int
    scores: Scores


@dataclass(frozen=True)
class PublishedModel:
    """A model that can be downloaded.

    Attributes:
        id: that it is installed with.
        name: what people read.
        file: its name where it is published.
        hub: address of the folder or repository that has it; empty: the index of packages.
        license: SPDX identifier; ``unknown``: none was seen.
        checked: what is known of the file.
        architecture: name in the engine's registry of networks.
        bands: in order.
        window_size, overlap: pixels.
        size_bytes: the smallest and the largest that the file may be.
        is_own_size: whether that is of this file, and not of all files of its hub.
        values: what the network takes, as `model_values.parse_values` understands it; empty:
            numbers as they are.
        gsd_m: pixel size of the training imagery, metres; None if it varies.
        mean, std: per band, in ``values``; empty: what reads the file knows.
        imagery: of a model without classes, the sensor that it was trained on; empty: of none.
        dataset: whose classes it has learned; None for a network without any.
        benchmarks: how good it is.
        note: what else there is to know of model and dataset; empty: nothing.
        packaged: of a model in a Python package, which may hold others; None for all others.
    """

    id: str
    name: str
    file: str
    hub: str
    license: str
    checked: Checked
    architecture: str
    bands: tuple[str, ...]
    window_size: int
    overlap: int
    size_bytes: tuple[int, int]
    is_own_size: bool
    values: str
    gsd_m: float | None
    dataset: Dataset | None
    mean: tuple[float, ...] = ()
    std: tuple[float, ...] = ()
    imagery: str = ""
    benchmarks: tuple[Benchmark, ...] = ()
    note: str = ""
    packaged: Packaged | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return what a script may want to know of it, ready for JSON."""
        smallest, largest = self.size_bytes
        return {
            **asdict(self),
            "stride": self.window_size - self.overlap,
            "size_bytes": smallest if smallest == largest else None,
            "dataset": self.dataset and self.dataset.id,
            "imagery": self.dataset.imagery if self.dataset else self.imagery,
            "tasks": self.dataset.tasks if self.dataset else (),
        }


@dataclass(frozen=True)
class Catalog:
    """All that is published: the hub with the trained models, and what is in it, by id.

    Attributes:
        hub: where the trained models are.
        tasks: what models find, in the order in which they are offered, with a title in English.
        datasets, models: by id.
    """

    hub: str
    tasks: dict[str, str]
    datasets: dict[str, Dataset]
    models: dict[str, PublishedModel]

    def groups(self) -> list[tuple[str, list[PublishedModel]]]:
        """Return each task that a model is for with its models; last, as "", those without one."""
        groups: dict[str, list[PublishedModel]] = {task: [] for task in (*self.tasks, "")}
        for model in self.models.values():
            groups[model.dataset.tasks[0] if model.dataset else ""].append(model)
        return [(task, models) for task, models in groups.items() if models]

    def in_same_file(self, model: PublishedModel) -> list[PublishedModel]:
        """Return all models that come with the file of a model, itself among them."""
        if model.packaged is None:
            return [model]
        return [other for other in self.models.values() if other.file == model.file]


def read_catalog(folder: Path) -> Catalog:
    """Return the catalogue in a folder; trained models come before those to be adapted first.

    Raises:
        OSError: if there is none.
        ValueError: if it is not understood.
    """
    path = folder / CATALOG_FILE
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        datasets = {entry["id"]: _dataset(entry) for entry in content["datasets"]}
        models = [
            *(_trained(entry, content, datasets) for entry in content["checkpoints"]),
            *(
                _packaged(entry, shared)
                for shared in content["packages"]
                for entry in shared["models"]
            ),
            *(_fine_tuned(entry) for entry in content["fine_tuned"]),
            *(_backbone(entry) for entry in content["backbones"]),
            *(_encoder(entry) for entry in content["encoders"]),
        ]
        tasks = {task["id"]: task["title"] for task in content["tasks"]}
        named = {task for model in models if model.dataset for task in model.dataset.tasks}
        if named - tasks.keys():
            raise LookupError(f"no task {', '.join(sorted(named - tasks.keys()))}")
        return Catalog(content["hub"], tasks, datasets, {model.id: model for model in models})
    except (LookupError, TypeError, AttributeError, ValueError) as error:
        reason = f"The catalogue {path} is not understood ({type(error).__name__}: {error})"
        raise ValueError(reason) from error


def _dataset(entry: dict[str, Any]) -> Dataset:
    classes = tuple(ClassInfo(**item) for item in entry["classes"])
    lists = {"bands": tuple(entry["bands"]), "tasks": tuple(entry["tasks"]), "classes": classes}
    return Dataset(**{**entry, **lists})


def _trained(
    entry: dict[str, Any], content: dict[str, Any], datasets: dict[str, Dataset]
) -> PublishedModel:
    dataset = datasets[entry["dataset"]]
    # The hub states the size of each only when it is asked for it.
    smallest, largest = (round(size * _GIGABYTE) for size in content["size_gb"])
    return PublishedModel(
        **_common(entry),
        hub=content["hub"],
        license=content["license"],
        checked=content["checked"],
        bands=dataset.bands,
        size_bytes=(smallest, largest),
        is_own_size=False,
        values="bytes",
        gsd_m=dataset.gsd_m,
        dataset=dataset,
        benchmarks=tuple(Benchmark(**item) for item in entry["benchmarks"]),
        note=" ".join(filter(None, (entry.get("note"), dataset.note))),
    )


def _packaged(entry: dict[str, Any], shared: dict[str, Any]) -> PublishedModel:
    low, high = shared["gsd_range_m"]
    bands = tuple(entry["bands"])
    return PublishedModel(
        id=entry["id"],
        name=entry["name"],
        file=shared["file"],
        hub="",
        license=shared["license"],
        checked=shared["checked"],
        architecture=shared["architecture"],
        bands=bands,
        window_size=shared["window_size"],
        overlap=shared["window_size"] - shared["stride"],
        size_bytes=(shared["size_bytes"], shared["size_bytes"]),
        is_own_size=True,
        values=shared["values"],
        gsd_m=float(shared["gsd_m"]),
        mean=tuple(entry["mean"]),
        std=tuple(entry["stddev"]),
        dataset=Dataset(
            id=entry["id"],
            title=shared["trained_on"],
            bands=bands,
            gsd_m=float(shared["gsd_m"]),
            classes=tuple(ClassInfo(**item) for item in shared["classes"]),
            imagery=shared["imagery"],
            tasks=tuple(shared["tasks"]),
        ),
        note=shared["note"],
        packaged=Packaged(
            **{name: shared[name] for name in ("project", "version", "license_member")},
            **{name: shared[name] for name in ("description", "scores", "overhang")},
            member=entry["member"],
            size_bytes=shared["model_bytes"],
            gsd_range_m=(float(low), float(high)),
        ),
    )


def _backbone(entry: dict[str, Any]) -> PublishedModel:
    return PublishedModel(
        **_common(entry),
        hub=entry["hub"],
        license=entry["license"],
        checked=entry["checked"],
        bands=_COLORS,
        size_bytes=(entry["size_bytes"], entry["size_bytes"]),
        is_own_size=True,
        values="bytes",
        gsd_m=None,
        dataset=None,
    )


def _fine_tuned(entry: dict[str, Any]) -> PublishedModel:
    dataset = Dataset(
        id=entry["id"],
        title=entry["trained_on"],
        bands=tuple(entry["bands"]),
        gsd_m=float(entry["gsd_m"]),
        classes=tuple(ClassInfo(**item) for item in entry["classes"]),
        imagery=entry["imagery"],
        tasks=tuple(entry["tasks"]),
    )
    return PublishedModel(
        **_of_sensor(entry),
        dataset=dataset,
        mean=tuple(entry["mean"]),
        std=tuple(entry["stddev"]),
    )


def _encoder(entry: dict[str, Any]) -> PublishedModel:
    return PublishedModel(**_of_sensor(entry), dataset=None, imagery=entry["imagery"])


def _of_sensor(entry: dict[str, Any]) -> dict[str, Any]:
    smallest, largest = (size * _MEGABYTE for size in entry["size_mb"])
    return {
        **_common(entry),
        **{name: entry[name] for name in ("hub", "license", "checked", "values")},
        "gsd_m": None if entry["gsd_m"] is None else float(entry["gsd_m"]),
        "bands": tuple(entry["bands"]),
        "size_bytes": (smallest, largest),
        "is_own_size": True,
        "note": entry.get("note", ""),
    }


def _common(entry: dict[str, Any]) -> dict[str, Any]:
    return {
        **{name: entry[name] for name in ("id", "name", "file", "architecture", "window_size")},
        "overlap": entry["window_size"] - entry["stride"],
    }
