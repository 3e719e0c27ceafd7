"""Networks in PyTorch, layer by layer. Modules only: no file is read or written here."""
