"""The desks of the service tests, with views that are lists and a clock on British time."""

import time

import pytest

from tests.desks import Later, Now, Screens
from tests.services.conftest import (  # noqa: F401 - fixtures are found by name
    case,
    clock,
    desk,
    from_provider,
    heard,
    identity,
    played,
    sealed,
    sealed_desk,
    still_clock,
    tools,
)
from welfare_app.domain.contacts import Nation
from welfare_app.presenters.pack import PackPresenter
from welfare_app.presenters.questions import Asking
from welfare_app.services.desk import WORKFLOW
from welfare_app.services.versions import stages_of


@pytest.fixture(autouse=True)
def british_time():
    """Summer time in May, spelt out so that no zone file is needed (POSIX, TZ)."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "GMT0BST,M3.5.0/1,M10.5.0")
        time.tzset()
        yield
    time.tzset()


@pytest.fixture
def laptops_own_time(british_time):
    """The zone of the laptop itself, by its name: what signs a pack looks it up."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("TZ")
        time.tzset()
        yield
    time.tzset()


@pytest.fixture
def screens():
    return Screens()


@pytest.fixture
def went():
    """The places a presenter asked to go to."""
    return []


@pytest.fixture
def now():
    return Now()


@pytest.fixture
def later():
    return Later()


@pytest.fixture
def pack(desk):  # noqa: F811
    return desk.packs.open(None).id


@pytest.fixture
def run_book(desk, pack, now, went):  # noqa: F811
    """Opens the pack, at the stage that is due or another, in one of the four nations."""

    def at(stage=None, jobs=now, nation=Nation.ENGLAND):
        view = Screens()
        presenter = PackPresenter(
            view,
            pack,
            stage,
            desk.definitions.workflow(WORKFLOW),
            Asking(desk.definitions, stages_of(desk.definitions, desk.packs.get(pack))),
            desk.packs,
            desk.evidence,
            desk.definitions,
            jobs,
            nation,
            went.append,
            desk.reach,
            desk.staff_names(),
            desk.hand_over,
            desk.ladder,
        )
        presenter.begin()
        return presenter, view

    return at


@pytest.fixture
def behind(desk, pack):  # noqa: F811
    """Passes stages over, to come quickly to a later one."""

    def skip(*stages):
        for stage in stages:
            desk.packs.skip(pack, stage, "Told by telephone")

    return skip
