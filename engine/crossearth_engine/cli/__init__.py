"""The command line ``crossearth``: a file for each group of commands."""
