"""The benchmark for GPUs where there is none: on a CPU everything runs but the CUDA graph."""
# ruff: noqa: E402 - what may be absent is asked for first

import pytest

torch = pytest.importorskip("torch", reason="torch is an extra")

from torch.nn.attention import SDPBackend, sdpa_kernel
from torch.utils.flop_counter import FlopCounterMode

from benchmarks import gpu_network as gpu
from tests.engine.networks.tiny import TINY, image, lively


def rows_of(tmp_path, *options):
    table = tmp_path / "table.md"
    tiny = ["--architecture", "crossearth-tiny-128", "--device", "cpu", "--matrix", "256"]
    gpu.main([*tiny, "--repeats", "1", "--write", str(table), *options])
    text = table.read_text(encoding="utf-8")
    return [line.split(" | ") for line in text.splitlines() if line.startswith(("| 1", "| 2"))]


def test_it_runs_on_a_cpu_with_a_small_network(tmp_path):
    variants = ["--variants", "unfused", "eager", "graph"]
    rows = rows_of(tmp_path, "--batches", "1", "2", "--precisions", "fp32", "bf16", *variants)
    assert len(rows) == 2 * 2 * 2
    assert all(float(row[2]) > 0 for row in rows)


@pytest.mark.slow
def test_the_compiler_can_trace_the_network(tmp_path):
    (row,) = rows_of(tmp_path, "--batches", "1", "--precisions", "bf16", "--variants", "compiled")
    assert float(row[2]) > 0


@torch.inference_mode()
def test_operations_are_counted_as_the_profiler_counts_them():
    network = lively()
    pixels = image(TINY.window_size, TINY.window_size)
    network.backbone(pixels)  # remembers what is computed once
    with sdpa_kernel(SDPBackend.MATH), FlopCounterMode(display=False) as counter:
        network.backbone(pixels)
    assert gpu.backbone_flops(TINY) == counter.get_total_flops()


@pytest.mark.gpu
@pytest.mark.skipif(not torch.cuda.is_available(), reason="no GPU that PyTorch can use")
@torch.inference_mode()
def test_a_recorded_network_gives_the_same_scores():
    network = gpu.build_network(TINY, "cuda", torch.bfloat16)
    pixels = image(TINY.window_size, TINY.window_size, batch=2).cuda()
    expected = network(pixels)
    again = gpu.recorded(network, torch.zeros_like(pixels))(pixels)
    torch.testing.assert_close(again, expected, atol=1e-2, rtol=0)
