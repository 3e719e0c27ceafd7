from __future__ import annotations

from qgis.core import QgsProcessingAlgorithm

GROUPS = {
    "crossearth:diagnostics": ("setup", "Setup"),
    "crossearth:downloadmodel": ("models", "Models"),
    "crossearth:evaluate": ("accuracy", "Accuracy"),
    "crossearth:exportmodel": ("models", "Models"),
    "crossearth:finetune": ("models", "Models"),
    "crossearth:importmodel": ("models", "Models"),
    "crossearth:samplepoints": ("accuracy", "Accuracy"),
    "crossearth:segment": ("landcover", "Land cover"),
    "crossearth:segmentbatch": ("landcover", "Land cover"),
    "crossearth:setupengine": ("setup", "Setup"),
}


def group(algorithm: QgsProcessingAlgorithm) -> tuple[str, str]:
    return algorithm.groupId(), algorithm.group()


def test_ids_and_groups_are_those_that_scripts_know(use_provider, fake_engine) -> None:
    algorithms = use_provider(fake_engine("succeed")).algorithms()
    assert {algorithm.id(): group(algorithm) for algorithm in algorithms} == GROUPS
