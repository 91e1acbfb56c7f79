"""Turns a Document into PDF bytes that can be read in every script and by a screen reader."""
