"""Finding a file of a Python package on an index, without pip: the simple repository API.

The index tells where its files are (PEP 503 as HTML, PEP 691 as JSON); from there they come like
any other. Nothing is installed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit

from crossearth_engine.errors import NotOffered
from crossearth_engine.transfer import (
    Announcement,
    Source,
    open_source,
    public_address,
    read_page,
)

_JSON = "application/vnd.pypi.simple.v1+json"
_ACCEPT = f"{_JSON}, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1"


class PackageIndex:
    """The files of one project on a package index, as a `Source`."""

    def __init__(self, index: str, project: str, proxy: str | None = None) -> None:
        """Remember what to ask; nothing is sent yet.

        Args:
            index: its address, such as https://host/simple; or a folder with a folder for the
                project in it.
            project: name of the package.
            proxy: as for `crossearth_engine.transfer.open_source`.
        """
        name = re.sub(r"[-_.]+", "-", project).lower()
        self._address = f"{index.rstrip('/')}/{name}/"
        self._proxy = proxy
        self._folder: Source | None = None
        self.name = urlsplit(index).hostname or index

    def announce(self, file: str) -> Announcement:
        """Return what there is to know of a file, from where the index says that it is."""
        self._folder = open_source(self._folder_of(file), self._proxy)
        return self._folder.announce(file)

    def blocks(
        self, file: str, offset: int, announced: Announcement
    ) -> Iterator[tuple[int, bytes]]:
        """Yield the file from ``offset`` on, as `Source` does."""
        if self._folder is None:
            raise ValueError("a file is announced before it is sent")
        return self._folder.blocks(file, offset, announced)

    def _folder_of(self, file: str) -> str:
        """Return the address of the folder that has a file, with the query that it needs."""
        if urlsplit(self._address).scheme.lower() not in ("http", "https"):
            return self._address
        page = read_page(self._address, _ACCEPT, self._proxy)
        is_json = page.media_type == _JSON
        links = _links_in_json(page.content) if is_json else _links_in_html(page.content)
        for link in links:
            parts = urlsplit(urljoin(page.url, link))
            folder, _, name = parts.path.rpartition("/")
            if unquote(name) == file:
                return parts._replace(path=folder, fragment="").geturl()
        raise NotOffered(file=file, address=public_address(self._address))


def _links_in_json(content: bytes) -> list[str]:
    try:
        return [str(entry["url"]) for entry in json.loads(content)["files"]]
    except (ValueError, LookupError, TypeError):
        return []


def _links_in_html(content: bytes) -> list[str]:
    parser = _Links()
    parser.feed(content.decode("utf-8", errors="replace"))
    return parser.links


class _Links(HTMLParser):
    """The addresses in a page, those of ``<base>`` applied."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self._base = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what a link points at."""
        address = dict(attrs).get("href")
        if address and tag == "base":
            self._base = address
        elif address and tag == "a":
            self.links.append(urljoin(self._base, address))
