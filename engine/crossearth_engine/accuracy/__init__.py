"""How good a map or a model is: figures, areas with their uncertainty, reports."""
