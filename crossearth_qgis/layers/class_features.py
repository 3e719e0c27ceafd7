"""Polygons or points with a class: taken out of QGIS, and written as the file the engine reads.

Or with a number, whose field is written as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureRequest,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..errors import JobCanceled
from ..shared import options as engine_options

CLASS_FIELD = "class"
"""What we call the field with the class, in our layers and in what the engine gets."""

_TAKEN = ("fid", "geom")
"""Names of columns that a GeoPackage has besides."""


@dataclass(frozen=True)
class ClassFeatures:
    """Features of which some have a class.

    Attributes:
        features: polygons, or points.
        field: their attribute that holds the class.
        crs: of their geometries.
        are_points: what they are.
        kept: other fields that the engine wants to know: of sample points, what they stand for.
        number: the field, if it holds numbers; None: a class.
    """

    features: Iterable[QgsFeature]
    field: str
    crs: QgsCoordinateReferenceSystem
    are_points: bool = False
    kept: tuple[QgsField, ...] = ()
    number: QgsField | None = None

    @classmethod
    def of(
        cls, source: QgsProcessingFeatureSource, field: str, *, are_numbers: bool = False
    ) -> ClassFeatures:
        """Take the features of a source; on the main thread: in a task its layer may be gone."""
        features = source.getFeatures(
            QgsFeatureRequest(),
            # The engine repairs invalid polygons and says so.
            QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks,
        )
        geometry_type = QgsWkbTypes.geometryType(source.wkbType())
        are_points = geometry_type == QgsWkbTypes.GeometryType.PointGeometry
        told = engine_options.STRATUM_FIELDS
        kept = tuple(item for item in source.fields() if item.name() in told)
        fields = source.fields()
        number = QgsField(fields.field(fields.lookupField(field))) if are_numbers else None
        if number is not None and number.name().lower() in _TAKEN:
            number.setName(f"{number.name()}_")
        return cls(list(features), field, source.sourceCrs(), are_points, kept, number)

    @property
    def written_field(self) -> str:
        """What the field is called in the file that is written."""
        return CLASS_FIELD if self.number is None else self.number.name()

    def write(
        self,
        path: Path,
        transform_context: QgsCoordinateTransformContext,
        is_canceled: Callable[[], bool] = lambda: False,
    ) -> int:
        """Write those with geometry and class to a GeoPackage; may be called in any thread.

        Points of a random sample are written without a class, too.

        Args:
            path: the file.
            transform_context: of the project.
            is_canceled: asked for every feature.

        Returns:
            How many of them have a class.

        Raises:
            JobCanceled: on request.
        """
        fields = class_fields()
        if self.number is not None:
            fields = QgsFields()
            fields.append(self.number)
        for item in self.kept:
            fields.append(item)
        kind = QgsWkbTypes.Type.MultiPoint if self.are_points else QgsWkbTypes.Type.MultiPolygon
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = "GPKG"
        options.layerName = "samples"
        writer = QgsVectorFileWriter.create(
            str(path), fields, kind, self.crs, transform_context, options
        )
        count = 0
        for feature in self.features:
            if is_canceled():
                raise JobCanceled
            value = feature[self.field]
            geometry = QgsGeometry(feature.geometry())
            # Of a random sample those without a class are missed, too.
            if geometry.isEmpty() or not (is_class(value) or self.kept):
                continue
            geometry.convertToStraightSegment()
            geometry.get().dropZValue()
            geometry.get().dropMValue()
            geometry.convertToMultiType()
            written = QgsFeature(fields)
            written.setGeometry(geometry)
            if is_class(value):
                told = str(value) if self.number is None else value
                written[self.written_field] = told
                count += 1
            for item in self.kept:
                written[item.name()] = feature[item.name()]
            writer.addFeature(written)
        del writer  # closes the file
        return count


def is_class(value: object) -> bool:
    """Return whether the value of an attribute names a class; numbers do."""
    return value not in (None, NULL) and str(value).strip() != ""


def class_fields() -> QgsFields:
    """Return the fields of a layer that has the class and nothing else."""
    # By name, because QGIS 3.22 and 4 take different types for the type of a field.
    return QgsVectorLayer(f"NoGeometry?field={CLASS_FIELD}:string", "", "memory").fields()
