"""The lines of the documentation for qgis_process ask for what there is."""

from __future__ import annotations

import re

from qgis.core import QgsApplication

from crossearth_qgis import paths

LINE = re.compile(r"^(?:[A-Z_]+=\S+ )?qgis_process(?:\.bin)? run (crossearth:\w+)(.*)", re.M)


def test_documented_lines_name_algorithms_and_parameters(use_provider, fake_engine) -> None:
    use_provider(fake_engine("succeed"))
    registry, seen = QgsApplication.processingRegistry(), set()
    for page in sorted((paths.ROOT / "docs").glob("*.md")):
        text = page.read_text(encoding="utf-8").replace("\\\n", "")
        for name, rest in LINE.findall(text):
            algorithm = registry.algorithmById(name)
            assert algorithm is not None, (page.name, name)
            given = set(re.findall(r"--([A-Z_]+)=", rest))
            assert given <= {item.name() for item in algorithm.parameterDefinitions()}, page.name
            seen.add(name.partition(":")[2])
    analyses = {"change", "zonal", "reviewplaces", "evaluate", "samplepoints", "plansample"}
    assert analyses <= seen
