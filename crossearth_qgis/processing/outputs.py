"""What a run makes beside the class raster, in words for people; a row for each product.

Toolbox, batch, dock and layer tree take from here what they call it. What it is, and what its file
is called, stands in the engine's table of products.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Union

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterVectorDestination,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ..layers.unfamiliarity_style import show_unfamiliarity
from ..shared import products
from ..styling import ResultMark, SidecarStyle, UnfamiliarityStyle, hand_over
from ..translation import translate

ResultLayer = Union[QgsRasterLayer, QgsVectorLayer]


@dataclass(frozen=True)
class Output:
    """A product of a run.

    Attributes:
        product: what the engine knows of it.
        label: what people call it.
        help: what it is; one or more sentences.
        title: of its layer, with the place for the name of the run; empty for what is no layer.
    """

    product: products.Product
    label: str
    help: str
    title: str = ""

    @property
    def name(self) -> str:
        """Of its parameter and its result; scripts hold it."""
        return self.product.name.upper()

    def destination(self) -> QgsProcessingParameterDefinition:
        """Return the parameter for its file, where one raster is segmented."""
        if self.product.format is products.RASTER:
            parameter = QgsProcessingParameterRasterDestination(
                self.name, self.label, optional=True, createByDefault=False
            )
        elif self.product.format is products.VECTOR:
            parameter = QgsProcessingParameterVectorDestination(
                self.name,
                self.label,
                QgsProcessing.SourceType.TypeVectorPolygon,
                optional=True,
                createByDefault=False,
            )
        else:
            parameter = page_parameter(self.name)
        parameter.setHelp(self.help)
        return parameter

    def switch(self) -> QgsProcessingParameterDefinition:
        """Return the parameter that asks for it beside each map of a batch."""
        # A model that was made before a parameter came has no value for it.
        parameter = QgsProcessingParameterBoolean(self.name, self.label, False, optional=True)
        beside = translate("CrossEarth", "Beside each map: {file} beside {map}.").format(
            file=f"scene{self.product.ending_in_batch}", map="scene.tif"
        )
        parameter.setHelp(f"{self.help} {beside}")
        return parameter

    def layer(self, path: str, name: str) -> ResultLayer:
        """Return its layer, called after the run."""
        kind = QgsVectorLayer if self.product.format is products.VECTOR else QgsRasterLayer
        layer = kind(path, self.title.format(name=name))
        if self.product.name == products.UNFAMILIARITY:
            show_unfamiliarity(layer)
        return layer


def outputs() -> list[Output]:
    """Return all, in the order of the engine's table.

    Raises:
        LookupError: if the engine makes what has no row here.
    """
    # What differs comes first in a title: names are long, and the panel of layers cuts their ends.
    rows = {
        "confidence": (
            translate("CrossEarth", "Confidence"),
            translate(
                "CrossEarth",
                "A raster with the probability of each pixel's class, in percent: low values show "
                "where to check the map.",
            ),
            translate("CrossEarth", "Confidence – {name}"),
        ),
        "probabilities": (
            translate("CrossEarth", "Probabilities"),
            translate(
                "CrossEarth",
                "A raster with the probability of every class, in percent, a band for each.",
            ),
            translate("CrossEarth", "Probabilities – {name}"),
        ),
        "lead": (
            translate("CrossEarth", "Lead"),
            translate(
                "CrossEarth",
                "A raster that says by how much each pixel's class leads over the next, in "
                "percent: near 0 the map is undecided.",
            ),
            translate("CrossEarth", "Lead – {name}"),
        ),
        "unfamiliarity": (
            translate("CrossEarth", "Unfamiliarity"),
            translate(
                "CrossEarth",
                "A raster that says how unlike the imagery of the model's training each place is: "
                "how much of such imagery is less unusual, in percent. From 95 on nothing on the "
                "map is to be trusted unchecked.",
            ),
            translate("CrossEarth", "Unfamiliarity – {name}"),
        ),
        "polygons": (
            translate("CrossEarth", "Polygons"),
            translate(
                "CrossEarth",
                "GeoPackage with the map as polygons, without gaps between neighbours, each with "
                "its class and area.",
            ),
            translate("CrossEarth", "Polygons – {name}"),
        ),
        "report": (
            translate("CrossEarth", "Report"),
            translate(
                "CrossEarth",
                "A page to read and to print: the map, the area of each class, and how it was "
                "made.",
            ),
        ),
    }
    if rows.keys() != products.PRODUCTS.keys():
        raise LookupError(f"Only these products have words: {', '.join(rows)}.")
    return [Output(product, *rows[name]) for name, product in products.PRODUCTS.items()]


def name_results(
    algorithm: QgsProcessingAlgorithm,
    results: Mapping[str, Any],
    run_name: str,
    context: QgsProcessingContext,
) -> None:
    """Call the layers of a map, and of what was made beside it, after their run, and style them.

    Args:
        algorithm: has made them, the map as ``OUTPUT``.
        results: its outputs.
        run_name: what people call the run.
        context: of the run.
    """
    layers = [output for output in outputs() if output.title]
    names = {"OUTPUT": "{name}", **{output.name: output.title for output in layers}}
    vectors = (output.name for output in layers if output.product.format is products.VECTOR)
    styles = {
        **dict.fromkeys(("OUTPUT", *vectors), SidecarStyle),
        products.UNFAMILIARITY.upper(): UnfamiliarityStyle,
    }
    for output, name in names.items():
        path = results.get(output)
        if not path or not context.willLoadLayerOnCompletion(path):
            continue
        details = context.layerToLoadOnCompletionDetails(path)
        # A name that somebody chose, in a model or a script, stays.
        if details.name in ("", algorithm.parameterDefinition(output).description()):
            details.name = name.format(name=run_name)
            if hasattr(details, "forceName"):
                details.forceName = True
        hand_over(details, styles.get(output, ResultMark)())


def page_parameter(name: str) -> QgsProcessingParameterDefinition:
    """Return a parameter for the file of a page."""
    return QgsProcessingParameterFileDestination(
        name,
        translate("CrossEarth", "Report"),
        translate("CrossEarth", "HTML files (*.html)"),
        optional=True,
        createByDefault=False,
    )
