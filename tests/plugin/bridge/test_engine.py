from __future__ import annotations

import contextlib
import io
import itertools
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import pytest

from crossearth_qgis import engine_client, settings
from crossearth_qgis.bridge import conversation as conversation_module
from crossearth_qgis.bridge.conversation import CANCEL_TIMEOUT_S, ConnectionLost, Conversation
from crossearth_qgis.bridge.engine import Engine
from crossearth_qgis.bridge.job_listener import JobListener
from crossearth_qgis.bridge.process import TERMINATE_TIMEOUT_S
from crossearth_qgis.errors import (
    CrossEarthError,
    EngineCrashed,
    EngineNotInstalled,
    EngineStartFailed,
    JobCanceled,
    JobFailed,
    ProtocolMismatch,
)
from crossearth_qgis.report_language import report_language
from crossearth_qgis.setup import engine_environment
from crossearth_qgis.setup.engine_environment import EngineEnvironment
from crossearth_qgis.shared import protocol
from tests.plugin.support import FakeEngines, is_running, wait_until


class Recorder(JobListener):
    """Notes all that it hears; cancels when it is told to."""

    def __init__(self) -> None:
        self.progress: list = []
        self.log: list = []
        self.figures: list = []
        self.steps: list = []
        self.turn, self.begun, self.stop = threading.Event(), threading.Event(), threading.Event()

    def on_turn(self) -> None:
        self.steps.append("turn")
        self.turn.set()

    def on_start(self) -> None:
        self.steps.append("start")

    def on_begin(self) -> None:
        self.steps.append("begin")

    def on_progress(self, message: object) -> None:
        self.progress.append(message)
        self.begun.set()

    def on_log(self, *values: object) -> None:
        self.log.append(values)

    def on_measured(self, *values: object) -> None:
        self.figures.append(values)

    def is_canceled(self) -> bool:
        return self.stop.is_set()


class CancelOnProgress(Recorder):
    def is_canceled(self) -> bool:
        return self.begun.is_set()


# The conversation, on plain streams


def conversation_on(*replies: object, raw: bytes = b"") -> tuple[Conversation, io.BytesIO]:
    requests = io.BytesIO()
    data = b"".join(protocol.encode(reply) for reply in replies) + raw
    return Conversation(io.BytesIO(data), requests), requests


def test_scripts_of_others_find_the_engine_by_its_first_name() -> None:
    assert engine_client.Engine is Engine


def test_greeting_returns_the_version_of_the_engine() -> None:
    conversation, requests = conversation_on(protocol.Welcome((1, 5), "1.2.3", 1))
    assert conversation.greet(1.0, lambda: False) == "1.2.3"
    hello = protocol.decode(requests.getvalue())
    assert hello == protocol.Hello(protocol.PROTOCOL_VERSION, *report_language())


def test_greeting_refuses_another_major_version() -> None:
    conversation, _ = conversation_on(protocol.Welcome((2, 0), "2.0.0", 1))
    with pytest.raises(ProtocolMismatch, match=r"2\.0\.0"):
        conversation.greet(1.0, lambda: False)


def test_greeting_refuses_what_is_no_welcome() -> None:
    conversation, _ = conversation_on(protocol.Canceled("1"))
    with pytest.raises(ProtocolMismatch):
        conversation.greet(1.0, lambda: False)


def test_end_of_stream_is_lost_connection_again_and_again() -> None:
    conversation, _ = conversation_on()
    for _ in range(2):
        with pytest.raises(ConnectionLost):
            conversation.greet(1.0, lambda: False)


def test_line_without_end_is_garbage() -> None:
    conversation, _ = conversation_on(raw=b'{"type": "welc')
    with pytest.raises(ProtocolMismatch):
        conversation.greet(1.0, lambda: False)


def test_silence_times_out() -> None:
    read_end, write_end = os.pipe()
    conversation = Conversation(os.fdopen(read_end, "rb"), io.BytesIO())
    with pytest.raises(TimeoutError):
        conversation.greet(0.1, lambda: False)
    os.close(write_end)


def test_closed_request_stream_is_lost_connection() -> None:
    conversation, requests = conversation_on(protocol.Welcome((1, 0), "1.0.0", 1))
    requests.close()
    with pytest.raises(ConnectionLost):
        conversation.greet(1.0, lambda: False)


def test_an_engine_that_ignores_a_cancel_is_given_up_within_two_seconds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # A clock that goes on by one poll whenever somebody looks at it.
    clock = itertools.count(0, conversation_module.POLL_S).__next__
    monkeypatch.setattr(conversation_module, "time", SimpleNamespace(monotonic=clock))
    monkeypatch.setattr(conversation_module, "POLL_S", 0)
    read_end, write_end = os.pipe()
    requests = io.BytesIO()
    conversation = Conversation(os.fdopen(read_end, "rb"), requests)
    with pytest.raises(JobCanceled):
        conversation.run("x", {}, JobListener(), lambda: True, CANCEL_TIMEOUT_S)
    assert clock() + TERMINATE_TIMEOUT_S < 2
    assert not conversation.is_idle
    assert b"cancel" in requests.getvalue()
    os.close(write_end)


# The owner of the process, with a child process


def test_job_returns_its_result_and_reports_on_the_way(fake_engine: FakeEngines) -> None:
    heard = Recorder()
    result = fake_engine("succeed").run("anything", {"a": 1}, heard)
    assert result["windows"] == 4
    told = [(message.done, message.share, message.seconds_left) for message in heard.progress]
    assert told == [(1, 0.25, 3.0), (2, 0.5, 2.0), (3, 0.75, 1.0), (4, 1.0, 0.0)]
    assert {(message.stage, message.total) for message in heard.progress} == {("", 4)}
    assert heard.log == [
        ("info", "An info from the engine."),
        ("warning", "A warning from the engine."),
    ]
    run = fake_engine.requests()[1]
    assert (run["type"], run["command"], run["arguments"]) == ("run", "anything", {"a": 1})


def test_figures_of_a_training_are_passed_on(fake_engine: FakeEngines) -> None:
    heard = Recorder()
    fake_engine("learn").run("finetune", {}, heard)
    assert heard.figures == [(1, {"loss": 1.5}), (2, {"loss": 0.5, "val_miou": 0.75})]


def test_another_python_is_used_from_the_next_job_on(fake_engine: FakeEngines) -> None:
    engine = fake_engine("learn")
    first = engine.run("finetune", {})["pid"]
    settings.set_engine_python("/another/python")
    second = engine.run("finetune", {})["pid"]
    assert second != first
    assert wait_until(lambda: not is_running(first))
    assert engine.run("finetune", {})["pid"] == second


@pytest.mark.parametrize(
    "change", [lambda: settings.set_device("cpu"), lambda: settings.set_threads(3)]
)
def test_another_device_or_number_of_cores_starts_the_engine_anew(
    fake_engine: FakeEngines, change
) -> None:
    engine, heard = fake_engine("succeed"), [Recorder(), Recorder(), Recorder()]
    first = engine.run("x", {}, heard[0])["pid"]
    change()
    second = engine.run("x", {}, heard[1])["pid"]
    assert second != first
    assert engine.run("x", {}, heard[2])["pid"] == second
    assert [listener.steps for listener in heard] == [
        ["turn", "start", "begin"],
        ["turn", "start", "begin"],
        ["turn", "begin"],
    ]


def test_worker_is_reused(fake_engine: FakeEngines) -> None:
    engine = fake_engine("succeed")
    pids = {engine.run("x", {})["pid"] for _ in range(3)}
    assert pids == {engine.pid}


def test_failed_job_leaves_the_worker_alive(fake_engine: FakeEngines) -> None:
    engine = fake_engine("fail")
    with pytest.raises(JobFailed, match="it is truncated") as caught:
        engine.run("x", {})
    pid = engine.pid
    assert caught.value.code == "unreadable-raster"
    with pytest.raises(JobFailed):
        engine.run("x", {})
    assert engine.pid == pid


def test_after_a_lost_device_the_next_job_has_another_worker(fake_engine: FakeEngines) -> None:
    engine = fake_engine("lose-device")
    for _ in range(2):  # the second comes before the first worker has ended
        with pytest.raises(JobFailed, match=r"cuda:0.*illegal memory access") as caught:
            engine.run("segment", {})
        assert caught.value.code == "device-lost"
        assert engine.pid is None


def test_killed_worker_is_reported_with_its_last_words(fake_engine: FakeEngines) -> None:
    with pytest.raises(EngineCrashed, match="memory") as caught:
        fake_engine("crash").run("x", {})
    assert caught.value.exit_code == -9
    assert "the reason of the crash" in caught.value.stderr_tail


def test_exit_code_of_a_worker_that_left_is_in_the_sentence(fake_engine: FakeEngines) -> None:
    with pytest.raises(EngineCrashed, match="exit code 7"):
        fake_engine("leave").run("x", {})


def test_next_job_works_after_a_crash(fake_engine: FakeEngines, tmp_path: Path) -> None:
    flag = tmp_path / "flag"
    flag.touch()
    engine = fake_engine("fail-then-succeed")
    with pytest.raises(EngineCrashed):
        engine.run("x", {"flag": str(flag)})
    assert engine.run("x", {"flag": str(flag)})["windows"] == 4


def test_next_job_works_after_the_idle_worker_was_killed(fake_engine: FakeEngines) -> None:
    engine = fake_engine("succeed")
    pid = engine.run("x", {})["pid"]
    os.kill(pid, 9)
    assert wait_until(lambda: engine.pid is None)
    assert engine.run("x", {})["pid"] != pid


@pytest.mark.parametrize("behaviour", ["babble", "answer-another-job"])
def test_garbage_on_the_channel_ends_the_worker(fake_engine: FakeEngines, behaviour: str) -> None:
    engine = fake_engine(behaviour)
    with pytest.raises(ProtocolMismatch):
        engine.run("x", {})
    assert engine.pid is None


@pytest.mark.parametrize("behaviour", ["not-an-engine", "other-version"])
def test_stranger_is_refused_and_ended(fake_engine: FakeEngines, behaviour: str) -> None:
    engine = fake_engine(behaviour)
    with pytest.raises(ProtocolMismatch):
        engine.run("x", {})
    assert engine.pid is None


def test_worker_that_dies_at_start_is_reported(fake_engine: FakeEngines) -> None:
    with pytest.raises(EngineStartFailed, match="exit code 1"):
        fake_engine("die-at-start").run("x", {})


def test_missing_package_is_named(fake_engine: FakeEngines) -> None:
    with pytest.raises(EngineStartFailed, match="lacks the package nosuchpackage"):
        fake_engine("lack-a-package").run("x", {})


def test_silent_worker_is_given_up(
    fake_engine: FakeEngines, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("crossearth_qgis.bridge.engine.HELLO_TIMEOUT_S", 0.3)
    engine = fake_engine("silent")
    with pytest.raises(EngineStartFailed, match="did not answer"):
        engine.run("x", {})
    assert engine.pid is None


def test_start_can_be_canceled(fake_engine: FakeEngines) -> None:
    answers = itertools.chain([False] * 4, itertools.repeat(True))

    class Impatient(JobListener):
        def is_canceled(self) -> bool:
            return next(answers)

    engine = fake_engine("silent")
    with pytest.raises(JobCanceled):
        engine.run("x", {}, Impatient())
    assert engine.pid is None


def test_missing_program_is_reported() -> None:
    with pytest.raises(EngineStartFailed, match="/no/such/python"):
        Engine(lambda: ["/no/such/python"]).run("x", {})


def test_without_environment_the_remedy_is_named() -> None:
    with pytest.raises(EngineNotInstalled, match="setupengine"):
        Engine().run("x", {})


def test_cancel_is_sent_and_the_worker_lives_on(fake_engine: FakeEngines) -> None:
    engine = fake_engine("wait-for-cancel")
    with pytest.raises(JobCanceled):
        engine.run("x", {}, CancelOnProgress(), cancel_timeout_s=60)
    assert engine.pid is not None
    assert fake_engine.requests()[-1]["type"] == "cancel"


def test_job_that_ends_before_it_sees_the_cancel_has_its_result(fake_engine: FakeEngines) -> None:
    engine = fake_engine("finish-in-spite-of-cancel")
    result = engine.run("x", {}, CancelOnProgress(), cancel_timeout_s=60)
    assert result["windows"] == 4


def test_worker_that_ignores_the_cancel_is_ended(fake_engine: FakeEngines) -> None:
    engine = fake_engine("ignore-everything")
    pids = []

    class Cancel(CancelOnProgress):
        def on_progress(self, message: object) -> None:
            pids.append(engine.pid)
            super().on_progress(message)

    with pytest.raises(JobCanceled):
        engine.run("x", {}, Cancel())
    assert engine.pid is None
    assert not is_running(pids[0])


def test_error_in_a_listener_ends_the_worker_that_is_still_busy(fake_engine: FakeEngines) -> None:
    class Broken(JobListener):
        def on_progress(self, message: object) -> None:
            raise RuntimeError("a bug of ours")

    engine = fake_engine("wait-for-cancel")
    with pytest.raises(RuntimeError, match="a bug of ours"):
        engine.run("x", {}, Broken())
    assert engine.pid is None


def test_jobs_take_turns_and_a_waiting_one_can_be_canceled(fake_engine: FakeEngines) -> None:
    engine = fake_engine("wait-for-cancel")
    heard, impatient = Recorder(), Recorder()
    impatient.stop.set()
    outcome = []

    def first() -> None:
        try:
            engine.run("x", {}, heard)
        except JobCanceled:
            outcome.append("canceled")

    thread = threading.Thread(target=first)
    thread.start()
    assert heard.begun.wait(60)
    with pytest.raises(JobCanceled):
        engine.run("second", {}, impatient)
    heard.stop.set()
    thread.join(60)
    assert outcome == ["canceled"]
    assert "second" not in [request.get("command") for request in fake_engine.requests()]


def test_stop_ends_a_job_in_progress_as_canceled(fake_engine: FakeEngines) -> None:
    engine = fake_engine("ignore-everything")
    heard = Recorder()
    outcome = []

    def job() -> None:
        try:
            engine.run("x", {}, heard)
        except BaseException as error:
            outcome.append(type(error))

    thread = threading.Thread(target=job)
    thread.start()
    assert heard.begun.wait(60)
    engine.stop()
    thread.join(60)
    assert outcome == [JobCanceled]
    assert engine.pid is None


def test_stop_asks_an_idle_worker_to_end(fake_engine: FakeEngines) -> None:
    engine = fake_engine("succeed")
    pid = engine.run("x", {})["pid"]
    engine.stop()
    assert not is_running(pid)
    assert fake_engine.requests()[-1]["type"] == "shutdown"
    engine.stop()


def test_engine_can_be_used_again_after_stop(fake_engine: FakeEngines) -> None:
    engine = fake_engine("succeed")
    engine.run("x", {})
    engine.stop()
    assert engine.run("x", {})["windows"] == 4


def test_idle_worker_is_stopped_by_the_timer(
    fake_engine: FakeEngines, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "idle_timeout_s", lambda: 0.2)
    engine = fake_engine("succeed")
    pid = engine.run("x", {})["pid"]
    assert wait_until(lambda: engine.pid is None and not is_running(pid))


def test_worker_ends_when_its_parent_is_gone(fake_engine: FakeEngines) -> None:
    engine = fake_engine("succeed")
    pid = engine.run("x", {})["pid"]
    # What the system does with our end of the pipe when QGIS is killed.
    engine._process.conversation._requests.close()
    assert wait_until(lambda: engine.pid is None)
    assert not is_running(pid)


def test_what_is_shared_goes_by_names_of_the_plugin_and_not_by_the_path() -> None:
    import sys

    # QGIS forgets what is below the plugin's name when it reloads the plugin after an update.
    assert protocol.__name__.startswith("crossearth_qgis.")
    assert "crossearth_engine" not in sys.modules


def test_a_job_that_waits_for_another_is_told_when_its_turn_comes(fake_engine) -> None:
    engine = fake_engine("wait-for-cancel")
    listeners = first, second = Recorder(), Recorder()

    def job(listener: Recorder) -> None:
        with contextlib.suppress(JobCanceled):
            engine.run("segment", {}, listener)

    threads = [threading.Thread(target=job, args=(listener,)) for listener in listeners]
    assert not engine.is_busy
    threads[0].start()
    assert first.begun.wait(60)
    assert engine.is_busy
    threads[1].start()
    assert not second.turn.wait(0.2)
    first.stop.set()
    assert second.turn.wait(60)
    second.stop.set()
    for thread in threads:
        thread.join(60)


def test_an_environment_of_ours_that_lacks_a_package_is_not_trusted_again(
    fake_engine, monkeypatch
) -> None:
    python = Path(fake_engine.command("lack-a-package")[0])
    ours = EngineEnvironment(python, "installed")
    told: list[str] = []
    monkeypatch.setattr(engine_environment, "find", lambda: ours)
    monkeypatch.setattr(engine_environment, "distrust", told.append)
    with pytest.raises(EngineStartFailed):
        fake_engine("lack-a-package").run("segment", {})
    assert "nosuchpackage" in told[0]
    with pytest.raises(JobFailed):
        fake_engine("lack-torch").run("segment", {})
    assert len(told) == 1
    monkeypatch.setattr(engine_environment, "find", lambda: EngineEnvironment(python, "setting"))
    with pytest.raises(EngineStartFailed):
        fake_engine("lack-a-package").run("segment", {})
    assert len(told) == 1


def test_a_closed_engine_starts_nothing(fake_engine: FakeEngines) -> None:
    engine = fake_engine("succeed")
    engine.close()
    with pytest.raises(JobCanceled):
        engine.run("devices", {})
    assert engine.pid is None


def test_siblings_may_come_and_go_while_the_engine_is_stopped(fake_engine: FakeEngines) -> None:
    engine = fake_engine("succeed")
    is_over = threading.Event()

    def lend() -> None:
        while not is_over.is_set():
            with contextlib.ExitStack() as stack:
                for _ in range(20):
                    stack.enter_context(engine.sibling())

    with ThreadPoolExecutor(2) as pool:
        lenders = [pool.submit(lend) for _ in range(2)]
        try:
            for _ in range(300):
                engine.stop()
        finally:
            is_over.set()
    assert [lender.result() for lender in lenders] == [None, None]
    assert engine._siblings == []


def test_a_sibling_that_is_lent_by_a_closed_engine_starts_nothing(
    fake_engine: FakeEngines,
) -> None:
    engine = fake_engine("succeed")
    with engine.sibling() as early:
        engine.close()
        with engine.sibling() as late:
            for sibling in (early, late):
                with pytest.raises(JobCanceled):
                    sibling.run("segment", {})
                assert sibling.pid is None


def test_a_stop_while_another_job_starts_leaves_no_process(fake_engine: FakeEngines) -> None:
    engine = fake_engine("succeed")
    # On a busy machine every other job may be stopped before it has begun.
    pids = {engine.run("devices", {})["pid"]}
    ended = threading.Event()

    def work() -> None:
        while not ended.is_set():
            try:
                pids.add(engine.run("devices", {})["pid"])
            except CrossEarthError:
                continue  # stopped in the middle: that is the point

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for pause in range(30):
        engine.stop()
        ended.wait(0.008 * pause)
    ended.set()
    engine.close()
    for thread in threads:
        thread.join(10)
    engine.close()
    alive = [pid for pid in pids if Path(f"/proc/{pid}").exists()]
    assert not alive
