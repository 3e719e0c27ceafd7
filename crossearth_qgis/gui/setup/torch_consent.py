"""Asks once before PyTorch is downloaded: it is many times larger than all the rest."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QWidget

from ... import settings
from ...quantities import size_text
from ...setup import engine_environment, installation, packages
from ...translation import translate
from ..widgets.plain_text import is_agreed


def may_use_torch(parent: QWidget) -> bool:
    """Return whether work that needs PyTorch may start, after asking if it has to be fetched.

    Args:
        parent: the widget that the question belongs to.
    """
    if settings.torch_is_agreed() or not engine_environment.lacks_torch():
        return True
    name = installation.suitable_torch()
    size = packages.largest_download(name)
    question = translate(
        "CrossEarth",
        "This needs PyTorch, which is not installed yet: {name}, a download of {size}, once, into"
        "\n{folder}\n\nDownload it now?",
    ).format(
        name=packages.title(name),
        size=size_text(size),
        folder=engine_environment.installed_folder(),
    )
    if not is_agreed(parent, translate("CrossEarth", "Download PyTorch"), question):
        return False
    settings.agree_to_torch()
    return True
