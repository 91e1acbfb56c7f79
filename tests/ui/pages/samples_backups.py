"""Screens of backups and of restoring, as their presenters would tell them. All invented."""

from welfare_app.presenters.backups import BackupLine, BackupsScreen
from welfare_app.presenters.restore import Group, RestoreScreen
from welfare_app.presenters.telling import Trouble

PLACE = "Memory stick/Notes backups"
YESTERDAY = BackupLine(
    "b2", "16 November, 17:42", "Proved yesterday", True, "48.2 MB, 1,204 entries"
)
UNPROVED = BackupLine("b1", "9 November, 09:03", "Not proved yet", False, "47.9 MB, 1,180 entries")
OLDER = BackupLine(
    "b0",
    "31 October, 16:10",
    "Proved 17 days ago",
    True,
    "31.0 MB, 902 entries",
    "Old stick/backups",
)
NONE = BackupsScreen("", "No backup has been made yet.", True, (), True)
WELL = BackupsScreen(
    PLACE, "Last backup proved yesterday.", False, (YESTERDAY, UNPROVED, OLDER), True
)
SAME_DISK = BackupsScreen(
    PLACE,
    "Last backup proved 9 days ago.",
    True,
    (YESTERDAY,),
    False,
    warning="This is the disk the vault is on. If it fails, or the laptop is stolen, both go.",
    failed=Trouble(
        "Since 8 November: The place for backups is not connected just now.",
        "Your records are safe in the vault, and so are the backups there.",
        "Connect the stick or the shared folder when you have it.",
    ),
)

ASKING = RestoreScreen()
CHOSEN = RestoreScreen(
    backup="notes-0123456789abcdef-20261116-174200-1a2b",
    people=(("s1", "Rosa Penhallow, champion"), ("s2", "Idris Vaughan-Cole, lead")),
)
COMPARED = RestoreScreen(
    step="compare",
    backup="notes-0123456789abcdef-20261116-174200-1a2b",
    made="Made on 16 November at 17:42: 48.2 MB, 1,204 entries. It was opened, and is whole.",
    here="The vault that is here would be moved aside whole, and not deleted.",
    groups=(
        Group(
            "Lost",
            "Begun here since, and not in the backup.",
            ("Talk W-0118, begun 17 November, 10:05", "Three lines of talks"),
            grave=True,
        ),
        Group(
            "Back to an earlier state",
            "In both, but changed here since.",
            ("Incident pack P-0042, last changed 17 November, 09:12",),
            grave=True,
        ),
    ),
)
DONE = RestoreScreen(step="done")
