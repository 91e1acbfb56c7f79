"""Signs and encrypts a pack, and checks one."""
