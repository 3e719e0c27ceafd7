"""Networks, and the metadata that describes a model on disk."""
