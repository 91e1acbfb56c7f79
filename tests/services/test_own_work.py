"""What each role may have in hand, whichever service it asks."""

import inspect
import re
from pathlib import Path
from types import NoneType
from typing import get_args

import pytest

from tests.conftest import NOON
from tests.desks import ORGANISATION, events, stopped
from welfare_app.domain.anonymity import Trace
from welfare_app.domain.answers import Answer
from welfare_app.domain.calls import Call
from welfare_app.domain.custody import Deed
from welfare_app.domain.desk_view import DeskView
from welfare_app.domain.errors import Refused
from welfare_app.domain.exchange import Incoming
from welfare_app.domain.handover import Step
from welfare_app.domain.interview import Course, Mark
from welfare_app.domain.notes import LineKind
from welfare_app.domain.people import Role, Staff
from welfare_app.domain.preserving import Reply
from welfare_app.domain.sign import Known
from welfare_app.domain.suggesting import Source, Suggestion
from welfare_app.services import own_work, ports, talk_ports
from welfare_app.services.desk import INTERVIEW, Desk, set_up
from welfare_app.services.hand_over import ToldStep
from welfare_app.services.keep_chronology import Told
from welfare_app.services.note_sign import Noticed
from welfare_app.services.sample_case import HANDING
from welfare_app.services.shift import Shift
from welfare_app.services.take_notes import Heard
from welfare_app.store.disk import LocalDisk

CASES = (
    *("interviews", "notes", "signs", "packs", "reach", "evidence", "referrals", "seal"),
    *("around", "exchange", "looking", "preserving", "scans", "chronology", "hand_over"),
)
"""The services that read or write cases."""

IN_HAND = {
    *(
        "packs.missing",
        "packs.could_complete",
        "packs.clocks",
        "referrals.missing",
        "referrals.standing",
        "referrals.form_of",
    ),
    *(
        "referrals.newer",
        "referrals.traces",
        "interviews.alike",
        "signs.suggestions",
        "around.visit_of",
        *("preserving.words", "preserving.due", "preserving.kind"),
    ),
}
"""What only speaks of a record that the caller holds already, and so was allowed to read."""

SOURCES = Path(inspect.getfile(own_work)).parent


def seated(tools, vault, role):
    """A desk at this vault for someone in this role."""
    staff = Staff(f"staff-{role}", "Idris Example", role)
    shift = Shift(vault, staff, tools.now, tools.new_id, lambda _: None)
    return set_up(tools, shift, ORGANISATION)


@pytest.fixture
def at(tools, case):
    """A desk at the vault of the sample case, for a role."""
    return lambda role: seated(tools, case.desk.shift.vault, role)


@pytest.fixture
def something(case, tmp_path):
    """Something of each type that services ask for, out of the sample case."""
    desk = case.desk
    [note, *_], [sign, *_] = desk.notes.of(case.interview), desk.signs.of(case.interview)
    [file, *_] = desk.evidence.of(case.pack)
    asked = desk.preserving.ask(case.pack, "cctv", "", "Security desk", "")
    photo = tmp_path / "rota.png"
    photo.write_bytes(b"\x89PNG\r\n")
    source = Source(note.id, note.words, Known.SAID, note.at)
    known = {
        "Form": desk.definitions.form(INTERVIEW).form,
        "InterviewId": case.interview,
        "Interview": desk.interviews.resume(case.interview),
        "FieldId": "first-name",
        "Answer": Answer("Somebody"),
        "str": "safety",
        "tuple[str, ...]": ("missing",),
        "Course": Course.STOPPED,
        "Mark": Mark.ASKED,
        "Heard": Heard(LineKind.SAID, "He holds my passport"),
        "NoteId": note.id,
        "SignId": sign.id,
        "Noticed": Noticed("DEL-CD-DEBT", Known.SAID),
        "Suggestion": Suggestion("DEL-CD-DEBT", source, "He holds my passport", ()),
        "PackId": case.pack,
        "EntryId": desk.chronology.add(case.pack, Told("A car came")).id,
        "Told": Told("A van came"),
        "ToldStep": ToldStep("00", Step.RECEIVED),
        "StageId": "S10",
        "Call": Call("S5", "Fair Work Agency", NOON, False),
        "EvidenceId": file.id,
        "Deed": Deed.SHOWN,
        "Disk": LocalDisk(),
        "int": 1,
        "PreservationId": asked.id,
        "Reply": Reply.KEPT,
        "Path": photo,
        "ReferralId": case.referral,
        "Referral": desk.referrals.get(case.referral),
        "Handing": HANDING,
        "DeskView": DeskView(),
        "Sequence[str]": (case.pack, case.interview),
        "Trace": Trace("first-name", "name", 0, 8, "00", "Somebody", ""),
        "Incoming": Incoming(("pv-dob",), (), (), (), 0, {"pv-dob": Answer("Somebody")}),
    }
    return lambda kind: known[kind]


def asks(desk: Desk):
    """Every question that can be put to a service of cases: its name, and what answers it."""
    for service in CASES:
        asked = getattr(desk, service)
        for name, _ in inspect.getmembers(type(asked), inspect.isfunction):
            if not name.startswith("_") and f"{service}.{name}" not in IN_HAND:
                yield f"{service}.{name}", getattr(asked, name)


def put(ask, something):
    """Ask with one of everything it needs."""
    needed = [
        one
        for one in inspect.signature(ask).parameters.values()
        if one.default is inspect.Parameter.empty
    ]
    return ask(*(something(_short(one.annotation)) for one in needed))


def _short(kind):
    """What a type is called, without where it lives or that it may be missing."""
    if NoneType in get_args(kind):
        [kind] = (one for one in get_args(kind) if one is not NoneType)
    name, within, rest = inspect.formatannotation(kind).partition("[")
    return name.rpartition(".")[2] + within + rest


def test_an_auditor_gets_no_case_from_any_service_and_changes_none(case, at, something):
    before = events(case.desk.shift.vault)
    asked = []

    for name, ask in asks(at(Role.AUDITOR)):
        with stopped(Refused, "role.not-yours"):
            put(ask, something)
            pytest.fail(f"{name} let an auditor in")
        asked.append(name)

    assert len(asked) > 35
    assert events(case.desk.shift.vault) == before


def test_a_checker_reads_cases_and_changes_none(case, at, something, tmp_path):
    before = events(case.desk.shift.vault)
    desk = at(Role.CHECKER)

    assert desk.interviews.resume(case.interview).id == case.interview
    assert desk.notes.of(case.interview)
    assert desk.signs.of(case.interview)
    assert desk.packs.get(case.pack).id == case.pack
    assert desk.referrals.of(case.pack).id == case.referral
    assert desk.evidence.of(case.pack)
    assert desk.around.look().open_packs
    assert desk.seal.preview(case.referral, HANDING).startswith(b"%PDF")
    for ask in (
        *(desk.interviews.start, desk.interviews.answer, desk.interviews.turn),
        *(desk.interviews.mark, desk.interviews.withdraw),
        *(desk.notes.keep, desk.notes.tag, desk.notes.keep_draft),
        *(desk.signs.note, desk.signs.withdraw),
        *(desk.packs.answer, desk.packs.skip, desk.evidence.describe, desk.evidence.keep),
        *(desk.evidence.handle, desk.evidence.save_copy, desk.scans.choose),
        *(desk.preserving.ask, desk.preserving.answered),
        *(desk.referrals.answer, desk.exchange.take, desk.exchange.save),
    ):
        with stopped(Refused, "role.not-yours"):
            put(ask, something)
    with stopped(Refused, "role.not-yours"):
        desk.seal.seal(case.referral, HANDING, tmp_path / "P-0001.pdf")

    assert not (tmp_path / "P-0001.pdf").exists()
    assert events(case.desk.shift.vault) == before


@pytest.mark.parametrize("role", [Role.LEAD, Role.CHAMPION])
def test_those_who_work_cases_work_with_the_vault_itself(case, at, role):
    desk = at(role)

    assert type(desk.shift.work()) is type(case.desk.shift.vault.work("staff-rosa"))
    desk.interviews.turn(case.interview, Course.STOPPED, "They had to go")


def test_an_auditor_checks_a_sealed_file_and_is_told_that_nobody_looked_it_up(
    tools, sealed_desk, sealed
):
    auditor = seated(tools, sealed_desk.shift.vault, Role.AUDITOR)

    found = auditor.check.check(sealed.pack.path, sealed.pack.words.text, None)

    assert found.report.verdict == "genuine"
    assert (found.ours, found.known) == (None, False)


@pytest.mark.parametrize("role", [Role.CHAMPION, Role.CHECKER])
def test_only_leads_and_auditors_read_the_trail(at, role):
    desk = at(role)

    for ask in (desk.trail.people, desk.trail.check, lambda: desk.trail.told((1,))):
        with stopped(Refused, "role.not-yours"):
            ask()


def test_every_part_of_a_unit_of_work_is_looked_at(vault):
    own = own_work.OwnWork(vault.work("staff-idris"), Role.AUDITOR)
    parts = {name for name, one in vars(ports.UnitOfWork).items() if isinstance(one, property)}

    for name in parts - {"register", "audit", "colleagues", "backups"}:
        with stopped(Refused, "role.not-yours"):
            getattr(own, name)
    assert own.register is not None
    assert own.audit.head() == ""


def test_no_service_goes_round_the_shift_to_the_vault():
    beginnings = {"shift.py", "unlock.py", "first_run.py"}

    going_round = [
        path.name
        for path in SOURCES.glob("*.py")
        if re.search(r"vault\.work\(", path.read_text("utf-8")) and path.name not in beginnings
    ]

    assert going_round == []


def test_every_way_of_changing_a_case_is_refused_by_name():
    repositories = (
        *(
            talk_ports.Interviews,
            talk_ports.Notes,
            talk_ports.Drafts,
            talk_ports.Signs,
            ports.Packs,
        ),
        *(ports.EvidenceShelf, ports.Referrals),
    )
    changing = {
        name
        for one in repositories
        for name, method in inspect.getmembers(one, inspect.isfunction)
        if not name.startswith("_")
        and inspect.signature(method).return_annotation in {None, NoneType, "None"}
    }

    assert changing <= own_work.CHANGES
    assert changing >= {"save", "put", "keep"}
