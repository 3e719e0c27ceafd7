"""OptionsFactory: how QGIS gets the plugin's page for its options, whenever it opens them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qgis.gui import QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtWidgets import QWidget

from .. import paths

if TYPE_CHECKING:
    from ..processing.provider import CrossEarthProvider


class OptionsFactory(QgsOptionsWidgetFactory):
    """Makes the page.

    Args:
        provider: returns the provider, whose engine the page is about.
    """

    def __init__(self, provider: Callable[[], CrossEarthProvider]) -> None:
        super().__init__()
        self._provider = provider
        self.setTitle("CrossEarth")
        self.setIcon(paths.icon("crossearth"))

    def createWidget(self, parent: QWidget | None = None) -> QgsOptionsPageWidget:
        from .options_page import OptionsPage

        return OptionsPage(self._provider().engine, parent)
