"""The register says of all that left: what, to whom, why, on what basis, by whom and checked."""

import hashlib
from dataclasses import replace

import pytest

from tests.couriers import Side, introduce, laptop_beside
from tests.desks import ROSA, Case, events, opened_copy
from tests.services.disposing import IDRIS as SECOND
from tests.services.disposing import THEIR_WORDS, second_at
from welfare_app.domain.access import Decided, Ground, Verdict
from welfare_app.domain.disclosure import Left, compose_disclosures
from welfare_app.domain.errors import Refused
from welfare_app.domain.events import StaffAdded
from welfare_app.domain.handover import Step
from welfare_app.domain.ids import FieldId, StaffId
from welfare_app.domain.leaving_out import LeftOut, Part
from welfare_app.domain.people import Role, Staff
from welfare_app.domain.referral import Checked
from welfare_app.services.answer_access import AnswerAccess
from welfare_app.services.desk import set_up
from welfare_app.services.gather_passages import GatherPassages
from welfare_app.services.hand_over import ToldStep
from welfare_app.services.review_retention import ReviewRetention
from welfare_app.services.sample_case import HANDING
from welfare_app.services.shift import Shift

IDRIS = Staff(StaffId("staff-idris"), "Idris Example", Role.CHECKER)


@pytest.fixture(scope="module")
def pattern(tools, played, tmp_path_factory):
    """The sample case with things given out of it, the sealed pack last; and that pack."""
    folder, (interview, pack, referral) = played
    home = tmp_path_factory.mktemp("given")
    with opened_copy(tools, folder, home / "case") as desk:
        with desk.shift.work() as work:
            work.register.save_staff(IDRIS, because=StaffAdded(IDRIS.id, IDRIS.role))
            work.commit()
        desk.chronology.save(pack, home / "chronology.pdf")
        file = desk.evidence.of(pack)[0]
        desk.evidence.save_copy(file.id, home / "rota.png", desk.chronology.disk)
        for box in ("birthplace", "family"):
            desk.reads.copied(referral, FieldId(box))
        handing = replace(HANDING, left_out=LeftOut((Part.CALLS,), "They asked for less"))
        sealed = desk.seal.seal(referral, handing, home / "a.pdf", checked=Checked(IDRIS.id))
    return home, (interview, pack, referral), sealed


@pytest.fixture
def given(tools, pattern, tmp_path):
    """That case, with what was given out of it."""
    home, ids, sealed = pattern
    with opened_copy(tools, home / "case", tmp_path / "case") as desk:
        case = Case(desk, *ids)
        case.sealed = sealed
        yield case


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


def test_a_case_sent_to_another_laptop_says_to_whom_and_why(case, tools, identity, tmp_path):
    with laptop_beside(tools, identity, tmp_path / "there") as there:
        here = Side(case.desk, tmp_path, [])
        introduce(here, there)
        path = here.send(case.interview)
        [sent] = case.desk.disclosures.of(case.pack)

    assert sent.what is Left.SENT
    assert sent.numbers == ("W-0001",)
    assert "Ben Example" in sent.to
    assert sent.why == "She moves to their site"
    assert sent.digest == hashlib.sha256(path.read_bytes()).hexdigest()


def test_what_became_of_a_pack_goes_with_the_case_to_another_laptop(
    given, tools, identity, tmp_path
):
    told = ToldStep(given.sealed.digest, Step.REFERENCE, words="FWA 12/7")
    given.desk.hand_over.write(given.pack, told)
    with laptop_beside(tools, identity, tmp_path / "there") as there:
        here = Side(given.desk, tmp_path, [])
        introduce(here, there)
        there.take(here.send(given.interview))
        kept = there.desk.hand_over.of(given.pack)

    assert [one.words for one in kept.became(given.sealed.digest)] == ["FWA 12/7"]
    assert kept.sealings[0].handing.left_out.because == "They asked for less"


def test_an_answer_to_an_access_request_belongs_to_each_case_it_was_about(case, tools, tmp_path):
    desk = case.desk
    review = ReviewRetention(desk.shift, desk.definitions)
    access = AnswerAccess(
        desk.shift,
        desk.definitions,
        review,
        second_at(desk, tmp_path / "keys"),
        tools.renderer,
        tools.disk,
    )
    request = access.begin("P-0001", desk.shift.now().date())
    access.meet(
        request.id,
        alone=True,
        proof_asked=None,
        proved=desk.shift.now().date(),
        delivery="By hand, here",
    )
    through = access.through(request.id)
    for one in through.passages:
        access.decide(request.id, one, Decided(Verdict.WITHHOLD, Ground.THIRD_PARTY))
    answered = access.answer(request.id, SECOND.id, THEIR_WORDS, tmp_path / "answer.pdf")

    [given] = desk.disclosures.of(case.pack)
    assert given.what is Left.ACCESS
    assert given.to == "The person it is about"
    assert given.digest == answered.pdf
    assert given.checked == "Idris Example"


def test_whoever_asks_what_is_held_is_told_what_became_of_a_pack_too(given):
    told = ToldStep(given.sealed.digest, Step.REFERENCE, words="FWA 12/7 Quixotelia")
    given.desk.hand_over.write(given.pack, told)
    review = ReviewRetention(given.desk.shift, given.desk.definitions)
    case = review.called("P-0001")
    with given.desk.shift.work() as work:
        found = GatherPassages(given.desk.definitions).of(work, review.find(work, case))
        texts = " ".join(one.text for one in found)

    assert "Quixotelia" in texts
    assert "They asked for less" in texts
