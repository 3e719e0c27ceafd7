"""The recipe full: a network, or its adapters and head, trained in PyTorch."""
