"""CrossEarth-Gate's toolbox: three small modules in every block, of which a few learn at a time.

Cao, Gong et al. 2025, "CrossEarth-Gate" (arXiv 2511.20302). Which of them learn, is decided again
and again in `crossearth_engine.training.full.selection`; all of them act, with the weights that
they have.

No code is public. Known from the abstract and from notes of readers: LoRA of the query and value
projections (rank 64), an adapter parallel to the MLP of the block (bottleneck 64, GELU), and
Earth-Adapter after the block (bottleneck 32), a quarter of all modules learning at a time. Chosen
here, because nothing was found: LoRA without factor, bias and dropout; the parallel adapter reads
the tokens before the norm, and is added outside of the layer scale, times 0.1 as in AdaptFormer;
Earth-Adapter tells frequencies apart in every block; each module starts as exactly nothing, so that
one that never learned can be left out; and the queries of the decode head come from Rein's low-rank
tokens, which learn all the time, as the head does.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - as the whole field writes it

from crossearth_engine.networks.earth_adapter import FrequencyAdapter
from crossearth_engine.networks.rein import Reins

_RANK = 64
_SEMANTIC_BOTTLENECK = 64
_FREQUENCY_BOTTLENECK = 32
_SEMANTIC_SCALE = 0.1

TYPES = ("spatial", "semantic", "frequency")
"""What the paper calls LoRA, the parallel adapter and Earth-Adapter."""


class LoRA(nn.Module):
    """What is added to the query and the value of a block's attention, of low rank."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.query_a = nn.Parameter(torch.empty(_RANK, width))
        self.query_b = nn.Parameter(torch.zeros(width, _RANK))
        self.value_a = nn.Parameter(torch.empty(_RANK, width))
        self.value_b = nn.Parameter(torch.zeros(width, _RANK))
        for matrix in (self.query_a, self.value_a):
            nn.init.kaiming_uniform_(matrix, a=math.sqrt(5))

    def forward(self, x: Tensor) -> Tensor:
        """Return what is added to queries, keys and values (…, 3 * width) of tokens."""
        query = F.linear(F.linear(x, self.query_a), self.query_b)
        value = F.linear(F.linear(x, self.value_a), self.value_b)
        return torch.cat((query, torch.zeros_like(query), value), dim=-1)

    def weight(self) -> Tensor:
        """Return the same as a matrix (3 * width, width), to be added to that of the attention."""
        query, value = self.query_b @ self.query_a, self.value_b @ self.value_a
        return torch.cat((query, torch.zeros_like(query), value))


class ParallelAdapter(nn.Module):
    """What is added beside the MLP of a block (AdaptFormer, with GELU)."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.down = nn.Linear(width, _SEMANTIC_BOTTLENECK)
        self.up = nn.Linear(_SEMANTIC_BOTTLENECK, width)
        nn.init.kaiming_uniform_(self.down.weight, a=math.sqrt(5))
        nn.init.zeros_(self.down.bias)

    def forward(self, x: Tensor) -> Tensor:
        """Return what is added to tokens (…, width)."""
        delta: Tensor = self.up(F.gelu(self.down(x)))
        return _SEMANTIC_SCALE * delta


class Gate(Reins):
    """The toolboxes of all blocks; see `crossearth_engine.networks.rein.Reins` for the arguments.

    A module that is left out is nothing.

    Attributes:
        spatial, semantic, frequency: modules of each type by the number of their block.
    """

    def __init__(
        self,
        width: int,
        depth: int,
        patch_size: int,
        num_tokens: int,
        rank: int,
        query_width: int,
    ) -> None:
        super().__init__(width, depth, patch_size, num_tokens, rank, query_width)
        del self.scale, self.mlp_token2feat, self.mlp_delta_f
        blocks = [str(block) for block in range(depth)]
        self.spatial = nn.ModuleDict({block: LoRA(width) for block in blocks})
        self.semantic = nn.ModuleDict({block: ParallelAdapter(width) for block in blocks})
        self.frequency = nn.ModuleDict(
            {block: FrequencyAdapter(width, _FREQUENCY_BOTTLENECK) for block in blocks}
        )
        for module in self.toolbox().values():
            for parameter in _last_layers(module):
                nn.init.zeros_(parameter)

    def within(self, block: int) -> tuple[nn.Module | None, nn.Module | None]:
        """Return what acts in the attention of a block, and what beside its MLP."""
        return _member(self.spatial, block), _member(self.semantic, block)

    def forward(self, x: Tensor, block: int, shape: tuple[int, int]) -> Tensor:
        """Return the tokens (B, 1 + N, width) after this block; the class token stays as it is."""
        frequency = _member(self.frequency, block)
        return x if frequency is None else frequency(x, shape)

    def toolbox(self) -> dict[tuple[int, str], nn.Module]:
        """Return all modules by block and type: block by block, in a block as `TYPES` has them."""
        members = {
            (int(block), kind): module
            for kind in TYPES
            for block, module in self._of_type(kind).items()
        }
        return dict(sorted(members.items(), key=lambda item: (item[0][0], TYPES.index(item[0][1]))))

    def leave_out(self, names: Iterable[tuple[int, str]]) -> None:
        """Remove modules, by block and type."""
        for block, kind in names:
            del self._of_type(kind)[str(block)]

    @torch.no_grad()
    def fold(self, blocks: Iterable[nn.Module]) -> None:
        """Merge the spatial modules into the backbone, and leave out what has never learned.

        Scores stay the same, but for rounding.

        Args:
            blocks: of the backbone.
        """
        for i, block in enumerate(blocks):
            spatial = _member(self.spatial, i)
            if isinstance(spatial, LoRA):
                block.get_parameter("attn.qkv.weight").add_(spatial.weight())
        unneeded = [
            (block, kind)
            for (block, kind), module in self.toolbox().items()
            if kind == "spatial" or not any(x.any() for x in _last_layers(module))
        ]
        self.leave_out(unneeded)

    def leave_out_absent(self, stored: Iterable[str], prefix: str) -> None:
        """Remove the modules of which a file has nothing.

        Args:
            stored: names of its tensors.
            prefix: that those of the toolboxes have.
        """
        present = {
            tuple(name.removeprefix(prefix).split(".")[:2])
            for name in stored
            if name.startswith(prefix)
        }
        absent = [(block, kind) for block, kind in self.toolbox()
                  if (kind, str(block)) not in present]  # fmt: skip
        self.leave_out(absent)

    def _of_type(self, kind: str) -> nn.ModuleDict:
        modules: nn.ModuleDict = getattr(self, kind)
        return modules


def _member(modules: nn.ModuleDict, block: int) -> nn.Module | None:
    key = str(block)
    return modules[key] if key in modules else None  # noqa: SIM401 - it has no get


def _last_layers(module: nn.Module) -> list[nn.Parameter]:
    """Return what is 0 at the start, and makes the module nothing as long as it is."""
    if isinstance(module, LoRA):
        return [module.query_b, module.value_b]
    if isinstance(module, FrequencyAdapter):
        experts = (module.whole, module.low, module.high)
        return [parameter for expert in experts for parameter in expert[-1].parameters()]
    return list(module.get_submodule("up").parameters())
