"""What the panel says of a run that is done."""

import json

from crossearth_qgis.gui.segment.result_view import ResultView
from crossearth_qgis.processing.segment import SegmentAlgorithm


def test_it_says_that_values_were_matched(qtbot) -> None:
    view = ResultView()
    qtbot.addWidget(view)
    matched = [[40.0, 110.0]] * 3
    told = {}
    every = {"Moved": {"matched": matched}, "Same": {"matched": []}, "Unasked": {"matched": None}}
    for name, parameters in every.items():
        summary = json.dumps({"parameters": parameters})
        results = {"SUMMARY": summary, "DURATION": 12.0, "AREAS": "[]"}
        view.show_results(name, results, SegmentAlgorithm().create())
        told[name] = view.result_label.text()
    assert told["Moved"].endswith("\nValues matched to the training imagery")
    assert told["Same"].endswith("\nBands have hardly moved: nothing to match")
    assert "match" not in told["Unasked"]
