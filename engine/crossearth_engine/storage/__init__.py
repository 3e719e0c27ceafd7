"""Objects of stores such as S3, written and read by GDAL, with its credentials."""
