from __future__ import annotations

import pytest
from qgis.core import QgsProject, QgsRasterLayer

from crossearth_qgis.gui.widgets.raster_picker import RasterPicker
from crossearth_qgis.layers.result_layers import mark_as_result


@pytest.fixture
def layers(project, raster_factory) -> list[QgsRasterLayer]:
    found = [QgsRasterLayer(str(raster_factory(f"{n}.tif")), n) for n in ("may", "july", "a map")]
    mark_as_result(found[2])
    project.addMapLayers(found)
    return found


@pytest.fixture
def picker(qtbot, layers) -> RasterPicker:
    picker = RasterPicker()
    qtbot.addWidget(picker)
    picker.set_value(layers[0].id())
    return picker


def actions(picker: RasterPicker) -> dict:
    menu = picker.dates_button.menu()
    menu.aboutToShow.emit()
    return {action.text(): action for action in menu.actions() if action.text()}


def test_other_rasters_are_offered_and_no_maps_of_ours(picker) -> None:
    assert [*actions(picker)] == ["july", "Align rasters of other dates"]
    assert picker.parameters_of_dates() == {}


def test_what_is_ticked_is_a_date_of_the_raster_on_every_page(qtbot, picker, layers) -> None:
    with qtbot.waitSignal(picker.raster_changed):
        actions(picker)["july"].trigger()
    assert picker.parameters_of_dates() == {"DATES": [layers[1].id()]}
    assert picker.dates_button.text() == "1"
    menu = actions(picker)["Align rasters of other dates"].menu()
    next(action for action in menu.actions() if action.text() == "Bilinear").trigger()
    assert picker.parameters_of_dates()["ALIGN"] == "bilinear"
    other = RasterPicker()
    qtbot.addWidget(other)
    other.set_value(layers[1].id())
    assert other.parameters_of_dates() == {}
    other.set_value(layers[0].id())
    assert other.parameters_of_dates() == picker.parameters_of_dates()
    actions(other)["july"].trigger()
    assert other.parameters_of_dates() == {}
    picker.show()
    assert picker.dates_button.text() == ""


def test_a_date_that_is_removed_from_the_project_is_none(picker, layers) -> None:
    actions(picker)["july"].trigger()
    QgsProject.instance().removeMapLayer(layers[1].id())
    assert picker.parameters_of_dates() == {}
    assert [*actions(picker)] == ["No other raster in the project"]


def test_a_project_brings_them_back(picker, layers, project, tmp_path, qtbot) -> None:
    actions(picker)["july"].trigger()
    ids = [layer.id() for layer in layers]
    project.write(str(tmp_path / "fields.qgz"))
    project.clear()
    project.read(str(tmp_path / "fields.qgz"))
    picker.set_value(ids[0])
    assert picker.parameters_of_dates() == {"DATES": [ids[1]]}
