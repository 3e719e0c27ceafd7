#!/bin/bash
#SBATCH --job-name=landcover
#SBATCH --cpus-per-task=4
#SBATCH --mem=4G
#SBATCH --time=04:00:00
#SBATCH --requeue
# A list of rasters on 16 nodes of a Slurm cluster:  sh batch-slurm.sh scenes.txt maps 16
# On the login node it submits itself as an array. All tasks run the same line, and share the rasters.
set -eu
if [ -z "${SLURM_ARRAY_TASK_ID:-}" ]; then
    exec sbatch --array="1-$3" "$0" "$1" "$2" "$3"
fi
exec crossearth batch --list="$1" --out-dir="$2" --share --threads "$SLURM_CPUS_PER_TASK" \
    --report="$2/report.html"
