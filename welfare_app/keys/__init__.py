"""Keeps the vault's key: passphrases, the device secret, the recovery sheet."""
