"""Rein adapters with low-rank tokens (Wei et al. 2024, "Stronger, Fewer, & Superior").

Learned tokens, a set for each block of the backbone, edit the patches after that block. From the
same tokens come the queries of the decode head.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - as the whole field writes it

from crossearth_engine.networks.memo import MemoModule
from crossearth_engine.networks.single import Single, SingleLinear, undisturbed

_INITIAL_SCALE = 0.001


class Reins(Single, MemoModule):
    """The adapters of all blocks; only the tokens differ between blocks.

    Tokens, and what comes from them alone, are in single precision: computed once for all images.

    Args:
        width, depth, patch_size: of the backbone.
        num_tokens: learned tokens per block.
        rank: of the tokens' factorisation.
        query_width: channels of the decode head.
    """

    compares_in: torch.dtype | None = None
    """What patches are compared with tokens in; None for the type that patches have."""

    def __init__(
        self,
        width: int,
        depth: int,
        patch_size: int,
        num_tokens: int,
        rank: int,
        query_width: int,
    ) -> None:
        super().__init__()
        self.scale = nn.Parameter(torch.tensor(_INITIAL_SCALE))
        self.learnable_tokens_a = nn.Parameter(torch.empty(depth, num_tokens, rank))
        self.learnable_tokens_b = nn.Parameter(torch.empty(depth, rank, width))
        self.mlp_token2feat = SingleLinear(width, width)
        self.mlp_delta_f = nn.Linear(width, width)
        self.transform = SingleLinear(width, query_width)
        self.merge = SingleLinear(3 * query_width, query_width)
        limit = math.sqrt(6 / (3 * patch_size**2 + math.sqrt(width * rank)))
        nn.init.uniform_(self.learnable_tokens_a, -limit, limit)
        nn.init.uniform_(self.learnable_tokens_b, -limit, limit)

    def forward(self, x: Tensor, block: int, shape: tuple[int, int]) -> Tensor:
        """Return the tokens (B, 1 + N, width) after this block; the class token stays as it is.

        Args:
            x: tokens after the block of the backbone.
            block: its index.
            shape: rows and columns of the N patches, which other adapters look at.
        """
        dtype = self.compares_in or x.dtype
        keys, values = self.memoize(
            f"block {block}", dtype, lambda: [y.to(dtype) for y in self._keys_values(block)]
        )
        compared = x.to(dtype)
        attention = F.softmax(compared @ keys.T, dim=-1)
        delta = self.mlp_delta_f(compared + attention @ values)
        delta[:, 0] = 0
        return torch.addcmul(x, delta, self.scale)

    def within(self, block: int) -> tuple[nn.Module | None, nn.Module | None]:
        """Return what acts in the attention of a block, and what beside its MLP: here nothing."""
        return None, None

    def queries(self) -> Tensor:
        """Return the queries of the decode head, (tokens, query_width)."""
        return self.memoize("queries", None, self._queries)

    def _keys_values(self, block: int) -> tuple[Tensor, Tensor]:
        """Return what the tokens of a block contribute, whatever the image; (tokens, width)."""
        with undisturbed(self.learnable_tokens_a):
            tokens = self.learnable_tokens_a[block] @ self.learnable_tokens_b[block]
        values = self.mlp_token2feat(tokens)
        # Token 0 contributes nothing: it only soaks up attention.
        return tokens / math.sqrt(tokens.shape[1]), F.pad(values[1:], (0, 0, 1, 0))

    def _queries(self) -> Tensor:
        with undisturbed(self.learnable_tokens_a):
            tokens = self.transform(self.learnable_tokens_a @ self.learnable_tokens_b)
        # (tokens, query_width, 3)
        triples = torch.stack((tokens.amax(0), tokens.mean(0), tokens[-1]), dim=-1)
        return self.merge(triples.flatten(1))
