"""The Python that the engine runs in: found, made, extended, removed; and its processes."""
