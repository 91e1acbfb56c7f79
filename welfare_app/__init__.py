"""Welfare interviews kept privately, and referrals sealed safely."""

__version__ = "0.1.0"
