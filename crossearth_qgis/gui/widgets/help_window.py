"""The manual, as the plugin brings it: of this version, without pictures, and without a network."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from qgis.PyQt.QtCore import QSize, QUrl
from qgis.PyQt.QtGui import QTextCursor
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ... import paths
from ...translation import translate
from .opening import open_outside
from .plain_text import PlainLabel

PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)|<img [^>]*>|<!--.*?-->", re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#)([^)]+)\)")


class HelpWindow(QDialog):
    """Shows pages of the manual; links between them lead on, others to the browser.

    Args:
        parent: beside which it is; it is not modal.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("CrossEarth", "CrossEarth Help"))
        self.resize(QSize(760, 680))
        self.browser = _Manual(self)
        self.problem_label = PlainLabel(self)
        self.problem_label.setWordWrap(True)
        self.problem_label.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        for text, call, can in (
            (
                translate("CrossEarth", "Back"),
                self.browser.backward,
                self.browser.backwardAvailable,
            ),
            (translate("CrossEarth", "Contents"), lambda: self.show_page("index"), None),
        ):
            button = buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
            button.clicked.connect(call)
            if can is not None:
                button.setEnabled(False)
                can.connect(button.setEnabled)
        self.web_button = buttons.addButton(
            translate("CrossEarth", "With Pictures, in the Web Browser"),
            QDialogButtonBox.ButtonRole.ActionRole,
        )
        self.web_button.clicked.connect(self._open_in_browser)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.browser, 1)
        layout.addWidget(self.problem_label)
        layout.addWidget(buttons)

    def show_page(self, page: str) -> None:
        """Show a page, or a heading of it, named as `paths.help_url` takes it."""
        name, _, heading = page.partition("#")
        url = QUrl.fromLocalFile(str(paths.MANUAL / f"{name}.md"))
        url.setFragment(heading)
        self.browser.setSource(url)

    def _open_in_browser(self) -> None:
        source = self.browser.source()
        page = f"{Path(source.path()).stem}#{source.fragment()}".rstrip("#")
        problem = open_outside(QUrl(paths.help_url(page)))
        self.problem_label.setText(problem)
        self.problem_label.setVisible(bool(problem))


class _Manual(QTextBrowser):
    """Shows Markdown without pictures, which are not packed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenExternalLinks(True)
        self.sourceChanged.connect(self._go_to_heading)

    def loadResource(self, kind: int, url: QUrl) -> Any:
        if url.isLocalFile() and url.path().endswith(".md"):
            text = Path(url.toLocalFile()).read_text(encoding="utf-8")
            return LINK.sub(_led, PICTURE.sub("", text))
        return super().loadResource(kind, url)

    def _go_to_heading(self, url: QUrl) -> None:
        """Scroll to the heading that a link names; Qt knows no anchors in Markdown."""
        block = self.document().begin()
        while block.isValid() and url.hasFragment():
            if block.blockFormat().headingLevel() and slug(block.text()) == url.fragment():
                cursor = QTextCursor(block)
                # From the end, so that the heading comes to the top.
                self.moveCursor(QTextCursor.MoveOperation.End)
                self.setTextCursor(cursor)
                return
            block = block.next()


def _led(link: re.Match[str]) -> str:
    """Return a link, to the repository where it leads to a file that is not packed."""
    target = link[1]
    if "/" not in target and target.partition("#")[0].endswith(".md"):
        return link[0]
    return f"]({urljoin(paths.DOCUMENTATION + '/', target)})"


def slug(heading: str) -> str:
    """Return how a link names a heading."""
    return re.sub(r"[^\w -]", "", heading.strip()).lower().replace(" ", "-")
