"""How fast CrossEarth runs on this CPU, against the plain path, and what less precision costs.

Every variant waits in a process of its own and they take turns; what counts is the ratio of its
time to that of the plain path in the same round, and the median over the rounds. The weights are
random: time does not depend on them. How many labels survive less precision does, so that is also
measured on a small CrossEarth trained on the spot, if a folder with images is given.

    python benchmarks/crossearth.py [--batches 1 4] [--rounds 9] [--images DIR] [--write FILE]
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import safetensors.torch
import small_crossearth
import torch
from plain_crossearth import plain_scores
from segment import instructions
from torch import Tensor

from crossearth_engine.devices.openvino_library import has_bf16_matrix_unit
from crossearth_engine.devices.processor import cpu_name, peak_rss_mb, usable_cores
from crossearth_engine.inference.load import load_backend
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.models.onnx_export import export_onnx
from crossearth_engine.networks.crossearth import (
    CONFIGS,
    MEAN,
    STDDEV,
    CrossEarth,
    CrossEarthConfig,
)
from crossearth_engine.networks.precision import prepare_for_cpu
from crossearth_engine.shared.palette import ClassInfo, distinct_color

NUM_CLASSES = 6
VARIANTS = {
    "plain": "as the official code computes, fp32",
    "fp32": "ours, fp32",
    "bf16": "ours, bf16",
    "int8": "ours, int8 linear layers",
    "onnxruntime": "ours exported, onnxruntime, fp32",
}
BUDGETS = {"fp32": 0.4, "bf16": 0.2 if has_bf16_matrix_unit() else 0.4, "int8": 0.4}
# Of a product as in the backbone: tokens, width, and what they become.
PRODUCT = (1025, 1024, 4096)


def main() -> None:
    """Run the benchmark, or one variant of it in this process."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--architecture", default="crossearth-l-512", choices=CONFIGS)
    parser.add_argument("--batches", type=int, nargs="*", default=[1, 4])
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--threads", type=int, default=usable_cores())
    parser.add_argument("--variants", nargs="+", default=list(VARIANTS), choices=VARIANTS)
    parser.add_argument("--images", type=Path, help="folder to train the small network on")
    parser.add_argument("--steps", type=int, default=3000, help="of training")
    parser.add_argument("--kept", type=Path, help="file to keep what is trained in, and to go on")
    parser.add_argument("--write", type=Path, help="write the tables into this file")
    parser.add_argument("--measure", nargs=3, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.measure:
        variant, folder, batch = arguments.measure
        if variant == "prepare":
            prepare(arguments, Path(folder))
        else:
            measure(variant, arguments, Path(folder), int(batch))
        return

    with tempfile.TemporaryDirectory() as folder:
        # Not in this process: on Linux, its peak would be counted as that of its children.
        if arguments.batches:
            start_child(arguments, "prepare", folder, 0).communicate()
        tables = [
            as_table(batch, run_rounds(arguments, folder, batch)) for batch in arguments.batches
        ]
    if arguments.images:
        tables.append(
            small_crossearth.as_table(
                arguments.images, arguments.steps, arguments.threads, arguments.kept
            )
        )
    text = "\n\n".join([introduction(arguments), *tables]) + "\n"
    print(text)
    if arguments.write:
        arguments.write.write_text(text, encoding="utf-8")


def start_child(
    arguments: argparse.Namespace, task: str, folder: str, batch: int
) -> subprocess.Popen[str]:
    """Start this script for one task in a process of its own, with pipes to and from it."""
    command = [sys.executable, __file__, "--architecture", arguments.architecture]
    command += ["--threads", str(arguments.threads), "--variants", *arguments.variants]
    command += ["--measure", task, folder, str(batch)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)


def ask(child: subprocess.Popen[str]) -> dict[str, float]:
    """Return the answer of a child to one line."""
    child.stdin.write("\n")
    child.stdin.flush()
    answer = child.stdout.readline()
    if not answer:
        raise RuntimeError(f"{child.args[-3]} has ended early")
    return json.loads(answer)


def prepare(arguments: argparse.Namespace, folder: Path) -> None:
    """Write random weights into the folder, as safetensors and, if that is timed, as ONNX."""
    architecture = arguments.architecture
    torch.manual_seed(0)
    network = CrossEarth(CONFIGS[architecture], NUM_CLASSES).eval()
    enliven(network, random_images(CONFIGS[architecture], batch=1, seed=2))
    safetensors.torch.save_file(network.state_dict(), folder / "model.safetensors")
    if "onnxruntime" not in arguments.variants:
        return
    model = describe(architecture, folder / "model.onnx")
    export_onnx(network, model, model.weights, is_half_stored=False, is_size_dynamic=False)


@torch.inference_mode()
def enliven(network: CrossEarth, image: Tensor) -> None:
    """Give a new network what trained ones have: branches that matter, queries that differ.

    Without that the blocks of the backbone add next to nothing, and every pixel has one label.
    """
    for name, parameter in network.named_parameters():
        if name.endswith("gamma"):
            parameter.fill_(0.25)
        elif name.endswith("reins.scale"):
            parameter.fill_(0.5)
        elif "learnable_tokens" in name:
            parameter.mul_(20)
        elif "transformer_decoder" in name and name.endswith("out_proj.weight"):
            parameter.mul_(0.1)
    head = network.decode_head
    (prediction,) = network.predict(image)
    head.cls_embed.weight.mul_(4 / prediction.class_logits.std(1).mean())
    steepness = 2 / prediction.mask_logits.std((2, 3)).mean()
    head.mask_embed[4].weight.mul_(steepness)
    head.mask_embed[4].bias.mul_(steepness)
    (prediction,) = network.eval().predict(image)
    head.cls_embed.bias.sub_(prediction.class_logits.mean((0, 1)))
    network.eval()  # forgets


def random_images(config: CrossEarthConfig, batch: int, seed: int) -> Tensor:
    """Return noise that is smooth enough to have objects, (B, 3, H, W)."""
    generator = torch.Generator().manual_seed(seed)
    noise = torch.randn(batch, 3, config.grid_size, config.grid_size, generator=generator)
    size = (config.window_size, config.window_size)
    return torch.nn.functional.interpolate(noise, size, mode="bilinear")


def describe(architecture: str, weights: Path) -> ModelInfo:
    """Return what the backends need to know of the network."""
    size = CONFIGS[architecture].window_size
    return ModelInfo(
        id="benchmark",
        name="Benchmark",
        description="",
        license="GPL-3.0-or-later",
        trained_on="",
        weights=weights,
        architecture=architecture,
        bands=("red", "green", "blue"),
        mean=MEAN,
        std=STDDEV,
        window_size=size,
        overlap=size // 3,
        gsd_m=None,
        gsd_range_m=None,
        classes=tuple(
            ClassInfo(i, str(i), distinct_color(i, NUM_CLASSES)) for i in range(NUM_CLASSES)
        ),
        scores="probabilities",
    )


def run_rounds(
    arguments: argparse.Namespace, folder: str, batch: int
) -> dict[str, list[dict[str, float]]]:
    """Return the measurements of every variant, one per round.

    All wait with their network loaded, and run one batch each in turn: what else the machine does
    then hits all of them alike.
    """
    children = {}
    for variant in arguments.variants:  # one after the other: the plain one leaves its scores
        children[variant] = start_child(arguments, variant, folder, batch)
        ask(children[variant])
    measured: dict[str, list[dict[str, float]]] = {variant: [] for variant in children}
    for _ in range(arguments.rounds):
        for variant, child in children.items():
            measured[variant].append(ask(child))
            print(batch, variant, measured[variant][-1], file=sys.stderr)
    for child in children.values():
        child.communicate()
    return measured


def measure(variant: str, arguments: argparse.Namespace, folder: Path, batch: int) -> None:
    """Run a batch through one variant for every line on stdin, and print what was measured."""
    torch.set_num_threads(arguments.threads)
    config = CONFIGS[arguments.architecture]
    images = random_images(config, batch, seed=1)
    if variant == "onnxruntime":
        backend = load_backend(
            describe(arguments.architecture, folder / "model.onnx"), "cpu", arguments.threads
        )

        def run() -> Tensor:
            return torch.from_numpy(backend.run(images.numpy()))
    elif variant == "plain":
        weights = safetensors.torch.load_file(folder / "model.safetensors")

        def run() -> Tensor:
            return plain_scores(weights, config, images)
    else:
        with torch.device("meta"):
            network = CrossEarth(config, NUM_CLASSES)
        network.load_state_dict(
            safetensors.torch.load_file(folder / "model.safetensors"), assign=True
        )
        prepare_for_cpu(network.eval(), variant)

        def run() -> Tensor:
            return network(images)

    backbone_s: list[float] = []
    if variant in ("fp32", "bf16"):
        network.backbone.register_forward_pre_hook(lambda *_: backbone_s.append(-cpu_s()))
        network.backbone.register_forward_hook(lambda *_: backbone_s.append(cpu_s()))
    reference = folder / f"scores-{batch}.npy"
    with torch.inference_mode():
        for _ in sys.stdin:
            backbone_s.clear()
            start = cpu_s()
            scores = run().numpy()
            result = {"s": cpu_s() - start, "peak_mb": peak_rss_mb()}
            if backbone_s:
                type_ = torch.bfloat16 if variant == "bf16" else torch.float32
                rate = batch * backbone_flop(config) / sum(backbone_s)
                result["share"] = rate / matrix_rate(type_)
            if variant == "plain" and not reference.exists():
                np.save(reference, scores)
            if reference.exists():
                expected = np.load(reference)
                result["difference"] = float(np.abs(expected - scores).max())
                result["labels"] = len(np.unique(expected.argmax(1)))
                result["same"] = float((expected.argmax(1) == scores.argmax(1)).mean())
            print(json.dumps(result), flush=True)


def cpu_s() -> float:
    """Return the CPU time of this process, seconds: on one thread what an idle machine takes."""
    return time.process_time()


def backbone_flop(config: CrossEarthConfig) -> float:
    """Return the operations of the products in the backbone, of one window."""
    tokens, width = config.grid_size**2 + 1, config.width
    linear = 12 * width**2 + 2 * config.num_queries * width + width**2
    return config.depth * (2 * tokens * linear + 4 * tokens**2 * width)


def matrix_rate(type_: torch.dtype) -> float:
    """Return the operations per second of CPU time of one large product."""
    tokens, width, hidden = PRODUCT
    x, weight = torch.randn(tokens, width, dtype=type_), torch.randn(width, hidden, dtype=type_)
    taken = []
    for _ in range(10):
        start = cpu_s()
        x @ weight
        taken.append(cpu_s() - start)
    return 2 * tokens * width * hidden / min(taken)


def introduction(arguments: argparse.Namespace) -> str:
    """Return what was measured, and on what."""
    size = CONFIGS[arguments.architecture].window_size
    return f"""# CrossEarth on a CPU

`python benchmarks/crossearth.py`: {arguments.architecture} with random weights, windows of
{size} pixels, on {cpu_name()} ({", ".join(instructions())}),
{arguments.threads} thread(s), PyTorch {torch.__version__}{limited()}.

The variants, each in a process of its own, take turns; figures are medians over the turns. *Time*
is CPU time relative to the plain path's in the same turn: the network step by step as its official
code computes it, on the same PyTorch. *Matrix rate* is how much of the rate of a single large
product of the same type the backbone reaches with its own. *Peak memory* is that of the whole
process, loading included. *Largest difference* is that of the scores from the plain path's; scores
reach 100, the number of queries. *Same labels* is the share of pixels with the plain path's label.
The queries of a random network know nothing: most of its labels are close calls, unlike those of a
trained one."""


def limited() -> str:
    """Return which instructions oneDNN is held to, if it is, as a machine without newer ones."""
    most = os.environ.get("ONEDNN_MAX_CPU_ISA")
    return f", with `ONEDNN_MAX_CPU_ISA={most}`" if most else ""


def as_table(batch: int, measured: dict[str, list[dict[str, float]]]) -> str:
    """Return the measurements at one batch size as a Markdown table."""
    labels = next(iter(measured.values()))[0].get("labels")
    lines = [
        f"## {batch} window{'s' if batch > 1 else ''} at once",
        "",
        *([f"The plain path finds {labels} classes.", ""] if labels else []),
        "| variant | time | budget | CPU seconds per window | matrix rate | peak memory "
        "| largest difference | same labels |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for variant, results in measured.items():
        ratios = [r["s"] / p["s"] for r, p in zip(results, measured.get("plain", results))]
        seconds = statistics.median(r["s"] for r in results) / batch
        shares = [r["share"] for r in results if "share" in r]
        share = f"{100 * statistics.median(shares):.0f} %" if shares else ""
        peak_gb = max(r["peak_mb"] for r in results) / 1000
        difference, same = (results[0].get(name) for name in ("difference", "same"))
        lines.append(
            f"| {VARIANTS[variant]} | {statistics.median(ratios):.2f} "
            f"| {BUDGETS.get(variant, '')} | {seconds:.1f} | {share} | {peak_gb:.1f} GB "
            f"| {'' if difference is None else f'{difference:.1g}'} "
            f"| {'' if same is None else f'{100 * same:.2f} %'} |"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
