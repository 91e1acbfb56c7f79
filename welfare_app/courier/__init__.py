"""Locks a case for one colleague's laptop, and opens what colleagues send."""
