"""Two laptops' keys and a small case, with no vault behind them."""

import pytest

from welfare_app.courier.courier import SodiumCourier
from welfare_app.domain.courier import CaseContents, Stamp, Written
from welfare_app.domain.ids import StaffId
from welfare_app.services.jobs import no_progress

FILE = bytes(range(256)) * 700


def keys_of(name, vault):
    return SodiumCourier().new_keys(
        f"{name} Example", "Orchard Example Labour Ltd", f"{name}’s laptop", vault, practice=False
    )


@pytest.fixture(scope="session")
def rosa():
    return keys_of("Rosa", "a1" * 8)


@pytest.fixture(scope="session")
def ben():
    return keys_of("Ben", "b2" * 8)


@pytest.fixture(scope="session")
def eve():
    return keys_of("Eve", "e3" * 8)


def entry(number, part="answer:how", body='{"value": "by bus"}', record="interview-1", over=()):
    rows = ((part, body),)
    return Written(
        Stamp("a1" * 8, number, f"{number:032x}"),
        record,
        "2026-05-12T12:00:00.000+00:00",
        StaffId("staff-rosa"),
        "Rosa’s laptop",
        "AnswerRecorded",
        rows,
        {part: tuple(over)},
    )


@pytest.fixture
def case():
    return CaseContents(
        "interview-1",
        tuple(entry(number) for number in range(1, 6)),
        ("file-1",),
        {"staff-rosa": "Rosa Example"},
    )


@pytest.fixture
def parcel(case, rosa, ben, tmp_path):
    return lock(case, rosa, ben, tmp_path / "parcel.notes")


def lock(case, keys, to, path, files=None):
    pieces = SodiumCourier().pack(case, lambda one: [(files or {}).get(one, FILE)], keys, to.card)
    path.write_bytes(b"".join(pieces))
    return path


class Kept(dict):
    """The files that came."""

    def __call__(self, file, parts):
        self[file] = b"".join(parts)


def unlock(path, keys, *known, keep=None):
    signs = {one.card.signs for one in known}
    return SodiumCourier().open(path, keys, signs, Kept() if keep is None else keep, no_progress)
