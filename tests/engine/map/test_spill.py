"""What a row of windows leaves to the next one, where the disk does not take it."""

import sys
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from crossearth_engine.errors import OutputNotWritable
from crossearth_engine.map.spill import RowFiles
from crossearth_engine.publishing import writing


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit on Windows")
def test_a_file_that_may_not_grow_is_told_as_such_though_closing_fails_again(tmp_path):
    import resource

    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, usual[1]))
    try:
        with pytest.raises(OutputNotWritable, match="may not be so large"):
            _save(tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)


def _save(folder: Path) -> None:
    with closing(RowFiles(folder, "scores", np.uint8)) as files, writing(folder / "map.tif"):
        files.put(0, 0, np.zeros(2000, np.uint8))
        files.save(0)
