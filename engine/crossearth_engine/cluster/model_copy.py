"""A model that workers lack: sent once, beside the map, and kept by each under its digests.

It is data: nothing of it is run but what an engine makes of a model of its own.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath

from crossearth_engine.digests import digest_of, digest_of_state, file_digest
from crossearth_engine.errors import ChecksumMismatch, UnreadableModel
from crossearth_engine.inference.parts import MODEL_COPY_SUFFIX
from crossearth_engine.job import Job
from crossearth_engine.models.catalog import find_model
from crossearth_engine.models.model_folder import weight_files
from crossearth_engine.publishing import writing
from crossearth_engine.shared import model_places
from crossearth_engine.shared.findings import Finding

# Where workers keep their copies.
KEPT = "cluster-models"

_BLOCK_BYTES = 1 << 22


@dataclass(frozen=True)
class ModelFiles:
    """The files of a model; plain values, which travel.

    Attributes:
        name: of what stands for the model, a file or a folder with ``model.json``.
        files: path of each, from the folder that holds ``name``, with its SHA-256.
    """

    name: str
    files: tuple[tuple[str, str], ...]

    @property
    def kept(self) -> Path:
        """Where a worker keeps it."""
        folder = model_places.user_data_folder() / KEPT / digest_of(asdict(self))
        return folder / self.name

    def take(self, copy: Path) -> Path:
        """Return where it is kept, copied from where it was sent to if it was not there.

        Raises:
            ChecksumMismatch: if a file is not what it was where it was sent.
            OSError: if one is missing, or there is no room.
        """
        kept = self.kept
        if kept.exists():
            return kept
        fresh = kept.parent.with_name(f"{kept.parent.name}.{uuid.uuid4().hex}.new")
        try:
            for name, digest in self.files:
                path = PurePosixPath(name)
                if path.is_absolute() or ".." in path.parts:
                    raise ChecksumMismatch(path=copy / name)
                (fresh / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(copy / path, fresh / path)
                if file_digest(fresh / path) != digest:
                    raise ChecksumMismatch(path=copy / path)
            with contextlib.suppress(OSError):  # another worker of this computer was quicker
                fresh.rename(kept.parent)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
        return kept


def files_of(asked: str) -> tuple[ModelFiles, Path]:
    """Return the files of a model, and the folder that their paths are seen from.

    Args:
        asked: id or path.

    Raises:
        EngineError: if there is none.
    """
    model = find_model(asked)
    described = model.description_file
    files = [*([described] if described is not None else []), *weight_files(model)]
    root = (described or model.weights).parent.resolve()
    path = model_places.path_of(asked)
    # An id stands for a folder, and a folder is named as such.
    is_file = path is not None and not Path(asked).expanduser().is_dir()
    if not is_file or path is None:
        name, root = root.name, root.parent
    else:
        name = path.name
    try:
        # A file may be a link, as in the caches of model hubs: it is sent under its own name.
        listed = tuple(
            ((file.parent.resolve() / file.name).relative_to(root).as_posix(), _digest(file))
            for file in files
        )
    except (OSError, ValueError) as error:
        raise UnreadableModel(path=model.weights, reason=Finding("model-scattered")) from error
    return ModelFiles(name, listed), root


@contextmanager
def sent(model: ModelFiles, root: Path, mark: str, job: Job) -> Iterator[None]:
    """Return a context in which a copy of a model lies beside a mark.

    Args:
        model: its files.
        root: folder that they are seen from.
        mark: file that the workers see.
        job: may be canceled.

    Raises:
        OutputNotWritable, DiskFull: if it cannot be written.
    """
    folder = copy_beside(Path(mark))
    try:
        with writing(folder):
            for name, _ in model.files:
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                with (root / name).open("rb") as source, (folder / name).open("wb") as target:
                    while block := source.read(_BLOCK_BYTES):
                        job.check()
                        target.write(block)
        yield
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def copy_beside(mark: Path) -> Path:
    """Return where the copy of a model lies while a run goes on."""
    return mark.with_suffix(MODEL_COPY_SUFFIX)


def _digest(file: Path) -> str:
    state = os.stat(file)  # noqa: PTH116 - as `verify` has it: read once
    return digest_of_state(file, state.st_size, state.st_mtime_ns)
