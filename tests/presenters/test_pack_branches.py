"""What changes the path of a case, and what the run-book says of calls and of paths chosen."""

import pytest

from welfare_app.domain.answers import Answer
from welfare_app.domain.contacts import Nation
from welfare_app.presenters.call_log import CallAsked

CALLED = CallAsked("Fair Work Agency", "2026-05-12", "12:30", True, "Test Officer", "T-1", "Wait")
PATH = {"outcome": "weak", "outcome-reason": "Little", "second-opinion": "Test Checker"}


def titles(view):
    return [gate.title for gate in view.now.gates]


def test_danger_takes_the_middle_at_once_and_is_called_on_999(run_book):
    presenter, view = run_book()
    presenter.answered("danger-now", Answer("yes"))

    assert view.now.card.order == "Call 999 now"
    assert view.now.card.call.digits == "999"
    assert titles(view) == []  # the stage in the middle says it itself
    presenter.look_at("S0")
    assert titles(view) == ["Someone may be in danger"]
    assert [one.digits for one in view.now.gates[0].numbers] == []  # it stands beside, too


@pytest.mark.parametrize(
    ("nation", "guardians"),
    [
        (Nation.ENGLAND, True),
        (Nation.WALES, True),
        (Nation.SCOTLAND, False),
        (Nation.NORTHERN_IRELAND, False),
    ],
)
def test_a_child_in_any_nation_has_whom_to_call(run_book, nation, guardians):
    presenter, view = run_book(nation=nation)
    presenter.answered("under-18", Answer("not-sure"))

    digits = [one.digits for one in view.now.numbers]
    assert view.now.card.order == "Tell the council and the police today"
    assert ("0800 043 4303" in digits) is guardians
    assert "101" in digits


@pytest.mark.parametrize("nation", Nation)
@pytest.mark.parametrize("stage", ["S1E", "S1C", "S4", "S4N", "S5", "S5B", "S7", "S8", "S9W"])
def test_every_branch_has_somebody_to_call_in_every_nation(run_book, nation, stage):
    presenter, view = run_book(nation=nation)
    told = {"S1E": {"danger-now": "yes"}, "S1C": {"under-18": "yes"}}
    told |= {"S4N": {"consent-answer": "no"}, "S5B": {"outcome": "exploited"}}
    for name, value in (told | {"S9W": {"outcome": "weak"}}).get(stage, {}).items():
        presenter.answered(name, Answer(value))
    presenter.look_at(stage)

    assert view.now.rail.groups[0].steps
    assert any(one.state == "now" and one.key == stage for one in view.now.rail.groups[0].steps)
    assert view.now.numbers


def test_a_call_is_kept_and_what_is_wrong_with_one_is_said_beside_it(run_book, behind):
    behind("S0", "S1", "S2")
    presenter, view = run_book("S5")
    assert (view.now.calls.body, view.now.calls.hour) == ("Fair Work Agency", "13:00")
    for wrong, part in (
        ({"person": " "}, "person"),
        ({"advice": ""}, "advice"),
        ({"body": ""}, "body"),
        ({"day": "2026-13-40"}, "day"),
        ({"day": "2026-05"}, "day"),
        ({"hour": "soon"}, "hour"),
        ({"hour": "18:00"}, "hour"),
    ):
        presenter.call(CallAsked(**{**CALLED_PARTS, **wrong}))
        assert [name for name, _ in view.now.calls.problems] == [part]
        assert view.now.calls.lines == ()
    presenter.call(CALLED)

    [line] = view.now.calls.lines
    assert line.title == "Fair Work Agency"
    assert line.lines == ("Test Officer, Reference T-1, 12:30 today, Rosa", "Wait")
    assert view.now.notice == "The call is kept"


CALLED_PARTS = {name: getattr(CALLED, name) for name in CallAsked.__dataclass_fields__}


def test_the_path_is_left_for_another_and_both_are_shown(run_book, desk, pack, behind):
    behind("S0", "S1")
    presenter, view = run_book()
    for name, value in {**PATH, "watch-on": "2026-06-01"}.items():
        presenter.answered(name, Answer(value))
    assert view.now.paths is None
    presenter.act()
    presenter.look_at("S2")

    assert [one.id for one in view.now.card.questions] == ["watch-on"]
    assert [one.title for one in view.now.paths.chosen] == ["Weak signs"]
    assert "weak" not in dict(view.now.paths.others)
    presenter.choose("strong", "He told us", "")
    assert "second opinion" in view.now.trouble.happened
    presenter.choose("strong", "He told us", "Test Checker")
    assert [one.title for one in view.now.paths.chosen] == [
        "Weak signs",
        "They told us, or the worry is strong",
    ]
    assert "S8" in [step.key for step in view.now.rail.groups[0].steps]


def test_a_clock_behind_what_is_written_down_is_said(run_book, behind, clock):
    behind("S0")
    clock.move(minutes=-60)
    _, view = run_book()
    assert "clock is behind" in view.now.clock_doubt

    clock.move(minutes=60)
    _, view = run_book()
    assert view.now.clock_doubt == ""


def test_the_dates_of_a_case_run_from_the_hand_over_and_are_written_about_when_they_come(
    run_book, desk, pack, behind, clock
):
    for name, value in (("consent-answer", "yes"), ("under-18", "no")):
        desk.packs.answer(pack, name, Answer(value))
    behind("S0", "S1", "S2", "S3", "S4", "S5", "S6", "S7")
    presenter, view = run_book()
    assert view.now.dates == ()
    handed = {"read-by": "Test Checker", "handed-to": "Test Force", "receipt": "They opened it"}
    for name, value in {**handed, "handed-how": "in-person", "words-told": "telephone"}.items():
        presenter.answered(name, Answer(value))
    presenter.act()

    first, *rest = view.now.dates
    assert (first.title, first.when, first.now) == ("A day on: how are they?", "tomorrow", False)
    assert "Has the first decision come? Five working days is the aim" in {
        one.title for one in rest
    }
    clock.move(minutes=3 * 24 * 60)
    presenter, view = run_book()
    first = view.now.dates[0]
    assert (first.when, first.late) == ("2 days late, was due 13 May", True)
    presenter.meet(first.key, " ")
    assert "Nothing is written" in view.now.trouble.happened
    presenter.meet(first.key, "He is well, and at work")
    assert view.now.dates[-1].words == "He is well, and at work"
    assert view.now.dates[0].title == "Three days on: how are they?"


def test_a_date_that_passed_is_seen_on_home(desk, pack, behind, clock, run_book):
    for name, value in (("consent-answer", "yes"), ("under-18", "no")):
        desk.packs.answer(pack, name, Answer(value))
    behind("S0", "S1", "S2", "S3", "S4", "S5", "S6", "S7")
    handed = {"read-by": "Test Checker", "handed-to": "Test Force", "receipt": "They opened it"}
    for name, value in {**handed, "handed-how": "in-person", "words-told": "telephone"}.items():
        desk.packs.answer(pack, name, Answer(value))
    desk.packs.complete(pack, "S8")
    clock.move(minutes=3 * 24 * 60)

    [card] = desk.around.look().open_packs
    assert [one.stage for one in card.running] == ["S9", "check-1", "check-3", "check-7"]
