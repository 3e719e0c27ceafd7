"""The network that the full recipe trains: a model's weights, new classes, losses.

Of CrossEarth the backbone is frozen, adapters and head learn; of the compact networks everything
does, except the statistics of their batch norms: patches of one raster would shift them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import torch
from torch import Generator, Tensor, nn

from crossearth_engine.errors import IncompatibleModel, InvalidRequest
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.models.onnx_weights import load_onnx_weights
from crossearth_engine.models.registry import build, load_to_adapt
from crossearth_engine.networks.crossearth import CrossEarth, with_adapter
from crossearth_engine.networks.efficientnet_fpn import EfficientNetFPN
from crossearth_engine.shared.palette import ClassInfo
from crossearth_engine.training.full.losses import segmentation_loss
from crossearth_engine.training.full.mask_losses import mask_classification_loss
from crossearth_engine.training.full.masked_modelling import MaskedImageBranch

Network = EfficientNetFPN | CrossEarth

_LABEL_SMOOTHING = 0.05
_NOT_DECAYED = ("learnable_tokens", "level_embed", "level_encoding", "scale", "cover_value")


def load_network(
    model: ModelInfo, classes: Sequence[ClassInfo], adapter: str = "rein"
) -> tuple[Network, str]:
    """Return a model's network with an output for each class, and its architecture.

    Classes that the model knows by the same name keep what it has learned of them.

    Args:
        model: where to start.
        classes: the new classes.
        adapter: ``rein``, as in the published CrossEarth; the others start anew.

    Raises:
        UnreadableModel, IncompatibleModel: if the weights cannot be trained on.
        InvalidRequest: if the network has no such adapter.
    """
    if model.weights.suffix.lower() == ".onnx":
        known = build(model.architecture, len(model.classes), len(model.bands))
        load_onnx_weights(known, model.weights)
    else:
        known = load_to_adapt(model, max(len(model.classes), 1))  # a plain backbone has none
    if not isinstance(known, (EfficientNetFPN, CrossEarth)):
        reason = (
            f"the recipe full trains no networks of the kind {model.architecture}. Export it "
            "(crossearth models export), and adapt what was exported by the recipe quick."
        )
        raise IncompatibleModel(path=model.weights, reason=reason)
    return _with_classes(known, model, classes, adapter)


def _with_classes(
    known: Network, model: ModelInfo, classes: Sequence[ClassInfo], adapter: str
) -> tuple[Network, str]:
    is_crossearth = isinstance(known, CrossEarth)
    if not is_crossearth and adapter != "rein":
        reason = (
            f"{model.name} has no adapters: all of it is trained. Leave the adapter out, or choose "
            "a model of CrossEarth."
        )
        raise InvalidRequest(reason=reason)
    architecture = (
        with_adapter(model.architecture, adapter) if is_crossearth else model.architecture
    )
    network = build(architecture, len(classes), len(model.bands))
    if not isinstance(network, (EfficientNetFPN, CrossEarth)):
        raise TypeError(f"{architecture} has become another network")
    # What the other adapter or other classes have no place for is left out, or starts anew.
    state, fresh = known.state_dict(), network.state_dict()
    fitting = {k: v for k, v in state.items() if k in fresh and fresh[k].shape == v.shape}
    network.load_state_dict(fitting, strict=False)
    names = [item.name for item in model.classes]
    rows = [(i, names.index(c.name)) for i, c in enumerate(classes) if c.name in names]
    layer = "decode_head.cls_embed" if is_crossearth else "classifier"
    if is_crossearth:
        rows.append((len(classes), len(names)))  # "no object"
    new, old = network.get_submodule(layer), known.get_submodule(layer)
    with torch.no_grad():
        for parameter, source in zip(new.parameters(), old.parameters(), strict=True):
            for row, source_row in rows:
                parameter[row] = source[source_row]
    return network, architecture


class Trainee(nn.Module):
    """A network with its losses: patches in, losses out. One module, for several processes.

    Args:
        network: what is trained.
        masked_share: share of the blocks that are covered for masked image modelling; 0 leaves
            the branch out.
    """

    def __init__(self, network: Network, masked_share: float) -> None:
        super().__init__()
        self.network = network
        if isinstance(network, CrossEarth):
            for name, parameter in network.backbone.named_parameters():
                parameter.requires_grad_(name.startswith("reins."))
            map_channels = [network.config.width] * len(network.config.feature_blocks)
            in_channels = network.backbone.patch_embed.proj.in_channels
        else:
            map_channels = network.encoder.level_channels
            in_channels = network.encoder._conv_stem.in_channels
        self.branch = (
            MaskedImageBranch(map_channels, in_channels, share=masked_share)
            if masked_share > 0
            else None
        )
        # Which of them learn at a time, may change.
        self._learned = [name for name, p in self.named_parameters() if p.requires_grad]

    def train(self, mode: bool = True) -> Trainee:
        """Set the mode; the statistics of batch norms stay as they are."""
        super().train(mode)
        for module in self.modules():
            if isinstance(module, nn.BatchNorm2d):
                module.eval()
        return self

    def forward(
        self, images: Tensor, labels: Tensor, generator: Generator, originals: Tensor
    ) -> dict[str, Tensor]:
        """Return the loss to be minimised, ``loss``, and its parts, all scalars.

        Args:
            images: (B, C, H, W) normalised.
            labels: (B, H, W) int64, classes or IGNORE_INDEX.
            generator: source of the random numbers, on the CPU.
            originals: the images before they were restyled. Masked image modelling covers parts of
                them and rebuilds them; segmentation sees ``images``, uncovered.
        """
        maps = self._maps(images)
        segmentation = self._segmentation(maps, labels, generator)
        if self.branch is None:
            return {"loss": segmentation, "segmentation": segmentation}
        is_covered = self.branch.draw_cover(originals, generator)
        covered_maps = self._maps(self.branch.cover(originals, is_covered))
        is_restyled = (images != originals).flatten(1).any(1)
        masked, consistency = self.branch.losses(covered_maps, maps, originals, is_restyled)
        return {
            "loss": segmentation + masked + consistency,
            "segmentation": segmentation,
            "masked": masked,
            "consistency": consistency,
        }

    def task_loss(self, images: Tensor, labels: Tensor, generator: Generator) -> Tensor:
        """Return the loss of the segmentation alone; arguments are those of `forward`."""
        return self._segmentation(self._maps(images), labels, generator)

    def _segmentation(self, maps: Sequence[Tensor], labels: Tensor, generator: Generator) -> Tensor:
        if isinstance(self.network, CrossEarth):
            queries = self.network.backbone.reins.queries()
            predictions = self.network.decode_head(maps, queries, every_layer=True)
            return mask_classification_loss(predictions, labels, generator)
        logits = self.network.decode(maps).float()
        return segmentation_loss(logits, labels, _LABEL_SMOOTHING)

    def _maps(self, images: Tensor) -> Sequence[Tensor]:
        network = self.network
        if isinstance(network, CrossEarth):
            maps: Sequence[Tensor] = network.backbone(images)
            return maps
        levels: Sequence[Tensor] = network.encoder(images)
        return levels

    def learned(self) -> dict[str, nn.Parameter]:
        """Return the parameters that learn, by name, also those that do at other times only."""
        parameters = dict(self.named_parameters())
        return {name: parameters[name] for name in self._learned}


def parameter_groups(
    trainee: Trainee, learning_rate: float, weight_decay: float
) -> list[dict[str, object]]:
    """Return groups for the optimizer: norms, tokens and scales do not decay.

    What a pretrained encoder knows moves at a quarter of the rate.
    """
    norms = {
        f"{name}.{parameter}"
        for name, module in trainee.named_modules()
        if isinstance(module, (nn.LayerNorm, nn.GroupNorm, nn.BatchNorm2d))
        for parameter, _ in module.named_parameters(recurse=False)
    }
    groups: dict[tuple[float, float], list[nn.Parameter]] = {}
    for name, parameter in trainee.learned().items():
        is_decayed = name not in norms and not any(part in name for part in _NOT_DECAYED)
        rate = learning_rate / 4 if name.startswith("network.encoder.") else learning_rate
        groups.setdefault((rate, weight_decay if is_decayed else 0.0), []).append(parameter)
    return [
        {"params": members, "lr": rate, "weight_decay": decay}
        for (rate, decay), members in groups.items()
    ]


class MovingAverage:
    """The average of the weights over the last steps, which does better than the last ones.

    Attributes:
        weights: by name, on the CPU or wherever the network is.
    """

    def __init__(self, trainee: Trainee, decay: float) -> None:
        self._trainee = trainee
        self._decay = decay
        self._updates = 0
        self.weights = {name: p.detach().clone() for name, p in trainee.learned().items()}

    @torch.no_grad()
    def update(self) -> None:
        """Take in the weights after a step; the first ones soon do not count any more."""
        self._updates += 1
        decay = min(self._decay, self._updates / (self._updates + 10))
        for name, parameter in self._trainee.learned().items():
            self.weights[name].lerp_(parameter, 1 - decay)

    @contextmanager
    def applied(self) -> Iterator[None]:
        """Give the network the average while the block lasts."""
        kept = {name: p.detach().clone() for name, p in self._trainee.learned().items()}
        put_weights(self._trainee, self.weights)
        try:
            yield
        finally:
            put_weights(self._trainee, kept)

    def state(self) -> dict[str, object]:
        """Return what `load_state` takes."""
        return {"weights": self.weights, "updates": self._updates}

    def load_state(self, state: dict[str, object]) -> None:
        """Go on from a state."""
        self.weights, self._updates = state["weights"], state["updates"]  # type: ignore[assignment]


@torch.no_grad()
def put_weights(trainee: Trainee, weights: dict[str, Tensor]) -> None:
    """Give the learning parameters other values."""
    for name, parameter in trainee.learned().items():
        parameter.copy_(weights[name])
