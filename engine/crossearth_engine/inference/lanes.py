"""How many windows a processor computes side by side, and how many threads share each.

A network that one thread computes waits for no other one between two of its operators, and with it
go reading and writing: so there is a window in work for each thread, as long as there are enough of
them and memory for each.
"""

from __future__ import annotations

from crossearth_engine.devices.processor import memory_limit, resident_mb, usable_cores
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.models.model_folder import weight_files

# Part of the time that may go by while some lanes have no window any more, at the end.
IDLE_SHARE = 0.2
# Larger weights are those of networks whose operators keep all threads busy, and whose windows take
# gigabytes.
MOST_WEIGHT_BYTES = 200_000_000
# Where no system tells how much memory is taken.
MOST_UNTOLD = 4
# Of the memory there is, for the windows in work.
MEMORY_SHARE = 0.25
# What the scores of all windows may take that are computed, or wait for being written.
MOST_SCORES_BYTES = 256_000_000
FEW = 3
# Likewise what it is given, of all that are read ahead or computed.
MOST_INPUT_BYTES = 256_000_000
# Batches read ahead of the network, and written behind it.
AHEAD = DEPTH = 2


def lanes_for(model: ModelInfo, threads: int | None, calls: int) -> int:
    """Return how many calls of a model's network are to be under way at once.

    Args:
        model: of which only ONNX files are computed so.
        threads: given to the network, or None for all usable cores.
        calls: that a run may make of it.

    Raises:
        IncompatibleModel, UnreadableModel: if its weights are not there, or no such file.
    """
    if model.weights.suffix.lower() != ".onnx":
        return 1
    lanes = min(threads or usable_cores(), usable_cores())
    if resident_mb() is None:
        lanes = min(lanes, MOST_UNTOLD)
    rounds = -(-calls // lanes)
    if lanes == 1 or rounds * lanes * (1 - IDLE_SHARE) > calls:
        return 1
    if sum(path.stat().st_size for path in weight_files(model)) > MOST_WEIGHT_BYTES:
        return 1
    return lanes


def room_for_scores(channels: int, window_size: int) -> tuple[int, int]:
    """Return how many windows may be computed at once, and how many may wait for being written.

    At least one, and none: many classes of a window are written before the next one is computed.
    So it is where there is room for `FEW` at most: libraries compute them in a copy of their own.

    Args:
        channels: of the scores; none of an encoder, which whoever loads it refuses.
        window_size: edge of a window, pixels.
    """
    windows = MOST_SCORES_BYTES // (4 * max(channels, 1) * window_size**2)
    windows = 1 if windows <= FEW else windows
    waiting = min(DEPTH, windows - 1)
    # Where there are several at once, one more is done and waits for its turn.
    return max(windows - waiting - 1, 1), waiting


def room_for_inputs(bands: int, window_size: int) -> tuple[int, int]:
    """Return how many windows may be computed at once, and how many may be read ahead of them.

    At least one each.

    Args:
        bands: that the network is given.
        window_size: edge of what it is given, pixels.
    """
    windows = max(MOST_INPUT_BYTES // (4 * bands * window_size**2), 2)
    ahead = max(windows // 3, 1)
    # Where there are several at once, one more is done and waits for its turn.
    return max(windows - ahead - 1, 1), ahead


def lanes_that_fit(lanes: int, in_work: int, growth_mb: float) -> int:
    """Return how many windows at once do not take too much memory, at least one.

    Args:
        lanes: how many there could be.
        in_work: how many there have been, at least.
        growth_mb: by which the process has grown since before the first of them.
    """
    limit = memory_limit()
    if limit is None or growth_mb <= 0:
        return lanes
    return min(max(int(MEMORY_SHARE * limit / (growth_mb * 1e6 / in_work)), 1), lanes)
