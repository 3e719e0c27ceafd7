"""The page on which a map is judged by random points that a person labels."""
