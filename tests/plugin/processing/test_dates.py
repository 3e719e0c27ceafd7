"""Other dates of a raster, as the toolbox takes them and hands them to the engine."""

from __future__ import annotations

import processing
import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsDateTimeRange,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QTime

from crossearth_qgis.layers.raster_source import dated, resolve


@pytest.fixture
def parameters(use_provider, fake_engine, raster_factory, tiny_model, tmp_path) -> dict:
    use_provider(fake_engine("divide"))
    files = [str(raster_factory(f"{name}.tif")) for name in ("may", "july", "september")]
    return {
        "INPUT": files[0],
        "DATES": files[1:],
        "MODEL": "tiny",
        "OUTPUT": str(tmp_path / "groups.tif"),
    }


def asked_of(fake_engine) -> dict:
    (run,) = [request for request in fake_engine.requests() if request["type"] == "run"]
    return run["arguments"]


def add(path: str, day: int = 0, days: int = 1) -> QgsRasterLayer:
    layer = QgsRasterLayer(path, "fields")
    if day:
        begin = QDateTime(QDate(2021, 7, day), QTime(10, 30))
        times = layer.temporalProperties()
        times.setIsActive(True)
        times.setFixedTemporalRange(QgsDateTimeRange(begin, begin.addDays(days).addSecs(-1)))
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_other_dates_are_told(parameters, fake_engine) -> None:
    processing.run("crossearth:kmeans", {**parameters, "ALIGN": "cubic", "DATES_AS": "season"})
    asked = asked_of(fake_engine)
    assert asked["input"] == parameters["INPUT"]
    assert asked["dates"] == parameters["DATES"]
    assert (asked["align"], asked["dates_as"]) == ("cubic", "season")


def test_without_other_dates_nothing_is_said_of_them(parameters, fake_engine) -> None:
    # Nor of how they would be aligned.
    processing.run("crossearth:kmeans", {**parameters, "DATES": [], "ALIGN": "cubic"})
    assert not {"dates", "align", "dates_as"} & asked_of(fake_engine).keys()


def test_the_raster_itself_is_no_other_date(parameters, fake_engine, qgis_new_project) -> None:
    may, july = (add(path) for path in (parameters["INPUT"], parameters["DATES"][0]))
    chosen = {"INPUT": may.id(), "DATES": [july.id(), may.id()]}
    processing.run("crossearth:kmeans", {**parameters, **chosen})
    assert asked_of(fake_engine)["dates"] == [parameters["DATES"][0]]


def test_a_day_in_the_properties_of_a_layer_is_its_date(
    parameters, fake_engine, qgis_new_project
) -> None:
    july, september = add(parameters["DATES"][0], 4), add(parameters["DATES"][1], 5, days=30)
    assert dated(july, resolve(july)).startswith("2021-07-04=/")
    chosen = {"DATES": [july.id(), september.id()]}
    processing.run("crossearth:kmeans", {**parameters, **chosen})
    asked = asked_of(fake_engine)
    # A month is no day: the file is asked.
    assert asked["dates"] == [
        f"2021-07-04={parameters['DATES'][0]}",
        parameters["DATES"][1],
    ]


def test_what_is_set_on_one_date_alone_is_refused(
    parameters, fake_engine, qgis_new_project
) -> None:
    july = add(parameters["DATES"][0])
    july.setCrs(QgsCoordinateReferenceSystem("EPSG:32632"))
    feedback = QgsProcessingFeedback()
    with pytest.raises(QgsProcessingException):
        processing.run("crossearth:kmeans", {**parameters, "DATES": [july.id()]}, feedback=feedback)
    assert "set the same CRS" in feedback.textLog()
    assert not [request for request in fake_engine.requests() if request["type"] == "run"]
