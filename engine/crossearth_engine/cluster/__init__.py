"""One command on many computers: what dask hands out, each worker's own engine computes."""
