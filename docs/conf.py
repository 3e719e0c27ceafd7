"""How Sphinx makes the site: ``python3 dev.py docs``.

The pages are Markdown that reads as well on the repository's own site; what lies beside ``docs/``
is linked there.
"""

from __future__ import annotations

import re
from configparser import ConfigParser
from pathlib import Path

from sphinx.application import Sphinx

ROOT = Path(__file__).parents[1]


def _general() -> dict[str, str]:
    metadata = ConfigParser()
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    return dict(metadata["general"])


_plugin = _general()
project = _plugin["name"]
author = _plugin["author"]
version = release = _plugin["version"]
project_copyright = f"{author}. GPL-3.0-or-later"

extensions = ["myst_parser", "sphinx_copybutton", "sphinx_external_toc"]
external_toc_path = "_toc.yml"
exclude_patterns = ["_build"]
myst_enable_extensions = ["colon_fence", "html_image"]
myst_heading_anchors = 4
nitpicky = True
smartquotes = False  # would make one dash of the two of an option

html_theme = "furo"
html_title = f"{project} {version}"
html_show_sphinx = False
html_theme_options = {
    "source_repository": _plugin["repository"],
    "source_branch": "main",
    "source_directory": "docs/",
}

locale_dirs = ["locale"]
gettext_compact = False

OUT_OF_THE_SITE = re.compile(r"\]\(\.\./([^)]+)\)")


def _link_to_the_repository(_app: Sphinx, _page: str, content: list[str]) -> None:
    address = f"]({_plugin['repository']}/blob/main/\\1)"
    content[0] = OUT_OF_THE_SITE.sub(address, content[0])


def setup(app: Sphinx) -> None:
    """Have links to files beside ``docs/`` lead to the repository."""
    app.connect("source-read", _link_to_the_repository)
