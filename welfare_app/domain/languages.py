"""The languages workers speak, as far as writing and reading them is concerned."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """A language: its IETF tag, its name for itself, its ISO 15924 script and its direction."""

    tag: str
    own_name: str
    script: str
    right_to_left: bool = False
