"""The views of the desk that somebody keeps: chosen, named, renamed, removed, put back."""

import pytest

from tests.desks import Screens
from welfare_app.domain.answers import Answer
from welfare_app.domain.desk_view import Order
from welfare_app.domain.kept_view import MOST_VIEWS, Looking, Narrowing
from welfare_app.presenters.cases import ALL, CLOSED, OPEN, CasesPresenter
from welfare_app.presenters.kept_views import KeptViewsPresenter
from welfare_app.services.desk import INTERVIEW


class Desk(Screens):
    """A view that remembers the desk, the views on it, and what it was told to say."""

    def __init__(self):
        self.views, self.told = [], []

    def show_views(self, screen):
        self.views.append(screen)

    def say_removed(self, name, undo):
        self.undo = undo

    def say(self, words):
        self.told.append(words)


@pytest.fixture
def seen():
    return Desk()


@pytest.fixture
def cases(desk, seen, went):
    for site in ("Alder Mill", "Quarry Lane"):
        talk = desk.interviews.start(desk.definitions.form(INTERVIEW).form)
        desk.interviews.answer(talk.id, "site", Answer(site))
    return CasesPresenter(
        seen, desk.around, desk.definitions, desk.shift, desk.staff_names(), went.append
    )


@pytest.fixture
def kept(desk, seen, cases):
    made = KeptViewsPresenter(seen, cases, desk.views, desk.definitions)
    made.begin()
    return made


def keep(kept, name, *, with_words=False):
    kept.name()
    kept.named(name, with_words)


def names(seen):
    return [name for _, name in seen.views[-1].listed]


def here(seen):
    return dict(seen.views[-1].listed).get(seen.views[-1].here, "")


def test_a_view_brings_back_filters_order_and_what_was_shown(kept, cases, seen):
    cases.show(ALL)
    cases.narrow("site", "Alder Mill")
    cases.sort(Order.SITE)
    keep(kept, "Alder")
    assert (names(seen), here(seen)) == (["Alder"], "Alder")

    kept.show(OPEN)
    assert cases.looking == Looking(OPEN)
    assert here(seen) == ""
    kept.choose(seen.views[-1].listed[0][0])
    assert cases.looking == Looking(ALL, Narrowing(site="Alder Mill"), "", Order.SITE)
    assert here(seen) == "Alder"


def test_what_is_on_suggests_a_name(kept, cases, seen):
    cases.narrow("site", "Alder Mill")
    cases.narrow("due", "late")
    kept.name()

    assert seen.views[-1].naming.name == "Alder Mill, Late"


def test_the_search_is_left_out_unless_it_is_asked_for(kept, cases, seen):
    cases.find("Alder")
    kept.name()
    assert seen.views[-1].naming.words == "Alder"
    assert not seen.views[-1].naming.with_words
    kept.named("Without", False)
    assert cases.looking.words == ""

    cases.find("Alder")
    keep(kept, "With", with_words=True)
    kept.show(CLOSED)
    kept.choose(seen.views[-1].listed[1][0])
    assert (cases.looking.words, seen.now.words) == ("Alder", "Alder")


def test_what_is_changed_is_no_longer_that_view(kept, cases, seen):
    cases.narrow("site", "Alder Mill")
    keep(kept, "Alder")
    cases.narrow("due", "late")

    assert here(seen) == ""


def test_a_name_that_will_not_do_is_asked_for_again_and_stays_typed(kept, cases, seen):
    keep(kept, "Alder")
    cases.show(ALL)
    keep(kept, "alder")
    naming = seen.views[-1].naming
    assert naming.problem == "Another of your views has this name. Choose another name."
    assert naming.name == "alder"

    kept.named("Everything", False)
    assert seen.views[-1].naming is None
    assert names(seen) == ["Alder", "Everything"]


def test_a_view_is_renamed_where_it_stands(kept, cases, seen):
    cases.narrow("site", "Alder Mill")
    keep(kept, "Alder")
    kept.rename()
    assert seen.views[-1].naming.name == "Alder"
    kept.named("Mill", False)

    assert (names(seen), here(seen)) == (["Mill"], "Mill")


def test_a_view_removed_can_be_put_back_at_once(kept, cases, seen):
    cases.narrow("site", "Alder Mill")
    keep(kept, "Alder")
    kept.remove()
    assert names(seen) == []
    assert cases.looking.narrowing.site == "Alder Mill"

    seen.undo()
    assert (names(seen), here(seen)) == (["Alder"], "Alder")
    seen.undo()
    assert names(seen) == ["Alder"]


def test_a_tenth_view_is_refused_in_words(kept, cases, seen):
    for number in range(MOST_VIEWS):
        keep(kept, f"View {number}")
    keep(kept, "One more")

    assert "as many as there are number keys" in seen.views[-1].naming.problem
    kept.leave_naming()
    assert seen.views[-1].naming is None


def test_a_view_of_a_site_that_is_gone_says_so(kept, cases, seen, desk):
    cases.narrow("site", "Alder Mill")
    keep(kept, "Alder")
    first = desk.around.all()[-1]
    desk.interviews.answer(first, "site", Answer("Moved Away Farm"))
    cases.changed(frozenset())

    [one] = seen.now.on
    assert one.said == "Alder Mill, which no case has now"
    assert (
        seen.now.nothing[1]
        == "Without “Site: Alder Mill, which no case has now” there are 2 cases."
    )


def test_a_view_that_cannot_be_removed_says_why(kept, cases, seen, desk):
    keep(kept, "Alder")
    [view] = desk.views.mine()
    desk.views.remove(view.id)
    kept.remove()

    assert seen.told == ["This view is no longer kept. No case was changed. Choose another."]
    assert names(seen) == []


def test_a_disk_that_takes_nothing_keeps_the_name_that_was_typed(kept, seen, desk):
    kept.name()
    desk.shift.vault._connection().execute("PRAGMA query_only = ON")
    kept.named("Alder", False)

    naming = seen.views[-1].naming
    assert naming.problem
    assert naming.name == "Alder"


def test_coming_back_from_a_case_the_desk_is_as_it_was_left(kept, cases, seen, desk, went):
    cases.narrow("site", "Quarry Lane")
    again = CasesPresenter(
        seen, desk.around, desk.definitions, desk.shift, desk.staff_names(), went.append
    )
    KeptViewsPresenter(seen, again, desk.views, desk.definitions).begin()

    assert again.looking.narrowing.site == "Quarry Lane"


def test_going_on_from_a_view_with_words_leaves_its_words_and_filters_behind(kept, cases, seen):
    cases.narrow("site", "Alder Mill")
    cases.find("Alder")
    keep(kept, "Both", with_words=True)
    kept.show(ALL)

    assert cases.looking == Looking(ALL)


def test_a_view_of_a_kind_that_is_no_longer_offered_shows_what_is_open(kept, cases, seen, desk):
    desk.views.keep("Odd", Looking("sideways", Narrowing(due="whenever")))
    kept.begin()
    kept.choose(seen.views[-1].listed[0][0])

    assert seen.now.said == "2 open, filtered, soonest due first"
    assert here(seen) == "Odd"
