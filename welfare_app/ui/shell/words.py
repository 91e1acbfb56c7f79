"""The few words the shell itself says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShellWords:
    """Words in every corner of the program, so that another language can bring its own."""

    emergency: str = "Emergency"
    lock: str = "Lock"
    undo: str = "Undo"
    rail: str = "Steps and places"
    side: str = "Beside this page"
    foot: str = "Actions"
