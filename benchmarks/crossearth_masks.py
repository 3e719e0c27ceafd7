"""Why scores differ between two ways to compute CrossEarth: masks next to their threshold.

A query sees the cells where its mask is positive. Rounding that turns the sign of a value next to
zero changes what the query sees, and with it the scores by far more than rounding does. The script
counts such cells between our network and the plain path, and computes ours once more with the
plain path's masks: what is left is rounding. It also compares a batch with its images one by one.

    python benchmarks/crossearth_masks.py [--architecture NAME] [--batch 4] [--seed 1]
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import plain_crossearth
import torch
from torch import Tensor

from crossearth_engine.devices.processor import usable_cores
from crossearth_engine.networks.crossearth import CONFIGS, CrossEarth
from crossearth_engine.networks.precision import prepare_for_cpu

NUM_CLASSES = 6


def main() -> None:
    """Print what differs, and what is left of it with the same masks."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--architecture", default="crossearth-l-512", choices=CONFIGS)
    parser.add_argument("--batch", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1, help="of the images")
    parser.add_argument("--threads", type=int, default=usable_cores())
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    for line in compare(arguments.architecture, arguments.batch, arguments.seed):
        print(line, flush=True)


@torch.inference_mode()
def compare(architecture: str, batch: int, seed: int) -> Iterator[str]:
    """Yield the findings as lines of text."""
    config = CONFIGS[architecture]
    torch.manual_seed(0)
    network = CrossEarth(config, NUM_CLASSES).eval()
    weights = {name: tensor.clone() for name, tensor in network.state_dict().items()}
    prepare_for_cpu(network)
    images = torch.randn(
        batch, 3, config.window_size, config.window_size,
        generator=torch.Generator().manual_seed(seed),
    )  # fmt: skip

    with recorded(network) as (ours_seen, logits):
        ours = network(images)
    with recorded_plain() as plain_seen:
        plain = plain_crossearth.plain_scores(weights, config, images)
    yield f"ours against the plain path, {batch} images: {per_image(ours, plain)}"
    for i, (mine, theirs) in enumerate(zip(ours_seen, plain_seen)):
        for image, query in (mine != theirs).any(-1).nonzero().tolist():
            cells = (mine != theirs)[image, query]
            value = logits[i][image, query][cells].abs().max()
            spread = logits[i][image, query].abs().mean()
            yield (
                f"  layer {i}, image {image}, query {query}: {int(cells.sum())} of {len(cells)} "
                f"cells differ, |logit| <= {value:.1e} there and {spread:.1e} on average"
            )
    with imposed(network, plain_seen):
        yield f"ours with the plain path's masks: {per_image(network(images), plain)}"

    with recorded(network) as (single_seen, _):
        singly = torch.cat([network(image[None]) for image in images])
    layers = config.decoder_layers
    single_seen = [torch.cat(single_seen[i::layers]) for i in range(layers)]
    flips = sum(int((a != b).sum()) for a, b in zip(ours_seen, single_seen))
    yield f"ours, the batch against its images one by one: {per_image(ours, singly)}"
    yield f"  cells of masks that differ: {flips}"
    with imposed(network, single_seen):
        yield f"  with the same masks: {per_image(network(images), singly)}"


def per_image(scores: Tensor, expected: Tensor) -> str:
    """Return the largest difference of each image's scores."""
    return ", ".join(f"{value:.1e}" for value in (scores - expected).abs().amax((1, 2, 3)).tolist())


@contextmanager
def recorded(network: CrossEarth) -> Iterator[tuple[list[Tensor], list[Tensor]]]:
    """Collect what queries see (B, Q, N) at each layer of the decoder, and the values behind it."""
    head = network.decode_head
    seen: list[Tensor] = []
    logits: list[Tensor] = []
    maps: list[Tensor] = []

    def remember_maps(module: Any, inputs: Any, output: tuple[list[Tensor], Tensor]) -> None:
        memories, pixels = output
        maps[:] = [
            torch.nn.functional.interpolate(pixels, memory.shape[2:], mode="bilinear").flatten(2)
            for memory in memories
        ]

    def remember_layer(module: Any, inputs: tuple[Tensor, ...]) -> None:
        logits.append(head._mask_embedding(inputs[0]) @ maps[len(seen) % len(maps)])
        seen.append(inputs[4][:, 0])

    hooks = [head.pixel_decoder.register_forward_hook(remember_maps)]
    hooks += [
        layer.register_forward_pre_hook(remember_layer) for layer in head.transformer_decoder.layers
    ]
    try:
        yield seen, logits
    finally:
        for hook in hooks:
            hook.remove()


@contextmanager
def imposed(network: CrossEarth, seen: list[Tensor]) -> Iterator[None]:
    """Let queries see what is given instead of what they decide."""
    hooks = [
        layer.register_forward_pre_hook(
            lambda module, inputs, mask=mask: (*inputs[:4], mask[:, None])
        )
        for layer, mask in zip(network.decode_head.transformer_decoder.layers, seen)
    ]
    try:
        yield
    finally:
        for hook in hooks:
            hook.remove()


@contextmanager
def recorded_plain() -> Iterator[list[Tensor]]:
    """Collect what queries see (B, Q, N) at each layer of the plain path."""
    original = plain_crossearth._multihead
    seen: list[Tensor] = []

    def remember(*arguments: Any) -> Tensor:
        if len(arguments) == 7:  # only the cross attention has a mask
            seen.append(~arguments[6])
        return original(*arguments)

    plain_crossearth._multihead = remember
    try:
        yield seen
    finally:
        plain_crossearth._multihead = original


if __name__ == "__main__":
    main()
