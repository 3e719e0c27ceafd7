"""CrossEarth networks with weights that make every part of them matter."""

import torch

from crossearth_engine.models.crossearth import CONFIGS, CrossEarth

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
            elif name.endswith("reins.scale"):
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
