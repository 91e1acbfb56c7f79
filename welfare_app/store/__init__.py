"""Keeps the vault: one encrypted SQLite file, its migrations and its repositories."""
