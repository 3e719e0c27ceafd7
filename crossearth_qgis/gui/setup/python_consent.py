"""Asks before a Python is downloaded, where none of the computer will do."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QWidget

from ...errors import PythonNotAgreed
from ...quantities import size_text
from ...setup import engine_environment
from ...translation import translate
from ..widgets.plain_text import is_agreed


def may_download_python(parent: QWidget, needed: PythonNotAgreed) -> bool:
    """Ask, and return whether the Python may be downloaded.

    Args:
        parent: the widget that the question belongs to.
        needed: what would be downloaded.
    """
    question = translate(
        "CrossEarth",
        "No Python of this computer will do for the engine; the log says why. Python {version} can "
        "be downloaded from {host} ({size}), once, into\n{folder}\n\nOnly the engine uses it. "
        "Download it now?",
    ).format(
        version=needed.version,
        host=needed.host,
        size=_size(needed.size_bytes),
        folder=engine_environment.engines_folder(),
    )
    return is_agreed(parent, translate("CrossEarth", "Download Python"), question)


def _size(count: int | None) -> str:
    if count is None:
        return translate("CrossEarth", "of a size that the server does not say")
    return size_text(count, 0)
