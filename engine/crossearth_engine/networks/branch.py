"""What of a network may be computed in less precision from one linear layer to the next.

A block adds what its branches find to its tokens. The sum goes through the whole network and stays
in single precision; a branch may give and take numbers of less in between, as it is short.
"""

from __future__ import annotations

from torch import nn


class OpeningLinear(nn.Linear):
    """The linear layer that begins a branch; another one ends it and gives what is added.

    What lies between the two takes any type and gives the type that it was given.
    """
