"""The same words in panel, toolbox and command line."""

from __future__ import annotations

import pytest

from crossearth_qgis.processing import (
    change,
    distill,
    evaluate,
    finetune_options,
    importmodel,
    plansample,
    samplepoints,
    segmentation_options,
)
from crossearth_qgis.processing.outputs import outputs
from crossearth_qgis.shared import options


@pytest.mark.parametrize(
    ("rows", "table"),
    [
        (segmentation_options.option_rows, options.SEGMENT),
        (segmentation_options.option_rows, options.BATCH),
        (finetune_options.option_rows, options.FINETUNE),
        (change._option_rows, options.CHANGE),
        (distill.option_rows, options.DISTILL),
        (evaluate._option_rows, options.EVALUATE),
        (importmodel._option_rows, options.IMPORT_MODEL),
        (plansample._option_rows, options.PLAN_SAMPLE),
        (samplepoints._option_rows, options.SAMPLE_POINTS),
    ],
)
def test_the_command_line_begins_with_the_label_of_the_toolbox(rows, table) -> None:
    for row in rows():
        option = table[row.argument]
        if option.flag is not None:
            assert option.help.casefold().startswith(row.label.casefold()), option.name


def test_products_are_called_the_same_on_the_command_line() -> None:
    for output in outputs():
        assert output.product.help.startswith(output.label)


def test_further_parameters_are_called_the_same_on_the_command_line(
    use_provider, fake_engine
) -> None:
    segment = use_provider(fake_engine("succeed")).algorithm("segment")
    names = {"MODEL": "model", "BANDS": "bands", "EXTENT": "extent", "MASK": "mask"}
    names |= {"DEVICE": "device"}
    for name, argument in names.items():
        label = segment.parameterDefinition(name).description()
        assert options.SEGMENT[argument].help.startswith(label)


def test_units_stand_in_the_title_of_a_parameter_alone() -> None:
    rows = {row.argument: row for row in segmentation_options.option_rows()}
    assert rows["min_area"].label == "Minimum mapping unit"
    assert rows["min_area"].title == "Minimum mapping unit (m²)"
    assert rows["join"].title == rows["join"].label
