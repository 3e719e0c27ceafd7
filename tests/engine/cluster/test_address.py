"""Which cluster is meant, whether it is safe to talk to, and what it takes."""

import sys

import pytest

from crossearth_engine.cluster.address import Address, parse_address
from crossearth_engine.cluster.segment import segment_anywhere
from crossearth_engine.errors import InvalidRequest, MissingPackage
from crossearth_engine.inference.request import SegmentRequest
from tests.engine.conftest import RecordedJob


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("local", Address("", None)),
        ("local:3", Address("", 3)),
        ("tls://gpu-box:8786", Address("tls://gpu-box:8786")),
        ("tcp://127.0.0.1:8786", Address("tcp://127.0.0.1:8786")),
        ("localhost:8786", Address("tcp://localhost:8786")),
        ("tcp://[::1]:8786", Address("tcp://[::1]:8786")),
        ("LOCAL:2", Address("", 2)),
        (" tls://gpu-box:8786/ ", Address("tls://gpu-box:8786")),
        ("TLS://gpu-box:8786", Address("tls://gpu-box:8786")),
    ],
)
def test_what_is_safe_is_taken(text, meant):
    assert parse_address(text, without_tls=False) == meant


@pytest.mark.parametrize("text", ["tcp://10.0.0.7:8786", "gpu-box:8786", "ws://gpu-box:8786"])
def test_other_computers_are_talked_to_with_tls_unless_told_otherwise(text):
    with pytest.raises(InvalidRequest, match=r"does not use TLS.*--without-tls"):
        parse_address(text, without_tls=False)
    assert parse_address(text, without_tls=True).scheduler.endswith(text)


def test_a_file_of_a_scheduler_names_it_and_is_no_way_round(tmp_path):
    file = tmp_path / "scheduler.json"
    file.write_text('{"type": "Scheduler", "address": "tls://10.0.0.7:8786"}')
    assert parse_address(str(file), without_tls=False).scheduler == "tls://10.0.0.7:8786"
    file.write_text('{"address": "tcp://10.0.0.7:8786"}')
    with pytest.raises(InvalidRequest, match="does not use TLS"):
        parse_address(str(file), without_tls=False)
    file.write_text("[]")
    with pytest.raises(InvalidRequest, match="is no file of a scheduler"):
        parse_address(str(file), without_tls=False)


@pytest.mark.parametrize(
    "text",
    [
        *("local:0", "local:9999", "locals", "tcp://host", "", "host:x", "host:0", "host:99999"),
        # Typing errors, and what answers but speaks another language.
        *("tls:/host:8786", "tcp//127.0.0.1:1", "tls//host:8786", "host:1:2", "a b:8786"),
        *("http://127.0.0.1:80", "https://gpu-box:443", "user@host:8786", "://host:8786"),
    ],
)
def test_what_is_no_cluster_is_refused(text):
    with pytest.raises(InvalidRequest):
        parse_address(text, without_tls=True)


def test_without_dask_one_sentence_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    request = SegmentRequest("scene.tif", str(tmp_path / "map.tif"), cluster="local:2")
    with pytest.raises(MissingPackage, match="pip install distributed"):
        segment_anywhere(request, RecordedJob())


def test_a_cluster_plans_its_parts_by_itself(tmp_path):
    for options in ({"part": "1/2"}, {"plan": "plan.json"}, {"keep_partial": True}):
        with pytest.raises(InvalidRequest, match="leave out"):
            SegmentRequest("scene.tif", "map.tif", cluster="local:2", **options).check()
