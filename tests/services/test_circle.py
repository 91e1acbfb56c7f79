"""A case kept to a circle: nobody outside reads a word of it, whichever service they ask."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import KEY
from tests.desks import ORGANISATION, WORDS, events, quick_keys, stopped
from tests.services.staffing import IDRIS, NOOR, managing, staff_of_three
from tests.services.test_own_work import asks, put, something  # noqa: F401 - a fixture
from welfare_app.domain.answers import Answer
from welfare_app.domain.desk_view import DeskView
from welfare_app.domain.errors import Refused, Unavailable, WelfareAppError
from welfare_app.domain.events import StaffAdded
from welfare_app.domain.ids import FieldId, StaffId
from welfare_app.domain.people import Role, Staff
from welfare_app.domain.trail import Asked
from welfare_app.services import keep_circle
from welfare_app.services.desk import INTERVIEW, set_up
from welfare_app.services.keep_circle import BreakGlass
from welfare_app.services.review_retention import ReviewRetention
from welfare_app.services.shift import Shift
from welfare_app.store.trail import KEPT

CANARY = "Zephyrine"
MINA = Staff(StaffId("staff-mina"), "Mina Example", Role.LEAD)
OMAR = Staff(StaffId("staff-omar"), "Omar Example", Role.CHAMPION)
SOURCES = Path(keep_circle.__file__).parent


def seat(tools, vault, staff, heard=lambda _: None):
    return set_up(tools, Shift(vault, staff, tools.now, tools.new_id, heard), ORGANISATION)


@pytest.fixture
def kept(case):
    """The sample case, named by a word that stands nowhere else, and kept to Rosa."""
    desk = case.desk
    with desk.shift.work() as work:
        for one in (MINA, OMAR):
            work.register.save_staff(one, because=StaffAdded(one.id, one.role))
        work.commit()
    for field in ("first-name", "site"):
        desk.interviews.answer(case.interview, FieldId(field), Answer(CANARY))
    assert desk.around.ids(DeskView(words=CANARY)), "the canary can be found before"
    desk.circles.draw(case.pack, [], [])
    return case


@pytest.fixture
def outside(tools, kept):
    return seat(tools, kept.desk.shift.vault, MINA)


@pytest.fixture
def champion(tools, kept):
    return seat(tools, kept.desk.shift.vault, OMAR)


def words_in(found, depth=0):
    """Everything a service gave, as text, with what its repr leaves out."""
    if isinstance(found, bytes):
        return found.decode("latin-1")
    if isinstance(found, dict):
        return " ".join(words_in(each, depth + 1) for pair in found.items() for each in pair)
    if isinstance(found, (tuple, list, set, frozenset)):
        return " ".join(words_in(each, depth + 1) for each in found)
    slots = getattr(type(found), "__dataclass_fields__", {})
    if slots and depth < 12:
        return " ".join(words_in(getattr(found, name), depth + 1) for name in slots)
    return str(found)


def test_someone_outside_finds_no_word_of_it_in_any_service(kept, champion, something):  # noqa: F811
    before = events(kept.desk.shift.vault)
    refused, answered = [], {}

    for name, ask in asks(champion):
        try:
            answered[name] = words_in(put(ask, something))
        except WelfareAppError as error:
            refused.append((name, error.code))

    about_what_was_asked = {"scans.no-folder", "preservation.day", "custody.no-such-day"}
    assert {code for _, code in refused} - about_what_was_asked == {"circle.shut"}
    assert len(refused) > 35
    assert [name for name, text in answered.items() if CANARY in text] == []
    assert [name for name, text in answered.items() if kept.interview in text] == []
    assert set(events(kept.desk.shift.vault)[len(before) :]) <= {"InterviewStarted", "PackOpened"}


def test_no_list_count_or_search_shows_it(kept, outside):
    around = outside.around

    assert around.all() == ()
    assert around.ids(DeskView(words=CANARY)) == ()
    assert around.ids(DeskView(words="Zephirine")) == ()
    assert around.listed((kept.interview, kept.pack)) == ()
    assert around.choices().sites == ()
    seen = around.look()
    assert (seen.unfinished, seen.open_packs, seen.unanswered, seen.reviews) == ((), (), (), ())
    assert seen.visit is None


def test_a_word_that_only_it_holds_does_not_change_how_others_are_found(kept, outside):
    talk = outside.interviews.start(outside.definitions.form(INTERVIEW).form)
    outside.interviews.answer(talk.id, FieldId("first-name"), Answer("Zephyrina"))

    assert outside.around.ids(DeskView(words=f"{CANARY} ")) == (talk.id,)


def test_those_in_it_find_it_though_somebody_outside_made_the_cards(kept, outside):
    kept.desk.interviews.answer(kept.interview, FieldId("last-name"), Answer("Quillfeather"))
    outside.around.look()

    assert kept.desk.around.ids(DeskView(words="Quillfeather")) == (kept.interview,)


def test_a_talk_with_somebody_of_the_same_name_does_not_hint_at_it(kept, outside):
    talk = outside.interviews.start(outside.definitions.form(INTERVIEW).form)
    said = {"first-name": CANARY, "last-name": "Example"}
    with kept.desk.shift.work() as work:
        theirs = work.interviews.get(kept.interview)
    said["last-name"] = str(theirs.answers[FieldId("last-name")].value)
    for field, value in said.items():
        outside.interviews.answer(talk.id, FieldId(field), Answer(value))
    alike = outside.interviews.alike(outside.interviews.resume(talk.id))

    assert kept.interview not in words_in(alike)


def test_retention_and_requests_do_not_go_round_it(kept, outside):
    review = ReviewRetention(outside.shift, outside.definitions)

    assert review.look() == ()
    for ask in (lambda: review.one(kept.interview), lambda: review.hold(kept.interview, "x", "")):
        with stopped(Refused, "circle.shut"):
            ask()
    with stopped(Refused, "disposal.no-such-case"):
        review.called("W-0001")
    assert ReviewRetention(kept.desk.shift, kept.desk.definitions).look()


def test_the_next_number_counts_what_is_kept_too(kept, outside):
    talk = outside.interviews.start(outside.definitions.form(INTERVIEW).form)

    assert talk.number == "W-0002"


def test_nothing_is_written_into_it_from_outside(kept, outside):
    with outside.shift.work() as work:
        with stopped(Refused, "circle.shut"):
            work.drafts.keep(kept.interview, "a line")
        with stopped(Refused, "circle.shut"):
            work.drafts.of(kept.interview)
        with stopped(Refused, "circle.shut"):
            work.archive.erase(kept.pack, "pack")
        with stopped(Refused, "circle.shut"):
            work.archive.under(kept.interview)
    with stopped(Refused, "circle.shut"):
        outside.packs.open(kept.interview)


def test_it_is_not_sent_to_another_laptop_even_by_those_in_it(kept, outside):
    with kept.desk.shift.work() as work, stopped(Refused, "circle.not-sent"):
        work.crossing.contents(kept.pack)
    with outside.shift.work() as work, stopped(Refused, "circle.shut"):
        work.crossing.contents(kept.pack)


def test_opened_to_everyone_again_it_is_found_as_before(kept, outside):
    with stopped(Refused, "circle.shut"):
        outside.circles.lift(kept.pack, "I want to")

    kept.desk.circles.lift(kept.pack, "The police have it")

    assert set(outside.around.ids(DeskView(words=CANARY))) == {kept.interview, kept.pack}


def test_only_what_makes_the_cards_and_minds_the_staff_works_past_circles():
    past = {
        path.name
        for path in SOURCES.glob("*.py")
        if re.search(r"\.upkeep\(", path.read_text("utf-8"))
    }

    assert past == {"keep_cards.py", "manage_staff.py", "shift.py"}


def test_a_lead_breaks_the_glass_and_those_in_it_are_told(kept, outside):
    glass = BreakGlass(outside.shift, lambda: None, practice=True)

    entered = glass.open("p-0001", "He did not come to work", "")

    assert (entered.root, entered.kind) == (kept.interview, "interview")
    assert outside.packs.get(kept.pack).id == kept.pack
    assert outside.around.ids(DeskView(words=CANARY))
    [told] = kept.desk.circles.broken()
    assert (told.number, told.who, told.breaking.reason) == (
        "W-0001",
        "Mina Example",
        "He did not come to work",
    )
    assert outside.circles.broken() == ()
    kept.desk.circles.see(kept.pack)
    assert kept.desk.circles.broken() == ()
    assert events(kept.desk.shift.vault).count("GlassBroken") == 1
    assert events(kept.desk.shift.vault)[-1] == "GlassSeen"


def test_what_was_broken_is_whole_again_once_the_vault_is_locked(tools, kept, outside, tmp_path):
    BreakGlass(outside.shift, lambda: None, practice=True).open("W-0001", "He is missing", "")
    vault = kept.desk.shift.vault
    vault.close()
    again = tools.door.open(vault._path.parent, vault._key or KEY)

    later = seat(tools, again, MINA)

    with stopped(Refused, "circle.shut"):
        later.packs.get(kept.pack)
    [told] = seat(tools, again, kept.desk.shift.staff).circles.broken()
    assert told.breaking.reason == "He is missing"
    again.close()


def test_one_who_breaks_it_opens_it_for_nobody_else(tools, kept, outside, champion):
    BreakGlass(outside.shift, lambda: None, practice=True).open("W-0001", "He is missing", "")

    with stopped(Refused, "circle.shut"):
        champion.packs.get(kept.pack)


def test_a_champion_and_a_lead_in_the_line_open_nothing(tools, kept, outside, champion):
    kept.desk.circles.draw(kept.pack, [], [MINA.id])
    before = events(kept.desk.shift.vault)

    with stopped(Refused, "role.not-yours"):
        BreakGlass(champion.shift, lambda: None, practice=True).open("W-0001", "Urgent", "")
    with stopped(Refused, "circle.not-yours-to-break"):
        BreakGlass(outside.shift, lambda: None, practice=True).open("W-0001", "Urgent", "")

    with stopped(Refused, "circle.shut"):
        outside.packs.get(kept.pack)
    assert events(kept.desk.shift.vault) == before


def test_no_glass_is_broken_without_a_reason_a_case_or_a_circle(kept, outside):
    glass = BreakGlass(outside.shift, lambda: None, practice=True)
    talk = outside.interviews.start(outside.definitions.form(INTERVIEW).form)

    for number, reason, code in (
        ("W-0001", " ", "circle.no-reason"),
        ("W-0099", "Urgent", "circle.no-such-case"),
        (talk.number, "Urgent", "circle.not-shut"),
    ):
        with stopped(Refused, code):
            glass.open(number, reason, "")
    assert "GlassBroken" not in events(kept.desk.shift.vault)


def test_the_trail_tells_a_lead_outside_that_there_is_a_circle_and_one_in_the_line_nothing(
    kept, outside
):
    def read():
        numbers = outside.trail.numbers(Asked())
        return [one.entry.event for one in outside.trail.told(numbers)]

    assert "CircleDrawn" in read()

    kept.desk.circles.draw(kept.pack, [], [MINA.id])

    assert {"CircleDrawn", "StageCompleted", "InterviewStarted"}.isdisjoint(read())
    assert KEPT in read()
    assert outside.trail.numbers(Asked(record="W-0001")) == []


def test_staff_with_their_own_passphrases(tools, tmp_path):
    """Noor, a lead, opens what Rosa kept to herself; and Rosa cannot be taken away meanwhile."""
    opened = staff_of_three(tools, tmp_path)
    shift = Shift(opened.vault, opened.staff, tools.now, tools.new_id, lambda _: None)
    rosa = set_up(tools, shift, opened.organisation)
    talk = rosa.interviews.start(rosa.definitions.form(INTERVIEW).form)
    with rosa.shift.work() as work:
        named = {one.name: one for one in work.register.staff()}
    manage = managing(tools, opened, tmp_path)
    manage.switch(named[NOOR.name].id, WORDS, on=True)
    rosa.circles.draw(talk.id, [named[IDRIS.name].id], [])
    noor = seat(tools, opened.vault, replace(named[NOOR.name], off=False))
    glass = BreakGlass(noor.shift, lambda: quick_keys(tmp_path))

    with stopped(Unavailable, "key.wrong-passphrase"):
        glass.open(talk.number, "Urgent", WORDS)
    with stopped(Refused, "circle.shut"):
        noor.interviews.resume(talk.id)
    glass.open(talk.number, "Urgent", NOOR.passphrase)
    assert noor.interviews.resume(talk.id).id == talk.id

    theirs = managing(tools, replace(opened, staff=noor.shift.staff), tmp_path)
    manage.take_away(named[IDRIS.name].id, WORDS)
    with stopped(Refused, "circle.last-in-it"):
        theirs.take_away(opened.staff.id, NOOR.passphrase)
    opened.vault.close()


def test_a_checker_in_the_circle_reads_the_case_and_who_broke_in_and_changes_nothing(
    tools, kept, outside
):
    checker = Staff(StaffId("staff-tess"), "Tess Example", Role.CHECKER)
    with kept.desk.shift.work() as work:
        work.register.save_staff(checker, because=StaffAdded(checker.id, checker.role))
        work.commit()
    kept.desk.circles.draw(kept.pack, [checker.id], [])
    BreakGlass(outside.shift, lambda: None, practice=True).open("W-0001", "He is missing", "")
    theirs = seat(tools, kept.desk.shift.vault, checker)

    assert theirs.packs.get(kept.pack).id == kept.pack
    [told] = theirs.circles.broken()
    assert told.breaking.reason == "He is missing"
    theirs.circles.see(kept.pack)
    assert theirs.circles.broken() == ()
    assert kept.desk.circles.broken() != ()
    with stopped(Refused, "role.not-yours"):
        theirs.circles.lift(kept.pack, "I want to")


def test_a_circle_that_damage_took_shuts_everybody_out_until_the_glass_is_broken(kept, outside):
    connection = kept.desk.shift.vault._connection()
    connection.execute("PRAGMA ignore_check_constraints = 1")
    for (name,) in connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'version'"
    ).fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute(
        "DELETE FROM version WHERE record = ? AND (part = '' OR part LIKE 'drawn:%')",
        (f"circle:{kept.interview}",),
    )
    connection.commit()
    kept.desk.shift.vault._memory.records.clear()

    for desk in (kept.desk, outside):
        with stopped(Refused, "circle.shut"):
            desk.packs.get(kept.pack)
    BreakGlass(outside.shift, lambda: None, practice=True).open("W-0001", "He is missing", "")

    assert outside.packs.get(kept.pack).id == kept.pack
    assert "GlassBroken" in events(kept.desk.shift.vault)


def test_what_was_in_a_circle_goes_with_the_case(kept):
    with kept.desk.shift.work() as work:
        kinds = dict(work.archive.under(kept.interview))

    assert kinds[f"circle:{kept.interview}"] == "circle"


def test_an_auditor_reads_in_the_trail_that_the_glass_was_broken_and_no_reason(
    tools, kept, outside
):
    BreakGlass(outside.shift, lambda: None, practice=True).open("W-0001", "He is missing", "")
    auditor = seat(
        tools, kept.desk.shift.vault, Staff(StaffId("staff-nia"), "Nia Example", Role.AUDITOR)
    )

    told = auditor.trail.told(auditor.trail.numbers(Asked(events=("GlassBroken",))))

    assert [one.sentence for one in told] == [
        "Mina Example opened W-0001 from outside its circle, by breaking the glass"
    ]
    assert "missing" not in words_in(told)
