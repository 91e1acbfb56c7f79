"""Every branch of the run-book, walked by the answers that lead into it."""

import pytest

from tests.desks import stopped
from welfare_app.domain.answers import Answer
from welfare_app.domain.calls import Call
from welfare_app.domain.errors import Refused
from welfare_app.domain.pack import State, gates_standing, stages_due
from welfare_app.services.versions import workflow_of

NOTICED = {
    "danger-now": "no",
    "under-18": "no",
    "noticed-what": "His passport is kept by the house boss, he said",
    "noticed-how": "told",
    "noticed-when": "2026-03-12",
}
SAFE = {"inside": "no", "may-know": "Test Lead", "safe-contact": "By text, after two"}
PATH = {
    "outcome": "strong",
    "outcome-reason": "Papers and card are held",
    "second-opinion": "Test Checker",
}
ACCOUNT = {
    "account-kept": "here",
    "spoke-alone": "yes",
    "interpreter-used": "independent",
    "needs-met": "Dry clothes, and a meal",
}
CONSENT = {"consent-points": ("scheme", "law"), "consent-answer": "yes"}


@pytest.fixture
def pack(desk):
    return desk.packs.open(None).id


def tell(desk, pack, **answers):
    for name, value in answers.items():
        desk.packs.answer(pack, name.replace("_", "-"), Answer(value))


def done(desk, pack, stage, answers):
    for name, value in answers.items():
        desk.packs.answer(pack, name, Answer(value))
    desk.packs.complete(pack, stage)


def to_path(desk, pack, noticed=NOTICED, safe=SAFE, path=PATH):
    done(desk, pack, "S0", noticed)
    done(desk, pack, "S1", safe)
    done(desk, pack, "S2", path)


def call(desk, stage, **changed):
    said = {
        "body": "Fair Work Agency",
        "at": desk.packs.shift.now(),
        "answered": True,
        "person": "Test Officer",
        "advice": "Wait for our call",
    }
    return Call(stage, **(said | changed))


def standing(desk, pack):
    found = desk.packs.get(pack)
    workflow = workflow_of(desk.definitions, found).workflow
    now = [one.stage.id for one in stages_due(workflow, found) if one.state is State.NOW]
    return now, [gate.id for gate in gates_standing(workflow, found)]


def applying(desk, pack):
    found = desk.packs.get(pack)
    workflow = workflow_of(desk.definitions, found).workflow
    return [one.stage.id for one in stages_due(workflow, found)]


@pytest.mark.parametrize("answer", ["yes", "not-sure"])
def test_danger_comes_before_everything_else_at_once(desk, pack, answer):
    assert standing(desk, pack) == (["S0"], [])
    tell(desk, pack, danger_now=answer)

    assert standing(desk, pack) == (["S1E"], ["G0"])
    done(desk, pack, "S1E", {"danger-done": "Police came", "danger-with": "Test Champion"})
    assert standing(desk, pack) == (["S0"], [])


@pytest.mark.parametrize("answer", ["yes", "not-sure"])
def test_a_child_goes_to_the_council_and_is_never_asked_for_consent(desk, pack, answer):
    tell(desk, pack, under_18=answer)

    assert standing(desk, pack) == (["S1C"], ["G1"])
    told = {"council-told": "A council", "police-told": "A force", "child-advice": "Wait"}
    with stopped(Refused, "stage.no-call"):
        done(desk, pack, "S1C", told)
    desk.packs.call(pack, call(desk, "S1C", body="Council"))
    desk.packs.complete(pack, "S1C")
    to_path(desk, pack, {**NOTICED, "under-18": answer})
    assert not {"S4", "S4N"} & set(applying(desk, pack))
    assert "S8" in applying(desk, pack)
    assert standing(desk, pack)[1] == ["G1"]


def test_someone_inside_changes_who_is_asked_for_as_long_as_it_lasts(desk, pack):
    done(desk, pack, "S0", NOTICED)
    tell(desk, pack, inside="not-sure")
    assert standing(desk, pack) == (["S1"], ["G2"])
    with stopped(Refused, "stage.not-ready"):
        done(desk, pack, "S1", {name: SAFE[name] for name in ("may-know", "safe-contact")})

    done(desk, pack, "S1", {"inside-who": "The driver"})
    assert standing(desk, pack) == (["S2"], ["G2"])


@pytest.mark.parametrize(
    "said",
    [
        {"spoke-alone": "no"},
        {"spoke-alone": "not-sure"},
        {"interpreter-used": "not-independent"},
    ],
)
def test_who_was_not_free_to_speak_is_heard_again_or_a_reason_is_given(desk, pack, said):
    to_path(desk, pack)
    with stopped(Refused, "stage.gate-holds"):
        done(desk, pack, "S3", ACCOUNT | said)
    assert standing(desk, pack)[1] == ["G3"]

    desk.packs.skip(pack, "S3", "He left for home tonight")
    assert standing(desk, pack)[1] == []


@pytest.mark.parametrize(
    ("answer", "gate", "stage"),
    [("yes", [], False), ("no", ["G4"], True), ("not-yet", ["G4L"], False)],
)
def test_yes_no_and_not_yet_each_have_their_way(desk, pack, answer, gate, stage):
    to_path(desk, pack)
    done(desk, pack, "S3", ACCOUNT)
    more = {"ask-again": "2026-06-01"} if answer == "not-yet" else {}
    done(desk, pack, "S4", CONSENT | {"consent-answer": answer} | more)

    assert standing(desk, pack)[1] == gate
    assert ("S4N" in applying(desk, pack)) is stage


def test_the_authorities_know_only_when_somebody_answered(desk, pack):
    to_path(desk, pack)
    desk.packs.call(pack, call(desk, "S5", answered=False, person="", advice=""))
    with stopped(Refused, "stage.no-call"):
        done(desk, pack, "S5", {"hold-asked": "yes", "hold-what": "Pay, until they call"})
    desk.packs.call(pack, call(desk, "S5", hold="Pay"))
    desk.packs.complete(pack, "S5")

    assert standing(desk, pack)[1] == ["G5"]
    tell(desk, pack, hold_over="yes")
    assert standing(desk, pack)[1] == []


@pytest.mark.parametrize(
    ("path", "stages"),
    [
        ("strong", "S0 S1 S2 S3 S4 S5 S6 S7 S8 S9 S10"),
        ("exploited", "S0 S1 S2 S5 S5B S7 S9W S10"),
        ("weak", "S0 S1 S2 S9W S10"),
        ("explained", "S0 S1 S2 S10"),
    ],
)
def test_each_path_has_its_stages(desk, pack, path, stages):
    watch = {"watch-on": "2026-06-01"} if path in {"exploited", "weak"} else {}
    to_path(desk, pack, path=PATH | {"outcome": path} | watch)

    assert applying(desk, pack) == stages.split()


def test_another_path_needs_a_reason_and_a_second_person_and_leaves_the_first_to_be_read(
    desk, pack, clock
):
    to_path(desk, pack, path=PATH | {"outcome": "weak", "watch-on": "2026-06-01"})
    for said in (("strong", " ", "Test Checker"), ("strong", "He told us", "")):
        with pytest.raises(Refused):
            desk.packs.choose(pack, *said)
    with stopped(Refused, "stage.same-path"):
        desk.packs.choose(pack, "weak", "The same", "Test Checker")
    with stopped(Refused, "stage.path-is-chosen"):
        tell(desk, pack, outcome="strong")
    clock.move(minutes=60)
    desk.packs.choose(pack, "strong", "He told us", "Test Checker")

    found = desk.packs.get(pack)
    assert [(one.outcome, one.reason) for one in found.paths] == [
        ("weak", "Papers and card are held"),
        ("strong", "He told us"),
    ]
    assert found.paths[1].at > found.paths[0].at
    assert "S8" in applying(desk, pack)
    assert found.done["S2"].at == found.paths[0].at


def test_a_watch_is_due_on_its_day_and_goes_on_or_ends(desk, pack):
    to_path(desk, pack, path=PATH | {"outcome": "weak", "watch-on": "2026-06-01"})
    workflow = desk.packs.words.workflow

    def due():
        stages = stages_due(workflow, desk.packs.get(pack))
        return next(one.by for one in stages if one.stage.id == "S9W").date().isoformat()

    assert due() == "2026-06-01"
    again = {"watch-found": "Nothing new", "watch-then": "again", "watch-next": "2026-07-01"}
    with stopped(Refused, "stage.gate-holds"):
        done(desk, pack, "S9W", again)
    assert due() == "2026-07-01"
    done(desk, pack, "S9W", {"watch-then": "close"})
    assert standing(desk, pack)[0] == ["S10"]


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"body": " "}, "call.no-body"),
        ({"person": ""}, "call.no-person"),
        ({"advice": ""}, "call.no-advice"),
    ],
)
def test_a_call_that_says_too_little_is_refused(desk, pack, changed, code):
    with stopped(Refused, code):
        desk.packs.call(pack, call(desk, "S5", **changed))
    assert desk.packs.get(pack).calls == ()


def test_a_call_still_to_come_is_refused(desk, pack, clock):
    coming = call(desk, "S5")
    clock.move(minutes=-30)
    with stopped(Refused, "call.in-the-future"):
        desk.packs.call(pack, coming)
