"""Cases cross between two vaults: nothing is lost, nothing is overwritten, both end alike."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.conftest import NOON
from tests.desks import stopped
from tests.factories import ROSA
from tests.laptops import HOW, ID, WHERE, Laptop
from welfare_app.domain.courier import CaseContents
from welfare_app.domain.errors import Refused, Tampered
from welfare_app.domain.events import AnswerRecorded, InterviewFinished
from welfare_app.domain.ids import InterviewId


@pytest.fixture
def ours(tmp_path):
    laptop = Laptop(tmp_path / "ours", 1)
    yield laptop
    assert laptop.vault.examine().sound
    laptop.vault.close()


@pytest.fixture
def theirs(tmp_path):
    laptop = Laptop(tmp_path / "theirs", 2, ahead=timedelta(days=1))
    yield laptop
    assert laptop.vault.examine().sound
    laptop.vault.close()


@pytest.fixture
def both(ours, theirs):
    """The same case on both laptops."""
    ours.begin()
    theirs.takes(ours.gives())
    return ours, theirs


def test_a_case_arrives_whole_with_who_wrote_it_and_when(ours, theirs):
    ours.begin()
    ours.answer("on foot")
    [arrival] = theirs.takes(ours.gives())

    assert arrival.fresh
    assert theirs.reads() == "on foot"
    assert theirs.gives() == ours.gives()
    with theirs.vault.work(ROSA) as work:
        given = work.interviews.history(ID)[HOW]
    assert [one.answer.value for one in given] == ["by bus", "on foot"]
    assert {one.by for one in given} == {ours.staff}
    assert {one.at.date() for one in given} == {NOON.date()}


def test_what_was_written_after_is_simply_current(both):
    ours, theirs = both
    theirs.answer("on foot")
    ours.takes(theirs.gives())

    assert ours.reads() == "on foot"
    assert not ours.contested()
    assert ours.gives() == theirs.gives()


def test_taking_the_same_case_in_again_changes_nothing(both):
    ours, theirs = both
    before = theirs.entries()
    [arrival] = theirs.takes(ours.gives())

    assert arrival.same
    assert theirs.entries() == before


def test_an_older_copy_taken_in_later_changes_nothing(both):
    ours, theirs = both
    older = ours.gives()
    ours.answer("on foot")
    theirs.takes(ours.gives())
    theirs.takes(older)

    assert theirs.reads() == "on foot"


def test_answers_to_different_questions_stand_together(both):
    ours, theirs = both
    ours.answer("a farm", WHERE)
    theirs.answer("on foot")
    cross(ours, theirs)

    for laptop in both:
        assert (laptop.reads(), laptop.reads(WHERE)) == ("on foot", "a farm")
        assert not laptop.contested()


def cross(ours, theirs):
    one, other = ours.gives(), theirs.gives()
    ours.takes(other)
    theirs.takes(one)


def test_one_answer_written_on_both_keeps_both_and_shows_the_same(both):
    ours, theirs = both
    ours.answer("a red van")
    theirs.answer("a blue van")
    cross(ours, theirs)

    assert ours.reads() == theirs.reads()
    assert ours.contested() == theirs.contested()
    [one] = ours.contested()
    assert {json.loads(each.body)["value"] for each in one.standing} == {"a red van", "a blue van"}
    assert {each.by for each in one.standing} == {ours.staff, theirs.staff}


def test_what_stands_beside_is_not_settled_by_going_on(both):
    ours, theirs = both
    ours.answer("a red van")
    theirs.answer("a blue van")
    cross(ours, theirs)
    ours.answer("a blue van with a dent")

    [one] = ours.contested()
    assert [json.loads(each.body)["value"] for each in one.standing] == [
        "a blue van with a dent",
        "a red van",
    ]


@pytest.mark.parametrize("which", [0, 1])
def test_a_choice_stands_on_both_once_it_has_crossed(both, which):
    ours, theirs = both
    ours.answer("a red van")
    theirs.answer("a blue van")
    cross(ours, theirs)
    chosen = json.loads(ours.contested()[0].standing[which].body)["value"]
    ours.settle(which=which)
    theirs.takes(ours.gives())

    for laptop in both:
        assert laptop.reads() == chosen
        assert not laptop.contested()
    with theirs.vault.work(ROSA) as work:
        said = [one.answer.value for one in work.interviews.history(ID)[HOW]]
    assert sorted(said[:-1]) == ["a blue van", "a red van", "by bus"]
    assert said[-1] == chosen


def test_the_same_words_from_both_are_nothing_to_choose_between(both):
    ours, theirs = both
    ours.answer("a red van")
    theirs.answer("a red van")
    cross(ours, theirs)
    ours.answer("a red van, rusty")

    assert not ours.contested()
    assert not theirs.contested()


def test_two_choices_at_once_are_chosen_between_in_turn(both):
    ours, theirs = both
    ours.answer("a red van")
    theirs.answer("a blue van")
    cross(ours, theirs)
    ours.settle(which=0)
    theirs.settle(which=1)
    cross(ours, theirs)

    assert ours.contested() == theirs.contested() != ()
    ours.settle(which=0)
    theirs.takes(ours.gives())
    assert not theirs.contested()
    assert ours.reads() == theirs.reads()


def test_a_record_signed_off_is_signed_off_though_another_went_on(both):
    ours, theirs = both
    with ours.vault.work(ours.staff) as work:
        one = replace(work.interviews.get(ID), finished=ours.now())
        work.interviews.save(one, because=InterviewFinished(ID))
        work.commit()
    with theirs.vault.work(theirs.staff) as work:
        for page in "abc":
            one = replace(work.interviews.get(ID), page=page)
            work.interviews.save(one, because=AnswerRecorded(ID, HOW))
        work.commit()
    cross(ours, theirs)

    for laptop in both:
        with laptop.vault.work(ROSA) as work:
            assert work.interviews.get(ID).finished


def test_two_cases_with_one_number_are_told_apart(ours, theirs):
    theirs.begin(2)
    ours.begin(1)
    theirs.takes(ours.gives())
    theirs.takes(ours.gives())
    third = theirs.begin(3)
    theirs.answer("on foot")

    assert theirs.number(InterviewId("interview-2")) == "W-0001"
    assert theirs.number().startswith("W-0001-")
    assert theirs.number(third) == "W-0003"
    ours.takes(theirs.gives())
    assert (ours.number(), ours.reads()) == ("W-0001", "on foot")


def test_a_number_that_came_is_never_given_again(ours, theirs):
    for number in (1, 2):
        ours.begin(number)
    theirs.takes(ours.gives(InterviewId("interview-2")))

    assert theirs.number(theirs.begin(3)) == "W-0003"
    assert theirs.number(theirs.begin(4)) == "W-0004"


def test_entries_lost_with_an_old_backup_come_back_from_a_colleague(both, tmp_path):
    """A vault put back from a backup goes on with numbers that were given already."""
    ours, theirs = both
    before = ours.as_it_was(tmp_path / "again")
    ours.answer("a red van")
    theirs.takes(ours.gives())
    before.answer("a green van")
    before.takes(theirs.gives())

    assert len(before.contested()[0].standing) == 2
    assert before.vault.examine().sound
    before.vault.close()


def broken(case, **more):
    *entries, last = case.entries
    return CaseContents(case.root, (*entries, replace(last, **more)))


@pytest.mark.parametrize(
    "change",
    [
        {"over": {}},
        {"record": "organisation"},
        {"rows": (("answer:how", '{"value": "x"}'),)},
        {"rows": (("", "{}"),), "over": {"": ()}},
        {"rows": (("@", '{"kind": "staff", "parent": ""}'),)},
    ],
)
def test_what_is_no_case_is_refused_and_leaves_nothing(ours, theirs, change):
    ours.begin()
    ours.answer("on foot")
    case = broken(ours.gives(), **change)
    with stopped(Refused, "courier.unreadable"):
        theirs.takes(case)

    assert theirs.entries() == 0


def test_a_known_entry_that_says_something_else_is_tampering(both):
    ours, theirs = both
    first = ours.gives().entries[0]
    rows = tuple((part, body.replace("by bus", "by car")) for part, body in first.rows)
    before = theirs.entries()

    with stopped(Tampered, "courier.differs"):
        theirs.takes(CaseContents(ID, (replace(first, rows=rows),)))
    assert theirs.entries() == before


def test_records_that_are_no_case_never_travel(ours):
    with stopped(Refused, "courier.no-such-case"):
        ours.gives("organisation")


def test_what_was_erased_here_is_not_taken_in_again(both):
    ours, theirs = both
    case = ours.gives()
    with theirs.vault.work(theirs.staff) as work:
        for statement in (
            "DROP TRIGGER version_refuses_delete",
            "DROP TRIGGER record_refuses_delete",
            "DELETE FROM version",
            "DELETE FROM record",
        ):
            work._connection.execute(statement)
        with stopped(Refused, "courier.erased"):
            work.crossing.take(case)


def test_an_entry_beside_what_is_current_is_bound_like_any_other(both):
    ours, theirs = both
    ours.answer("a red van")
    theirs.answer("a blue van")
    cross(ours, theirs)
    connection = ours.vault._connection()
    [(beside,)] = connection.execute("SELECT count(*) FROM beside")
    [(others,)] = theirs.vault._connection().execute("SELECT count(*) FROM beside")
    assert beside + others == 1
    changed = ours if beside else theirs
    connection = changed.vault._connection()
    [(trigger,)] = connection.execute(
        "SELECT sql FROM sqlite_schema WHERE name = 'beside_refuses_update'"
    )
    connection.execute("DROP TRIGGER beside_refuses_update")
    connection.execute("UPDATE beside SET body = replace(body, 'van', 'bus')")
    assert changed.vault.examine().faults == ("audit.content-changed",)

    connection.execute("UPDATE beside SET body = replace(body, 'bus', 'van')")
    connection.execute(trigger)
