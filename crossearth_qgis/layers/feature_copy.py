"""A file of the features of any layer, with all their fields, for the engine to read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureRequest,
    QgsFields,
    QgsProcessingFeatureSource,
    QgsVectorFileWriter,
)

from ..errors import JobCanceled, UnsupportedLayer
from ..translation import translate

# GDAL numbers the features of a GeoPackage itself, and takes no other numbers for them.
_OWN_NUMBER = "fid"


def write_features(
    source: QgsProcessingFeatureSource,
    path: Path,
    transform_context: QgsCoordinateTransformContext,
    is_canceled: Callable[[], bool] = lambda: False,
) -> int:
    """Write the features, those selected where only these are asked for; return how many.

    May be called in any thread.

    Args:
        source: of an algorithm.
        path: a GeoPackage that is not there yet.
        transform_context: of the project.
        is_canceled: asked for every feature.

    Raises:
        JobCanceled: on request.
        UnsupportedLayer: if the file cannot be written, with the reason.
    """
    kept = [
        index for index, item in enumerate(source.fields()) if item.name().lower() != _OWN_NUMBER
    ]
    fields = QgsFields()
    for index in kept:
        fields.append(source.fields().at(index))
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = "objects"
    writer = QgsVectorFileWriter.create(
        str(path), fields, source.wkbType(), source.sourceCrs(), transform_context, options
    )
    count = 0
    features = source.getFeatures(
        QgsFeatureRequest(),
        # The engine takes invalid polygons for what they enclose, and says so.
        QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks,
    )
    for feature in features:
        if is_canceled():
            raise JobCanceled
        copy = QgsFeature(fields)
        copy.setGeometry(feature.geometry())
        values = feature.attributes()
        copy.setAttributes([values[index] for index in kept])
        if not writer.addFeature(copy):
            break
        count += 1
    message = writer.errorMessage()
    del writer  # closes the file
    if message:
        raise UnsupportedLayer(
            translate("CrossEarth", "The layer “{layer}” cannot be copied: {reason}").format(
                layer=source.sourceName(), reason=message
            )
        )
    return count
