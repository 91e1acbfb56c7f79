"""The rooms of the program that need an open vault, one module a kind of work."""
