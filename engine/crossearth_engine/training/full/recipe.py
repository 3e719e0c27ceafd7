"""The settings of a full training: those that suit a network, and what the request changes."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import Any

from torch import nn

from crossearth_engine.networks.crossearth import CrossEarth
from crossearth_engine.training.full.earth_style import StyleRecipe
from crossearth_engine.training.full.selection import GateRecipe
from crossearth_engine.training.request import FinetuneRequest

MASKED_SHARE = 0.1


@dataclass(frozen=True)
class FullRecipe:
    """Everything that decides the outcome, apart from data and machine.

    Attributes:
        steps: the longest training.
        batch_size: patches at once, per process.
        accumulation: how many such batches make a step.
        patch_size: pixels.
        scale_range: patches are magnified by.
        learning_rate: the highest, after ``warmup_steps``; at the end it is 0.
        style: None leaves Earth-style injection out.
        masked_share: of the blocks of a patch; 0 leaves masked image modelling out.
        ema_decay: of the moving average of the weights, which is what is kept.
        validate_every: steps between validations, which also save the state.
        patience: validations without a better one after which training ends.
        validation_windows: at most so many are looked at.
        gate: how CrossEarth-Gate's modules are chosen; None has all of them learn.
        last_share: of the steps, for learning from all polygons, those held out among them.
    """

    steps: int
    batch_size: int
    accumulation: int
    patch_size: int
    learning_rate: float
    weight_decay: float
    scale_range: tuple[float, float] = (0.6, 1.6)
    warmup_steps: int = 20
    style: StyleRecipe | None = field(default_factory=StyleRecipe)
    masked_share: float = MASKED_SHARE
    ema_decay: float = 0.98
    validate_every: int = 25
    patience: int = 8
    validation_windows: int = 32
    last_share: float = 0.1
    gate: GateRecipe | None = None

    @property
    def last_steps(self) -> int:
        """How many steps learn from all polygons; at least one goes before them."""
        return min(math.ceil(self.last_share * self.steps), self.steps - 1)

    def rate(self, step: int) -> float:
        """Return the factor on the learning rate in a step, counted from 1: up, then down."""
        warmup = min(self.warmup_steps, self.steps)
        left = (self.steps - step + 1) / max(self.steps - warmup, 1)
        return float(min(step / warmup, left**0.9))


def recipe_for(network: nn.Module, request: FinetuneRequest) -> FullRecipe:
    """Return the recipe for a network: CrossEarth's learns as in the paper, in smaller batches.

    Neither Earth-style injection nor masked image modelling did any good to a compact network:
    docs/benchmarks-domains.md. They are on for CrossEarth, unless the request says otherwise.
    """
    if isinstance(network, CrossEarth):
        recipe = FullRecipe(
            steps=1000,
            batch_size=1,
            accumulation=4,
            patch_size=network.config.window_size,
            learning_rate=1e-4,
            weight_decay=0.05,
            validate_every=50,
            gate=GateRecipe() if network.gate else None,
        )
    else:
        recipe = FullRecipe(
            steps=400,
            batch_size=8,
            accumulation=1,
            patch_size=256,
            learning_rate=8e-4,
            weight_decay=0.02,
            style=None,
            masked_share=0.0,
        )
    changes: dict[str, Any] = {}
    if request.steps is not None:
        changes["steps"] = request.steps
    if request.style != "auto":
        changes["style"] = StyleRecipe() if request.style == "on" else None
    if request.masked != "auto":
        changes["masked_share"] = MASKED_SHARE if request.masked == "on" else 0.0
    return replace(recipe, **changes)
