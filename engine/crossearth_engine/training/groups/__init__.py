"""Groups of pixels that are alike, without samples: k-means on what a network sees."""
