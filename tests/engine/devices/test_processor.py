import subprocess
import sys

import pytest

KEPT_MB = """
from crossearth_engine.devices.processor import resident_mb, spare_memory

spare_memory()
before = resident_mb()
for _ in range(2):  # glibc learns from the first that there are so large ones
    large = bytearray(24_000_000)
    large[::1000] = bytes(len(large[::1000]))
    above = bytearray(100_000)
    del large
print(resident_mb() - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="is about glibc")
def test_large_arrays_go_back_to_the_system_when_they_are_freed():
    done = subprocess.run(
        [sys.executable, "-c", KEPT_MB], capture_output=True, text=True, check=True
    )
    assert float(done.stdout) < 5
