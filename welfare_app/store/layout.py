"""What the files of a vault are called, and how to tell that one is or was in a folder."""

from pathlib import Path

RECORDS, SLOTS, IN_USE = "records.db", "slots.json", "in-use.lock"
TRACES = (RECORDS, SLOTS, "anchor.json")


def traces(folder: Path) -> bool:
    """Whether anything of a vault is there. Where it is, no new one is ever begun.

    A backup that was about to be put there when the power went is such a trace, too.
    """
    return holds_vault(folder) or ready(folder).exists()


def holds_vault(folder: Path) -> bool:
    """Whether anything of a vault lies in the folder itself."""
    return any((folder / name).exists() for name in TRACES)


def bringing(folder: Path) -> Path:
    """Where a backup is copied to and tried before it may replace the vault in a folder."""
    return folder.with_name(f".{folder.name}.bringing")


def ready(folder: Path) -> Path:
    """What that copy is called from the moment it has been decided that it will."""
    return folder.with_name(f".{folder.name}.restored")
