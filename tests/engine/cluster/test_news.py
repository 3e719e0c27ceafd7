"""What workers tell, told on."""

from types import SimpleNamespace

import pytest

pytest.importorskip("distributed", reason="dask.distributed is an extra")

from crossearth_engine.cluster.news import Listener
from tests.engine.conftest import RecordedJob

FEW = "class-of-few-pixels"


def told_of(news, **options):
    job = RecordedJob()
    listener = Listener(SimpleNamespace(), job, lambda *_: None, **options)
    for item in news:
        if isinstance(item, str):
            listener.forget(item)
        else:
            listener.hear(item)
    return [text for _, text in job.logs]


def few(name, task="share 1"):
    return {"task": task, "finding": [FEW, {"name": name, "count": "3", "least": "50"}]}


def test_findings_of_one_code_with_other_details_are_told_and_equal_ones_once():
    told = told_of([few("water"), few("forest"), few("water", "share 2")])
    assert [text.split()[2] for text in told] == ["water", "forest"]


def test_of_many_rasters_each_finding_has_its_file_and_is_told_once_of_each():
    files = {"a.tif": "a.jp2", "b.tif": "b.jp2"}
    news = [few("water", "a.tif"), few("water", "b.tif"), few("water", "a.tif"), few("water", "c")]
    news += [{"task": "a.tif", "log": ["info", "not told"]}]
    news += [{"task": "a.tif", "log": ["warning", "It is dark."]}]
    news += ["a.jp2", few("water", "a.tif")]  # of another run of it
    told = told_of(news, file_of=lambda task: files.get(task, ""))
    begins = ["a.jp2: The class", "b.jp2: The class", "The class water"]
    assert [text[:16].rstrip(" w") for text in told[:2]] == [text[:16] for text in begins[:2]]
    assert told[2].startswith(begins[2])
    assert told[3] == "a.jp2: It is dark."
    assert told[4] == told[0]
    assert len(told) == 5
