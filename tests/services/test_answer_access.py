"""Somebody asks what is held about them: they get it safely, in time, and nobody else's words."""

import hashlib
import io
import json
from dataclasses import replace
from datetime import date, timedelta

import pikepdf
import pytest

from tests.conftest import NOON
from tests.desks import ROSA, events, sign_off, stopped
from tests.pdf.reader import folded, pdfium
from tests.services.disposing import IDRIS, THEIR_WORDS, second_at
from welfare_app.domain.access import Decided, Ground, Verdict
from welfare_app.domain.answers import Answer, Rows
from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.ids import FieldId
from welfare_app.domain.notes import LineKind, Original
from welfare_app.domain.people import Role, Staff
from welfare_app.services.answer_access import AnswerAccess
from welfare_app.services.review_retention import ReviewRetention
from welfare_app.services.shift import Shift
from welfare_app.services.take_notes import Heard

TODAY = NOON.date()
CANARY = "Quixotelia"
GIVE = Decided(Verdict.GIVE, Ground.OWN)
BACK = Decided(Verdict.WITHHOLD, Ground.THIRD_PARTY)


def talk(desk, **more):
    begun = desk.interviews.start(desk.definitions.form("welfare-interview").form)
    told = {"first_name": "Ana", "last_name": "Sample-Person", "safe_phone": "07700 900123", **more}
    for field, said in told.items():
        desk.interviews.answer(begun.id, FieldId(field.replace("_", "-")), Answer(said))
    return begun


@pytest.fixture
def access(desk, tmp_path, tools):
    review = ReviewRetention(desk.shift, desk.definitions)
    second = second_at(desk, tmp_path / "keys")
    return AnswerAccess(desk.shift, desk.definitions, review, second, tools.renderer, tools.disk)


@pytest.fixture
def asked(desk, access):
    """A request about a talk in which others are named."""
    begun = talk(
        desk,
        lead_today=f"Marek {CANARY}, 01632 960118",
        present=Rows(({"present-name": f"Olga {CANARY}", "present-role": "friend"},)),
        working_day=f"Up at four. Then Marek {CANARY} drives us, and I pack apples",
        outcome_reason="Their manager is known to the police",
        must_not_know="The driver and the house boss",
    )
    desk.notes.keep(
        begun.id,
        Heard(
            LineKind.SAID,
            f"He said {CANARY} holds my card",
            original=Original(f"A spus că {CANARY} îmi ține cardul", "ro"),
        ),
    )
    return access.begin("W-0001", TODAY)


def safe(access, request):
    return access.meet(
        request.id, alone=True, proof_asked=None, proved=TODAY, delivery="By hand, here"
    )


def settle(access, request, **others):
    """Decide every passage as proposed, but for some fields."""
    for passage in access.through(request.id).passages:
        if passage.field in others:
            access.decide(request.id, passage, others[passage.field])
    left = tuple(one.id for one in access.through(request.id).passages)
    return access.accept(request.id, left)


def reply(access, request, path):
    return access.answer(request.id, IDRIS.id, THEIR_WORDS, path)


def inside(pdf):
    """Everything in a PDF, with every stream opened."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        parts = [pdf, document.open_metadata().__str__().encode()]
        for one in document.objects:
            parts.append(repr(one).encode())
            if isinstance(one, pikepdf.Stream):
                parts.append(one.read_bytes())
    return b"\n".join(parts)


def test_names_of_others_are_proposed_and_the_rest_is_theirs(access, asked):
    through = access.through(asked.id)
    proposed = {
        passage.field: proposal.decided
        for passage, proposal in zip(through.passages, through.proposals, strict=True)
    }

    assert proposed["first-name"] == GIVE
    assert proposed["safe-phone"] == GIVE
    assert proposed["must-not-know"] == BACK
    assert proposed["working-day"].what is Verdict.HIDE
    assert f"Marek {CANARY}" in proposed["working-day"].hidden
    assert proposed["note"].what is Verdict.HIDE
    assert "01632 960118" in proposed["lead-today"].hidden


def test_what_was_taken_out_is_in_no_byte_of_either_file(access, asked, tmp_path):
    safe(access, asked)
    settle(access, asked)
    path = tmp_path / "answer-A-0001.pdf"

    answered = reply(access, asked, path)

    pdf, machine = path.read_bytes(), path.with_suffix(".json").read_bytes()
    assert (answered.pdf, answered.json) == tuple(
        hashlib.sha256(one).hexdigest() for one in (pdf, machine)
    )
    text = folded(pdfium(pdf))
    assert "I pack apples" in text
    assert "[taken out]" in text
    for found in (text.encode(), inside(pdf), machine):
        for gone in (CANARY, "Marek", "Olga", "960118", "house boss"):
            assert gone.encode() not in found


def test_a_passage_kept_back_for_the_crime_exemption_is_not_even_counted(access, asked, tmp_path):
    safe(access, asked)
    settle(access, asked, **{"outcome-reason": Decided(Verdict.WITHHOLD, Ground.CRIME)})
    path = tmp_path / "a.pdf"

    reply(access, asked, path)

    told = json.loads(path.with_suffix(".json").read_bytes())
    assert "police" not in json.dumps(told["held"])
    assert "outcome-reason" not in {one["field"] for one in told["held"]}
    kept = sum(1 for one in access.get(asked.id).decided.values() if one == BACK)
    assert told["kept_back_for_others"] == kept
    assert "Schedule 2" not in folded(pdfium(path.read_bytes()))


def test_what_is_given_is_what_is_held_with_the_earlier_words(desk, access, tmp_path):
    begun = talk(desk, working_day="Up at four")
    desk.interviews.answer(begun.id, FieldId("working-day"), Answer("Up at five, I meant"))
    request = access.begin("W-0001", TODAY)
    safe(access, request)
    settle(access, request)

    reply(access, request, tmp_path / "a.pdf")

    held = json.loads((tmp_path / "a.json").read_bytes())["held"]
    days = [one["lines"][0]["text"] for one in held if one["field"] == "working-day"]
    assert days == ["Up at four", "Up at five, I meant"]


def test_the_whole_sample_case_is_gathered_and_answered(case, tmp_path, tools):
    desk = case.desk
    review = ReviewRetention(desk.shift, desk.definitions)
    second = second_at(desk, tmp_path / "keys")
    access = AnswerAccess(desk.shift, desk.definitions, review, second, tools.renderer, tools.disk)
    request = access.begin("P-0001", TODAY)
    through = access.through(request.id)
    groups = {one.group for one in through.passages}

    assert {"As it was said", "Signs", "Files"} <= groups
    assert {one.record for one in through.passages} >= {"W-0001", "P-0001"}
    safe(access, request)
    settle(access, request)
    assert reply(access, request, tmp_path / "a.pdf").pdf
    held = json.loads((tmp_path / "a.json").read_bytes())["held"]
    assert any(one["record"].endswith("referral") for one in held)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"alone": False}, "access.not-alone"),
        ({"proved": None}, "access.not-proved"),
        ({"delivery": " "}, "access.no-delivery"),
    ],
)
def test_nothing_leaves_before_it_is_safe(access, asked, tmp_path, change, code):
    told = {"alone": True, "proof_asked": None, "proved": TODAY, "delivery": "By hand"} | change
    access.meet(asked.id, **told)
    settle(access, asked)

    with stopped(Refused, code):
        reply(access, asked, tmp_path / "a.pdf")
    assert not list(tmp_path.glob("a.*"))


def test_nothing_leaves_while_a_passage_is_left(access, asked, tmp_path):
    safe(access, asked)
    with stopped(Refused, "access.not-decided"):
        reply(access, asked, tmp_path / "a.pdf")


def test_nothing_leaves_without_a_second_person(access, asked, tmp_path):
    safe(access, asked)
    settle(access, asked)
    with stopped(Unavailable, "key.wrong-passphrase"):
        access.answer(asked.id, IDRIS.id, "not theirs at all", tmp_path / "a.pdf")
    with stopped(Refused, "second.not-able"):
        access.answer(asked.id, ROSA.id, THEIR_WORDS, tmp_path / "a.pdf")
    assert not list(tmp_path.glob("*.pdf"))


def test_what_is_added_after_it_was_read_through_must_be_decided_first(
    desk, access, asked, tmp_path
):
    safe(access, asked)
    settle(access, asked)
    [interview] = desk.around.look().unfinished
    desk.interviews.answer(interview.id, FieldId("working-day"), Answer("Something new"))

    with stopped(Refused, "access.not-decided"):
        reply(access, asked, tmp_path / "a.pdf")


def test_the_trail_has_the_digests_before_the_file_has_its_name(desk, access, asked, tmp_path):
    safe(access, asked)
    settle(access, asked)
    seen = []

    class Watching:
        def write_whole(self, path, data, before_rename=lambda: None):
            before_rename()
            seen.append(events(desk.shift.vault)[-1])

    replace(access, disk=Watching()).answer(asked.id, IDRIS.id, THEIR_WORDS, tmp_path / "a.pdf")
    assert seen[0] == "AccessAnswered"


def test_words_that_do_not_stand_there_cannot_be_taken_out(access, asked):
    passage = next(one for one in access.through(asked.id).passages if one.field == "working-day")
    hide = Decided(Verdict.HIDE, Ground.THIRD_PARTY, ("Nobody Example",))

    with stopped(Refused, "access.not-there"):
        access.decide(asked.id, passage, hide)


@pytest.mark.parametrize(
    ("decided", "code"),
    [
        (Decided(Verdict.GIVE, Ground.CRIME), "access.no-ground"),
        (Decided(Verdict.WITHHOLD, Ground.CONSENT), "access.no-ground"),
        (Decided(Verdict.HIDE, Ground.THIRD_PARTY), "access.nothing-hidden"),
    ],
)
def test_each_decision_has_a_ground_that_fits(access, asked, decided, code):
    passage = access.through(asked.id).passages[0]
    with stopped(Refused, code):
        access.decide(asked.id, passage, decided)


def test_other_cases_of_the_same_person_are_found(desk, access, asked):
    same_phone = talk(desk, first_name="A", last_name="S", safe_phone="+44 7700 900123")
    same_name = talk(desk, first_name="ana", last_name="Sample Person", safe_phone="07700 900999")
    nobody = talk(desk, first_name="Test", last_name="Person", safe_phone="07700 900998")

    found = {one.case: one.kinds for one in access.alike(asked.id)}

    assert found == {same_phone.id: ("phone",), same_name.id: ("name",)}
    assert nobody.id not in found


def test_an_account_two_people_are_paid_into_is_found(desk, access):
    talk(desk, pay="Into account 12345678, which is not mine")
    other = talk(
        desk, first_name="B", last_name="C", safe_phone="07700 900777", pay="It is 12345678"
    )
    request = access.begin("W-0001", TODAY)

    assert {one.case: one.kinds for one in access.alike(request.id)} == {other.id: ("account",)}


def test_a_case_that_is_included_is_read_through_and_can_be_left_out(desk, access, asked):
    other = talk(desk, working_day="At the other site")
    access.include(asked.id, other.id)
    assert "W-0002" in {one.record for one in access.through(asked.id).passages}

    access.leave_out(asked.id, other.id)
    assert "W-0002" not in {one.record for one in access.through(asked.id).passages}


def test_a_request_goes_with_the_case_it_was_about(desk, access, asked, vault):
    sign_off(desk, asked.case)
    with desk.shift.work() as work:
        kinds = {kind for _, kind in work.archive.under(asked.case)}
    assert "access" in kinds


def test_a_request_comes_back_as_it_was_decided(access, asked, vault):
    safe(access, asked)
    settle(access, asked)
    kept = access.get(asked.id)
    vault._memory.records.clear()

    assert access.get(asked.id) == kept


def test_no_day_ahead_can_be_the_day_they_asked(access, desk):
    talk(desk)
    with stopped(Refused, "access.not-yet"):
        access.begin("W-0001", TODAY + timedelta(days=1))


def test_the_clock_stands_still_while_proof_is_waited_for(access, asked):
    assert asked.due(TODAY) == date(2026, 6, 12)
    waiting = access.meet(
        asked.id, alone=True, proof_asked=TODAY + timedelta(days=2), proved=None, delivery=""
    )
    assert waiting.waits
    assert waiting.due(TODAY + timedelta(days=12)) == date(2026, 6, 22)
    known = access.meet(
        asked.id,
        alone=True,
        proof_asked=TODAY + timedelta(days=2),
        proved=TODAY + timedelta(days=7),
        delivery="",
    )
    assert known.due(TODAY + timedelta(days=90)) == date(2026, 6, 17)
    assert access.extend(asked.id, "Six years of records").due(TODAY) == date(2026, 8, 17)


@pytest.mark.parametrize("role", [Role.CHAMPION, Role.CHECKER, Role.AUDITOR])
def test_only_a_lead_answers(access, desk, role, tmp_path):
    someone = Staff(ROSA.id, "Noor Example", role)
    shift = Shift(desk.shift.vault, someone, desk.shift.now, desk.shift.new_id, lambda _: None)
    theirs = replace(access, shift=shift)
    for act in (
        theirs.requests,
        lambda: theirs.begin("W-0001", TODAY),
        lambda: theirs.get("x"),
        lambda: theirs.through("x"),
        lambda: theirs.extend("x", "y"),
        lambda: theirs.accept("x", ()),
        lambda: theirs.alike("x"),
        lambda: theirs.answer("x", IDRIS.id, THEIR_WORDS, tmp_path / "a.pdf"),
    ):
        with stopped(Refused, "role.not-yours"):
            act()
