"""What workers object before anything starts, and those that are lost meanwhile."""

from types import SimpleNamespace

import pytest

from crossearth_engine.errors import InvalidRequest
from tests.engine.conftest import RecordedJob

pytest.importorskip("distributed", reason="dask.distributed is an extra")

from crossearth_engine.cluster.agreement import require_agreement

THERE, LOST = "tcp://10.0.0.1:1", "tcp://10.0.0.2:1"


def client_with(said):
    """A client of a scheduler that knows one worker, and has asked another one, too."""
    return SimpleNamespace(
        run=lambda *_, **__: said, scheduler_info=lambda **_: {"workers": {THERE: {}}}
    )


def test_a_worker_that_is_lost_while_it_looks_takes_no_part_and_ends_no_run():
    gone = OSError("Address removed.")
    require_agreement(client_with({THERE: None, LOST: gone}), [None], RecordedJob())
    with pytest.raises(InvalidRequest, match=rf"{THERE} could not look: Address removed\.$"):
        require_agreement(client_with({THERE: gone, LOST: gone}), [None], RecordedJob())
