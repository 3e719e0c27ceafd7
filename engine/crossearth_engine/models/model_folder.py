"""A folder with a model: weights, metadata, card; it appears under its name when it is complete."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from crossearth_engine.digests import DIGESTS_FILE, digest_of, digest_of_state
from crossearth_engine.disk_space import check_space
from crossearth_engine.errors import IncompatibleModel, OutputNotWritable, UnreadableModel
from crossearth_engine.job import Job
from crossearth_engine.models.metadata import ModelInfo, read_item, read_stac_item
from crossearth_engine.models.onnx_file import external_files
from crossearth_engine.publishing import PartialOutput, check_name, writing
from crossearth_engine.shared.model_item import describe_values
from crossearth_engine.shared.model_places import MODEL_FILE
from crossearth_engine.shared.moves import Move, move_all

CARD_FILE = "README.md"

# What of a model says how it is called and where it is, to people, and changes no pixel of a map.
_CHANGES_NO_PIXEL = {
    *("id", "name", "description", "license", "trained_on", "note", "remarks", "assumed"),
    *("published_scores", "weights", "description_file", "sha256", "size_bytes"),
}
_BLOCK_BYTES = 1 << 22
_SPARE_BYTES = 1_000_000


@contextmanager
def new_folder(folder: Path, needed_bytes: int, *, is_replaced: bool = False) -> Iterator[Path]:
    """Yield a folder to fill, which takes the name when all went well, and else is removed.

    Args:
        folder: final path; nothing may be there but an empty folder.
        needed_bytes: what there will be in it.
        is_replaced: whether a folder that is there is removed then, with all that is in it.

    Raises:
        NotEnoughSpace: before anything is written.
        OutputNotWritable, DiskFull: if it cannot be made, or another process is making it.
    """
    check_name(folder)
    with writing(folder):
        is_taken = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
        if is_taken and not is_replaced:
            reason = "there is something already. Choose a new or an empty folder."
            raise OutputNotWritable(path=str(folder), reason=reason)
        folder.parent.mkdir(parents=True, exist_ok=True)
        check_space(folder.parent, needed_bytes + _SPARE_BYTES)
        with PartialOutput(folder) as partial:
            partial.clear()
            made = partial.folder / "model"
            made.mkdir()
            yield made
            move_all(partial.folder, [Move(made, folder)])


def weight_files(model: ModelInfo) -> list[Path]:
    """Return the files that a model's weights are in, the one that names the others first."""
    is_onnx = model.weights.suffix.lower() == ".onnx"
    return [model.weights, *(external_files(model.weights) if is_onnx else ())]


def model_identity(model: ModelInfo) -> str:
    """Return a digest of all that the pixels of a map depend on in a model, wherever it lies.

    That is each file of its weights, and what its description says that they are to be given.

    Raises:
        ChecksumMismatch: if the description states another digest of the weights.
        UnreadableModel: if a file cannot be read.
        IncompatibleModel: if one is missing.
    """
    said = {name: value for name, value in asdict(model).items() if name not in _CHANGES_NO_PIXEL}
    first, *others = weight_files(model)
    digests = [model.verify()]
    for path in others:
        try:
            state = path.stat()
            digests.append(digest_of_state(path, state.st_size, state.st_mtime_ns))
        except OSError as error:
            raise UnreadableModel(path=first, reason=f"{path}: {error.strerror}.") from error
    return digest_of({"weights": digests, "said": said})


def copy_weights(files: Sequence[Path], name: str, folder: Path, job: Job) -> Path:
    """Copy weights into a folder and return the copy of the first file.

    Args:
        files: see `weight_files`; all but the first one keep their names.
        name: of the copy of the first file.
        folder: where to.
        job: is told the bytes done, and may be canceled.

    Raises:
        IncompatibleModel: if one of them has the name of another file in the folder of a model.
    """
    source_folder = files[0].parent.resolve()
    taken = {text.lower() for text in (name, MODEL_FILE, DIGESTS_FILE, CARD_FILE)}
    for file in files[1:]:
        if str(file.relative_to(source_folder)).lower() in taken:
            reason = f"its data file {file.name} has the name of another file of a model."
            raise IncompatibleModel(path=files[0], reason=reason)
    total, done = sum(file.stat().st_size for file in files), 0
    job.progress(0, total)
    for file in files:
        place = name if file == files[0] else file.relative_to(source_folder)
        copy = folder / place
        copy.parent.mkdir(parents=True, exist_ok=True)
        with file.open("rb") as source, copy.open("wb") as target:
            while block := source.read(_BLOCK_BYTES):
                target.write(block)
                done += len(block)
                job.progress(done, total)
    return folder / name


def write_card(folder: Path) -> None:
    """Write what people want to know of the model in a folder beside its metadata."""
    item = read_item(folder / MODEL_FILE)
    text = _card(read_stac_item(folder / MODEL_FILE), item["properties"])
    (folder / CARD_FILE).write_text(text, encoding="utf-8")


def _told(model: ModelInfo) -> tuple[str, str]:
    """Return what a model tells of a pixel: heading and text."""
    if model.quantity is not None:
        span = model.quantity.range
        ends = "" if span is None else f", in maps shown from {span[0]:.4g} to {span[1]:.4g}"
        return "## Number", f"{model.quantity.name}{ends}."
    if not model.classes:
        return "## Classes", "None yet: the network has to be adapted to polygons first."
    rows = [(str(item.value), item.name, item.color) for item in model.classes]
    return "## Classes", _table(("value", "class", "colour"), rows)


def _card(model: ModelInfo, properties: Mapping[str, Any]) -> str:
    size = sum(file.stat().st_size for file in weight_files(model))
    rows = {
        "Trained on": model.trained_on or "not known",
        "Bands": ", ".join(model.bands),
        "Values": describe_values(model),
        "Pixel size": f"{model.gsd_m:g} m" if model.gsd_m else "not known",
        "Window": f"{model.window_size} px, overlap {model.overlap} px",
        "Network": properties["mlm:architecture"],
        "Weights": f"{model.weights.name}, {size / 1e6:.1f} MB",
        "SHA-256": f"`{model.sha256}` ({DIGESTS_FILE})",
        "Licence": model.license,
    }
    origin = properties.get("crossearth:origin", {})
    sections = [
        f"# {model.name}",
        model.description,
        _table(("", ""), list(rows.items())),
        *_told(model),
    ]
    if model.assumed:
        sections.append(
            f"The file does not tell its {', '.join(model.assumed)}; what is said of that here is "
            "what is usual, and may be wrong."
        )
    if benchmarks := origin.get("benchmarks"):
        sections += [
            "## As published",
            "Mean IoU in percent, quoted from the paper's authors and not measured here.",
            _table(
                ("benchmark", "target", "what is new to the model there", "mean IoU, %"),
                [
                    (
                        entry["name"],
                        entry["target"],
                        entry["domain_gap"],
                        "not known"
                        if entry["published_miou_percent"] is None
                        else f"{entry['published_miou_percent']:.1f}",
                    )
                    for entry in benchmarks
                ],
            ),
        ]
    if note := origin.get("note"):
        sections.append(note)
    if origin.keys() >= {"file", "from", "sha256", "imported", "by"}:
        sections += [
            "## Origin",
            _table(
                ("", ""),
                [
                    ("File", origin["file"]),
                    ("From", origin["from"]),
                    ("SHA-256 of the file", f"`{origin['sha256']}`"),
                    ("Imported", origin["imported"]),
                    ("By", origin["by"]),
                ],
            ),
        ]
    return "\n\n".join(sections) + "\n"


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines)


def _cell(text: str) -> str:
    # Names come from files of others.
    return text.replace("|", "\\|").replace("\n", " ")
