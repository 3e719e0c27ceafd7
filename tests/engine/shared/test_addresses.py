"""Names of what lies on servers."""

import pytest

from crossearth_engine.shared.addresses import (
    file_name,
    gdal_name,
    is_object,
    is_remote,
    without_secrets,
)


def test_addresses_of_objects_are_understood():
    assert gdal_name("s3://bucket/a/b.tif") == "/vsis3/bucket/a/b.tif"
    assert gdal_name("GS://bucket/b.tif") == "/vsigs/bucket/b.tif"
    assert gdal_name("az://container/b.tif") == "/vsiaz/container/b.tif"
    for name in ("scene.tif", "/vsis3/bucket/b.tif", "https://host/b.tif", "as3://b"):
        assert gdal_name(name) == name
    assert is_object("/vsigs/bucket/x")
    assert not is_object("/vsicurl/https://host/x")
    assert is_remote("https://host/x")
    assert not is_remote("/data/vsis3/x")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "Cannot read https://ann:pass@host:8080/a/b.tif?X-Amz-Signature=abc&x=1: 403",
            "Cannot read https://host:8080/a/b.tif?…: 403",
        ),
        ("/vsicurl/https://host/b.tif?sig=a%2Bb", "/vsicurl/https://host/b.tif?…"),
        ("/vsiaz/container/b.tif?sv=2024&sig=abc.", "/vsiaz/container/b.tif?…."),
        ("s3://bucket/b?X-Amz-Signature=1", "s3://bucket/b?…"),
        ("s3://bucket/what?is=1.tif", "s3://bucket/what?is=1.tif"),
        ("/vsigs/bucket/what?.tif: 403", "/vsigs/bucket/what?.tif: 403"),
        ("key AKIAIOSFODNN7EXAMPLE was said", "key *** was said"),
        ("Is it here? https://host/b.tif", "Is it here? https://host/b.tif"),
        ("/data/what?.tif and a@b.org", "/data/what?.tif and a@b.org"),
        ("C:\\maps\\a.tif", "C:\\maps\\a.tif"),
    ],
)
def test_who_asks_and_signatures_are_not_shown(text, shown):
    assert without_secrets(text) == shown


def test_a_question_mark_is_part_of_the_name_of_an_object_alone():
    assert file_name("s3://bucket/a/what?#%20ü.tif") == "what?#%20ü.tif"
    assert file_name("/vsiaz/container/what?.tif") == "what?.tif"
    assert file_name("https://host/b.tif?sig=1/2") == "b.tif"
