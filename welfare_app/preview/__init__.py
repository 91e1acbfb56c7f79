"""Looks at files that strangers made, in a process that holds no key and can write nothing."""
