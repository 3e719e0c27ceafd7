"""Names of what lies on servers: as people write them, as GDAL does, as anybody may see them."""

from __future__ import annotations

import re
from pathlib import PurePath

STORES = {"s3://": "/vsis3/", "gs://": "/vsigs/", "az://": "/vsiaz/"}
"""Object storage: how addresses begin, and GDAL's names for what they lead to."""

SERVERS = (
    *("http://", "https://", "ftp://", "/vsicurl", "/vsiswift", "/vsioss", "/vsiadls"),
    *STORES.values(),
)
"""How GDAL's names begin of what is fetched bit by bit."""

# Who asks, before the host; and what is asked besides the path, where signatures are.
_USER = re.compile(r"(?<=://)[^\s/?#\"'<>]*@")
_QUERY = re.compile(r"((?:\w+://|/vsi[a-z0-9]+/)[^\s?\"'<>]*)\?([^\s\"'<>]*[^\s\"'<>.,;:)])")
# In names of objects a question mark is a letter like others, unless one of these follows.
_OBJECT = re.compile(rf"{'|'.join([*STORES, *STORES.values()])}", re.IGNORECASE)
_SIGNATURE = re.compile(r"(?:^|&)(?:X-Amz-|X-Goog-|AWSAccessKeyId|Signature|sig)", re.IGNORECASE)
_KEY = re.compile(r"\b(?:AKIA|ASIA)[A-Z2-7]{16}\b")


def gdal_name(text: str) -> str:
    """Return GDAL's name for an object that is named by its address: /vsis3/… for s3://…."""
    for scheme, folder in STORES.items():
        if text[: len(scheme)].lower() == scheme:
            return folder + text[len(scheme) :].lstrip("/")
    return text


def address_of(name: str) -> str:
    """Return the address of what GDAL has a name for, which others than GDAL can read."""
    for scheme, folder in STORES.items():
        if name.startswith(folder):
            return scheme + name.removeprefix(folder)
    return name.removeprefix("/vsicurl/")


def is_object(name: str) -> bool:
    """Whether GDAL's name is one of an object in a store that can be written to."""
    return name.startswith(tuple(STORES.values()))


def is_remote(name: str) -> bool:
    """Whether GDAL's name is one of what is fetched from a server, bit by bit."""
    return name.startswith(SERVERS)


def file_name(name: str) -> str:
    """Return the last part of a path, or of an address without what is asked besides."""
    found = gdal_name(name)
    is_address = is_remote(found) and not is_object(found)
    return PurePath(name.partition("?")[0] if is_address else name).name


def without_secrets(text: str) -> str:
    """Return a text whose addresses say neither who asks, nor with which signature."""
    if "/" not in text and "A" not in text:
        return text
    return _KEY.sub("***", _QUERY.sub(_without_query, _USER.sub("", text)))


def _without_query(found: re.Match[str]) -> str:
    is_name = _OBJECT.match(found[1]) and not _SIGNATURE.search(found[2])
    return found[0] if is_name else f"{found[1]}?…"
