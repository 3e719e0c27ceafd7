"""Models as they lie on disk: weights of several formats, and the metadata that describes them."""
