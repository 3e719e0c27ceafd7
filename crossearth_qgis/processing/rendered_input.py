"""The file that stands in for a layer which only QGIS can read, for as long as a run takes."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsRasterLayer,
    QgsRectangle,
)

from ..layers.mask_source import no_way_into
from ..layers.raster_rendering import render
from ..layers.rendering_plan import Rendering
from ..quantities import size_text
from ..translation import translate
from .parameters import Polygons


def region_of(
    layer: QgsRasterLayer,
    extent: QgsRectangle,
    polygons: Polygons | None,
    transform_context: QgsCoordinateTransformContext,
) -> QgsRectangle | None:
    """Return the rectangle that a run needs of a layer, in its CRS; None: all of it.

    Args:
        layer: the raster.
        extent: what the run is limited to, in the CRS of the layer; may be null.
        polygons: what it is limited to as well, with their CRS.
        transform_context: of the project.

    Raises:
        UnsupportedLayer: if the polygons cannot be brought into the CRS of the layer.
    """
    region = None if extent.isNull() else extent
    if polygons is None:
        return region
    features, crs = polygons
    bounds = QgsRectangle()
    for feature in features:
        if feature.hasGeometry():
            bounds.combineExtentWith(feature.geometry().boundingBox())
    bounds = _transformed(bounds, crs, layer, transform_context)
    return bounds if region is None else region.intersect(bounds)


@contextlib.contextmanager
def rendered_file(
    rendering: Rendering, feedback: QgsProcessingFeedback
) -> Iterator[tuple[Path, list[str]]]:
    """Render, lend the file, and remove it.

    Yields:
        The file, and the warnings on what it lacks, which have been given by then.

    Raises:
        JobCanceled: on request.
        UnsupportedLayer: if the layer cannot be read, or the disk does not suffice.
    """
    feedback.pushInfo(
        translate(
            "CrossEarth",
            "Fetching {width} × {height} pixels of {layer}, {size} m each, into a temporary file "
            "of {bytes}.",
        ).format(
            width=len(rendering.columns),
            height=len(rendering.rows),
            layer=rendering.name,
            size="?" if rendering.gsd_m is None else f"{rendering.gsd_m:.3g}",
            bytes=size_text(rendering.size_bytes),
        )
    )

    def show(done: int, total: int) -> None:
        feedback.setProgress(100 * done / total)
        feedback.setProgressText(
            translate("CrossEarth", "Fetching the layer: block {done} of {total}").format(
                done=min(done + 1, total), total=total
            )
        )

    path = Path(QgsProcessingUtils.generateTempFilename("layer.tif"))
    try:
        warnings = render(rendering, path, feedback, show)
        for warning in warnings:
            feedback.pushWarning(warning)
        yield path, warnings
    finally:
        for file in (path, path.with_name(f"{path.name}.aux.xml")):
            with contextlib.suppress(OSError):
                file.unlink()


def _transformed(
    bounds: QgsRectangle,
    crs: QgsCoordinateReferenceSystem,
    layer: QgsRasterLayer,
    transform_context: QgsCoordinateTransformContext,
) -> QgsRectangle:
    if bounds.isNull() or not crs.isValid() or not layer.crs().isValid():
        return bounds
    transform = QgsCoordinateTransform(crs, layer.crs(), transform_context)
    try:
        return transform.transformBoundingBox(bounds)
    except QgsCsException as error:
        raise no_way_into(layer.crs()) from error
