"""Fifty canaries through every field of every form and every other place words can go.

`python -m tests.torture.whole_telling FOLDER END`: once all is told, `close` locks the vault and
`wait` waits, with the vault open, to be killed.
"""

import sys
import time
from dataclasses import replace
from pathlib import Path

from tests.desks import WORDS
from tests.torture.canaries import CANARIES, Cage
from tests.torture.table import tools
from welfare_app.app.hardening import harden
from welfare_app.domain.answers import Address, Answer, Gap, Rows, Why
from welfare_app.domain.calls import Call
from welfare_app.domain.contacts import Nation
from welfare_app.domain.form import Field, Kind
from welfare_app.domain.ids import FieldId, IndicatorId, StageId
from welfare_app.domain.interview import Course, Interview
from welfare_app.domain.notes import LineKind, Original
from welfare_app.domain.pack import CHOSEN
from welfare_app.domain.people import Organisation
from welfare_app.domain.referral import Handing
from welfare_app.domain.sign import Known
from welfare_app.services.desk import INTERVIEW, Desk, set_up
from welfare_app.services.first_run import Beginning, MakeVault
from welfare_app.services.keep_chronology import Told
from welfare_app.services.note_sign import Noticed
from welfare_app.services.sample_case import SampleCase
from welfare_app.services.shift import Shift
from welfare_app.services.take_notes import Heard

TALKS = (INTERVIEW, "probation-review", "site-surgery")
AS_THEY_ARE = {Kind.TEXT, Kind.LONG_TEXT, Kind.PHONE, Kind.EMAIL, Kind.LIST, Kind.NUMBER}
IN_THE_CLEAR = 1
"""The name on the locked screen lies beside the vault in the clear (decision 4)."""


def filled(field: Field, cage: Cage) -> Answer:
    """An answer with a canary in it; where it takes no words, the reason why there is none."""
    word = cage.word()
    match field.kind:
        case kind if kind in AS_THEY_ARE:
            return Answer(f"{word} and so on", "pl")
        case Kind.ADDRESS:
            return Answer(Address(word, cage.word(), cage.word(), "AB1 2CD"))
        case Kind.REPEAT | Kind.BODY_MAP:
            return Answer(Rows(({part.id: cage.word() for part in field.parts} or {"seen": word},)))
        case _:
            return Answer(Gap(Why.NOT_SAFE, f"because {word} was near"))


def hold(desk: Desk, form: str, cage: Cage) -> Interview:
    """A talk of one kind, with something in every field, note, mark and reason."""
    asked = desk.definitions.form(form).form
    talk = desk.interviews.start(asked)
    for field in asked.fields():
        desk.interviews.answer(talk.id, field.id, filled(field, cage))
    for kind in LineKind:
        heard = Heard(kind, cage.word(), Original(cage.word(), "pl", cage.word()))
        desk.notes.keep(talk.id, heard)
    desk.notes.keep_draft(talk.id, Heard(LineKind.SAID, cage.word()))
    for known in Known:
        noticed = Noticed(IndicatorId("DEL-CD-DOCUMENTS"), known, cage.word(), where=cage.word())
        desk.signs.note(talk.id, noticed)
    desk.interviews.pass_gate(talk.id, asked.pages[0].id, ("site",), cage.word())
    return desk.interviews.turn(talk.id, Course.STOPPED, cage.word())


def tell(folder: Path) -> Desk:
    """The whole of it. The vault is left open."""
    cage, given = Cage(), tools()
    words = [cage.word() for _ in range(5)]
    organisation = Organisation(words[0], Nation.ENGLAND, words[2])
    make = MakeVault(given.door, given.keys_for, given.new_identity, given.now, given.new_id)
    beginning = Beginning(
        organisation, words[IN_THE_CLEAR], words[3], email=f"{words[4]}@x.example"
    )
    begun = make.begin(folder / "vault", beginning, WORDS)
    changes: list[object] = []
    shift = Shift(begun.vault, begun.staff, given.now, given.new_id, changes.append)
    desk = set_up(given, shift, organisation)
    for form in TALKS:
        hold(desk, form, cage)
    _refer(desk, folder, cage)
    assert cage.out == set(CANARIES)
    return desk


def _refer(desk: Desk, folder: Path, cage: Cage) -> None:
    """From the sample talk to a sealed pack, with canaries wherever it takes them."""
    given = tools()
    case = SampleCase(desk, given.sample())
    talk = case.hold_interview()
    case.note_signs(talk)
    pack = case.work_pack(talk)
    for page in desk.definitions.form("incident-pack").form.pages:
        for field in page.fields:
            if field.kind in AS_THEY_ARE and field.id not in CHOSEN:
                desk.packs.answer(pack.id, field.id, filled(field, cage))
    desk.packs.choose(pack.id, "weak", cage.word(), cage.word())
    now = given.now()
    called = [cage.word() for _ in range(5)]
    desk.packs.call(pack.id, Call(StageId("S5"), called[0], now, True, *called[1:]))
    desk.packs.meet(pack.id, "check-1", cage.word())
    desk.chronology.add(pack.id, Told(cage.word()))
    picture = folder / "temp" / f"{cage.word()}.png"
    picture.write_bytes(given.sample().evidence.read_bytes() + cage.word().encode())
    kept = desk.evidence.keep(pack.id, picture)
    picture.unlink()
    desk.evidence.describe(kept.id, cage.word(), "2026-03")
    referral = case.prepare_referral(pack)
    for field in ("pv-name-first-name", "family", "professional-insight"):
        desk.referrals.answer(referral.id, FieldId(field), Answer(cage.word()))
    handing = Handing(cage.word(), cage.word(), "0114 496 0201", cage.word(), "crime")
    desk.seal.preview(referral.id, handing)
    sealed = desk.seal.seal(referral.id, replace(handing), folder / "P-0001.pdf")
    desk.check.check(folder / "P-0001.pdf", sealed.words.text, None)
    desk.interviews.add(talk.id, FieldId("account"), cage.word())
    desk.interviews.withdraw(talk.id, "privacy", cage.word())


if __name__ == "__main__":
    harden()
    told = tell(Path(sys.argv[1]))
    if sys.argv[2] == "close":
        told.shift.vault.close()
    else:
        print("told", flush=True)  # noqa: T201
        time.sleep(600)
