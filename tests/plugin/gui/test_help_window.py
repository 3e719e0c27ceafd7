from __future__ import annotations

import re

import pytest
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtWidgets import QApplication

from crossearth_qgis import paths
from crossearth_qgis.gui.widgets import opening
from crossearth_qgis.gui.widgets.help_window import HelpWindow, slug

PAGES = sorted(paths.MANUAL.glob("*.md"))


@pytest.fixture
def window(qtbot) -> HelpWindow:
    window = HelpWindow()
    qtbot.addWidget(window)
    window.show()
    return window


def test_a_page_is_shown_from_a_heading_on(window) -> None:
    window.show_page("setup#without-a-network")
    assert window.browser.textCursor().block().text() == "Without a network"
    assert window.browser.viewport().rect().contains(window.browser.cursorRect())


def test_links_lead_to_pages_and_headings_and_back(window, qtbot) -> None:
    window.show_page("index")
    browser = window.browser
    browser.setSource(browser.source().resolved(QUrl("batch.md")))
    assert browser.toPlainText().startswith("Many rasters")
    browser.setSource(browser.source().resolved(QUrl("scripts.md#the-same-from-a-script")))
    assert browser.textCursor().block().text() == "The same from a script"
    browser.backward()
    assert browser.toPlainText().startswith("Many rasters")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_has_no_hole_and_no_link_to_what_is_not_packed(window, page) -> None:
    window.show_page(page.stem)
    assert "\N{OBJECT REPLACEMENT CHARACTER}" not in window.browser.toPlainText()
    for link in set(re.findall(r'href="([^"]+)"', window.browser.toHtml())):
        name, _, heading = link.partition("#")
        if not name:
            name = page.name
        if not name.startswith("https:"):
            text = (paths.MANUAL / name).read_text(encoding="utf-8")
            headings = {slug(line) for line in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}
            assert not heading or heading in headings, link


def test_the_same_page_opens_in_the_browser(window, monkeypatch) -> None:
    opened = []
    monkeypatch.setattr(
        opening.QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or True
    )
    window.show_page("models#export")
    window.web_button.click()
    assert opened == [paths.help_url("models#export")]


def test_without_a_browser_the_address_is_on_the_clipboard(window, monkeypatch) -> None:
    monkeypatch.setattr(opening.QDesktopServices, "openUrl", lambda url: False)
    window.show_page("dock")
    window.web_button.click()
    assert "docs/dock.md" in window.problem_label.text()
    assert QApplication.clipboard().text() == paths.help_url("dock")
