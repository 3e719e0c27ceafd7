"""Training: patches, losses, metrics."""
