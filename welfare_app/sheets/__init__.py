"""Reads rosters out of spreadsheets."""
