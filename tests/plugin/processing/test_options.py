from __future__ import annotations

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
)

from crossearth_qgis.processing import (
    distill,
    finetune_options,
    outputs,
    segmentation_options,
)
from crossearth_qgis.processing.finetune import FinetuneAlgorithm
from crossearth_qgis.processing.importmodel import ImportModelAlgorithm
from crossearth_qgis.processing.options import OptionRow, declare, read
from crossearth_qgis.processing.plansample import PlanSampleAlgorithm
from crossearth_qgis.processing.samplepoints import SamplePointsAlgorithm
from crossearth_qgis.processing.segment import SegmentAlgorithm
from crossearth_qgis.shared import options as engine_options
from crossearth_qgis.shared import products

# What the plugin gives to the engine otherwise than by a row: layers, files, settings, and what is
# for a programmer.
# QGIS opens files with its own GDAL: to read nothing else is for servers, which have no QGIS.
OTHERWISE = {"local_only"}
# Where a cluster is, and how it is talked to, is a setting; its computers have no QGIS.
OTHERWISE |= {"part", "plan", "tls", "without_tls", "places"}
OTHERWISE |= {"input", "output", "extent", "mask", "model", "bands", "device", "threads", "batch"}
# Of one raster, and not of a batch.
OF_DATES = {"dates", "align", "dates_as"}
OTHERWISE |= OF_DATES
OTHERWISE_WHERE_ADAPTED = OF_DATES | {
    "local_only",
    "rasters",
    "polygons",
    "field",
    "layer",
    "model",
    "out",
    "device",
}
OTHERWISE_WHERE_ADAPTED |= {"threads", "nodata", "crs", "crs_of", "nodata_of"}
OTHERWISE_WHERE_ADAPTED |= {"tls", "without_tls", "places"}

OPTIONS = {
    "size": engine_options.Option("size", "whole", default=None, minimum=3, maximum=9),
    "share": engine_options.Option("share", "number", above=0),
    "way": engine_options.Option("way", "choice", default="a", choices=("a", "b")),
    "twice": engine_options.Option("twice", "switch", default=False),
    "names": engine_options.Option("names", "texts"),
}
ROWS = [
    OptionRow("SIZE", "size", "Size"),
    OptionRow("SHARE", "share", "Share"),
    OptionRow("WAY", "way", "Way"),
    OptionRow("TWICE", "twice", "Twice"),
    OptionRow("NAMES", "names", "Names", parse=lambda text: text.split("+")),
]


class Algorithm(SegmentAlgorithm):
    def initAlgorithm(self, configuration: object = None) -> None:
        for row in ROWS:
            self.addParameter(declare(row, OPTIONS))


def values(**parameters: object) -> dict[str, object]:
    algorithm = Algorithm()
    algorithm.initAlgorithm()
    return read(algorithm, ROWS, OPTIONS, parameters, QgsProcessingContext())


def test_what_is_left_as_it_is_is_not_sent() -> None:
    assert values() == {}
    assert values(SIZE=None, SHARE=0, WAY="a", TWICE=False, NAMES=" ") == {}


def test_values_are_those_of_the_kinds_of_the_engine() -> None:
    given = values(SIZE=5, SHARE=0.5, WAY="b", TWICE=True, NAMES="x+y")
    assert given == {"size": 5, "share": 0.5, "way": "b", "twice": True, "names": ["x", "y"]}


def test_limits_are_those_of_the_engine() -> None:
    size = declare(ROWS[0], OPTIONS)
    assert isinstance(size, QgsProcessingParameterNumber)
    assert (size.minimum(), size.maximum()) == (3, 9)
    assert declare(OptionRow("SIZE", "size", "", minimum=5), OPTIONS).minimum() == 5


def test_an_option_that_the_engine_does_not_have_is_found_at_the_start() -> None:
    with pytest.raises(KeyError):
        declare(OptionRow("OTHER", "other", "Other"), OPTIONS)


def test_every_option_of_a_segmentation_is_offered() -> None:
    rows = {row.argument for row in segmentation_options.option_rows()}
    rest = set(engine_options.SEGMENT) - set(products.PRODUCTS) - OTHERWISE
    assert rows == rest
    assert rows <= set(engine_options.BATCH)


def test_every_option_of_adapting_is_offered() -> None:
    rows = {row.argument for row in finetune_options.option_rows()}
    assert rows == set(engine_options.FINETUNE) - OTHERWISE_WHERE_ADAPTED


def test_every_option_of_distilling_is_offered() -> None:
    rows = {row.argument for row in distill.option_rows()}
    others = {"raster", "out", "teacher", "student", "device", "threads", "crs"}
    assert rows == set(engine_options.DISTILL) - others - {"local_only"}


def test_every_option_of_an_import_and_of_samples_is_offered() -> None:
    for algorithm, options, others in (
        (ImportModelAlgorithm(), engine_options.IMPORT_MODEL, {"id": "MODEL_ID"}),
        (SamplePointsAlgorithm(), engine_options.SAMPLE_POINTS, {"out": "OUTPUT", "classes": None}),
        (PlanSampleAlgorithm(), engine_options.PLAN_SAMPLE, {"classes": None}),
    ):
        algorithm.initAlgorithm()
        names = {item.name() for item in algorithm.parameterDefinitions()}
        # What was set on the layer, and its legend, is sent without a parameter.
        assert names == {others.get(name, name.upper()) for name in options} - {
            "CRS",
            "NODATA",
            "LOCAL_ONLY",
            None,
        }


def test_products_without_words_are_found_at_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [output.product.name for output in outputs.outputs()] == list(products.PRODUCTS)
    monkeypatch.setitem(products.PRODUCTS, "more", products.PRODUCTS["confidence"])
    with pytest.raises(LookupError):
        outputs.outputs()


def test_scripts_find_the_parameters_of_adapting_by_their_names() -> None:
    algorithm = FinetuneAlgorithm()
    algorithm.initAlgorithm()
    names = [item.name() for item in algorithm.parameterDefinitions()]
    assert names == [
        *("RASTERS", "POLYGONS", "CLASS_FIELD", "MODEL"),
        *("DATES", "ALIGN", "DATES_AS", "RECIPE"),
        *("NUMBERS", "NAME", "COLORS", "BANDS"),
        *(
            "GSD",
            "STRETCH",
            "PIXEL_SIZE",
            "STEPS",
            "ADAPTER",
            "STYLE",
            "MASKED",
            "SEED",
            "RESUME",
            "CLUSTER",
            "SCRATCH",
            "DEVICE",
        ),
    ]


# Called so in every language.
NAMES = {"fp32", "bf16", "fp16", "int8", "rein", "earth-adapter", "gate"}


def test_choices_are_shown_in_words(use_provider, fake_engine) -> None:
    use_provider(fake_engine("succeed"))
    registry = QgsApplication.processingRegistry()
    shown = {}
    for algorithm in registry.providerById("crossearth").algorithms():
        for definition in algorithm.parameterDefinitions():
            choices = definition.metadata().get("widget_wrapper", {}).get("choices", ())
            if isinstance(definition, QgsProcessingParameterEnum) and choices:
                assert [value for _label, value in choices] == definition.options()
                shown[f"{algorithm.name()} {definition.name()}"] = choices
    assert {"change ALIGN", "finetune RECIPE", "segment JOIN", "reviewplaces BY"} <= shown.keys()
    bare = {value for choices in shown.values() for label, value in choices if label == value}
    assert bare == NAMES
    assert shown["change ALIGN"][1] == ["Before (before)", "before"]
