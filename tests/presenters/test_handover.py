"""What became of a sealed pack, on the screen: said, due, corrected, and warned about."""

from dataclasses import replace

import pytest

from tests.desks import Screens
from welfare_app.domain.contacts import Nation
from welfare_app.domain.handover import Step
from welfare_app.domain.roles import Act
from welfare_app.presenters.handover import HandoverPresenter
from welfare_app.presenters.home import HomePresenter
from welfare_app.presenters.pack import PackPresenter
from welfare_app.presenters.places import AtDisclosures, AtHandover, AtPack
from welfare_app.presenters.questions import Asking
from welfare_app.services.hand_over import ToldStep
from welfare_app.services.sample_case import HANDING
from welfare_app.services.versions import stages_of, workflow_of

DAY = "2026-05-12"


@pytest.fixture
def opened(case, went, tmp_path):
    pack = seal_again(case, tmp_path / "a.pdf")

    def at():
        view, desk = Screens(), case.desk
        presenter = HandoverPresenter(
            view,
            case.pack,
            desk.hand_over,
            desk.staff_names(),
            desk.definitions,
            went.append,
            may_write=desk.shift.may(Act.WORK_CASES),
            may_read_register=desk.shift.may(Act.READ_TRAIL),
        )
        presenter.begin()
        return presenter, view, pack.digest

    return at


class Drawn:
    """Draws nothing, where a test is not about the pages."""

    def render(self, _document):
        return b"%PDF drawn"


class Sealed:
    """Seals nothing, where a test is not about the seal; no two files are alike."""

    def seal(self, _contents, _identity, words, *_):
        return f"%PDF {words}".encode()


def seal_again(case, path):
    seal = replace(case.desk.seal, renderer=Drawn(), sealer=Sealed())
    return seal.seal(case.referral, HANDING, path)


def line(view, step, pack=0):
    return next(one for one in view.now.packs[pack].steps if one.step is step)


def test_every_step_is_there_with_nothing_said_of_it_yet(opened):
    _, view, _ = opened()
    [pack] = view.now.packs

    assert [one.step for one in pack.steps] == [*Step]
    assert not any(one.said for one in pack.steps)
    assert pack.facts[0] == (
        "For",
        "Test Responder One, Fair Work Agency",
        "Telephone 0114 496 0201",
    )
    assert pack.facts[1][2] == "Detecting or preventing crime"


def test_the_way_is_chosen_from_a_list_and_nobody_reads_a_file_out(opened):
    _, view, _ = opened()

    assert "telephone" in dict(view.now.choices[Step.TOLD])
    assert "telephone" not in dict(view.now.choices[Step.HANDED])
    assert dict(view.now.choices[Step.REASONABLE])["negative"].startswith("There are no")


def test_what_is_written_is_said_with_who_wrote_it(opened):
    presenter, view, digest = opened()
    presenter.write(ToldStep(digest, Step.HANDED, DAY, "9.15", "in-person", "Rosa Example"))

    said = line(view, Step.HANDED)
    assert said.said == "By hand, by Rosa Example, 12 May 2026, 09:15"
    assert said.note == "Written down 13:00 today, Rosa Example"
    assert view.now.kept == 1


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"how": "in-person", "who": "Rosa"}, "day"),
        ({"day": "2026-05-13", "how": "in-person", "who": "Rosa"}, "day"),
        ({"day": "2026-05-11", "how": "in-person", "who": "Rosa"}, "day"),
        ({"day": DAY, "who": "Rosa"}, "how"),
        ({"day": DAY, "how": "in-person"}, "who"),
        ({"day": DAY, "hour": "late", "how": "in-person", "who": "Rosa"}, "hour"),
        ({"day": DAY, "how": "other", "who": "Rosa"}, "words"),
    ],
)
def test_what_will_not_do_is_said_beside_its_field_and_nothing_is_kept(opened, told, field):
    presenter, view, digest = opened()
    presenter.write(ToldStep(digest, Step.HANDED, **told))

    assert [name for name, _ in view.now.problems] == [field]
    assert (view.now.kept, line(view, Step.HANDED).said) == (0, "")


def test_a_file_and_its_words_by_the_same_way_are_warned_about_until_that_is_corrected(opened):
    presenter, view, digest = opened()
    presenter.write(ToldStep(digest, Step.HANDED, DAY, "", "secure-mail", "Rosa"))
    presenter.write(ToldStep(digest, Step.TOLD, DAY, "", "secure-mail", "Test Responder"))
    assert "went the same way" in line(view, Step.TOLD).warning

    presenter.write(ToldStep(digest, Step.TOLD, DAY, "", "telephone", "Test Responder"))
    told = line(view, Step.TOLD)
    assert told.warning == ""
    assert told.said.startswith("Read out by telephone")
    [before] = told.earlier
    assert before.startswith("Before: By secure e-mail, to Test Responder")


def test_a_correction_begins_with_what_stands(opened):
    presenter, view, digest = opened()
    assert line(view, Step.HANDED).begin.day == DAY
    presenter.write(ToldStep(digest, Step.REASONABLE, "2026-05", "", "positive"))

    assert line(view, Step.REASONABLE).begin == ToldStep(
        digest, Step.REASONABLE, "2026-05", "", "positive"
    )


def test_a_receipt_nobody_wrote_down_is_late_after_a_day_here_and_on_home(
    opened, case, clock, went
):
    presenter, view, digest = opened()
    receipt = line(view, Step.RECEIVED)
    assert (receipt.late, receipt.due) == (False, "by 13:00 tomorrow")

    clock.move(hours=27)
    presenter.begin()
    receipt = line(view, Step.RECEIVED)
    assert (receipt.late, receipt.due) == (True, "3 h late")
    [need] = [one for one in needs(case, went) if one.place == AtHandover(case.pack)]
    assert (need.late, need.when) == (True, "3 h late")
    assert need.what == "Ask whether they have the sealed pack and can open it"

    presenter.write(ToldStep(digest, Step.RECEIVED, DAY, "", "", "Test", "By telephone"))
    assert not line(view, Step.RECEIVED).due
    assert AtHandover(case.pack) not in [one.place for one in needs(case, went)]


def needs(case, went):
    desk, home = case.desk, Screens()
    HomePresenter(
        home,
        desk.around,
        desk.interviews,
        desk.packs,
        desk.definitions,
        desk.shift.now,
        went.append,
        practice=False,
    ).begin()
    return home.now.needs


def test_a_pack_that_was_sealed_anew_stands_first_and_the_earlier_one_keeps_its_own(
    opened, case, tmp_path
):
    presenter, view, digest = opened()
    presenter.write(ToldStep(digest, Step.REFERENCE, words="FWA 12/7"))
    seal_again(case, tmp_path / "b.pdf")
    presenter.changed(frozenset({case.pack}))

    assert [pack.digest == digest for pack in view.now.packs] == [False, True]
    assert line(view, Step.REFERENCE, pack=1).said == "FWA 12/7"
    assert line(view, Step.REFERENCE).said == ""
    assert line(view, Step.RECEIVED, pack=1).due == ""


def test_it_leads_back_to_the_pack_and_on_to_all_that_left(opened, case, went):
    presenter, view, _ = opened()
    presenter.register()
    presenter.back()

    assert view.now.may_read_register
    assert went == [AtDisclosures(case.pack), AtPack(case.pack)]


@pytest.fixture
def stage(case, now, went):
    """What the page of the pack says of the sealed pack, at a stage."""

    def at(id):
        desk, view = case.desk, Screens()
        pack = desk.packs.get(case.pack)
        PackPresenter(
            view,
            case.pack,
            id,
            workflow_of(desk.definitions, pack),
            Asking(desk.definitions, stages_of(desk.definitions, pack)),
            desk.packs,
            desk.evidence,
            desk.definitions,
            now,
            Nation.ENGLAND,
            went.append,
            desk.reach,
            desk.staff_names(),
            desk.hand_over,
            desk.ladder,
        ).begin()
        return view.now.sealed

    return at


def test_the_run_book_says_from_its_stage_on_what_is_to_be_heard_next(opened, stage, clock):
    presenter, _, digest = opened()

    assert stage("S0") is None
    assert stage("S8").said == "Write down how it is handed over."
    presenter.write(ToldStep(digest, Step.HANDED, DAY, "", "in-person", "Rosa"))
    presenter.write(ToldStep(digest, Step.TOLD, DAY, "", "telephone", "Test"))
    clock.move(hours=30)
    assert stage("S8").late
    assert stage("S8").said.startswith("Ask whether they have it and can open it. ")
    presenter.write(ToldStep(digest, Step.RECEIVED, DAY, "", "", "Test", "By telephone"))
    presenter.write(ToldStep(digest, Step.REFERENCE, words="FWA 12/7"))
    assert not stage("S9").late
    assert stage("S9").said == "They have it. The first decision is not known yet."
