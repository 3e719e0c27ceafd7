"""Widgets that several pages share; they know nothing of what is done there."""
