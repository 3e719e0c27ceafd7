#!/bin/bash
#SBATCH --job-name=landcover
#SBATCH --cpus-per-task=4
#SBATCH --mem=4G
#SBATCH --time=04:00:00
#SBATCH --requeue
# One raster on the nodes of a Slurm cluster:  sh parts-slurm.sh scene.tif map.tif 16
# On the login node it submits itself: as an array, and once more to join the parts after the last one.
set -eu
if [ $# = 1 ]; then
    exec crossearth assemble -- "$1"
fi
if [ -z "${SLURM_ARRAY_TASK_ID:-}" ]; then
    array=$(sbatch --parsable --array="1-$3" "$0" "$1" "$2" "$3")
    sbatch --dependency="afterok:$array" --job-name=assemble "$0" "$2"
    exit
fi
# A task that was killed, or put back into the queue, goes on where it was.
exec crossearth segment --part "$SLURM_ARRAY_TASK_ID/$3" --threads "$SLURM_CPUS_PER_TASK" \
    --resume -- "$1" "$2"
