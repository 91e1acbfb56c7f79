"""What the files of a vault are called, and how to tell that one is or was in a folder."""

from pathlib import Path

RECORDS, IN_USE = "records.db", "in-use.lock"
TRACES = (RECORDS, "slots.json", "anchor.json")


def traces(folder: Path) -> bool:
    """Whether anything of a vault is there. Where it is, no new one is ever begun."""
    return any((folder / name).exists() for name in TRACES)
