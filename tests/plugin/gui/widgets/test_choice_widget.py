from __future__ import annotations

import pytest
from processing.gui import ParametersPanel
from processing.gui.AlgorithmDialog import AlgorithmDialog
from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog
from processing.modeler.ModelerParametersDialog import ModelerParametersDialog
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelParameter,
    QgsProcessingParameterString,
)


@pytest.fixture
def algorithm(use_provider, fake_engine, monkeypatch):
    # The window that pytest-qgis makes up has no browser that the dialogs would take.
    monkeypatch.setattr(ParametersPanel, "iface", None)
    use_provider(fake_engine("succeed"))
    return QgsApplication.processingRegistry().createAlgorithmById("crossearth:segment")


@pytest.fixture
def wrapper(algorithm, qtbot):
    """Return the wrapper of the model parameter in the dialog of the toolbox."""
    dialog = AlgorithmDialog(algorithm)
    qtbot.addWidget(dialog)
    return dialog.mainWidget().wrappers["MODEL"]


def test_dialog_offers_the_models_by_name_and_returns_their_id(wrapper) -> None:
    combo = wrapper.widget
    assert [combo.itemText(i) for i in range(combo.count())] == ["Tiny"]
    assert combo.currentText() == "Tiny"
    assert wrapper.parameterValue() == "tiny"


def test_choices_of_an_option_are_in_words_and_no_others_can_be_typed(algorithm, qtbot) -> None:
    dialog = AlgorithmDialog(algorithm)
    qtbot.addWidget(dialog)
    wrapper = dialog.mainWidget().wrappers["JOIN"]
    combo = wrapper.widget
    assert not combo.isEditable()
    assert combo.currentText() == "Tapered (taper)"
    assert wrapper.parameterValue() == "taper"
    wrapper.setParameterValue("average", QgsProcessingContext())
    assert combo.currentText() == "Average (average)"


def test_path_from_the_history_stays(wrapper) -> None:
    wrapper.setParameterValue("/some/model.onnx", QgsProcessingContext())
    assert wrapper.parameterValue() == "/some/model.onnx"
    wrapper.setParameterValue("tiny", QgsProcessingContext())
    assert wrapper.widget.currentText() == "Tiny"
    assert wrapper.parameterValue() == "tiny"


def test_batch_dialog_offers_it_in_each_row(algorithm, qtbot) -> None:
    dialog = BatchAlgorithmDialog(algorithm)
    qtbot.addWidget(dialog)
    panel = dialog.mainWidget()
    assert panel.valueForParameter(0, "MODEL") == "tiny"
    assert panel.valueForParameter(0, "DEVICE") == "auto"
    assert panel.valueForParameter(0, "JOIN") == "taper"


def test_designer_offers_models_and_inputs_of_the_model(algorithm, qtbot) -> None:
    model = QgsProcessingModelAlgorithm()
    model.addModelParameter(
        QgsProcessingParameterString("which", "Which model"), QgsProcessingModelParameter("which")
    )
    dialog = ModelerParametersDialog(algorithm, model)
    qtbot.addWidget(dialog)
    combo = dialog.widget.widget.wrappers["MODEL"].widget
    texts = [combo.itemText(i) for i in range(combo.count())]
    assert texts[0] == "Tiny"
    assert any("Which model" in text for text in texts)


def test_designer_keeps_what_was_chosen_of_an_option(algorithm, qtbot) -> None:
    model = QgsProcessingModelAlgorithm()
    dialog = ModelerParametersDialog(algorithm, model)
    qtbot.addWidget(dialog)
    combo = dialog.widget.widget.wrappers["JOIN"].widget
    combo.setCurrentIndex(1)
    chosen = dialog.createAlgorithm().parameterSources()["JOIN"]
    assert [source.staticValue() for source in chosen] == ["average"]


def test_designer_keeps_what_was_chosen(algorithm, qtbot) -> None:
    model = QgsProcessingModelAlgorithm()
    model.addModelParameter(
        QgsProcessingParameterString("which", "Which model"), QgsProcessingModelParameter("which")
    )
    dialog = ModelerParametersDialog(algorithm, model)
    qtbot.addWidget(dialog)
    combo = dialog.widget.widget.wrappers["MODEL"].widget
    chosen = dialog.createAlgorithm().parameterSources()["MODEL"]
    assert [source.staticValue() for source in chosen] == ["tiny"]
    combo.setCurrentIndex(combo.count() - 1)
    chosen = dialog.createAlgorithm().parameterSources()["MODEL"]
    assert [source.parameterName() for source in chosen] == ["which"]
    combo.setEditText("/some/model.onnx")
    chosen = dialog.createAlgorithm().parameterSources()["MODEL"]
    assert [source.staticValue() for source in chosen] == ["/some/model.onnx"]
