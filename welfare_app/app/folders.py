"""Where things are on this laptop, and what time it is there."""

from datetime import UTC, datetime
from pathlib import Path

from platformdirs import user_data_path

RESOURCES = Path(__file__).parents[2] / "resources"

FOLDER = "Notes"
"""What the program's folder is called where others can see it: nothing that gives it away."""


def home_folder() -> Path:
    """Where this person's vault is kept."""
    return user_data_path(FOLDER, appauthor=False, roaming=False) / "vault"


def practice_folder() -> Path:
    """Where the vault of made-up cases is kept, apart from the real one."""
    return home_folder().parent / "practice"


def clock() -> datetime:
    """The time now, in UTC."""
    return datetime.now(UTC)
