"""What is said of an address at which no scheduler answers."""

import socket
import threading
from contextlib import contextmanager

import pytest

pytest.importorskip("distributed", reason="dask.distributed is an extra")

from crossearth_engine.cluster import connection
from crossearth_engine.cluster.address import Address
from crossearth_engine.errors import InvalidRequest


@contextmanager
def answering(answer: bytes | None):
    """Yield the address of a server that answers whoever comes; None: it hangs up."""
    held = []

    def serve() -> None:
        while True:
            try:
                one, _ = server.accept()
            except OSError:
                return
            held.append(one)
            if answer is None:
                one.close()
            elif answer:
                one.sendall(answer)

    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=serve, daemon=True).start()
        yield f"tcp://127.0.0.1:{server.getsockname()[1]}"
        server.shutdown(socket.SHUT_RDWR)
    for one in held:
        one.close()


def _said_of(address: str) -> str:
    with (
        pytest.raises(InvalidRequest) as caught,
        connection.connected(Address(address), cards=0),
    ):
        pytest.fail("what is there was taken for a scheduler")
    return str(caught.value)


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n", id="web server"),
        pytest.param(b"SSH-2.0-OpenSSH_9.2p1\r\n", id="secure shell"),
        pytest.param(b"\0" * 64, id="zeros"),
        pytest.param(b"\xff" * 64, id="ones"),
    ],
)
def test_other_servers_are_no_schedulers(answer):
    with answering(answer) as address:
        assert _said_of(address) == (
            f"There is no scheduler of dask at {address}: what answers there is something else."
        )


def test_who_hangs_up_is_no_scheduler():
    with answering(None) as address:
        assert f"There is no scheduler of dask at {address}: " in _said_of(address)


def test_who_says_nothing_is_not_waited_for_again_and_again(monkeypatch):
    monkeypatch.setattr(connection, "ANSWER_S", 1)
    with answering(b"") as address:
        assert _said_of(address) == (
            f"There is no scheduler of dask at {address}: it does not answer."
        )


def test_a_worker_is_no_scheduler():
    with connection.connected(Address("", count=1), cards=0) as client:
        (worker,) = client.scheduler_info()["workers"]
        assert "something else" in _said_of(worker)
