"""The desks of the service tests, with views that are lists and a clock on British time."""

import time

import pytest

from tests.desks import Later, Now, Screens
from tests.services.conftest import (  # noqa: F401 - fixtures are found by name
    case,
    clock,
    desk,
    heard,
    identity,
    played,
    sealed,
    sealed_desk,
    still_clock,
    tools,
)


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
