"""From the overview: into their form, to a file and from one, and on to a newer form."""

import pytest

from tests.desks import Screens
from tests.services.test_versions import newer, newer_tools, old_case  # noqa: F401 - by name
from welfare_app.presenters.places import AtExchange, AtReferral, AtTranscribe
from welfare_app.presenters.referral import ReferralPresenter
from welfare_app.services.versions import workflow_of


@pytest.fixture
def opened(went):
    def at(case):
        desk, view = case.desk, Screens()
        presenter = ReferralPresenter(
            view,
            case.pack,
            desk.referrals.form_of(desk.referrals.of(case.pack)),
            workflow_of(desk.definitions, desk.packs.get(case.pack)),
            desk.referrals,
            desk.packs,
            desk.evidence,
            went.append,
            desk.reach,
        )
        presenter.begin()
        return presenter, view

    return at


def test_it_leads_into_their_form_and_to_answers_as_a_file(opened, case, went):
    presenter, _ = opened(case)
    presenter.transcribe()
    presenter.exchange()

    assert went == [AtTranscribe(case.referral), AtExchange(case.referral)]


def test_a_referral_on_the_newest_form_says_nothing_of_versions(opened, case):
    _, view = opened(case)

    assert view.now.newer is None


def test_a_newer_form_is_told_of_and_moved_to(opened, old_case, went):  # noqa: F811
    presenter, view = opened(old_case)
    assert view.now.newer.title == "A newer form was read on 3 February 2027: what changed"
    assert ("Where is the passport?", "New") in view.now.newer.lines

    presenter.move()
    assert went == [AtReferral(old_case.pack)]
    _, view = opened(old_case)
    assert view.now.newer is None
