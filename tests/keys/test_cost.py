import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from tests.keys.conftest import stopped
from welfare_app.domain.errors import Unavailable
from welfare_app.keys.cost import LEAST_MEMORY, MOST_MEMORY, Cost, calibrate, seconds_taken, stretch


def laptop(seconds_for_the_least, memory=MOST_MEMORY):
    """A laptop whose time grows with the memory used, until it has no more."""

    def measure(cost):
        if cost.memory > memory:
            return float("inf")
        return seconds_for_the_least * cost.memory / LEAST_MEMORY

    return measure


@pytest.mark.parametrize("seconds", [0.05, 0.08, 0.12, 0.3, 0.5, 0.69])
def test_a_try_takes_about_seven_tenths_of_a_second(seconds):
    measure = laptop(seconds)

    assert measure(calibrate(measure)) == pytest.approx(0.7, rel=0.05)


def test_a_slow_laptop_never_goes_below_the_least():
    assert calibrate(laptop(5.0)) == Cost(LEAST_MEMORY, 3, 4)


def test_a_fast_laptop_never_asks_for_more_than_a_gibibyte():
    assert calibrate(laptop(0.001)).memory == MOST_MEMORY


def test_a_laptop_short_of_memory_settles_for_what_it_has():
    assert calibrate(laptop(0.05, memory=200 * 1024)).memory <= 200 * 1024


def test_a_laptop_without_even_the_least_memory_still_gets_the_least():
    assert calibrate(laptop(0.1, memory=0)) == Cost()


def test_this_machine_can_be_calibrated():
    cost = calibrate(target=0.1)

    assert LEAST_MEMORY <= cost.memory <= MOST_MEMORY
    assert seconds_taken(Cost()) > 0


@pytest.mark.parametrize(
    "wrong",
    [
        {"memory": LEAST_MEMORY - 1},
        {"memory": MOST_MEMORY + 1},
        {"passes": 2},
        {"passes": 9},
        {"lanes": 0},
        {"lanes": 5},
    ],
)
def test_a_cost_outside_its_limits_does_not_exist(wrong):
    with pytest.raises(ValueError, match="limits"):
        Cost(**wrong)


def test_stretching_is_argon2id_as_openssl_knows_it():
    salt = b"sixteen bytes!!!"
    other = Argon2id(salt=salt, length=32, iterations=3, lanes=4, memory_cost=LEAST_MEMORY)

    assert stretch(b"gravel teapot", salt, Cost()) == other.derive(b"gravel teapot")


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is Linux's own")
def test_too_little_memory_is_the_machine_saying_no():
    import resource

    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    before = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (used + 512 * 1024 * 1024, before[1]))
    try:
        with stopped(Unavailable, "key.not-enough-memory") as caught:
            stretch(b"gravel teapot", bytes(16), Cost(memory=MOST_MEMORY))
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)

    assert caught.value.facts == {"mib": 1024}
