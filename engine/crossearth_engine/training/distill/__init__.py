"""Distilling: a compact network learns one scene from what a large model makes of a part of it."""
