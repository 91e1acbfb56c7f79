"""A case kept to a circle: nobody outside reads a word of it, whichever service they ask."""

import re

from tests.desks import events, stopped
from tests.services.circle.conftest import CANARY, OMAR, SOURCES, seat, words_in
from tests.services.test_own_work import asks, put, something  # noqa: F401 - a fixture
from welfare_app.domain.answers import Answer
from welfare_app.domain.desk_view import DeskView
from welfare_app.domain.errors import Refused, WelfareAppError
from welfare_app.domain.events import StaffAdded
from welfare_app.domain.ids import FieldId, StaffId
from welfare_app.domain.people import Role, Staff
from welfare_app.services.desk import INTERVIEW
from welfare_app.services.keep_circle import BreakGlass
from welfare_app.services.review_retention import ReviewRetention


def test_someone_outside_finds_no_word_of_it_in_any_service(kept, champion, something):  # noqa: F811
    before = events(kept.desk.shift.vault)
    refused, answered = [], {}

    for name, ask in asks(champion):
        try:
            answered[name] = words_in(put(ask, something))
        except WelfareAppError as error:
            refused.append((name, error.code))

    about_what_was_asked = {"scans.no-folder", "preservation.day", "custody.no-such-day"}
    about_what_was_asked.add("handover.not-sealed")
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


def test_what_was_in_a_circle_goes_with_the_case(kept):
    with kept.desk.shift.work() as work:
        kinds = dict(work.archive.under(kept.interview))

    assert kinds[f"circle:{kept.interview}"] == "circle"


def test_a_circle_that_was_about_to_go_and_did_not_still_keeps_the_case(kept, outside):
    with kept.desk.shift.work() as work:
        for id, kind in work.archive.under(kept.interview):
            work.archive.erase(id, kind)
        assert work.circles.of_case(kept.interview).members == ()

    with stopped(Refused, "circle.shut"):
        outside.interviews.resume(kept.interview)


def test_a_circle_drawn_once_it_was_known_that_there_was_none_keeps_the_case(tools, case):
    other = seat(tools, case.desk.shift.vault, OMAR)
    assert other.interviews.resume(case.interview)
    case.desk.circles.draw(case.pack, [], [])

    with stopped(Refused, "circle.shut"):
        other.interviews.resume(case.interview)
