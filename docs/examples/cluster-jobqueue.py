"""A command on the nodes of a Slurm cluster.

    python cluster-jobqueue.py 16 segment scene.tif map.tif

Starts a scheduler here and a job for each worker, has crossearth compute there, and ends them.
dask-jobqueue knows other queues, too: PBSCluster, SGECluster, LSFCluster, …. The certificates of
cluster-certificates.sh are found by DASK_CONFIG=FOLDER in the environment.
"""

import subprocess
import sys

from dask_jobqueue import SLURMCluster
from distributed import Client
from distributed.security import Security

jobs, *command = sys.argv[1:]
with (
    SLURMCluster(
        cores=4,  # threads of a worker
        processes=1,
        memory="8GB",
        walltime="04:00:00",
        protocol="tls",
        security=Security(),
    ) as cluster,
    Client(cluster) as client,
):
    client.write_scheduler_file("scheduler.json")
    cluster.scale(jobs=int(jobs))
    line = ["crossearth", *command, "--cluster", "scheduler.json"]
    done = subprocess.run(line, check=False)  # noqa: S603 - it is the caller's
sys.exit(done.returncode)
