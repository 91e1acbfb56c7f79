"""The same services with no window."""
