"""Models that come and go: downloaded, imported, exported. Above inference: each is tried once."""
