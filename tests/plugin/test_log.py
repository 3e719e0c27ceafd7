from __future__ import annotations

import logging

import pytest
from qgis.core import Qgis, QgsApplication

from crossearth_qgis import log


@pytest.fixture
def shown(request) -> list[tuple]:
    """Return what arrives in QGIS's message log under our name."""
    rows: list[tuple] = []

    def note(text: str, tag: str, level: Qgis.MessageLevel) -> None:
        if tag == "CrossEarth":
            rows.append((text, level))

    QgsApplication.messageLog().messageReceived.connect(note)
    handler = log.install_handler()
    yield rows
    log.remove_handler(handler)
    QgsApplication.messageLog().messageReceived.disconnect(note)


def test_records_reach_the_message_log_with_their_level(shown) -> None:
    logger = logging.getLogger("crossearth_qgis.bridge.engine")
    logger.debug("hidden")
    logger.info("said")
    logger.warning("warned")
    logger.error("failed")
    assert shown == [
        ("said", Qgis.MessageLevel.Info),
        ("warned", Qgis.MessageLevel.Warning),
        ("failed", Qgis.MessageLevel.Critical),
    ]


def test_traceback_of_an_exception_is_in_the_log(shown) -> None:
    try:
        raise ValueError("the reason")
    except ValueError:
        logging.getLogger("crossearth_qgis").exception("It failed")
    ((text, _level),) = shown
    assert text.startswith("It failed")
    assert "ValueError: the reason" in text
