"""Making an installed model out of a file that a person has: checkpoint, ONNX or STAC Item.

What is known of the published checkpoints and of the datasets behind them is in ``catalog.json``;
what it does not know is read from the file, said by the person, or assumed and told.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from crossearth_engine import __version__
from crossearth_engine.arguments import Request
from crossearth_engine.digests import file_digest
from crossearth_engine.errors import IncompatibleModel, InvalidRequest, UnreadableModel
from crossearth_engine.job import Job
from crossearth_engine.models.catalog import installed_models, published_digest, read_catalog
from crossearth_engine.models.metadata import (
    ModelInfo,
    item_errors,
    numbered_classes,
    read_item,
    read_stac_item,
)
from crossearth_engine.models.model_folder import (
    copy_weights,
    new_folder,
    weight_files,
    write_card,
)
from crossearth_engine.models.stac_item import write_stac_item
from crossearth_engine.publishing import check_name
from crossearth_engine.shared.catalog_file import Catalog, Dataset, Packaged, PublishedModel
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.model_item import usual_bands
from crossearth_engine.shared.model_places import MODEL_FILE, as_id, user_models_folder
from crossearth_engine.shared.model_values import (
    BYTES,
    FRACTION,
    check_means,
    parse_values,
    range_of_means,
)
from crossearth_engine.shared.options import IMPORT_MODEL
from crossearth_engine.shared.palette import NODATA, ClassInfo, check_palette

if TYPE_CHECKING:
    from crossearth_engine.models.checkpoint_file import Tensors
    from crossearth_engine.models.encoders import LoadedEncoder
    from crossearth_engine.models.fine_tuned import FineTuned


@dataclass(frozen=True)
class Description(Request):
    """What a person says of a model, in place of what its file says or does not say.

    Attributes:
        name: for people.
        dataset: id of a dataset or model in the catalogue, for classes, bands and pixel size.
        classes: names, in the order of the network's channels.
        bands: names, in the order of the network's input.
        window: edge, pixels.
        gsd: ground sample distance, metres.
        mean, std: per band or one for all, in the units of ``values``.
        values: ``bytes``, ``reflectance``, ``dB`` or ``MIN,MAX``.
    """

    name: str | None = IMPORT_MODEL["name"].default
    dataset: str | None = IMPORT_MODEL["dataset"].default
    classes: tuple[str, ...] | None = IMPORT_MODEL["classes"].default
    bands: tuple[str, ...] | None = IMPORT_MODEL["bands"].default
    window: int | None = IMPORT_MODEL["window"].default
    gsd: float | None = IMPORT_MODEL["gsd"].default
    mean: tuple[float, ...] | None = IMPORT_MODEL["mean"].default
    std: tuple[float, ...] | None = IMPORT_MODEL["std"].default
    values: str | None = IMPORT_MODEL["values"].default

    def apply(self, model: ModelInfo, dataset: Dataset | None) -> ModelInfo:
        """Return the model as described, by the dataset where nothing else is said.

        Raises:
            IncompatibleModel: if the network has another number of classes or bands.
            InvalidRequest: if a value makes no sense.
        """
        changes: dict[str, Any] = {}
        if self.name:
            changes["name"] = self.name
        if dataset is not None and model.classes:
            changes.update(trained_on=f"{dataset.title}.", gsd_m=dataset.gsd_m)
            if len(dataset.bands) == len(model.bands):
                changes["bands"] = dataset.bands
            if self.classes is None:
                changes["classes"] = _fitting(dataset.classes, model, dataset.title)
        if self.classes is not None:
            changes["classes"] = _named(self.classes, model)
        if self.bands is not None:
            if len(self.bands) != len(model.bands):
                counts = {"own": str(len(model.bands)), "given": str(len(self.bands))}
                reason = Finding("bands-of-other-number", counts)
                raise IncompatibleModel(path=model.weights, reason=reason)
            changes["bands"] = self.bands
        if self.window is not None:
            for name in ("overlap", "overhang"):
                changes[name] = round(self.window * getattr(model, name) / model.window_size)
            changes.update(window_size=self.window, window_sizes=())
        if self.gsd is not None:
            if not 0 < self.gsd < math.inf:
                raise InvalidRequest(reason=Finding("gsd-not-positive", {"gsd": str(self.gsd)}))
            changes.update(gsd_m=self.gsd, gsd_range_m=None)
        aspects = {"window_size": "window", "mean": "scaling", "std": "scaling", "unit": "values"}
        try:
            changes.update(self._values(model))
            check_palette(changes.get("classes", ()))
            told = {aspects.get(name, name) for name in changes}
            assumed = [name for name in changes.pop("assumed", model.assumed) if name not in told]
            return replace(model, **changes, assumed=tuple(assumed))
        except ValueError as error:
            reason = Finding("description-wrong", {"reason": str(error)})
            raise InvalidRequest(reason=reason) from error

    def _values(self, model: ModelInfo) -> dict[str, Any]:
        """Return what is said of the values that a model takes, and of their scaling.

        Raises:
            ValueError: if that makes no sense, or means are no such values.
        """
        changes: dict[str, Any] = {}
        for name, values in (("mean", self.mean), ("std", self.std)):
            if values is not None:
                changes[name] = values * len(model.bands) if len(values) == 1 else values
        if self.values is not None:
            unit, value_range = parse_values(self.values)
            # Values that a person gives the ends of were never seen beyond these.
            clips = (value_range,) * len(model.bands) if value_range and unit is None else ()
            changes.update(unit=unit, value_range=value_range, clips=clips)
            if not changes.keys() & {"mean", "std"} and model.description_file is None:
                changes |= _rescaled(model, value_range or FRACTION)
            check_means(changes.get("mean", model.mean), value_range)
        elif changes:
            value_range, is_certain = range_of_means(
                changes.get("mean", model.mean), changes.get("std", model.std)
            )
            changes.update(value_range=value_range, clips=())
            if not is_certain:
                changes["assumed"] = (*model.assumed, "values")
        return changes


def _named(names: tuple[str, ...], model: ModelInfo) -> tuple[ClassInfo, ...]:
    """Return the classes of a model under the names that a person gives them."""
    is_yes_or_no = model.threshold is not None or model.scores == "classes"
    if len(names) == 1 and len(model.classes) == 2 and is_yes_or_no:
        names = (f"not {names[0]}", names[0])
    numbered = numbered_classes(len(names))
    known = model.classes or numbered
    classes = tuple(replace(item, name=name) for item, name in zip(known, names, strict=False))
    classes += numbered[len(classes) :]
    is_untold = not model.classes and model.weights.suffix.lower() == ".onnx"
    return classes if is_untold else _fitting(classes, model, "what you say")


def _rescaled(model: ModelInfo, wanted: tuple[float, float]) -> dict[str, tuple[float, ...]]:
    """Return means and deviations that an ONNX file gives as shares of the range of its values."""
    if model.value_range != BYTES or wanted == BYTES:
        return {}
    low, high = wanted
    factor = (high - low) / BYTES[1]
    return {
        "mean": tuple(low + value * factor for value in model.mean),
        "std": tuple(value * factor for value in model.std),
    }


@dataclass(frozen=True)
class ImportedModel:
    """What an import has made.

    Attributes:
        model: the installed model.
        unused: names of tensors in the file that the network does not have.
    """

    model: ModelInfo
    unused: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return what a person wants to see of it, ready for JSON."""
        return {**self.model.to_dict(), "unused_tensors": list(self.unused)}


@dataclass(frozen=True)
class _Found:
    """What is in the file: a model, and how its weights are written into a folder."""

    model: ModelInfo
    size: int
    write: Callable[[Path], Path]
    item: dict[str, Any] = field(default_factory=dict)
    unused: tuple[str, ...] = ()
    note: str = ""
    # Whether what a person calls the bands has chosen them, and is no name of theirs.
    has_named_bands: bool = False
    # Whether what is written is tried when it is written.
    is_tried: bool = False

    def described(
        self, description: Description, dataset: Dataset | None, model_id: str
    ) -> ModelInfo:
        """Return the model as a person describes it; see `Description.apply`."""
        if self.has_named_bands:
            description = replace(description, bands=None)
        return description.apply(replace(self.model, id=model_id), dataset)


def import_model(
    path: Path,
    *,
    backbone: Path | None = None,
    model_id: str | None = None,
    description: Description | None = None,
    source: str | None = None,
    texts: Mapping[str, bytes] | None = None,
    job: Job | None = None,
) -> ImportedModel:
    """Install a model from a file among the user's models.

    Args:
        path: a checkpoint (see `crossearth_engine.models.checkpoint.load_crossearth`), an ONNX
            file, a STAC Item with the MLM extension beside its weights, or the folder of one.
        backbone: file of the backbone, if ``path`` is a checkpoint without it.
        model_id: folder and id of the model; by default that of the published file of this name,
            that of the item, or made from the file's name.
        description: what is known of the model; by default that of the published file.
        source: address that the file came from, for the model's card.
        texts: files to be kept with the model, such as its licence, by name.
        job: is told the bytes done, and may be canceled.

    Raises:
        InvalidRequest: if the id is taken or not usable, or the description makes no sense.
        UnreadableModel, IncompatibleModel: if the file cannot be used.
        OutputNotWritable, NotEnoughSpace, DiskFull: if the model cannot be stored.
    """
    job = job or Job(lambda *_: None, lambda *_: None)
    description = description or Description()
    catalog = read_catalog()
    path = _file_at(path)
    published = _published(catalog, path, description.dataset)
    dataset = published.dataset if published else _dataset(catalog, description.dataset)
    suffix = path.suffix.lower()
    known_id = published.id if published else _id_in(path)
    folder = _new_model_folder(model_id or known_id or as_id(path.stem))
    if suffix == ".json":
        found = _read_item(path, job)
    elif suffix == ".onnx":
        found = _read_onnx(path, description, published, job)
    else:
        found = _read_torch(path, backbone, published, description, job)
    job.check()
    model = found.described(description, dataset, folder.name)
    origin: dict[str, Any] = {
        "file": path.name,
        # Not its folder: a model is handed on, with all that is said of it.
        "from": source or "a file on this computer",
        "sha256": file_digest(path),
        "imported": datetime.datetime.now(datetime.timezone.utc).date().isoformat(),
        "by": f"CrossEarth {__version__}",
    }
    benchmarks = published.benchmarks if published else ()
    if benchmarks:
        origin["benchmarks"] = [asdict(benchmark) for benchmark in benchmarks]
    known = published or dataset
    if note := found.note or (known.note if known else ""):
        origin["note"] = note
    scores = {
        f"{benchmark.name}, {benchmark.target}": benchmark.published_miou_percent
        for benchmark in benchmarks
        if benchmark.published_miou_percent is not None
    }
    accuracy = {"published_miou_percent": scores} if scores else None
    with new_folder(folder, found.size) as made:
        made_model = replace(model, weights=found.write(made))
        job.check()
        with item_errors(path):
            write_stac_item(
                made_model, made / MODEL_FILE, origin=origin, accuracy=accuracy, **found.item
            )
        if not found.is_tried:
            _check_opens(read_stac_item(made / MODEL_FILE), job)
        write_card(made)
        for name, text in (texts or {}).items():
            (made / name).write_bytes(text)
        job.check()
    return ImportedModel(read_stac_item(folder / MODEL_FILE), found.unused)


def _file_at(path: Path) -> Path:
    """Return the file of a model, or the item in its folder."""
    with item_errors():  # for a name that no file can have
        path = path / MODEL_FILE if path.is_dir() else path
        if not path.is_file():
            raise UnreadableModel(path=path, reason=Finding("file-absent"))
    return path


def _new_model_folder(model_id: str) -> Path:
    """Return the folder for a model, which is not there yet."""
    if not model_id or model_id != as_id(model_id):
        raise InvalidRequest(reason=Finding("id-of-other-letters", {"id": model_id}))
    folder = user_models_folder() / model_id
    check_name(folder)
    if folder.exists() or model_id in installed_models():
        raise InvalidRequest(reason=Finding("id-taken", {"id": model_id}))
    return folder


def _id_in(path: Path) -> str:
    """Return the id that a STAC Item gives its model, as an id of ours."""
    if path.suffix.lower() != ".json":
        return ""
    return as_id(str(read_item(path).get("id", "")))


def _published(catalog: Catalog, path: Path, dataset: str | None) -> PublishedModel | None:
    """Return the published model of this file or, by its id, the one that is said; or None."""
    if dataset is not None:
        return catalog.models.get(dataset)
    for model in catalog.models.values():
        if model.packaged is None:
            is_it = model.file == path.name
        else:
            # A name like any other: the digest tells.
            name = PurePosixPath(model.packaged.member).name
            is_it = name == path.name and file_digest(path) == published_digest(name)
        if is_it:
            return model
    return None


def _dataset(catalog: Catalog, name: str | None) -> Dataset | None:
    if name is None:
        return None
    try:
        return catalog.datasets[name]
    except KeyError as error:
        trained = [model.id for model in catalog.models.values() if model.dataset is not None]
        known = ", ".join([*catalog.datasets, *trained])
        reason = Finding("dataset-unknown", {"name": name, "known": known})
        raise InvalidRequest(reason=reason) from error


def _fitting(
    classes: tuple[ClassInfo, ...], model: ModelInfo, source: str
) -> tuple[ClassInfo, ...]:
    if len(classes) != len(model.classes):
        names = ", ".join(item.name for item in classes)
        counts = {"own": str(len(model.classes)), "given": str(len(classes))}
        reason = Finding("classes-of-other-number", {**counts, "name": source, "classes": names})
        raise IncompatibleModel(path=model.weights, reason=reason)
    return classes


def _read_torch(
    path: Path,
    backbone: Path | None,
    published: PublishedModel | None,
    description: Description,
    job: Job,
) -> _Found:
    """Return an encoder, a CrossEarth, or a backbone to be adapted out of a file of PyTorch."""
    from crossearth_engine.models.checkpoint_file import read_tensors
    from crossearth_engine.models.encoders import load_encoder
    from crossearth_engine.models.fine_tuned import load_fine_tuned

    tensors = read_tensors(path)
    fine_tuned = load_fine_tuned(tensors, path)
    if fine_tuned is not None:
        return _of_catalog(_as_fine_tuned(fine_tuned), published)
    encoder = load_encoder(tensors, path, description.window, description.bands)
    if encoder is None:
        return _read_checkpoint(path, backbone, published, tensors)
    named = {*(description.bands or ())}
    has_named_bands = bool(named) and named == {*encoder.modalities}
    found = replace(_as_encoder(encoder, job), has_named_bands=has_named_bands)
    return _of_catalog(found, None if has_named_bands else published)


def _of_catalog(found: _Found, published: PublishedModel | None) -> _Found:
    """Return what a file holds with what the catalogue knows of a file of this name."""
    if published is None or published.file != found.model.weights.name:
        return found
    model = replace(found.model, name=published.name, license=published.license)
    if published.mean and published.dataset is not None:
        window, overlap = published.window_size, published.overlap
        model = replace(model, mean=published.mean, std=published.std, assumed=())
        model = replace(model, window_size=window, overlap=overlap)
    return replace(found, model=model)


def _as_fine_tuned(fine_tuned: FineTuned) -> _Found:
    """Return a Prithvi with a head, which PyTorch runs."""
    from crossearth_engine.models.checkpoint import save_tensors

    def write(folder: Path) -> Path:
        weights = folder / "model.safetensors"
        save_tensors(fine_tuned.tensors, weights)
        return weights

    total = sum(tensor.numel() for tensor in fine_tuned.tensors.values())
    item = {"total_parameters": total, "pretrained_source": "Prithvi-EO-2.0"}
    return _Found(fine_tuned.model, 4 * total, write, item, fine_tuned.unused)


def _as_encoder(encoder: LoadedEncoder, job: Job) -> _Found:
    """Return an encoder, to be adapted, that is installed as ONNX."""
    from crossearth_engine.exchange.encoders import write_encoder

    def write(folder: Path) -> Path:
        weights = folder / "model.onnx"
        write_encoder(encoder, weights, job)
        return weights

    total = sum(tensor.numel() for tensor in encoder.network.state_dict().values())
    item = {"total_parameters": total, "pretrained_source": encoder.model.name}
    return _Found(
        encoder.model, 4 * total, write, item, encoder.unused, encoder.note, is_tried=True
    )


def _read_checkpoint(
    path: Path,
    backbone: Path | None,
    published: PublishedModel | None,
    tensors: Tensors | None = None,
) -> _Found:
    """Return a CrossEarth, or a backbone to be adapted, out of a file of PyTorch."""
    from crossearth_engine.models.checkpoint import DEFAULT_WINDOW_SIZE, load_crossearth, save
    from crossearth_engine.networks.crossearth import MEAN, STDDEV

    window_size = published.window_size if published else DEFAULT_WINDOW_SIZE
    checkpoint = load_crossearth(path, backbone, window_size, tensors)
    count, channels = checkpoint.num_classes, checkpoint.in_channels
    if count >= NODATA:
        reason = Finding("classes-over-most", {"own": str(count), "most": str(NODATA)})
        raise IncompatibleModel(path=path, reason=reason)
    size = checkpoint.config.window_size
    kind = f"{count} classes" if count else "no classes yet: to be adapted"
    model = ModelInfo(
        id="",
        name=published.name if published else path.stem,
        description=f"{checkpoint.architecture}, {kind}, from {path.name}.",
        license=published.license if published else "unknown",
        trained_on="" if count else "Images without labels (DINOv2).",
        weights=path,
        architecture=checkpoint.architecture,
        bands=usual_bands(channels),
        mean=tuple(MEAN[i % 3] for i in range(channels)),
        std=tuple(STDDEV[i % 3] for i in range(channels)),
        window_size=size,
        overlap=size - _stride(size),
        gsd_m=None,
        gsd_range_m=None,
        classes=numbered_classes(count),
        scores="probabilities" if count else "unknown",
        assumed=("classes", "bands") if count else (),
    )

    def write(folder: Path) -> Path:
        weights = folder / "model.safetensors"
        save(checkpoint, weights)
        return weights

    total = sum(tensor.numel() for tensor in checkpoint.tensors.values())
    item = {"total_parameters": total, "pretrained_source": "DINOv2"}
    return _Found(model, 4 * total, write, item, checkpoint.unused)


def _stride(window_size: int) -> int:
    # Two thirds, rounded as in the official settings: 341 of 512, 683 of 1024.
    return round(window_size * 2 / 3)


def _read_onnx(
    path: Path, description: Description, published: PublishedModel | None, job: Job
) -> _Found:
    """Return the model in an ONNX file, by the catalogue, the keys in it, or its shapes alone."""
    # Imported here: onnxruntime is heavy, and only such files need it to be described.
    from crossearth_engine.models.onnx_description import describe_onnx

    counts = [len(names) if names else None for names in (description.bands, description.classes)]
    model = describe_onnx(path, *counts)
    if published is not None and published.packaged is not None:
        model = _as_published(model, published, published.packaged)
    return _as_it_is(model, {}, job)


def _as_published(model: ModelInfo, published: PublishedModel, packaged: Packaged) -> ModelInfo:
    """Return a model with what the catalogue knows of it, but for classes and pixel size."""
    if len(published.bands) != len(model.bands):
        counts = {"own": str(len(model.bands)), "given": str(len(published.bands))}
        reason = Finding("bands-of-published", {**counts, "name": published.name})
        raise IncompatibleModel(path=model.weights, reason=reason)
    unit, value_range = parse_values(published.values)
    return replace(
        model,
        name=published.name,
        description=packaged.description,
        license=published.license,
        architecture=published.architecture,
        bands=published.bands,
        mean=published.mean,
        std=published.std,
        unit=unit,
        value_range=value_range,
        window_size=published.window_size,
        overlap=published.overlap,
        overhang=packaged.overhang,
        gsd_range_m=packaged.gsd_range_m,
        scores=packaged.scores,
        assumed=(),
    )


def _read_item(path: Path, job: Job) -> _Found:
    """Return the model that a STAC Item describes, with all else that it says."""
    model = read_stac_item(path)
    item = read_item(path)
    if model.weights.suffix.lower() in (".onnx", ".safetensors"):
        return _as_it_is(model, item, job)
    found = _read_checkpoint(model.weights, None, None)
    if len(found.model.classes) != len(model.classes):
        counts = {"own": str(len(found.model.classes)), "given": str(len(model.classes))}
        reason = Finding("classes-of-metadata", counts)
        raise IncompatibleModel(path=path, reason=reason)
    model = replace(model, architecture=found.model.architecture, scores=found.model.scores)
    return replace(found, model=model, item={**found.item, "base": item})


def _as_it_is(model: ModelInfo, base: dict[str, Any], job: Job) -> _Found:
    """Return a model whose weights need no conversion."""
    files = weight_files(model)
    name = f"model{model.weights.suffix.lower()}"
    return _Found(
        model,
        sum(file.stat().st_size for file in files),
        lambda folder: copy_weights(files, name, folder, job),
        {"base": base},
    )


def _check_opens(model: ModelInfo, job: Job) -> None:
    """Load the network; let one of others work on one window, whose result nothing else tells."""
    if model.is_encoder:
        from crossearth_engine.exchange.encoders import check_encoder

        check_encoder(model, job)
        return
    if model.needs_adapting and model.weights.suffix.lower() != ".onnx":
        from crossearth_engine.models.registry import load_to_adapt

        load_to_adapt(model, 2)
        return
    import numpy as np

    from crossearth_engine.inference.load import load_backend

    backend = load_backend(model, "auto", None)
    if model.weights.suffix == ".onnx":
        job.log("info", "Trying the model on an empty window…")
        job.on_cancel(backend.interrupt)
        size = model.window_size
        backend.run(np.zeros((backend.fixed_batch or 1, len(model.bands), size, size), np.float32))
