"""Choice and download of a model, on both pages of the dock."""
