import hashlib
import shutil
import socket
import threading
import time
from collections import namedtuple
from types import SimpleNamespace

import pytest

from crossearth_engine import job, transfer
from crossearth_engine.disk_space import format_bytes
from crossearth_engine.errors import (
    DamagedDownload,
    DownloadInterrupted,
    DownloadRefused,
    InvalidRequest,
    JobCanceled,
    NoConnection,
    NotEnoughSpace,
    NotOffered,
    OutputNotWritable,
)
from crossearth_engine.job import Job
from crossearth_engine.transfer import fetch, open_source
from tests.engine.file_server import ProxyHandler, serving

NAME = "Potsdam(i)-source.pth"
PATH = "/files/Potsdam%28i%29-source.pth"
CONTENT = bytes(range(256)) * 8000  # 2 MB
SHA256 = hashlib.sha256(CONTENT).hexdigest()
BREAK = len(CONTENT) * 37 // 100
LINKED = {"X-Linked-Etag": f'"{SHA256}"', "X-Linked-Size": str(len(CONTENT))}


class Listener:
    """A job that remembers what it was told."""

    def __init__(self):
        self.progress, self.logs = [], []
        self.job = Job(
            lambda done, total, left: self.progress.append((done, total, left)),
            lambda level, text: self.logs.append((level, text)),
        )

    @property
    def warnings(self):
        return [text for level, text in self.logs if level == "warning"]


@pytest.fixture(autouse=True)
def _impatient(monkeypatch):
    monkeypatch.setattr(transfer, "RETRY_AFTER_S", (0.0, 0.0, 0.0))
    for name in ("http_proxy", "https_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def listener():
    return Listener()


@pytest.fixture
def server():
    with serving(files={PATH: CONTENT}, headers=LINKED) as (address, behaviour):
        yield f"{address}/files", behaviour


def get(address, folder, listener, **options):
    return fetch(
        open_source(address, options.pop("proxy", None)), NAME, folder, listener.job, **options
    )


def files_in(folder):
    return {path.name for path in folder.rglob("*") if path.is_file()}


def test_file_arrives_and_is_verified(server, tmp_path, listener):
    address, behaviour = server
    path = get(address, tmp_path, listener)
    assert path.name == NAME
    assert path.read_bytes() == CONTENT
    assert files_in(tmp_path) == {NAME}
    assert listener.progress[0] == (0, len(CONTENT), None)
    assert listener.progress[-1][:2] == (len(CONTENT), len(CONTENT))
    assert listener.logs == []
    assert {headers["User-Agent"].split("/")[0] for _, _, headers in behaviour.requests} == {
        "CrossEarth"
    }


def test_download_that_breaks_off_at_37_percent_goes_on_there(server, tmp_path, listener):
    address, behaviour = server
    behaviour.break_at = [BREAK]
    assert get(address, tmp_path, listener).read_bytes() == CONTENT
    assert behaviour.asked() == [(PATH, None), (PATH, f"bytes={BREAK}-")]
    assert "Trying again" in listener.logs[0][1]


def test_download_given_up_is_continued_by_the_next_call(server, tmp_path, listener):
    address, behaviour = server
    behaviour.break_at = [BREAK] * 4
    with pytest.raises(DownloadInterrupted, match=r"broke off at 757\.8 kB of 2\.0 MB.*is kept"):
        get(address, tmp_path, listener)
    assert files_in(tmp_path) == {f"{NAME}.part"}
    behaviour.requests.clear()
    second = Listener()
    assert get(address, tmp_path, second).read_bytes() == CONTENT
    assert behaviour.asked() == [(PATH, f"bytes={BREAK}-")]
    assert second.progress[0][:2] == (BREAK, len(CONTENT))


def test_time_left_counts_from_where_the_download_went_on(monkeypatch):
    times = iter([10.0, 14.0])
    monkeypatch.setattr(job, "time", SimpleNamespace(monotonic=lambda: next(times)))
    listener = Listener()
    listener.job.progress(900, 1000)
    listener.job.progress(950, 1000)
    assert [left for _, _, left in listener.progress] == [None, 4.0]


def transfers():
    """Return the threads that wait for a network, or do something with what it has sent."""
    return {thread for thread in threading.enumerate() if thread.name == "transfer"}


def test_cancel_keeps_what_has_arrived_and_the_next_call_goes_on(server, tmp_path, listener):
    address, behaviour = server
    behaviour.stalls, behaviour.break_at = True, [BREAK]
    part = tmp_path / "x"

    def cancel():
        nonlocal part
        while not (parts := list(tmp_path.rglob("*.part"))) or parts[0].stat().st_size < BREAK:
            time.sleep(0.01)
        part = parts[0]
        listener.job.cancel()

    threading.Thread(target=cancel, daemon=True).start()
    others = transfers()
    with pytest.raises(JobCanceled):
        get(address, tmp_path, listener)
    assert transfers() - others
    assert part.stat().st_size == BREAK
    behaviour.stalls = False
    assert get(address, tmp_path, Listener()).read_bytes() == CONTENT
    assert behaviour.asked()[-1] == (PATH, f"bytes={BREAK}-")


def test_server_without_ranges_begins_again(server, tmp_path, listener):
    address, behaviour = server
    behaviour.has_ranges, behaviour.break_at = False, [BREAK]
    assert get(address, tmp_path, listener).read_bytes() == CONTENT
    assert len(behaviour.asked()) == 2


def test_server_without_ranges_that_always_breaks_off_is_given_up(server, tmp_path, listener):
    address, behaviour = server
    behaviour.has_ranges, behaviour.break_at = False, [BREAK] * 20
    with pytest.raises(DownloadInterrupted):
        get(address, tmp_path, listener)
    assert len(behaviour.asked()) == 4


def test_busy_server_is_asked_again(server, tmp_path, listener):
    address, behaviour = server
    behaviour.busy = 2
    assert get(address, tmp_path, listener).read_bytes() == CONTENT
    assert any("HTTP 503" in text for _, text in listener.logs)


def test_wrong_digest_is_refused_and_removed(server, tmp_path, listener):
    address, behaviour = server
    behaviour.headers = {**LINKED, "X-Linked-Etag": f'"{"0" * 64}"'}
    with pytest.raises(DamagedDownload, match="removed"):
        get(address, tmp_path, listener)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("stated", [len(CONTENT) - 1, 10])
def test_more_than_was_announced_is_refused_and_removed(server, tmp_path, listener, stated):
    address, behaviour = server
    behaviour.headers = {**LINKED, "X-Linked-Size": str(stated)}
    with pytest.raises(DamagedDownload):
        get(address, tmp_path, listener)
    assert list(tmp_path.iterdir()) == []


def test_less_than_was_announced_never_becomes_the_file(server, tmp_path, listener):
    address, behaviour = server
    behaviour.headers = {**LINKED, "X-Linked-Size": str(len(CONTENT) + 1)}
    with pytest.raises((DownloadInterrupted, DownloadRefused)):
        get(address, tmp_path, listener)
    assert files_in(tmp_path) <= {f"{NAME}.part"}


def test_disk_too_small_is_told_before_the_start(server, tmp_path, listener, monkeypatch):
    address, behaviour = server
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10**9, 10**9, 3 * 10**6))
    with pytest.raises(NotEnoughSpace, match=r"4\.1 MB are needed, 3\.0 MB are free"):
        get(address, tmp_path, listener, copies=2)
    assert behaviour.asked() == []
    assert get(address, tmp_path, listener).exists()


def test_disk_that_fills_up_meanwhile_is_told(server, tmp_path, listener, monkeypatch):
    def write(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(transfer._Part, "write", write)
    with pytest.raises(NotEnoughSpace):
        get(server[0], tmp_path, listener)


def test_folder_that_cannot_be_written_is_told(server, tmp_path, listener):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputNotWritable):
        get(server[0], tmp_path / "file", listener)


def test_content_changed_at_the_source_begins_again(server, tmp_path, listener):
    address, behaviour = server
    behaviour.break_at = [BREAK] * 4
    with pytest.raises(DownloadInterrupted):
        get(address, tmp_path, listener)
    changed = CONTENT[::-1]
    behaviour.files[PATH] = changed
    behaviour.headers = {"X-Linked-Etag": f'"{hashlib.sha256(changed).hexdigest()}"'}
    behaviour.requests.clear()
    assert get(address, tmp_path, listener).read_bytes() == changed
    assert behaviour.asked() == [(PATH, None)]
    assert files_in(tmp_path) == {NAME}


def test_etag_guards_the_parts_where_no_digest_is_stated(server, tmp_path, listener):
    address, behaviour = server
    behaviour.headers, behaviour.break_at = {"ETag": '"a"'}, [BREAK]
    assert get(address, tmp_path, listener).read_bytes() == CONTENT
    assert behaviour.requests[-1][2]["If-Range"] == '"a"'
    assert "states no SHA-256" in listener.warnings[0]


def test_digests_of_a_mirror_lie_beside_the_file(server, tmp_path, listener):
    address, behaviour = server
    behaviour.headers = {}
    behaviour.files["/files/SHA256SUMS"] = f"{SHA256} *{NAME}\n".encode()
    assert get(address, tmp_path, listener).exists()
    assert listener.warnings == []
    behaviour.files["/files/SHA256SUMS"] = f"{'1' * 64}  {NAME}\n".encode()
    with pytest.raises(DamagedDownload):
        get(address, tmp_path, listener)


def test_complete_file_is_not_sent_again(server, tmp_path, listener):
    address, behaviour = server
    path = get(address, tmp_path, listener)
    behaviour.requests.clear()
    assert get(address, tmp_path, listener) == path
    assert behaviour.asked() == []


def test_hub_redirects_to_a_store_that_states_nothing(tmp_path, listener):
    with serving(files={"/store": CONTENT}, headers={"ETag": '"other"'}) as (store, stored):
        stored.break_at = [BREAK]
        with serving(redirections={PATH: (302, f"{store}/store", LINKED)}) as (hub, _):
            assert get(f"{hub}/files", tmp_path, listener).read_bytes() == CONTENT
    assert stored.asked("HEAD") == []
    assert stored.asked() == [("/store", None), ("/store", f"bytes={BREAK}-")]
    assert "If-Range" not in stored.requests[-1][2]
    assert listener.warnings == []


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirections_are_followed(tmp_path, listener, status):
    redirections = {PATH: (status, "/elsewhere", {})}
    with serving(files={"/elsewhere": CONTENT}, redirections=redirections) as (address, _):
        assert get(f"{address}/files", tmp_path, listener).read_bytes() == CONTENT


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://127.0.0.1/x", "data:,x"])
def test_redirections_to_anything_but_the_web_are_refused(tmp_path, listener, target):
    with (
        serving(redirections={PATH: (302, target, {})}) as (address, _),
        pytest.raises(DownloadRefused, match="HTTP 302"),
    ):
        get(f"{address}/files", tmp_path, listener)


def test_redirection_from_https_to_http_is_refused():
    handler = transfer._Redirections()
    request = transfer.urllib.request.Request("https://hub/x")
    assert handler.redirect_request(request, None, 302, "", {}, "http://hub/x") is None
    assert handler.redirect_request(request, None, 302, "", {}, "https://b/x").host == "b"


def test_missing_file_is_told(server, tmp_path, listener):
    server[1].files.clear()
    with pytest.raises(NotOffered, match=r"no Potsdam\(i\)-source.pth at http://127"):
        get(server[0], tmp_path, listener)


@pytest.mark.parametrize(("status", "word"), [(401, "401"), (403, "Forbidden"), (500, "500")])
def test_refusal_is_told(server, tmp_path, listener, status, word):
    server[1].statuses[PATH] = status
    with pytest.raises(DownloadRefused, match=f"127.0.0.1 does not send.*{word}"):
        get(server[0], tmp_path, listener)
    assert list(tmp_path.iterdir()) == []


def test_no_network_is_told(tmp_path, listener):
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    with pytest.raises(NoConnection, match=r"no connection to 127.0.0.1: Connection refused"):
        get(f"http://127.0.0.1:{port}", tmp_path, listener)


def test_server_that_does_not_speak_http_is_told(tmp_path, listener):
    with socket.create_server(("127.0.0.1", 0)) as odd:

        def talk():
            connection, _ = odd.accept()
            connection.sendall(b"220 mail\r\n\r\n")
            connection.close()

        threading.Thread(target=talk, daemon=True).start()
        with pytest.raises(NoConnection):
            get(f"http://127.0.0.1:{odd.getsockname()[1]}", tmp_path, listener)


def test_cancel_does_not_wait_for_a_silent_server(tmp_path, listener):
    with socket.create_server(("127.0.0.1", 0)) as silent:

        def cancel():
            connection, _ = silent.accept()
            listener.job.cancel()
            ended.wait()
            connection.close()

        ended = threading.Event()
        threading.Thread(target=cancel, daemon=True).start()
        others = transfers()
        with pytest.raises(JobCanceled):
            get(f"http://127.0.0.1:{silent.getsockname()[1]}", tmp_path, listener)
        assert transfers() - others
        ended.set()


def test_silent_server_is_told(tmp_path, listener, monkeypatch):
    monkeypatch.setattr(transfer, "_TIMEOUT_S", 0.2)
    with (
        socket.create_server(("127.0.0.1", 0)) as silent,
        pytest.raises(NoConnection, match="no answer within"),
    ):
        get(f"http://127.0.0.1:{silent.getsockname()[1]}", tmp_path, listener)


def test_proxy_is_used_where_one_is_given(server, tmp_path, listener):
    address, _ = server
    with serving(ProxyHandler) as (proxy, seen):
        assert get(address, tmp_path, listener, proxy=proxy).read_bytes() == CONTENT
    assert [(method, url) for method, url, _ in seen.requests] == [
        ("HEAD", f"{address}/{PATH.rpartition('/')[2]}"),
        ("GET", f"{address}/{PATH.rpartition('/')[2]}"),
    ]


def test_proxy_of_the_environment_is_used_unless_none_is_wanted(
    server, tmp_path, listener, monkeypatch
):
    address, _ = server

    def asked(seen):
        # GDAL uses the proxy, too, for what an earlier test has left to the garbage collector.
        return [method for method, url, _ in seen.requests if url.startswith(address)]

    with serving(ProxyHandler) as (proxy, seen):
        monkeypatch.setenv("http_proxy", proxy)
        get(address, tmp_path / "a", listener, proxy="")
        assert asked(seen) == []
        get(address, tmp_path / "b", listener)
        assert asked(seen) == ["HEAD", "GET"]


@pytest.mark.parametrize("as_url", [True, False])
def test_folder_serves_as_a_mirror(tmp_path, listener, as_url):
    mirror = tmp_path / "a mirror"
    mirror.mkdir()
    (mirror / NAME).write_bytes(CONTENT)
    (mirror / "SHA256SUMS").write_text(f"{SHA256}  {NAME}\n")
    address = mirror.as_uri() if as_url else str(mirror)
    assert get(address, tmp_path / "here", listener).read_bytes() == CONTENT
    assert listener.warnings == []
    (mirror / NAME).write_bytes(CONTENT[::-1])
    with pytest.raises(DamagedDownload):
        get(address, tmp_path / "there", listener)


def test_folder_without_the_file_is_told(tmp_path, listener):
    with pytest.raises(NotOffered, match="Check the address"):
        get(str(tmp_path / "nowhere"), tmp_path, listener)


@pytest.mark.parametrize("address", ["ftp://host/x", "https://", "gopher://a"])
def test_other_addresses_are_refused(address):
    with pytest.raises(InvalidRequest, match="neither a folder nor"):
        open_source(address)


def test_query_of_an_address_is_kept_but_not_shown(tmp_path, listener):
    with serving(files={PATH: CONTENT}) as (address, behaviour):
        get(f"{address}/files/?permission=1", tmp_path, listener)
        assert behaviour.asked()[-1] == (f"{PATH}?permission=1", None)
        with pytest.raises(NotOffered) as caught:
            get(f"{address}/?permission=1", tmp_path, listener)
    assert "permission" not in str(caught.value)


def test_sizes_are_written_for_people():
    assert [format_bytes(n) for n in (12, 3_400, 2_000_000, 1_680_000_000)] == [
        "12 bytes",
        "3.4 kB",
        "2.0 MB",
        "1.7 GB",
    ]
