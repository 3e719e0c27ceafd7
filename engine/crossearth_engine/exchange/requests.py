"""What is asked about models: what they are, and to bring, make and hand on some.

The requests of the commands, and the functions that answer them with JSON.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from crossearth_engine.arguments import Request
from crossearth_engine.exchange import download, exporting, importing
from crossearth_engine.exchange.importing import Description
from crossearth_engine.job import Job
from crossearth_engine.models.catalog import find_model
from crossearth_engine.shared.options import (
    DESCRIBE_MODEL,
    DOWNLOAD_MODEL,
    EXPORT_MODEL,
    IMPORT_MODEL,
    Options,
)


@dataclass(frozen=True)
class DescribeModelRequest(Request):
    """Which model to describe.

    Attributes:
        model: id of an installed model, or path.
    """

    options: ClassVar[Options] = DESCRIBE_MODEL

    model: str


@dataclass(frozen=True)
class DownloadModelRequest(Request):
    """Which published model to install, and from where.

    Attributes:
        model: its id in the catalogue.
        address, proxy: as in `crossearth_engine.exchange.download.download_model`.
        whole_file: whether all models that come in the same file are installed.
    """

    options: ClassVar[Options] = DOWNLOAD_MODEL

    model: str
    address: str | None = DOWNLOAD_MODEL["address"].default
    proxy: str | None = DOWNLOAD_MODEL["proxy"].default
    whole_file: bool = DOWNLOAD_MODEL["whole_file"].default


@dataclass(frozen=True, kw_only=True)
class ImportModelRequest(Description):
    """Which file to make a model of, and what is known of it.

    Attributes:
        file, backbone: paths, as in `crossearth_engine.exchange.importing.import_model`.
        id: of the model; by default made from the file.
    """

    options: ClassVar[Options] = IMPORT_MODEL

    file: str
    backbone: str | None = IMPORT_MODEL["backbone"].default
    id: str | None = IMPORT_MODEL["id"].default


@dataclass(frozen=True)
class ExportModelRequest(Request):
    """Which model to write for others, and where.

    Attributes:
        model: id of an installed model, or path.
        folder: that gets it.
        half: whether its weights are stored in half precision.
    """

    options: ClassVar[Options] = EXPORT_MODEL

    model: str
    folder: str
    half: bool = EXPORT_MODEL["half"].default


def describe_model(request: DescribeModelRequest, job: Job) -> dict[str, Any]:
    """Return what a person wants to see of a model."""
    request.check()
    return find_model(request.model).to_dict()


def download_model(request: DownloadModelRequest, job: Job) -> dict[str, Any]:
    """Install a published model and return what a person wants to see of it."""
    request.check()
    made = download.download_model(
        request.model, request.address, request.proxy, job, is_whole_file=request.whole_file
    )
    return made.to_dict()


def import_model(request: ImportModelRequest, job: Job) -> dict[str, Any]:
    """Install a model from a file and return what a person wants to see of it."""
    request.check()
    made = importing.import_model(
        Path(request.file),
        backbone=Path(request.backbone) if request.backbone else None,
        model_id=request.id,
        description=request,
        job=job,
    )
    return made.to_dict()


def export_model(request: ExportModelRequest, job: Job) -> dict[str, Any]:
    """Write a model to a folder and return what was written."""
    request.check()
    model = find_model(request.model)
    return exporting.export_model(model, Path(request.folder), job, is_half=request.half)
