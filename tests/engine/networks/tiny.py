"""CrossEarth networks with weights that make every part of them matter."""

import sys
import types
from collections import OrderedDict

import numpy as np
import torch

from crossearth_engine.networks.crossearth import CONFIGS, CrossEarth

TABLES = ("learnable_tokens", "cls_token", "pos_embed", "level_")
TINY = CONFIGS["crossearth-tiny-128"]


def lively(num_classes=5, seed=0, config=TINY):
    """A network in which, unlike in a new one, no branch is too faint to be noticed."""
    network = CrossEarth(config, num_classes)
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for name, tensor in network.named_parameters():
            noise = torch.randn(tensor.shape, generator=generator)
            if "gamma" in name:
                tensor.copy_(0.25 + 0.05 * noise)
            elif "norm" in name or ".gn." in name:
                tensor.copy_(0.1 * noise + (1 if name.endswith("weight") else 0))
            elif tensor.ndim == 0:  # the scale of an adapter
                tensor.fill_(0.5)
            elif tensor.ndim == 1 or any(part in name for part in TABLES):
                tensor.copy_(0.5 * noise)
            else:
                tensor.copy_(noise / tensor[0].numel() ** 0.5)
        # Masks steeper than this would turn rounding errors into errors of the scores.
        network.decode_head.mask_embed[4].weight.mul_(0.2)
    return network.eval()


def image(height, width, batch=1, seed=1):
    """Normalised pixels, smooth enough to have objects."""
    coarse = torch.randn(
        batch, 3, height // 8 + 1, width // 8 + 1, generator=torch.Generator().manual_seed(seed)
    )
    return torch.nn.functional.interpolate(coarse, (height, width), mode="bilinear")


class HistoryBuffer:
    """As mmengine logs it: arrays, numbers of numpy, and references to methods of its own."""

    def __init__(self):
        self._log_history = np.array([0.5, 0.25])
        self._count_history = np.array([1, 1], dtype=np.int64)
        self._statistics_methods = OrderedDict(mean=HistoryBuffer.mean)
        self.last = np.float64(0.25)

    def mean(self):
        raise AssertionError("a method of a logged object was called")

    def __setstate__(self, state):
        raise AssertionError("a logged object was restored")


def save_like_published(path, tensors):
    """Save a checkpoint laid out like those of mmengine, with tensors of unreleased training."""
    module = types.ModuleType("mmengine.logging.history_buffer")
    module.HistoryBuffer = HistoryBuffer
    content = {
        "meta": {
            "epoch": 0,
            "iter": 30_000,
            "dataset_meta": {"classes": ("a", "b"), "palette": [[255, 255, 255], [0, 0, 255]]},
            "seed": np.int64(42),
        },
        "state_dict": OrderedDict(
            **tensors,
            **{
                "backbone.reins.high_extractor.0.weight": torch.zeros(4, 3, 3, 3),
                "backbone.reins.high_extractor.1.bias": torch.zeros(4),
                "auxiliary_head.conv_seg.weight": torch.zeros(2, 4, 1, 1),
                "style_augmentor.decoder.weight": torch.zeros(3),
            },
        ),
        "message_hub": {
            "log_scalars": OrderedDict({"train/loss": HistoryBuffer()}),
            "runtime_info": OrderedDict(iter=np.int64(30_000), last=np.float32(0.5)),
            "resumed_keys": OrderedDict(),
        },
        "optimizer": {"state": {}, "param_groups": [{"lr": 1e-4, "betas": (0.9, 0.999)}]},
    }
    packages = ("mmengine", "mmengine.logging", "mmengine.logging.history_buffer")
    own = HistoryBuffer.__module__
    HistoryBuffer.__module__ = packages[-1]
    sys.modules.update(dict.fromkeys(packages, module))
    try:
        torch.save(content, path)
    finally:
        HistoryBuffer.__module__ = own
        for name in packages:
            del sys.modules[name]
    return path
