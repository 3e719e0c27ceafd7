"""What computes: the processor and the graphics cards of this computer."""
