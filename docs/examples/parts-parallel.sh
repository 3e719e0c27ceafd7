#!/bin/sh
# One raster by 16 parts, as many at a time as there are cores:  sh parts-parallel.sh scene.tif map.tif 16
# With --sshlogin "node1,node2" GNU parallel starts them on other computers that see the files.
set -eu
# -q: names may hold blanks and quotes.
seq "$3" | parallel -q --halt soon,fail=1 --retries 3 --workdir . \
    crossearth segment "$1" "$2" --part "{}/$3" --threads 1 --resume
exec crossearth assemble "$2"
