from __future__ import annotations

from qgis.core import QgsSettings

from crossearth_qgis import settings


def test_nonsense_in_the_settings_does_not_block_the_engine() -> None:
    QgsSettings().setValue("crossearth/idle_timeout_s", "abc")
    QgsSettings().setValue("crossearth/threads", "many")
    assert settings.idle_timeout_s() == settings.DEFAULT_IDLE_TIMEOUT_S
    assert settings.threads() == 0
