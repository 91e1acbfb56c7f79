"""How hard a passphrase is to try: the settings of Argon2id, fitted to the laptop."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw

from welfare_app.domain.errors import Unavailable

LEAST_MEMORY = 64 * 1024
MOST_MEMORY = 1024 * 1024
LEAST_PASSES, MOST_PASSES = 3, 8
MOST_LANES = 4
TARGET_SECONDS = 0.7
STEP = 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """What one try at a passphrase takes: memory in KiB, passes over it, lanes at once.

    The limits hold for files we read too, so that a forged one can neither make guessing
    cheap nor ask for more memory than a laptop has.
    """

    memory: int = LEAST_MEMORY
    passes: int = LEAST_PASSES
    lanes: int = MOST_LANES

    def __post_init__(self) -> None:
        legal = (
            LEAST_MEMORY <= self.memory <= MOST_MEMORY
            and LEAST_PASSES <= self.passes <= MOST_PASSES
            and 1 <= self.lanes <= MOST_LANES
        )
        if not legal:
            raise ValueError("cost outside its limits")

    @property
    def work(self) -> int:
        """What one try takes altogether, to compare two costs by."""
        return self.memory * self.passes


def stretch(passphrase: bytes, salt: bytes, cost: Cost) -> bytes:
    """Thirty-two bytes that take `cost` to work out from a passphrase."""
    try:
        return hash_secret_raw(passphrase, salt, cost.passes, cost.memory, cost.lanes, 32, Type.ID)
    except (HashingError, MemoryError) as error:
        raise Unavailable("key.not-enough-memory", mib=cost.memory // 1024) from error


def seconds_taken(cost: Cost) -> float:
    """How long one try takes on this laptop now; no end of time where memory does not suffice."""
    began = time.perf_counter()
    try:
        stretch(b"a passphrase of usual length", bytes(16), cost)
    except Unavailable:
        return float("inf")
    return time.perf_counter() - began


def calibrate(
    measure: Callable[[Cost], float] = seconds_taken, target: float = TARGET_SECONDS
) -> Cost:
    """The cost that takes about `target` seconds here, never below the least.

    Memory is doubled while that stays quick, then fitted to the last measurement; this takes
    about twice the target. Memory rather than passes, because memory is what hardware built
    for guessing is short of (RFC 9106, section 4).
    """
    cost = Cost()
    taken = measure(cost)
    while taken < target / 2 and cost.memory * 2 <= MOST_MEMORY:
        larger = replace(cost, memory=cost.memory * 2)
        taken_by_larger = measure(larger)
        if taken_by_larger > target * 2:
            return cost
        cost, taken = larger, taken_by_larger
    fitted = int(cost.memory * target / taken) // STEP * STEP
    return replace(cost, memory=max(LEAST_MEMORY, min(fitted, cost.memory * 2, MOST_MEMORY)))
