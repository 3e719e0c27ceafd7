import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossearth_engine.shared import protocol

JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


@given(st.dictionaries(st.text(), JSON_VALUES), st.text())
def test_what_is_written_is_read(arguments, job_id):
    stream = io.BytesIO()
    sent = [protocol.Run(job_id, "segment", arguments), protocol.Cancel(job_id)]
    for message in sent:
        protocol.write_message(stream, message)
    stream.seek(0)
    assert [protocol.read_message(stream) for _ in sent] == sent
    assert protocol.read_message(stream) is None


@pytest.mark.parametrize(
    "line",
    [b"\n", b"Warning: something printed\n", b"[1, 2]\n", b'{"type": "nothing"}\n', b"\xff\n",
     b'{"type": "progress", "job_id": "1"}\n', b'{"type": "hello", "protocol_version": 1}\n'],
)  # fmt: skip
def test_garbage_is_an_error(line):
    with pytest.raises(protocol.ProtocolError):
        protocol.decode(line)


def test_a_cut_line_is_an_error():
    with pytest.raises(protocol.ProtocolError, match="without end"):
        protocol.read_message(io.BytesIO(b'{"type": "shutdown"'))


def test_fields_of_a_later_version_are_ignored():
    line = b'{"type": "cancel", "job_id": "7", "reason": "later"}\n'
    assert protocol.decode(line) == protocol.Cancel("7")


def test_figures_of_a_training_travel():
    message = protocol.Measured("1", 40, {"loss": 0.25, "val_miou": 0.5})
    assert protocol.decode(protocol.encode(message)) == message


def test_messages_are_single_lines():
    message = protocol.Log("1", "info", "two\nlines")
    assert protocol.encode(message).count(b"\n") == 1
