from __future__ import annotations

import gc
import weakref

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject

from crossearth_qgis.layers.map_curtain import MapCurtain


def test_nothing_of_it_stays_in_the_project_when_its_owner_is_gone() -> None:
    owner = QObject()
    curtain = weakref.ref(MapCurtain(owner))
    sip.delete(owner)
    gc.collect()
    assert curtain() is None
