"""The recipe quick: a small head on the features of a frozen network. No torch."""
