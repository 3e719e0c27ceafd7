"""The curve that tells how cost grows, where it is known."""

import sys
from pathlib import Path

import numpy as np
import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
SIZES = [1.0, 4.0, 16.0, 64.0, 256.0]


@pytest.fixture
def growth(monkeypatch):
    """Return the script, which finds the others where it is itself."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    import growth

    yield growth
    for name in ("growth", "segment", "unet"):
        sys.modules.pop(name, None)


@pytest.mark.parametrize("exponent", [0.5, 1.0, 1.5, 2.0])
@pytest.mark.parametrize("constant", [0.0, 0.3, 20.0])
def test_the_exponent_is_found_beside_what_is_always_there(growth, exponent, constant):
    taken = [constant + 0.2 * size**exponent for size in SIZES]
    found = growth.fit_growth(SIZES, taken)
    if taken[-1] - taken[0] < 0.2 * taken[0]:
        assert found.exponent is None
        return
    assert found.exponent == pytest.approx(exponent, abs=0.02)
    assert found.at(np.array(SIZES)) == pytest.approx(taken, rel=0.02)


def test_figures_that_differ_by_chance_do_not_grow(growth):
    rng = np.random.default_rng(0)
    found = growth.fit_growth(SIZES, rng.uniform(195, 205, len(SIZES)))
    assert found.exponent is None
    assert found.at(np.array([1.0, 256.0])) == pytest.approx(200, rel=0.03)


def test_the_exponent_bears_the_noise_of_single_runs(growth):
    rng = np.random.default_rng(1)
    taken = [(0.9 + 0.3 * size) * rng.uniform(0.95, 1.05) for size in SIZES]
    assert growth.fit_growth(SIZES, taken).exponent == pytest.approx(1.0, abs=0.15)


def test_two_figures_tell_no_curve(growth):
    with pytest.raises(ValueError, match="tell no curve"):
        growth.fit_growth([1.0, 2.0], [1.0, 2.0])


def test_page_and_plot_show_what_is_kept_and_leave_out_what_tells_nothing(growth):
    figures = {str(edge): {"cpu_s": edge / 500, "wall_s": edge / 800, "peak_mb": 200.0}
               for edge in (1024, 2048, 4096)}  # fmt: skip
    kept = {"pixels": figures, "bands": {"3": {"cpu_s": 1.0, "wall_s": 1.0, "peak_mb": 200.0}}}
    page = growth.as_page(kept, "growth.svg")
    # CPU time goes with the edge, so with the square root of the pixels; memory does not grow.
    assert "| pixels | 0.50 | 0.50 | – |" in page
    assert "| 4,096² | 8.19 | 5.12 | 200 |" in page
    assert "## Bands" not in page
    plot = growth.as_plot(kept)
    assert plot.count("<circle") == 9
    assert plot.count("<polyline") == 3
