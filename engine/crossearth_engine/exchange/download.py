"""Making an installed model out of a published checkpoint: bring its file here, then import it."""

from __future__ import annotations

import contextlib
import os
from urllib.parse import urlsplit

from crossearth_engine.digests import DIGESTS_FILE, listed_digest
from crossearth_engine.errors import ModelNotFound
from crossearth_engine.exchange.importing import Description, ImportedModel, import_model
from crossearth_engine.job import Job
from crossearth_engine.models.catalog import read_catalog, shipped_models_folder
from crossearth_engine.models.metadata import read_stac_item
from crossearth_engine.shared.catalog_file import ADDRESS_VARIABLE
from crossearth_engine.shared.model_places import MODEL_FILE, downloads_folder, user_models_folder
from crossearth_engine.transfer import fetch, open_source

# Where the hub has the files of a repository; a mirror's address is that of the files themselves.
_HUB_FILES = "/resolve/main"


def download_model(
    model_id: str, address: str | None, proxy: str | None, job: Job
) -> ImportedModel:
    """Install a published model; goes on where an earlier call has ended.

    Args:
        model_id: its id in the catalogue. A model that is installed is left as it is.
        address: folder on the web or on a disk that has the published files; by default what
            ``CROSSEARTH_MODELS_URL`` says, else the hub where they are published.
        proxy: address of an HTTP proxy; empty: none; None: as the system says.
        job: is told the bytes done, and may be canceled; what has arrived is kept.

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
    installed = user_models_folder() / model_id / MODEL_FILE
    if installed.is_file():
        return ImportedModel(read_stac_item(installed), ())
    address = address or os.environ.get(ADDRESS_VARIABLE) or published.hub
    if address.rstrip("/") == catalog.hub:
        address = catalog.hub + _HUB_FILES
    # Two copies: for a while there are both the published file and what it is converted to.
    file = fetch(
        open_source(address, proxy),
        published.file,
        downloads_folder(),
        job,
        copies=2,
        sha256=_known_digest(published.file),
    )
    job.check()
    job.log("info", f"{published.file} is complete and verified; converting it…")
    imported = import_model(
        file,
        model_id=model_id,
        description=Description(dataset=model_id),
        source=_public(address),
        job=job,
    )
    # A file that cannot be imported stays: it was long to come, and the error names it.
    file.unlink()
    with contextlib.suppress(OSError):  # others are being downloaded
        file.parent.rmdir()
        file.parent.parent.rmdir()
    return imported


def _known_digest(file: str) -> str | None:
    """Return the digest of a file whose server does not state it."""
    lines = (shipped_models_folder() / DIGESTS_FILE).read_text(encoding="utf-8")
    return listed_digest(lines, file)


def _public(address: str) -> str | None:
    """Return a web address without what only its user should know; None for a folder."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https"):
        return None
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"
