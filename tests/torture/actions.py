"""What the program does to the disk, one action at a time, so that the disk can fail under it."""

import hashlib
import os
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

from tests.conftest import KEY
from tests.desks import ORGANISATION, ROSA, WORDS, quick_keys
from tests.torture.table import Rows, Table, at, lay, rows, sound, tools
from welfare_app.domain.answers import Answer
from welfare_app.domain.errors import Unavailable
from welfare_app.domain.ids import FieldId, InterviewId, PackId, ReferralId
from welfare_app.domain.notes import LineKind
from welfare_app.domain.seal import Identity, PackContents
from welfare_app.services.desk import Desk
from welfare_app.services.first_run import Beginning, MakeVault
from welfare_app.services.sample_case import HANDING
from welfare_app.services.take_notes import Heard
from welfare_app.services.unlock import Unlock
from welfare_app.store.vault import Vault

PHOTO = 5000 if "WELFARE_APP_TORTURE" in os.environ else 300
"""A quarter of a kibibyte each: in the long form the file is more than one row of the vault."""
SAID = "They said it was safer that way. " * 200
OLD = Path(__file__).parents[1] / "vaults" / "0.1"
NEW_WORDS = "copper meadow whistle quilt"


class AtOnce:
    """Draws and seals in no time, so that only the disk is tried."""

    def render(self, document: object) -> bytes:
        return b"%PDF-" + bytes(1000)

    def seal(
        self, contents: PackContents, identity: Identity, passphrase: str, at: Any, progress: Any
    ) -> bytes:
        return b"%PDF-" + passphrase.encode() + bytes(300_000)


@cache
def quick_tools():
    """The tools, with a sealer that costs nothing."""
    return replace(tools(), renderer=AtOnce(), sealer=AtOnce())


class Action:
    """At an open desk: lay, sit down, act, get up; then all from before must be there."""

    codes: ClassVar[frozenset[str]] = frozenset({"vault.disk-full", "vault.disk-failed"})
    """The only things that may be said when the disk failed under it."""

    def prepare(self, folder: Path) -> None:
        lay(folder)
        (folder / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * PHOTO)

    def before(self, folder: Path) -> Rows:
        vault = at(folder).open()
        there = rows(vault)
        vault.close()
        return there

    def sit(self, folder: Path) -> Any:
        return at(folder).sit(quick_tools())

    def act(self, folder: Path, desk: Any) -> None:
        raise NotImplementedError

    def get_up(self, desk: Any) -> None:
        desk.shift.vault.close()

    def intact(self, folder: Path, before: Rows, *, done: bool) -> None:
        """All from before is there and sound; with `done` so is what was done."""
        table = at(folder)
        vault = table.open()
        now = sound(vault, before)
        if done:
            self.done(table, vault, now)
        vault.close()

    def already(self, folder: Path) -> bool:
        """Whether it is there, and is such that it would not be done twice."""
        return False

    def tidy(self, folder: Path) -> None:
        """Nothing half-written lies about."""
        left = {name for name in names(folder) if name.endswith((".part", ".tmp", ".making"))}
        assert not left, left

    def done(self, table: Table, vault: Vault, now: Rows) -> None:
        raise NotImplementedError


class SaveAnswer(Action):
    """An answer of some length."""

    def act(self, folder: Path, desk: Desk) -> None:
        desk.interviews.answer(InterviewId(at(folder).interview), FieldId("site"), Answer(SAID))

    def done(self, table: Table, vault: Vault, now: Rows) -> None:
        with vault.work(ROSA.id) as work:
            said = work.interviews.get(InterviewId(table.interview)).answers[FieldId("site")]
            assert said.value == SAID


class KeepLine(Action):
    """A typed line, which takes the place of its draft."""

    def sit(self, folder: Path) -> Desk:
        desk = super().sit(folder)
        heard = Heard(LineKind.SAID, SAID[:800])
        desk.notes.keep_draft(InterviewId(at(folder).interview), heard)
        return desk

    def act(self, folder: Path, desk: Desk) -> None:
        heard = Heard(LineKind.SAID, SAID[:800])
        desk.notes.keep(InterviewId(at(folder).interview), heard, typed=True)

    def already(self, folder: Path) -> bool:
        desk = super().sit(folder)
        lines = desk.notes.of(InterviewId(at(folder).interview))
        desk.shift.vault.close()
        return SAID[:800] in {note.words for note in lines}

    def done(self, table: Table, vault: Vault, now: Rows) -> None:
        with vault.work(ROSA.id) as work:
            interview = InterviewId(table.interview)
            lines = [note.words for note in work.notes.of(interview)]
            assert lines.count(SAID[:800]) == 1
            assert work.drafts.of(interview) == ""


class KeepEvidence(Action):
    """A file; in the long form one of more than a mebibyte."""

    def act(self, folder: Path, desk: Desk) -> None:
        desk.evidence.keep(PackId(at(folder).pack), folder / "photo.png")

    def already(self, folder: Path) -> bool:
        desk = self.sit(folder)
        kept = desk.evidence.of(PackId(at(folder).pack))
        desk.shift.vault.close()
        return len(kept) > 1

    def done(self, table: Table, vault: Vault, now: Rows) -> None:
        with vault.work(ROSA.id) as work:
            kept = work.evidence.of(PackId(table.pack))[-1]
            assert (
                b"".join(work.evidence.read(kept.id)) == (table.folder / "photo.png").read_bytes()
            )


class Seal(Action):
    """A pack put into a file."""

    codes = Action.codes | {"seal.disk-full", "seal.cannot-write"}

    def act(self, folder: Path, desk: Desk) -> None:
        desk.seal.seal(ReferralId(at(folder).referral), HANDING, folder / "P-0001.pdf")

    def intact(self, folder: Path, before: Rows, *, done: bool) -> None:
        super().intact(folder, before, done=done)
        pack = folder / "P-0001.pdf"
        assert done or not pack.exists() or pack.stat().st_size > 300_000

    def done(self, table: Table, vault: Vault, now: Rows) -> None:
        data = (table.folder / "P-0001.pdf").read_bytes()
        with vault.work(ROSA.id) as work:
            sealings = work.referrals.get(ReferralId(table.referral)).sealings
        assert sealings[-1].digest == hashlib.sha256(data).hexdigest()


class SealWithRecording(Seal):
    """The same with a recording beside it: the pack never has its name without it."""

    def act(self, folder: Path, desk: Desk) -> None:
        pack = folder / "P-0001.pdf"
        for taken in (pack, folder / "recording-1.png.age"):
            if taken.exists():  # after a crash: the person takes it away, and seals anew
                taken.unlink()
        chosen = (desk.seal.recordings.look(folder / "photo.png"),)
        desk.seal.seal(ReferralId(at(folder).referral), HANDING, pack, chosen=chosen)

    def intact(self, folder: Path, before: Rows, *, done: bool) -> None:
        super().intact(folder, before, done=done)
        locked = folder / "recording-1.png.age"
        assert locked.exists() or not (folder / "P-0001.pdf").exists()
        if locked.exists():
            assert locked.stat().st_size > (folder / "photo.png").stat().st_size

    def done(self, table: Table, vault: Vault, now: Rows) -> None:
        super().done(table, vault, now)
        assert (table.folder / "recording-1.png.age").exists()


class ChangePassphrase(Action):
    """A way in changed: afterwards the old passphrase opens it, or the new one, never neither."""

    codes = frozenset({"key.disk-full", "key.cannot-write"})

    def sit(self, folder: Path) -> Table:
        return at(folder)

    def act(self, folder: Path, desk: Table) -> None:
        quick_keys(desk.vault).change_passphrase(desk.key, ROSA.id, NEW_WORDS)

    def get_up(self, desk: Table) -> None:
        """Nothing is open."""

    def intact(self, folder: Path, before: Rows, *, done: bool) -> None:
        super().intact(folder, before, done=done)
        if not done:
            assert opens(at(folder), WORDS) or opens(at(folder), NEW_WORDS)

    def done(self, table: Table, vault: Vault, now: Rows) -> None:
        assert opens(table, NEW_WORDS)
        assert not opens(table, WORDS)


class Lock(Action):
    """The vault let go, and its head put down beside it."""

    def sit(self, folder: Path) -> Desk:
        desk = super().sit(folder)
        desk.interviews.answer(InterviewId(at(folder).interview), FieldId("site"), Answer(SAID))
        return desk

    def act(self, folder: Path, desk: Desk) -> None:
        desk.shift.vault.close()

    def done(self, table: Table, vault: Vault, now: Rows) -> None:
        SaveAnswer().done(table, vault, now)


class Open(Action):
    """The vault unlocked with a passphrase."""

    codes = Action.codes | {"vault.cannot-open", "vault.no-room-to-open", "vault.read-only"}
    """Where opening to write fails for a moment, the database opens what it can, to read."""

    def sit(self, folder: Path) -> Unlock:
        return Unlock(tools().door, tools().keys_for, at(folder).vault)

    def act(self, folder: Path, desk: Unlock) -> None:
        desk.open(ROSA.id, WORDS).vault.close()

    def get_up(self, desk: Unlock) -> None:
        """Nothing is left open."""

    def done(self, table: Table, vault: Vault, now: Rows) -> None:
        assert now["record"]


class MakeAVault(Action):
    """The first run: a whole vault, or an empty folder."""

    codes = frozenset({"vault.no-room-to-make", "vault.not-made"})

    def prepare(self, folder: Path) -> None:
        folder.mkdir()

    def before(self, folder: Path) -> Rows:
        return {}

    def already(self, folder: Path) -> bool:
        return (folder / "vault").exists()

    def sit(self, folder: Path) -> MakeVault:
        given = tools()
        return MakeVault(given.door, given.keys_for, given.new_identity, given.now, given.new_id)

    def act(self, folder: Path, desk: MakeVault) -> None:
        begun = desk.begin(folder / "vault", Beginning(ORGANISATION, ROSA.name), WORDS)
        begun.vault.close()

    def get_up(self, desk: MakeVault) -> None:
        """Nothing is open."""

    def intact(self, folder: Path, before: Rows, *, done: bool) -> None:
        if not done and not (folder / "vault").exists():
            return
        unlock = Unlock(tools().door, tools().keys_for, folder / "vault")
        opened = unlock.open(unlock.people()[0].staff, WORDS)
        sound(opened.vault, before)
        opened.vault.close()


class Migrate(Action):
    """A vault of a released version brought up to date, a copy of it first."""

    codes = Open.codes | {"vault.no-room-to-copy", "vault.not-copied"}

    def prepare(self, folder: Path) -> None:
        shutil.copytree(OLD, folder / "vault")

    def before(self, folder: Path) -> Rows:
        return {}

    def sit(self, folder: Path) -> Path:
        return folder / "vault"

    def act(self, folder: Path, desk: Path) -> None:
        tools().door.open(desk, KEY).close()

    def get_up(self, desk: Path) -> None:
        """Nothing is left open."""

    def intact(self, folder: Path, before: Rows, *, done: bool) -> None:
        vault = tools().door.open(folder / "vault", KEY)
        sound(vault, before)
        with vault.work(ROSA.id) as work:
            [interview] = work.interviews.all()
        assert interview.answers[FieldId("how")].value == "by bus, he said"
        vault.close()
        copy = folder / "vault" / "records-before-2.db"
        assert copy.read_bytes() == (OLD / "records.db").read_bytes()


def opens(table: Table, words: str) -> bool:
    """Whether a passphrase opens the vault."""
    try:
        return quick_keys(table.vault).unlock(ROSA.id, words) == table.key
    except Unavailable as error:
        if error.code != "key.wrong-passphrase":
            raise
        return False


def names(folder: Path) -> set[str]:
    """What lies in a folder, at any depth."""
    return {path.name for path in folder.rglob("*")}


ACTIONS: dict[str, Action] = {
    "an answer": SaveAnswer(),
    "a line": KeepLine(),
    "evidence": KeepEvidence(),
    "a seal": Seal(),
    "a seal with a recording": SealWithRecording(),
    "a passphrase": ChangePassphrase(),
    "a lock": Lock(),
    "an unlock": Open(),
    "a first run": MakeAVault(),
    "a migration": Migrate(),
}
