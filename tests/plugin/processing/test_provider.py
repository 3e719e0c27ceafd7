from __future__ import annotations

import re

from qgis.core import QgsProcessingAlgorithm

from crossearth_qgis import paths

GROUPS = {
    "crossearth:change": ("landcover", "Land cover"),
    "crossearth:diagnostics": ("setup", "Setup"),
    "crossearth:distill": ("models", "Models"),
    "crossearth:downloadmodel": ("models", "Models"),
    "crossearth:evaluate": ("accuracy", "Accuracy"),
    "crossearth:exportmodel": ("models", "Models"),
    "crossearth:finetune": ("models", "Models"),
    "crossearth:importmodel": ("models", "Models"),
    "crossearth:kmeans": ("landcover", "Land cover"),
    "crossearth:plansample": ("accuracy", "Accuracy"),
    "crossearth:reviewplaces": ("models", "Models"),
    "crossearth:samplepoints": ("accuracy", "Accuracy"),
    "crossearth:segment": ("landcover", "Land cover"),
    "crossearth:segmentbatch": ("landcover", "Land cover"),
    "crossearth:setupengine": ("setup", "Setup"),
    "crossearth:similar": ("landcover", "Land cover"),
    "crossearth:zonal": ("landcover", "Land cover"),
}


def group(algorithm: QgsProcessingAlgorithm) -> tuple[str, str]:
    return algorithm.groupId(), algorithm.group()


def test_ids_and_groups_are_those_that_scripts_know(use_provider, fake_engine) -> None:
    algorithms = use_provider(fake_engine("succeed")).algorithms()
    assert {algorithm.id(): group(algorithm) for algorithm in algorithms} == GROUPS


def test_help_of_an_algorithm_is_a_page_and_a_heading_that_are_there(
    use_provider, fake_engine
) -> None:
    algorithms = use_provider(fake_engine("succeed")).algorithms()
    pages = {algorithm.name(): algorithm.helpUrl().rpartition("/")[2] for algorithm in algorithms}
    for page in pages.values():
        name, _, heading = page.partition("#")
        text = (paths.ROOT / "docs" / name).read_text(encoding="utf-8")
        titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
        slugs = {re.sub(r"[^\w -]", "", title).lower().replace(" ", "-") for title in titles}
        assert not heading or heading in slugs
    assert pages["evaluate"].startswith("accuracy.md")
    assert pages["finetune"].startswith("adapt.md")
    assert pages["segmentbatch"].startswith("batch.md")
    assert len(set(pages.values())) > 7
