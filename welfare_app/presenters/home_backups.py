"""What Home says of backups: a quiet sentence while one was proved lately, a need otherwise."""

from datetime import datetime

from welfare_app.domain.errors import Unavailable
from welfare_app.domain.roles import Act
from welfare_app.presenters.backup_words import standing
from welfare_app.presenters.home import Need
from welfare_app.presenters.places import AtBackups
from welfare_app.services.back_up import BackUp


class BackupsOnHome:
    """Never a question in the way: one line among the others."""

    def __init__(self, back_up: BackUp) -> None:
        self._back_up = back_up

    def say(self, now: datetime) -> tuple[str, tuple[Need, ...]]:
        """A quiet sentence while all is well, or blank and what needs somebody."""
        try:
            plan = self._back_up.plan()
        except Unavailable as error:
            if error.code != "record.unreadable":
                raise
            return "The plan of backups cannot be read.", ()
        sentence, needs = standing(plan, now)
        if not needs:
            return sentence, ()
        if not self._back_up.shift.may(Act.KEEP_BACKUPS):
            return sentence, ()
        what = "Make a backup" if plan.place else "Choose where backups go"
        if plan.failure == "backup.place-missing":
            what = "Connect the place for backups"
        return "", (Need("hard-drive", what, sentence, "", True, "Open", AtBackups()),)
