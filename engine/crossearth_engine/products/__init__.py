"""What is made of finished class maps: smoother maps, polygons, reports."""
