"""Results that depend on the weights but not on the image: computed once, then reused.

The same code runs in training, where nothing may be reused because the weights move.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

import torch
from torch import nn

T = TypeVar("T")


class MemoModule(nn.Module):
    """A module that can keep what its weights and the size of the input determine.

    Whatever moves or replaces the weights through `torch.nn.Module` makes it forget: loading,
    conversion to another device or type, a change between training and evaluation. Weights
    edited in place in evaluation mode do not; call `train` or `eval` afterwards.
    """

    def __init__(self) -> None:
        super().__init__()
        self._memo: dict[str, tuple[Hashable, Any]] = {}

    def memoize(self, name: str, key: Hashable, compute: Callable[[], T]) -> T:
        """Return ``compute()``, or its latest result if that was for the same ``key``.

        Only one result per name is kept: the windows of a run are all of one size. While
        gradients are recorded, everything is computed anew.
        """
        if self.training or torch.is_grad_enabled():
            return compute()
        kept = self._memo.get(name)
        if kept is None or kept[0] != key:
            kept = (key, compute())
            if not torch.compiler.is_compiling():  # which computes with stand-ins
                self._memo[name] = kept
        result: T = kept[1]
        return result

    def train(self, mode: bool = True) -> MemoModule:
        """Set the mode, as in `torch.nn.Module`, and forget."""
        self._memo.clear()
        return super().train(mode)

    def _apply(self, fn: Callable[..., Any], recurse: bool = True) -> MemoModule:
        self._memo.clear()
        return super()._apply(fn, recurse)

    def _load_from_state_dict(self, *args: Any, **kwargs: Any) -> None:
        self._memo.clear()
        super()._load_from_state_dict(*args, **kwargs)
