#!/bin/sh
# One raster by 16 parts, as many at a time as there are cores:  sh parts-parallel.sh scene.tif map.tif 16
# With --sshlogin "node1,node2" GNU parallel starts them on other computers that see the files.
set -eu
# By their environment: parallel would fill in what stands in braces in a name.
export SCENE="$1" MAP="$2" PARTS="$3"
seq "$3" | parallel -q --halt soon,fail=1 --retries 3 --workdir . --env SCENE --env MAP --env PARTS \
    sh -c 'exec crossearth segment --part "$1/$PARTS" --threads 1 --resume -- "$SCENE" "$MAP"' part {}
exec crossearth assemble -- "$2"
