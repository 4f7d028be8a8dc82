"""Where the jobs of a race run: in this process, in worker processes, or on a Dask cluster."""
