"""Sample polygons, or points: a layer to draw them in, and what is in it."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsDefaultValue,
    QgsEditFormConfig,
    QgsEditorWidgetSetup,
    QgsFeatureIterator,
    QgsFeatureRenderer,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsGeometry,
    QgsMarkerSymbol,
    QgsPalettedRasterRenderer,
    QgsProject,
    QgsRasterLayer,
    QgsRendererCategory,
    QgsSpatialIndex,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerUtils,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QColor

from ..errors import SamplesNotWritable
from ..shared import palette
from ..translation import one_or_many, translate
from .class_features import CLASS_FIELD, class_fields, is_class

FEWEST_SAMPLES = 3
"""Of a class, for one of them to be held out."""

_IS_OURS = "crossearth/is_samples"
_CLASSES = "crossearth/classes"

# Okabe and Ito's colours, which people with colour blindness can tell apart; black left out.
_COLORS = ("#e69f00", "#56b4e9", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7")


@dataclass(frozen=True)
class SampleClass:
    """A class of the samples: its name, and its colour as ``#rrggbb``."""

    name: str
    color: str


def next_color(classes: Sequence[SampleClass]) -> str:
    """Return a colour for one more class."""
    taken = {item.color for item in classes}
    free = [color for color in _COLORS if color not in taken]
    return free[0] if free else _COLORS[len(classes) % len(_COLORS)]


def create_layer(
    path: Path,
    crs: QgsCoordinateReferenceSystem,
    classes: Sequence[SampleClass],
    transform_context: QgsCoordinateTransformContext,
    *,
    are_points: bool = False,
) -> QgsVectorLayer:
    """Create a GeoPackage to draw samples in and return its layer, styled.

    Args:
        path: the file; it must not be there.
        crs: of the raster that will be drawn on.
        classes: to choose from while drawing; more may be added.
        transform_context: of the project.
        are_points: whether points are drawn, rather than polygons.

    Raises:
        SamplesNotWritable: if the file is there or cannot be written, with the reason.
    """
    if path.exists():
        raise SamplesNotWritable(
            translate(
                "CrossEarth",
                "{path} is there already. Choose another name, or add it to the project and choose "
                "its layer.",
            ).format(path=path)
        )
    fields = class_fields()
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = path.stem
    kind = QgsWkbTypes.Type.Point if are_points else QgsWkbTypes.Type.MultiPolygon
    writer = QgsVectorFileWriter.create(str(path), fields, kind, crs, transform_context, options)
    problem = writer.errorMessage()
    is_fine = writer.hasError() == QgsVectorFileWriter.WriterError.NoError
    del writer  # closes the file
    layer = QgsVectorLayer(f"{path}|layername={path.stem}", path.stem, "ogr")
    if not is_fine or not layer.isValid():
        raise SamplesNotWritable(
            translate("CrossEarth", "The samples cannot be saved to {path}: {reason}").format(
                path=path, reason=problem or "?"
            )
        )
    layer.setCustomProperty(_IS_OURS, True)
    set_classes(layer, CLASS_FIELD, classes)
    _save_look(layer)
    return layer


def adopt(layer: QgsVectorLayer, field: str, classes: Sequence[SampleClass]) -> None:
    """Take polygons that a run has made for samples of these classes, and style them as such."""
    layer.setCustomProperty(_IS_OURS, True)
    set_classes(layer, field, classes)
    _save_look(layer)


def set_classes(layer: QgsVectorLayer, field: str, classes: Sequence[SampleClass]) -> None:
    """Give a layer its classes: one of ours its whole look, and its form their list.

    The look of another layer is somebody's work. Where it draws the classes, no more is changed
    than their colours; else they are only remembered, with the project.
    """
    if not is_ours(layer):
        _set_colors(layer, field, classes)
        return
    categories = [_category(item, layer) for item in classes]
    layer.setRenderer(QgsCategorizedSymbolRenderer(field, categories))
    _offer(layer, field, [item.name for item in classes])
    layer.triggerRepaint()


def _set_colors(layer: QgsVectorLayer, field: str, classes: Sequence[SampleClass]) -> None:
    """Have a layer that is not ours know classes, and leave the rest of its look alone."""
    if not _draws_classes(layer.renderer(), field):
        layer.setCustomProperty(_CLASSES, json.dumps([[c.name, c.color] for c in classes]))
        return
    renderer = layer.renderer().clone()
    colors = {item.name: item.color for item in classes}
    for index, category in reversed(list(enumerate(renderer.categories()))):
        name = str(category.value())
        if category.value() in (None, ""):
            continue  # all other values
        if name not in colors:
            renderer.deleteCategory(index)
        elif category.symbol().color().name() != colors[name]:
            symbol = category.symbol().clone()
            color = QColor(colors[name])
            color.setAlpha(symbol.color().alpha())
            symbol.setColor(color)
            renderer.updateCategorySymbol(index, symbol)
    layer.setRenderer(renderer)
    add_classes(layer, field, classes)
    layer.triggerRepaint()


def add_classes(layer: QgsVectorLayer, field: str, classes: Sequence[SampleClass]) -> None:
    """Have a layer that draws its classes draw those, too, that its style does not know yet."""
    renderer = layer.renderer()
    if not _draws_classes(renderer, field):
        return
    known = {str(category.value()) for category in renderer.categories()}
    new = [item for item in classes if item.name not in known]
    if not new:
        return
    renderer = renderer.clone()
    for item in new:
        renderer.addCategory(_category(item, layer))
    layer.setRenderer(renderer)
    if is_ours(layer):
        _offer(layer, field, [item.name for item in classes])
    layer.triggerRepaint()


def has_points(layer: QgsVectorLayer) -> bool:
    """Return whether the samples of a layer are points."""
    return layer.geometryType() == QgsWkbTypes.GeometryType.PointGeometry


def classes_of_map(layer: QgsRasterLayer) -> list[SampleClass]:
    """Return the classes that a map shows."""
    renderer = layer.renderer()
    if not isinstance(renderer, QgsPalettedRasterRenderer):
        return []
    return [SampleClass(item.label, item.color.name()) for item in renderer.classes() if item.label]


def further_classes(
    known: Sequence[SampleClass], others: Sequence[SampleClass]
) -> list[SampleClass]:
    """Return those of other classes that are not known yet, in whatever spelling."""
    taken = {item.name.casefold() for item in known}
    further: dict[str, SampleClass] = {}
    for item in others:
        if item.name.casefold() not in taken:
            further.setdefault(item.name.casefold(), item)
    return list(further.values())


def is_ours(layer: QgsVectorLayer) -> bool:
    """Return whether `create_layer` made the layer; also true of its file in another project."""
    return bool(layer.customProperty(_IS_OURS))


def draw_as(layer: QgsVectorLayer, field: str, class_name: str) -> None:
    """Have polygons that are drawn from here on belong to a class, without a form to fill in.

    Raises:
        SamplesNotWritable: if the field cannot hold the class.
    """
    _check_name(layer, field, class_name)
    escaped = class_name.replace("'", "''")
    index = layer.fields().lookupField(field)
    layer.setDefaultValueDefinition(index, QgsDefaultValue(f"'{escaped}'"))
    form = layer.editFormConfig()
    form.setSuppress(QgsEditFormConfig.FeatureFormSuppress.SuppressOn)
    layer.setEditFormConfig(form)


def add_sample(
    layer: QgsVectorLayer,
    field: str,
    class_name: str,
    outline: QgsGeometry,
    crs: QgsCoordinateReferenceSystem,
) -> str:
    """Add a sample to a layer, in editing from then on, and return it as `remove_sample` takes it.

    Args:
        layer: of polygons or points; of the latter the sample is one within the outline.
        field: that holds the class.
        class_name: of the sample.
        outline: of what is of the class.
        crs: of the outline.

    Raises:
        SamplesNotWritable: if the field cannot hold the class, or the layer cannot be changed.
    """
    _check_name(layer, field, class_name)
    geometry = outline.pointOnSurface() if has_points(layer) else QgsGeometry(outline)
    try:
        geometry.transform(QgsCoordinateTransform(crs, layer.crs(), QgsProject.instance()))
    except QgsCsException as error:
        raise SamplesNotWritable(str(error)) from error
    index = layer.fields().lookupField(field)
    is_done = layer.isEditable() or layer.startEditing()
    if is_done:
        layer.beginEditCommand(translate("CrossEarth", "Sample of {name}").format(name=class_name))
        made = [
            QgsVectorLayerUtils.createFeature(layer, part, {index: class_name})
            for part in geometry.coerceToType(layer.wkbType())
        ]
        is_done = layer.addFeatures(made)
        layer.endEditCommand()
    if not is_done:
        raise SamplesNotWritable(
            translate("CrossEarth", "The layer “{layer}” cannot be changed. {reason}")
            .format(layer=layer.name(), reason="; ".join(layer.commitErrors()))
            .strip()
        )
    layer.triggerRepaint()
    return str(geometry.asWkt())


def remove_sample(layer: QgsVectorLayer, field: str, class_name: str, sample: str) -> None:
    """Remove what `add_sample` has added, saved or not; nothing if it is gone or is another now."""
    geometry = QgsGeometry.fromWkt(sample)
    found = [
        feature.id()
        for feature in _features_near(layer, geometry)
        if str(feature[field]) == class_name and feature.geometry().isGeosEqual(geometry)
    ]
    if found and (layer.isEditable() or layer.startEditing()):
        text = translate("CrossEarth", "Take back a sample of {name}").format(name=class_name)
        layer.beginEditCommand(text)
        layer.deleteFeatures(found)
        layer.endEditCommand()
        layer.triggerRepaint()


def has_sample(layer: QgsVectorLayer, field: str, class_name: str, sample: str) -> bool:
    """Return whether what `add_sample` has added is there, or what somebody has made of it."""
    geometry = QgsGeometry.fromWkt(sample)
    return any(
        feature.geometry().intersects(geometry)
        if str(feature[field]) == class_name
        else is_class(feature[field]) and feature.geometry().isGeosEqual(geometry)
        for feature in _features_near(layer, geometry)
    )


def _features_near(layer: QgsVectorLayer, geometry: QgsGeometry) -> QgsFeatureIterator:
    box = geometry.boundingBox().buffered(1e-9)
    return layer.getFeatures(QgsFeatureRequest().setFilterRect(box))


def read_classes(
    layer: QgsVectorLayer, field: str, known: Sequence[SampleClass] = ()
) -> list[SampleClass]:
    """Return the classes of a layer: those of its style, or remembered, then of its features.

    Those of its features have the colours by which they are ``known``, as to a model, if they are.
    Of a field with more values than a model can have classes, such as a number of each feature, not
    all: it is another field that holds the class.
    """
    colors: dict[str, str] = {}
    renderer = layer.renderer()
    if _draws_classes(renderer, field):
        for category in renderer.categories():
            if category.value() not in (None, ""):
                colors[str(category.value())] = category.symbol().color().name()
    else:
        colors = dict(json.loads(layer.customProperty(_CLASSES) or "[]"))
    classes = [SampleClass(name, color) for name, color in colors.items()]
    values = _values(layer, field)
    known_colors = {item.name: item.color for item in known}
    for name in sorted({str(value) for value in values if is_class(value)} - colors.keys()):
        color = known_colors.get(name) or next_color([*classes, *known])
        classes.append(SampleClass(name, color))
    return classes


def _values(layer: QgsVectorLayer, field: str) -> set[object]:
    """Return the different values of a field, one more than a model can have classes at most."""
    index = layer.fields().lookupField(field)
    edits = layer.editBuffer() if layer.isEditable() else None
    if edits is None or not edits.changedAttributeValues():
        return set(layer.uniqueValues(index, palette.MAX_CLASSES + 1))
    # What was changed and is not saved counts as it was, too, for uniqueValues.
    values: set[object] = set()
    for feature in layer.getFeatures(QgsFeatureRequest().setSubsetOfAttributes([index])):
        values.add(feature[index])
        if len(values) > palette.MAX_CLASSES:
            break
    return values


@dataclass(frozen=True)
class SampleCount:
    """What there is of a class: polygons or points, and pixels of the raster there (about)."""

    samples: int = 0
    pixels: float = 0.0


@dataclass(frozen=True)
class SampleSummary:
    """What is in a sample layer, before anything is trained.

    Attributes:
        counts: by class.
        without_class: samples whose field is empty.
        outside: samples that do not touch the raster.
        self_crossing: polygons that have to be repaired.
        overlaps: pairs of classes whose polygons overlap.
    """

    counts: dict[str, SampleCount]
    without_class: int
    outside: int
    self_crossing: int
    overlaps: tuple[tuple[str, str], ...]


def summaries(
    layer: QgsVectorLayer, field: str, raster: QgsRasterLayer, project: QgsProject
) -> Iterator[SampleSummary | None]:
    """Look at one sample after the other, with a pause after each; the last item is the summary.

    The layer is read before the first pause, and may change or go after that. It ends where there
    are more classes than a model can have.
    """
    transform = QgsCoordinateTransform(layer.crs(), raster.crs(), project)
    extent = QgsGeometry.fromRect(raster.extent())
    pixel_area = raster.rasterUnitsPerPixelX() * raster.rasterUnitsPerPixelY()
    counts: dict[str, SampleCount] = {}
    without_class = outside = self_crossing = 0
    index = QgsSpatialIndex()
    seen: dict[int, tuple[str, QgsGeometry]] = {}
    overlaps: set[tuple[str, str]] = set()
    for feature in list(layer.getFeatures()):
        yield None
        geometry = QgsGeometry(feature.geometry())
        if geometry.isEmpty():
            continue
        value = feature[field]
        if not is_class(value):
            without_class += 1
            continue
        name = str(value)
        with contextlib.suppress(QgsCsException):
            geometry.transform(transform)
        if not geometry.isGeosValid():
            self_crossing += 1
            geometry = geometry.makeValid()
        if not geometry.intersects(extent):
            outside += 1
            continue
        for other in index.intersects(geometry.boundingBox()):
            other_name, other_geometry = seen[other]
            pair = (min(name, other_name), max(name, other_name))
            if name != other_name and pair not in overlaps:
                common = geometry.intersection(other_geometry)
                # Neighbours share an edge, and rounding gives it an area.
                if common.area() > pixel_area:
                    overlaps.add(pair)
        seen[feature.id()] = (name, geometry)
        index.addFeature(feature.id(), geometry.boundingBox())
        before = counts.get(name, SampleCount())
        counts[name] = SampleCount(
            before.samples + 1, before.pixels + max(1, geometry.area() / pixel_area)
        )
        if len(counts) > palette.MAX_CLASSES:
            break
    yield SampleSummary(counts, without_class, outside, self_crossing, tuple(sorted(overlaps)))


def advice(summary: SampleSummary) -> list[str]:
    """Return a sentence for each thing about the samples that is worth mending."""
    if len(summary.counts) > palette.MAX_CLASSES:
        return [
            translate(
                "CrossEarth",
                "The field has more than {most} different values: choose the one that holds the "
                "class.",
            ).format(most=palette.MAX_CLASSES)
        ]
    sentences = []
    few = [name for name, count in summary.counts.items() if count.samples < FEWEST_SAMPLES]
    if few:
        sentences.append(
            translate(
                "CrossEarth",
                "Few samples of: {names}. With {fewest} or more of a class, some can be held out "
                "to measure the accuracy.",
            ).format(names=", ".join(few), fewest=FEWEST_SAMPLES)
        )
    if summary.overlaps:
        pairs = ", ".join(f"{one} – {other}" for one, other in summary.overlaps)
        sentences.append(
            translate("CrossEarth", "Polygons of different classes overlap: {pairs}.").format(
                pairs=pairs
            )
        )
    for count, one, many in (
        (
            summary.without_class,
            translate("CrossEarth", "1 sample has no class."),
            translate("CrossEarth", "{count} samples have no class."),
        ),
        (
            summary.outside,
            translate("CrossEarth", "1 sample lies outside the raster."),
            translate("CrossEarth", "{count} samples lie outside the raster."),
        ),
        (
            summary.self_crossing,
            translate("CrossEarth", "1 polygon crosses itself and will be repaired."),
            translate("CrossEarth", "{count} polygons cross themselves and will be repaired."),
        ),
    ):
        if count:
            sentences.append(one_or_many(count, one, many).format(count=count))
    return sentences


def offer_classes(
    layer: QgsVectorLayer, field: str, names: Sequence[str], hidden: Sequence[str] = ()
) -> None:
    """Have the form of a layer offer classes in a list, also where its file is opened later.

    Args:
        layer: the layer.
        field: that takes a class.
        names: of the classes.
        hidden: fields that neither form nor table show.
    """
    _offer(layer, field, names)
    table = layer.attributeTableConfig()
    table.update(layer.fields())
    columns = table.columns()
    for column in columns:
        if column.name in hidden:
            column.hidden = True
            index = layer.fields().lookupField(column.name)
            layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("Hidden", {}))
    table.setColumns(columns)
    layer.setAttributeTableConfig(table)
    _save_look(layer)


def rename_class(layer: QgsVectorLayer, field: str, old: str, new: str) -> None:
    """Give all polygons of a class another class name; saved at once unless in editing.

    Raises:
        SamplesNotWritable: if the field cannot hold the name, or the layer cannot be changed; it is
            as it was then.
    """
    index = layer.fields().lookupField(field)
    ids = [feature.id() for feature in layer.getFeatures() if str(feature[field]) == old]
    if not ids:
        _rename_category(layer, field, old, new)
        return
    _check_name(layer, field, new)
    was_editable = layer.isEditable()
    is_done = was_editable or layer.startEditing()
    for feature_id in ids:
        is_done = is_done and layer.changeAttributeValue(feature_id, index, new)
    if not was_editable and not (is_done and layer.commitChanges()):
        reason = "; ".join(layer.commitErrors())
        layer.rollBack()
        raise SamplesNotWritable(
            translate("CrossEarth", "The layer “{layer}” cannot be changed. {reason}")
            .format(layer=layer.name(), reason=reason)
            .strip()
        )
    _rename_category(layer, field, old, new)


def merge_class(layer: QgsVectorLayer, field: str, name: str, into: str) -> None:
    """Give all polygons of a class the name of another one; the layer is in editing from then on.

    Raises:
        SamplesNotWritable: if the layer cannot be changed.
    """
    if any(str(feature[field]) == name for feature in layer.getFeatures()):
        if not (layer.isEditable() or layer.startEditing()):
            raise SamplesNotWritable(
                translate("CrossEarth", "The layer “{layer}” cannot be changed. {reason}")
                .format(layer=layer.name(), reason="")
                .strip()
            )
        text = translate("CrossEarth", "“{name}” becomes “{into}”").format(name=name, into=into)
        layer.beginEditCommand(text)
        rename_class(layer, field, name, into)
        layer.endEditCommand()
    else:
        rename_class(layer, field, name, into)
    layer.triggerRepaint()


def _rename_category(layer: QgsVectorLayer, field: str, old: str, new: str) -> None:
    """Have the symbol of a class be that of its new name."""
    if not _draws_classes(layer.renderer(), field):
        return
    renderer = layer.renderer().clone()
    is_there = new in [str(category.value()) for category in renderer.categories()]
    for index, category in reversed(list(enumerate(renderer.categories()))):
        if category.value() not in (None, "") and str(category.value()) == old:
            if is_there:
                renderer.deleteCategory(index)
                continue
            renderer.updateCategoryValue(index, new)
            if category.label() == old:
                renderer.updateCategoryLabel(index, new)
    layer.setRenderer(renderer)


def _check_name(layer: QgsVectorLayer, field: str, name: str) -> None:
    """Raise SamplesNotWritable if a field cannot hold the name of a class.

    QGIS would write 0 into a field of numbers, and not say so.
    """
    try:
        layer.fields().field(field).convertCompatible(name)
    except ValueError as error:
        raise SamplesNotWritable(
            translate(
                "CrossEarth",
                "The field “{field}” of {layer} cannot hold the class “{name}”. Take a number "
                "where it holds numbers, or choose a field of text.",
            ).format(field=field, layer=layer.name(), name=name)
        ) from error


def _category(item: SampleClass, layer: QgsVectorLayer) -> QgsRendererCategory:
    color = QColor(item.color)
    if has_points(layer):
        look = {"color": _rgba(color), "outline_color": _rgba(color.darker(160)), "size": "2.5"}
        return QgsRendererCategory(item.name, QgsMarkerSymbol.createSimple(look), item.name)
    filling = QColor(color)
    filling.setAlpha(90)
    symbol = QgsFillSymbol.createSimple(
        {
            "color": _rgba(filling),
            # Darker, to be seen on a map that has the class's colour, too.
            "outline_color": _rgba(color.darker(160)),
            "outline_width": "0.5",
        }
    )
    return QgsRendererCategory(item.name, symbol, item.name)


def _draws_classes(renderer: QgsFeatureRenderer | None, field: str) -> bool:
    return isinstance(renderer, QgsCategorizedSymbolRenderer) and renderer.classAttribute() == field


def _offer(layer: QgsVectorLayer, field: str, names: Sequence[str]) -> None:
    choices = [{name: name} for name in names]
    index = layer.fields().lookupField(field)
    layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("ValueMap", {"map": choices}))


def _save_look(layer: QgsVectorLayer) -> None:
    """Save look and form in the file too: who opens it elsewhere sees the same classes."""
    # The newer name came with QGIS 3.44; the older one is announced to go.
    save = getattr(layer, "saveStyleToDatabaseV2", None) or layer.saveStyleToDatabase
    save("crossearth", "", True, "")
    if not layer.isEditable():
        # Else the file's journal is gone from under its first reader, and no class is found.
        layer.dataProvider().reloadData()


def _rgba(color: QColor) -> str:
    return f"{color.red()},{color.green()},{color.blue()},{color.alpha()}"
