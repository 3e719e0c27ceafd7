# ruff: noqa: E402 - what may be absent is asked for first
import pytest

torch = pytest.importorskip("torch", reason="torch is an extra")

from crossearth_engine.models.registry import build
from crossearth_engine.networks.earth_adapter import EarthAdapter, low_pass

SHAPE = (6, 9)


@pytest.fixture
def adapter():
    torch.manual_seed(0)
    return EarthAdapter(width=32, depth=8, patch_size=16, num_tokens=5, rank=4, query_width=8)


def test_low_pass_keeps_slow_waves_and_drops_fast_ones():
    steps = torch.arange(40) * (2 * torch.pi / 40)
    slow, fast = (3 * steps).cos() + 2, (11 * steps).cos()
    torch.testing.assert_close(low_pass(40, 0.3) @ (slow + fast), slow, atol=1e-4, rtol=0)
    torch.testing.assert_close(low_pass(7, 1.0), torch.eye(7), atol=1e-5, rtol=0)


def test_filter_equals_the_fourier_transform(adapter):
    patches = torch.randn(2, 54, 32)
    spectrum = torch.fft.fft2(patches.unflatten(1, SHAPE), dim=(1, 2))
    rows, cols = (2 * torch.fft.fftfreq(length).abs() <= 0.3 for length in SHAPE)
    spectrum *= (rows[:, None] & cols)[None, ..., None]
    expected = torch.fft.ifft2(spectrum, dim=(1, 2)).real.flatten(1, 2)
    found = adapter.blocks[0]._low_pass(patches, SHAPE)
    torch.testing.assert_close(found, expected, atol=1e-5, rtol=0)


@torch.inference_mode()
def test_class_token_passes_unchanged_in_all_blocks(adapter):
    x = torch.randn(2, 55, 32)
    for block in range(8):
        edited = adapter(x, block, SHAPE)
        assert torch.equal(edited[:, 0], x[:, 0])
        assert (edited[:, 1:] != x[:, 1:]).any()


def test_every_weight_learns(adapter):
    x = torch.randn(1, 55, 32)
    for block in range(8):
        x = adapter(x, block, SHAPE)
    (x.square().sum() + adapter.queries().square().sum()).backward()
    assert all(parameter.grad is not None for parameter in adapter.parameters())


def test_network_with_the_adapter_is_built_by_its_name():
    network = build("earth-adapter-tiny-128", 3, 3).eval()
    with torch.inference_mode():
        assert network(torch.zeros(1, 3, 128, 160)).shape == (1, 3, 128, 160)
