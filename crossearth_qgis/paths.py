"""The root, and what hangs off it.

The root is the folder that holds ``metadata.txt``: the package's own folder when installed, its
parent in a checkout. Nothing is created here.
"""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtGui import QIcon

PACKAGE = Path(__file__).resolve().parent
ROOT = PACKAGE if (PACKAGE / "metadata.txt").is_file() else PACKAGE.parent

ENGINE_FOLDER = ROOT / "engine"
ENGINE_PACKAGE = ENGINE_FOLDER / "crossearth_engine"
ENGINE_MAIN = ENGINE_PACKAGE / "__main__.py"
ENGINE_REQUIREMENTS = ENGINE_FOLDER / "requirements.txt"
ENGINE_LOCKS = ENGINE_FOLDER / "locks"
ENGINE_ADAPT_REQUIREMENTS = ENGINE_FOLDER / "requirements-adapt.txt"
SHARED_FOLDER = ENGINE_PACKAGE / "shared"
BUNDLED_MODELS = ROOT / "resources" / "models"
PYTHON_ARCHIVES = ROOT / "resources" / "python" / "archives.txt"
REPORT_TEXTS = ROOT / "resources" / "report_texts.json"
ICONS = ROOT / "resources" / "icons"
TRANSLATIONS = ROOT / "i18n"
MANUAL = ROOT / "docs"
DOCUMENTATION = "https://github.com/crossearth-qgis/crossearth-qgis/blob/main/docs"


def help_url(page: str) -> str:
    """Return the address of a page of the documentation, or of a heading: ``models#export``."""
    name, mark, heading = page.partition("#")
    return f"{DOCUMENTATION}/{name}.md{mark}{heading}"


def icon_path(name: str) -> Path:
    """Return the file of one of our icons, by its name without suffix."""
    return ICONS / f"{name}.svg"


def icon(name: str) -> QIcon:
    """Return one of our icons, by its name without suffix."""
    return QIcon(str(icon_path(name)))
