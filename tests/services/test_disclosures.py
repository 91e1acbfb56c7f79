"""The register says of all that left: what, to whom, why, on what basis, by whom and checked."""

import hashlib
from dataclasses import replace

import pytest

from tests.desks import ROSA, events
from welfare_app.domain.disclosure import Left, compose_disclosures
from welfare_app.domain.errors import Refused
from welfare_app.domain.events import StaffAdded
from welfare_app.domain.ids import FieldId, StaffId
from welfare_app.domain.leaving_out import LeftOut, Part
from welfare_app.domain.people import Role, Staff
from welfare_app.domain.referral import Checked
from welfare_app.services.desk import set_up
from welfare_app.services.sample_case import HANDING
from welfare_app.services.shift import Shift

IDRIS = Staff(StaffId("staff-idris"), "Idris Example", Role.CHECKER)


@pytest.fixture
def given(case, tmp_path):
    """The sample case with things given out of it, the sealed pack last."""
    desk = case.desk
    with desk.shift.work() as work:
        work.register.save_staff(IDRIS, because=StaffAdded(IDRIS.id, IDRIS.role))
        work.commit()
    desk.chronology.save(case.pack, tmp_path / "chronology.pdf")
    file = desk.evidence.of(case.pack)[0]
    desk.evidence.save_copy(file.id, tmp_path / "rota.png", desk.chronology.disk)
    for box in ("birthplace", "family"):
        desk.reads.copied(case.referral, FieldId(box))
    handing = replace(HANDING, left_out=LeftOut((Part.CALLS,), "They asked for less"))
    case.sealed = desk.seal.seal(
        case.referral, handing, tmp_path / "a.pdf", checked=Checked(IDRIS.id)
    )
    return case


def test_a_sealed_pack_stands_with_all_that_was_said_at_sealing(given):
    newest = given.desk.disclosures.of()[0]

    assert newest.what is Left.SEALED
    assert newest.title == "A sealed pack, P-0001"
    assert dict(newest.parts()) == {
        "To": "Test Responder One, Fair Work Agency",
        "Why": HANDING.purpose,
        "Lawful basis": "Detecting or preventing crime. UK GDPR Article 6(1)(ea), crime; "
        "Article 9(2)(g) with DPA 2018 Schedule 1 paragraph 10",
        "Left out": "Calls and the advice given, because: They asked for less",
        "By": ROSA.name,
        "Read through by": "Idris Example",
        "SHA-256": given.sealed.digest,
    }


def test_everything_that_left_is_there_once_and_what_did_not_leave_is_not(given):
    found = given.desk.disclosures.of()

    assert [one.what for one in found] == [
        Left.SEALED,
        Left.COPIED,
        Left.FILE,
        Left.CHRONOLOGY,
    ]
    assert found[1].title == "Answers of a referral, copied for another program (2), P-0001"
    assert found[2].digest == given.desk.evidence.of(given.pack)[0].digest


def test_of_one_case_it_holds_that_case_alone(given, tmp_path):
    other = given.desk.packs.open(None)
    given.desk.chronology.save(other.id, tmp_path / "other.pdf")

    assert [one.what for one in given.desk.disclosures.of(other.id)] == [Left.CHRONOLOGY]
    assert len(given.desk.disclosures.of(given.pack)) == 4
    assert len(given.desk.disclosures.of()) == 5


def test_whoever_reads_only_the_trail_learns_what_left_but_not_to_whom_or_why(given, tools):
    auditor = Staff(StaffId("staff-audit"), "Ada Example", Role.AUDITOR)
    shift = given.desk.shift
    theirs = set_up(
        tools,
        Shift(shift.vault, auditor, shift.now, tools.new_id, shift.announce),
        given.desk.organisation,
    )
    newest = theirs.disclosures.of()[0]

    assert (newest.what, newest.by, newest.checked) == (Left.SEALED, ROSA.name, "Idris Example")
    assert newest.digest == given.sealed.digest
    assert (newest.to, newest.why, newest.basis, newest.left_out) == ("", "", "", "")


def test_a_champion_does_not_read_it(given, tools):
    champion = Staff(StaffId("staff-champion"), "Cas Example", Role.CHAMPION)
    shift = given.desk.shift
    theirs = set_up(
        tools,
        Shift(shift.vault, champion, shift.now, tools.new_id, shift.announce),
        given.desk.organisation,
    )

    with pytest.raises(Refused):
        theirs.disclosures.of()


def test_on_paper_it_is_whole_and_giving_it_out_is_written_down_first(given, tmp_path):
    path = tmp_path / "list.pdf"
    given.desk.disclosures.save(path, given.pack)

    assert path.read_bytes().startswith(b"%PDF")
    assert events(given.desk.shift.vault)[-1] == "DisclosuresGiven"
    newest = given.desk.disclosures.of(given.pack)[0]
    assert newest.what is Left.REGISTER
    assert newest.digest == hashlib.sha256(path.read_bytes()).hexdigest()
    found = given.desk.disclosures.of()
    document = compose_disclosures(found, given.desk.organisation, "P-0001", given.desk.shift.now())
    texts = " ".join(line.text for line in document.lines())
    assert given.sealed.digest in texts
    assert "They asked for less" in texts


def test_what_was_sealed_before_a_basis_was_asked_for_says_so(given):
    with given.desk.shift.work() as work:
        referral = work.referrals.get(given.referral)
        old = replace(referral.sealings[0], digest="ab" * 32, handing=replace(HANDING, basis=""))
        changed, because = referral.sealed(old)
        work.referrals.save(changed, because=because)
        work.commit()

    assert given.desk.disclosures.of()[0].basis == "Not asked for then"
