from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsNetworkAccessManager, QgsSettings
from qgis.PyQt.QtNetwork import QNetworkProxy

from crossearth_qgis.errors import EngineSetupFailed, JobCanceled
from crossearth_qgis.setup import web_file
from crossearth_qgis.setup.web_file import fetch, size_of
from tests.engine.file_server import Handler, serving
from tests.plugin.setup.faults import LoginProxy, inspecting

CONTENT = bytes(range(256)) * 8192  # 2 MB


@pytest.fixture(autouse=True)
def _quick(qgis_app, monkeypatch) -> Iterator[None]:
    monkeypatch.setattr(web_file, "PAUSES_S", (0.05, 0.05))
    manager = QgsNetworkAccessManager.instance()
    before = manager.fallbackProxy()
    yield
    QgsSettings().remove("proxy")
    manager.setFallbackProxyAndExcludes(before, [], [])


def never() -> bool:
    return False


def fetched(address: str, target: Path) -> list[int]:
    counts: list[int] = []
    fetch(address, target, counts.append, never)
    return counts


def test_file_comes_with_its_size_told_before_and_its_progress(tmp_path) -> None:
    with serving(files={"/a+b.gz": CONTENT}) as (address, _):
        counts = fetched(f"{address}/a+b.gz", tmp_path / "part")
        assert size_of(f"{address}/a+b.gz", never) == len(CONTENT)
    assert (tmp_path / "part").read_bytes() == CONTENT
    assert counts == sorted(counts)
    assert counts[-1] == len(CONTENT)


def test_file_comes_in_a_thread_of_its_own_through_a_proxy(tmp_path, qtbot) -> None:
    # As in the panel: QGIS's network has a manager for each thread, and the main one helps.
    ended: list[object] = []

    def work() -> None:
        try:
            ended.append(size_of(f"{address}/file", never))
            fetch(f"{address}/file", tmp_path / "part", print, never)
        except BaseException as error:  # shown by the test
            ended.append(error)

    with (
        serving(files={"/file": CONTENT}) as (address, _),
        serving(LoginProxy) as (proxy, through),
    ):
        # Each thread's manager reads them when it is made.
        host, _, port = proxy.rpartition("/")[2].partition(":")
        values = (("Enabled", True), ("Type", "HttpProxy"), ("Host", host), ("Port", port),
                  ("User", "alice"), ("Password", "wonder"))  # fmt: skip
        for name, value in values:
            QgsSettings().setValue(f"proxy/proxy{name}", value)
        thread = threading.Thread(target=work)
        thread.start()
        qtbot.waitUntil(lambda: not thread.is_alive(), timeout=20_000)
        assert ended == [len(CONTENT)]
        assert through.asked()
    assert (tmp_path / "part").read_bytes() == CONTENT


@pytest.mark.parametrize("has_ranges", [True, False])
def test_what_broke_off_goes_on_where_it_was(tmp_path, has_ranges) -> None:
    with serving(
        files={"/file": CONTENT}, break_at=[300_000, 1_000_000], has_ranges=has_ranges
    ) as (address, server):
        fetched(f"{address}/file", tmp_path / "part")
    assert (tmp_path / "part").read_bytes() == CONTENT
    ranges = [asked for _, asked in server.asked()]
    assert ranges[0] is None
    assert len(ranges) == 3
    assert all(asked.startswith("bytes=") for asked in ranges[1:])
    if has_ranges:
        assert ranges[1:] == ["bytes=300000-", "bytes=1000000-"]


def test_what_qt_does_not_tell_as_broken_off_is_noticed(tmp_path, monkeypatch) -> None:
    # So does Qt 6.
    monkeypatch.setattr(web_file, "_check", lambda *_: None)
    with serving(files={"/file": CONTENT}, break_at=[300_000]) as (address, server):
        fetched(f"{address}/file", tmp_path / "part")
        assert server.asked()[-1] == ("/file", "bytes=300000-")
    assert (tmp_path / "part").read_bytes() == CONTENT


@pytest.mark.parametrize("status", [408, 429, 500, 503])
def test_server_that_is_busy_for_long_is_told_as_that(tmp_path, status) -> None:
    with (
        serving(statuses={"/file": status}) as (address, server),
        pytest.raises(EngineSetupFailed, match="broke off"),
    ):
        fetched(f"{address}/file", tmp_path / "part")
    assert len(server.asked()) == 3


def test_next_attempt_of_a_person_goes_on_where_the_last_one_gave_up(tmp_path) -> None:
    part = tmp_path / "part"
    with serving(files={"/file": CONTENT}, break_at=[1000, 2000, 3000]) as (address, server):
        with pytest.raises(EngineSetupFailed, match=r"broke off.*goes on where it was"):
            fetched(f"{address}/file", part)
        assert part.read_bytes() == CONTENT[:3000]
        fetched(f"{address}/file", part)
        assert server.asked()[-1] == ("/file", "bytes=3000-")
        fetched(f"{address}/file", part)  # nothing follows: status 416 or an empty rest
    assert part.read_bytes() == CONTENT


def test_ranges_and_headers_survive_a_redirection_to_another_server(tmp_path) -> None:
    part = tmp_path / "part"
    part.write_bytes(CONTENT[:500_000])
    with serving(files={"/stored": CONTENT}) as (storage, stored), serving() as (address, server):
        server.redirections = {"/file": (302, f"{storage}/stored?signature=a%2Fb", {})}
        assert size_of(f"{address}/file", never) == len(CONTENT)
        fetched(f"{address}/file", part)
        assert stored.asked()[-1] == ("/stored?signature=a%2Fb", "bytes=500000-")
    assert part.read_bytes() == CONTENT


def test_download_can_be_canceled_while_nothing_comes(tmp_path) -> None:
    with serving(files={"/file": CONTENT}, stalls=True, break_at=[4000]) as (address, _):
        begin = time.monotonic()
        with pytest.raises(JobCanceled):
            fetch(
                f"{address}/file", tmp_path / "part", print, lambda: time.monotonic() > begin + 0.5
            )
        assert time.monotonic() - begin < 2
    assert (tmp_path / "part").read_bytes() == CONTENT[:4000]


def test_page_of_an_error_is_not_taken_for_the_file(tmp_path) -> None:
    part = tmp_path / "part"
    part.write_bytes(CONTENT[:10])
    with serving(statuses={"/forbidden": 403}) as (address, _):
        with pytest.raises(EngineSetupFailed, match=r"does not give none\.gz \(HTTP status 404\)"):
            fetched(f"{address}/none.gz", part)
        with pytest.raises(EngineSetupFailed, match="HTTP status 404"):
            size_of(f"{address}/none.gz", never)
        with pytest.raises(EngineSetupFailed, match="HTTP status 403"):
            fetched(f"{address}/forbidden", part)
    assert part.read_bytes() == CONTENT[:10]


class NoHead(Handler):
    """Answers to GET alone, as some stores of files do."""

    def do_HEAD(self):
        self.say(405, {"Content-Length": "0"})


def test_server_that_does_not_tell_the_size_still_gives_the_file(tmp_path) -> None:
    with serving(NoHead, files={"/file": CONTENT}) as (address, _):
        assert size_of(f"{address}/file", never) is None
        fetched(f"{address}/file", tmp_path / "part")
    assert (tmp_path / "part").read_bytes() == CONTENT


def test_busy_server_is_asked_again(tmp_path) -> None:
    with serving(files={"/file": CONTENT}, busy=2) as (address, _):
        fetched(f"{address}/file", tmp_path / "part")
    assert (tmp_path / "part").read_bytes() == CONTENT


def test_without_a_network_it_is_said_what_to_check(tmp_path) -> None:
    for address in ("http://127.0.0.1:9/file", "http://no-such-host.invalid/file"):
        with pytest.raises(EngineSetupFailed, match="Check the internet connection"):
            fetched(address, tmp_path / "part")
        with pytest.raises(EngineSetupFailed, match="Check the internet connection"):
            size_of(address, never)


def test_full_disk_is_the_error_of_the_disk() -> None:
    with serving(files={"/file": CONTENT}) as (address, _), pytest.raises(OSError, match="space"):
        fetched(f"{address}/file", Path("/dev/full"))


def use_proxy(address: str, *login: str) -> None:
    host, _, port = address.rpartition("/")[2].partition(":")
    proxy = QNetworkProxy(QNetworkProxy.ProxyType.HttpProxy, host, int(port), *login)
    QgsNetworkAccessManager.instance().setFallbackProxyAndExcludes(proxy, [], [])


def test_proxy_of_qgis_is_used_with_its_login(tmp_path) -> None:
    with (
        serving(files={"/file": CONTENT}) as (address, _),
        serving(LoginProxy) as (proxy, through),
    ):
        use_proxy(proxy, "alice", "wonder")
        fetched(f"{address}/file", tmp_path / "part")
        assert through.requests
    assert (tmp_path / "part").read_bytes() == CONTENT


@pytest.mark.parametrize("login", [(), ("alice", "wrong")])
def test_proxy_that_wants_a_password_is_said(tmp_path, login) -> None:
    with (
        serving(files={"/file": CONTENT}) as (address, _),
        serving(LoginProxy) as (proxy, _through),
    ):
        use_proxy(proxy, *login)
        with pytest.raises(EngineSetupFailed, match="user name and a password"):
            fetched(f"{address}/file", tmp_path / "part")


def test_proxy_that_is_not_there_is_said(tmp_path) -> None:
    use_proxy("http://127.0.0.1:9")
    with pytest.raises(EngineSetupFailed, match="the proxy"):
        fetched("http://files.invalid/file", tmp_path / "part")


def test_certificate_of_a_company_is_explained(tmp_path) -> None:
    with (
        inspecting(tmp_path) as address,
        pytest.raises(EngineSetupFailed, match=r"certificate of localhost.*Authentication"),
    ):
        fetched(f"{address}/file", tmp_path / "part")
