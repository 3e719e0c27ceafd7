"""How fast CrossEarth runs on a GPU, and how much of its matrix units the backbone uses.

The peak is not taken from a data sheet but measured: a large matrix product in the same precision.
The backbone's operations are counted from its sizes; see `backbone_flops`. Weights are random.

    python benchmarks/gpu_network.py [--batches 1 4 16] [--precisions bf16 fp16] [--write FILE]

On a CPU, which stands in where there is no GPU, it shows that everything runs, and nothing else.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path

import torch
from torch import Tensor
from torch.nn.attention import SDPBackend, sdpa_kernel

from crossearth_engine.devices.processor import cpu_name
from crossearth_engine.networks.crossearth import CONFIGS, CrossEarth, CrossEarthConfig
from crossearth_engine.networks.precision import prepare_for_gpu

NUM_CLASSES = 6
GOAL = 0.4
TYPES = {"fp32": torch.float32, "bf16": torch.bfloat16, "fp16": torch.float16}
VARIANTS = {
    "unfused": "layer by layer, attention written out",
    "eager": "layer by layer, as the engine runs it",
    "graph": "recorded as a CUDA graph",
    "compiled": "torch.compile",
}

Network = Callable[[Tensor], object]


def main(argv: Sequence[str] | None = None) -> None:
    """Run the benchmark and print its table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--architecture", default="crossearth-l-512", choices=CONFIGS)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--precisions", nargs="+", default=["bf16", "fp16"], choices=TYPES)
    parser.add_argument("--variants", nargs="+", default=list(VARIANTS), choices=VARIANTS)
    parser.add_argument("--batches", type=int, nargs="+", default=[1, 4, 16, 32])
    parser.add_argument("--repeats", type=int, default=20)
    parser.add_argument("--matrix", type=int, default=8192, help="edge of those for the peak")
    parser.add_argument("--write", type=Path, help="write the table into this file")
    arguments = parser.parse_args(argv)
    lines = []
    with torch.inference_mode():
        for line in report(arguments):
            lines.append(line)
            print(line, flush=True)
            if arguments.write:
                arguments.write.write_text("\n".join(lines) + "\n", encoding="utf-8")


def report(arguments: argparse.Namespace) -> Iterator[str]:
    """Yield what was measured as lines of Markdown, as soon as it is known."""
    config, device = CONFIGS[arguments.architecture], arguments.device
    size = config.window_size
    is_gpu = device.startswith("cuda")
    name = torch.cuda.get_device_name(device) if is_gpu else cpu_name()
    flops = backbone_flops(config)
    yield from [
        "# CrossEarth on a GPU" if is_gpu else "# CrossEarth as on a GPU, on a CPU",
        "",
        f"`python benchmarks/gpu_network.py`: {arguments.architecture} with random weights, "
        f"windows of {size} pixels, on {name}, PyTorch {torch.__version__}, medians of "
        f"{arguments.repeats} runs. The backbone takes {flops / 1e9:.0f} GFLOP per window. "
        f"*Share of peak* is its rate against that of a product of two "
        f"{arguments.matrix} x {arguments.matrix} matrices in "
        "the same precision on the same device; *windows per second* are those of the whole "
        "network, from and to the memory of the machine.",
    ]
    for precision in arguments.precisions:
        # As the engine sets it: PyTorch rounds what convolutions are given unless told not to.
        torch.backends.cudnn.allow_tf32 = precision != "fp32"
        peak = matrix_peak(arguments.matrix, TYPES[precision], device, arguments.repeats)
        yield from [
            "",
            f"## {precision}, peak {peak / 1e12:.4g} TFLOP/s",
            "",
            f"| windows at once | how | windows per second | share of peak (goal {GOAL:.0%}) "
            "| memory |",
            "|---|---|---|---|---|",
        ]
        network = build_network(config, device, TYPES[precision])
        for batch in arguments.batches:
            images = torch.randn(batch, 3, size, size)
            for variant in arguments.variants:
                if variant == "graph" and not is_gpu:
                    continue
                try:
                    whole, backbone, memory = measure(network, variant, images, device, arguments)
                except Exception as error:  # of memory or a compiler: the other rows still count
                    reason = str(error).partition("\n")[0]
                    yield f"| {batch} | {VARIANTS[variant]} | FAILED: {reason} | | |"
                    continue
                share = batch * flops / backbone / peak
                yield (
                    f"| {batch} | {VARIANTS[variant]} | {batch / whole:.4g} | {share:.0%} "
                    f"| {'' if memory is None else f'{memory / 1e9:.1f} GB'} |"
                )
        del network


def backbone_flops(config: CrossEarthConfig) -> int:
    """Return the operations of the matrix products for one window, adapter included.

    A multiplication and an addition count as two. What depends on the weights alone is not
    counted: it is computed once.
    """
    width, patches = config.width, config.grid_size**2
    tokens = patches + 1
    patch_pixels = (config.window_size // config.grid_size) ** 2
    linear = tokens * width * width * (3 + 1 + 4 + 4)  # queries keys values, projection, MLP
    attention = 2 * tokens * tokens * width
    adapter = tokens * width * (2 * config.num_queries + width)
    embedding = patches * patch_pixels * 3 * width
    return 2 * (config.depth * (linear + attention + adapter) + embedding)


def matrix_peak(edge: int, dtype: torch.dtype, device: str, repeats: int) -> float:
    """Return the operations per second of a large matrix product: the best of its runs."""
    a, b = (torch.randn(edge, edge, device=device).to(dtype) for _ in range(2))
    return 2 * edge**3 / min(timed(lambda: a @ b, device, repeats))


def build_network(config: CrossEarthConfig, device: str, dtype: torch.dtype) -> CrossEarth:
    """Return a network with random weights, prepared as the engine does it for a GPU."""
    torch.manual_seed(0)
    with torch.device(device):
        network = CrossEarth(config, NUM_CLASSES).eval()
    if dtype != torch.float32:
        prepare_for_gpu(network, dtype)
    return network


def measure(
    network: CrossEarth, variant: str, images: Tensor, device: str, arguments: argparse.Namespace
) -> tuple[float, float, int | None]:
    """Return seconds of the network, seconds of its backbone, and bytes on the device, if known."""
    is_gpu = device.startswith("cuda")
    if is_gpu:
        torch.cuda.empty_cache()
        torch.cuda.reset_peak_memory_stats(device)
    given = images.to(device)
    network(given)  # remembers what does not depend on the image: a compiler would not
    kernels = sdpa_kernel(SDPBackend.MATH) if variant == "unfused" else nullcontext()
    with kernels:
        whole, backbone = (as_variant(part, variant, given) for part in (network, network.backbone))
        whole_s = timed(lambda: whole(images.to(device)).cpu(), device, arguments.repeats)
        backbone_s = timed(lambda: backbone(given), device, arguments.repeats)
    memory = torch.cuda.max_memory_allocated(device) if is_gpu else None
    return statistics.median(whole_s), statistics.median(backbone_s), memory


def as_variant(network: torch.nn.Module, variant: str, example: Tensor) -> Network:
    """Return a network that computes the same in another way."""
    if variant == "compiled":
        torch.compiler.reset()
        # On a CPU there may be no compiler; that it can be traced shows without one.
        return torch.compile(network, backend="inductor" if example.is_cuda else "eager")
    return recorded(network, example) if variant == "graph" else network


def recorded(network: Network, example: Tensor) -> Network:
    """Return a network whose kernels are launched as one; for inputs of this shape only."""
    given = example.clone()
    side = torch.cuda.Stream()
    side.wait_stream(torch.cuda.current_stream())
    with torch.cuda.stream(side):  # libraries set themselves up in their first calls
        for _ in range(3):
            network(given)
    torch.cuda.current_stream().wait_stream(side)
    graph = torch.cuda.CUDAGraph()
    with torch.cuda.graph(graph):
        result = network(given)

    def replay(x: Tensor) -> object:
        given.copy_(x)
        graph.replay()
        return result

    return replay


def timed(call: Callable[[], object], device: str, repeats: int) -> list[float]:
    """Return the seconds of each run, after two that do not count."""
    seconds = []
    for _ in range(2 + repeats):
        synchronize(device)
        start = time.perf_counter()
        call()
        synchronize(device)
        seconds.append(time.perf_counter() - start)
    return seconds[2:]


def synchronize(device: str) -> None:
    """Wait until the device has done all that it was given."""
    if device.startswith("cuda"):
        torch.cuda.synchronize(device)


if __name__ == "__main__":
    main()
