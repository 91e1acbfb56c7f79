"""Says what may be logged, and nothing else."""
