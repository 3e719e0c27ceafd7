"""Objects of S3, of Google's store and of Azure's, on a server that fails at times."""

import os
import subprocess
import sys

import pytest

from crossearth_engine.patience import stopped_by
from crossearth_engine.storage import objects

STORES = ("/vsis3", "/vsigs", "/vsiaz")
HANGS_UP, BUSY, REFUSES = 0, 503, 403


@pytest.fixture(params=STORES)
def folder(request, store):
    return f"{request.param}/bucket/folder"


def test_an_object_is_written_read_and_removed(folder, store):
    name = f"{folder}/a b+c#ü.json"
    assert objects.stat(name) is None
    objects.write(name, b"hello")
    assert store.read("/bucket/folder/a%20b%2Bc%23%C3%BC.json") == b"hello"
    assert (objects.read(name), objects.stat(name).size) == (b"hello", 5)
    before = objects.stat(name)
    objects.write(name, b"world")
    assert objects.stat(name) != before
    objects.remove(name)
    objects.remove(name)
    assert store.objects() == {}
    with pytest.raises(FileNotFoundError):
        objects.read(name)


@pytest.mark.parametrize("fault", [HANGS_UP, BUSY])
def test_a_store_that_fails_once_is_asked_again(folder, store, fault):
    name = f"{folder}/x"

    def failing(call, *arguments):
        store.faults((".", 1, fault))
        return call(*arguments)

    failing(objects.write, name, b"hello")
    assert failing(objects.read, name) == b"hello"
    assert failing(objects.stat, name).size == 5
    failing(objects.remove, name)
    assert store.objects() == {}


@pytest.mark.parametrize("status", [408, 425, 429])
def test_a_server_that_has_no_time_has_not_said_that_nothing_is_there(status):
    told = [f"HTTP response code: {status}", "<Code>AccessDenied</Code>"]
    assert isinstance(objects._error_of(told), ConnectionError)
    assert isinstance(objects._error_of(["HTTP response code: 403"]), PermissionError)


def test_what_a_store_refuses_is_said_in_its_words_and_asked_once(folder, store):
    store.faults((".", 9, REFUSES))
    with pytest.raises(PermissionError, match="AccessDenied was said"):
        objects.write(f"{folder}/x", b"")
    assert len(store.requests()) == 1
    with pytest.raises(PermissionError):
        objects.stat(f"{folder}/x")
    store.faults()
    with pytest.raises(FileNotFoundError, match="NoSuchBucket was said"):
        objects.write(f"{folder.replace('bucket', 'nowhere')}/x", b"")


def test_a_store_that_is_away_is_given_up_and_not_waited_for_when_the_job_ends(
    folder, store, monkeypatch
):
    store.faults((".", 99, HANGS_UP))
    with pytest.raises(ConnectionError, match="does not answer"):
        objects.write(f"{folder}/x", b"")
    monkeypatch.setattr(objects, "DELAYS_S", (60.0,))

    def end():
        raise KeyboardInterrupt

    with stopped_by(end), pytest.raises(KeyboardInterrupt):
        objects.write(f"{folder}/x", b"")


def test_without_credentials_nothing_is_sent(folder, store, monkeypatch):
    for name in store.settings():
        if "KEY" in name or "STRING" in name:
            monkeypatch.delenv(name)
    monkeypatch.setenv("CPL_AWS_CREDENTIALS_FILE", "none")
    monkeypatch.setenv("AWS_CONFIG_FILE", "none")
    monkeypatch.setenv("CPL_AWS_AUTODETECT_EC2", "NO")
    monkeypatch.setenv("CPL_GCE_SKIP", "YES")
    with pytest.raises(PermissionError, match="are no credentials"):
        objects.write(f"{folder}/x", b"")
    assert store.requests() == []


# In parts


def test_nothing_shows_of_an_upload_before_it_is_complete(folder, store):
    name, first = f"{folder}/large", b"a" * (5 * 1024**2)
    objects.write(name, b"old")
    upload = objects.Upload.begun(name)
    upload.add(first)
    store.faults(("PUT", 1, HANGS_UP))
    upload.add(b"b")
    assert store.read("/bucket/folder/large") == b"old"
    upload.complete()
    assert store.read("/bucket/folder/large") == first + b"b"
    given_up = objects.Upload.begun(name)
    given_up.abort()
    assert store.pending() == 0


def test_an_answer_that_is_lost_does_not_undo_what_was_completed(store):
    upload = objects.Upload.begun("/vsis3/bucket/x")
    upload.add(b"a")
    again = objects.Upload("/vsis3/bucket/x", upload._number)
    again._parts, again._size = upload._parts, upload._size
    states = iter([None, objects.Stat(1, "new")])
    upload.complete()
    stat, objects.stat = objects.stat, lambda name: next(states)
    try:
        again.complete()  # which the store does not know any more
    finally:
        objects.stat = stat
    with pytest.raises(PermissionError, match="NoSuchUpload"):
        again.complete()  # what is there now was there before


@pytest.mark.parametrize(("fault", "times"), [(HANGS_UP, 1), (HANGS_UP, 99), (REFUSES, 1)])
def test_a_list_that_breaks_off_is_not_taken_for_a_short_one(fault, times, store, monkeypatch):
    monkeypatch.setenv("AWS_MAX_KEYS", "3")
    expected = [f"{number}.tif" for number in range(10)]
    for name in expected:
        store.write(f"/bucket/many/{name}", b"x")
    assert objects.names("/vsis3/bucket/many") == expected
    store.faults(("marker=", times, fault))
    if (fault, times) == (HANGS_UP, 1):
        assert objects.names("/vsis3/bucket/many") == expected
    else:
        with pytest.raises(ConnectionError if fault == HANGS_UP else PermissionError):
            objects.names("/vsis3/bucket/many")


def test_a_folder_is_told_from_an_object(folder, store):
    store.write("/bucket/folder/scene", b"x")
    store.write("/bucket/folder/deep/scene", b"x")
    assert not objects.is_folder(f"{folder}/scene")
    assert not objects.is_folder(f"{folder}/none")
    assert objects.is_folder(f"{folder}/deep")
    assert objects.is_folder(f"{folder}/deep/")


def test_what_gdal_tells_nobody_does_not_stand_on_stderr(tmp_path):
    ask = "from crossearth_engine.storage import objects; objects.DELAYS_S = (); print('asks'); "
    without_keys = {
        **{name: value for name, value in os.environ.items() if not name.startswith("AWS_")},
        **{"AWS_CONFIG_FILE": "none", "CPL_AWS_CREDENTIALS_FILE": "none"},
        # Which role a machine has is asked quietly, but for those who debug it.
        **{"CPL_AWS_EC2_API_ROOT_URL": "http://127.0.0.1:9", "CPL_AWS_AUTODETECT_EC2": "NO"},
    }
    done = subprocess.run(
        [sys.executable, "-c", ask + "objects.stat('/vsis3/bucket/x')"],
        env=without_keys, cwd=tmp_path, capture_output=True, text=True,
    )  # fmt: skip
    assert done.stdout == "asks\n"
    assert "HTTP:" not in done.stderr, done.stderr
