"""Which modules of CrossEarth-Gate learn: those with the most Fisher information, chosen anew.

Cao, Gong et al. 2025 (arXiv 2511.20302). A module's score is the sum of its parameters' diagonal
empirical Fisher information, the mean over samples of the squared gradient of the loss; it is
divided by the sum over all modules of its type, so that no type wins by its size. A quarter of all
modules, those with the highest scores, learn until the next choice; the others act with the weights
that they have. Known are these things, and a choice every 100 steps. Chosen here: 16 samples, each
with a gradient of its own, without varying anything but what training varies; of equal scores the
earlier block; no average over choices. A random choice of as many is there to compare with.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Generator, Tensor

from crossearth_engine.networks.gate import TYPES, Gate

_LEARNING_SHARE = 4
"""One module in so many learns."""


@dataclass(frozen=True)
class GateRecipe:
    """When and how the modules are chosen.

    Attributes:
        every: steps between two choices.
        samples: patches whose gradients are looked at for each.
        is_random: whether chance chooses instead of Fisher information.
    """

    every: int = 100
    samples: int = 16
    is_random: bool = False


class Selection:
    """The modules that learn, and those that did.

    Attributes:
        recipe: as given.
        choices: the first step of each, ``step``, and the blocks by type; ready for JSON.
    """

    def __init__(self, gate: Gate, recipe: GateRecipe) -> None:
        self.recipe = recipe
        self.choices: list[dict[str, Any]] = []
        self._toolbox = gate.toolbox()

    def is_due(self, step: int) -> bool:
        """Return whether modules are to be chosen before a step."""
        return not self.choices or step - self.choices[-1]["step"] >= self.recipe.every

    def seeded(self, seed: int, step: int, sample: int) -> Generator:
        """Return the random numbers of a sample; those of a seed's steps are others."""
        return Generator().manual_seed(seed * 1_000_003 - step * self.recipe.samples - sample)

    def squares(self, losses: Iterable[Tensor]) -> Tensor:
        """Return the sum over losses, one for each sample, of the squared gradients of each module.

        Nothing else is changed: neither gradients that are there, nor weights.

        Args:
            losses: made one after the other, while all modules can learn.
        """
        self._switch(self._toolbox)
        parameters = [list(module.parameters()) for module in self._toolbox.values()]
        device = parameters[0][0].device
        total = torch.zeros(len(parameters), device=device)
        for loss in losses:
            gradients = iter(torch.autograd.grad(loss, [p for few in parameters for p in few]))
            total += torch.stack(
                [sum_of_squares([next(gradients) for _ in few]) for few in parameters]
            )
        return total

    def choose(self, step: int, squares: Tensor) -> None:
        """Have those learn from a step on that have the highest scores.

        Args:
            step: the first that they learn in.
            squares: of all samples, as of `squares`.
        """
        scores = normalized(squares.cpu().view(-1, len(TYPES)))
        self._take(step, highest(scores.flatten(), len(scores.flatten()) // _LEARNING_SHARE))

    def choose_randomly(self, step: int, generator: Generator) -> None:
        """Have as many as by `choose` learn, whichever."""
        count = len(self._toolbox)
        self._take(step, torch.randperm(count, generator=generator)[: count // _LEARNING_SHARE])

    def go_on(self, choices: list[dict[str, Any]]) -> None:
        """Go on from choices that were made before, if there were any."""
        self.choices = choices
        if choices:
            last = choices[-1]
            self._switch((block, kind) for kind in TYPES for block in last[kind])

    def _take(self, step: int, chosen: Tensor) -> None:
        names = list(self._toolbox)
        taken = [names[i] for i in chosen.tolist()]
        blocks = {kind: sorted(block for block, other in taken if other == kind) for kind in TYPES}
        self.choices.append({"step": step, **blocks})
        self._switch(taken)

    def _switch(self, learning: Iterable[tuple[int, str]]) -> None:
        chosen = set(learning)
        for name, module in self._toolbox.items():
            module.requires_grad_(name in chosen)


def sum_of_squares(gradients: Sequence[Tensor]) -> Tensor:
    """Return the sum of the squares of all numbers, in single precision."""
    return torch.stack([gradient.float().square().sum() for gradient in gradients]).sum()


def normalized(squares: Tensor) -> Tensor:
    """Return scores (blocks, types) whose sum over the blocks is 1 for each type.

    Of a type without any gradient all are 0.
    """
    return squares / squares.sum(0).clamp(min=torch.finfo(squares.dtype).tiny)


def highest(scores: Tensor, count: int) -> Tensor:
    """Return the indexes of the highest scores; of equal ones the first."""
    return torch.sort(scores, descending=True, stable=True).indices[:count]
