"""Puts the pieces together. The only package that knows all of them."""
