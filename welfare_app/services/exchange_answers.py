"""Answers as a file: taken in only once someone has seen what they change, and given out whole."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from welfare_app.domain.errors import Refused
from welfare_app.domain.events import ReferralExported
from welfare_app.domain.exchange import Incoming, incoming
from welfare_app.domain.export import exported, written
from welfare_app.domain.ids import ReferralId
from welfare_app.domain.referral import Referral
from welfare_app.domain.roles import Act
from welfare_app.services import answers_file
from welfare_app.services.definitions import Definitions
from welfare_app.services.prepare_referral import uploads, with_files
from welfare_app.services.shift import Shift
from welfare_app.services.tools import Disk
from welfare_app.services.versions import form_of


@dataclass(frozen=True, slots=True)
class ExchangeAnswers:
    """Brings a referral's answers in from a file, and writes them to one."""

    shift: Shift
    definitions: Definitions
    disk: Disk

    def look(self, id: ReferralId, path: Path) -> Incoming:
        """What taking a file would change. Nothing is kept. Call it in a job."""
        with self.shift.work() as work:
            referral = work.referrals.get(id)
        form = form_of(self.definitions, referral).form
        return incoming(referral.answers, answers_file.told(answers_file.read(path), form))

    def take(self, id: ReferralId, brought: Incoming) -> Referral:
        """Take what was looked at: all of it, or where anything is wrong none of it."""
        if not brought.answers:
            raise Refused("referral.nothing-to-take")
        with self.shift.work() as work:
            referral, imported = work.referrals.get(id).take(brought.answers)
            work.referrals.save(referral, because=imported)
            changes = work.commit()
        self.shift.announce(changes)
        return referral

    def save(self, id: ReferralId, path: Path) -> None:
        """Write what would be sent to a file that is not locked.

        It is recorded before the file takes its name, so that no copy is out unrecorded.
        """
        self.shift.must(Act.SEND_CASES)
        with self.shift.work() as work:
            referral = work.referrals.get(id)
            files = work.evidence.of(referral.pack)
        form = form_of(self.definitions, referral).form
        data = written(exported(form, with_files(referral, files).answers, uploads(files)))
        told = ReferralExported(id, hashlib.sha256(data).hexdigest())
        self.disk.write_whole(path, data, lambda: self._record(told))

    def _record(self, told: ReferralExported) -> None:
        with self.shift.work() as work:
            work.audit.note(told, told.referral)
            work.commit()


def file_name(referral: Referral) -> str:
    """What the file is called: the case number and nothing else of anyone."""
    return f"{referral.number}-answers.json"
