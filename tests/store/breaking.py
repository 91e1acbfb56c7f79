"""Vaults to break on purpose, and the ways to break them. Everything in them is invented."""

import hashlib
import random
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from tests.conftest import KEY, NOON
from tests.factories import ROSA, interview, pack
from welfare_app.domain.answers import Answer
from welfare_app.domain.contacts import Nation
from welfare_app.domain.errors import Unavailable
from welfare_app.domain.events import (
    EvidenceKept,
    InterviewStarted,
    PackOpened,
    StaffAdded,
    VaultMade,
    ViewKept,
)
from welfare_app.domain.evidence import Evidence
from welfare_app.domain.ids import EvidenceId, FieldId, ViewId
from welfare_app.domain.kept_view import KeptView, Looking, Narrowing
from welfare_app.domain.people import Organisation, Role, Staff
from welfare_app.store.anchors import FileAnchor
from welfare_app.store.pages import Pages
from welfare_app.store.rescue import Rescuer
from welfare_app.store.salvage import _cells, _owners
from welfare_app.store.vault import Door

PAGE = 4096
PHOTO = random.Random(6).randbytes(3 * PAGE)  # noqa: S311 - only a picture of noise


def anchors(folder, _vault):
    return [FileAnchor(folder)]


def new_door():
    return Door(lambda: NOON, "Test laptop", anchors)


def new_rescuer():
    return Rescuer(new_door(), lambda: NOON, "Test laptop", anchors)


def fill(vault, first, last, length=600, form="test-form"):
    """Keep interviews, every tenth with a pack and a photograph, each in its own commit.

    What is said in every twenty-fifth runs on over pages of its own.
    """
    for number in range(first, last + 1):
        with vault.work(ROSA) as work:
            said = "x" * (length if number % 25 else 14_000)
            one = replace(interview(number, how=f"{number} by bus {said}"), form=form)
            work.interviews.save(one, because=InterviewStarted(one.id, one.form, 1))
            if number % 10 == 0:
                keep_photo(work, number)
            work.commit()


def keep_photo(work, number):
    opened = pack(number, interview=f"interview-{number}")
    work.packs.save(opened, because=PackOpened(opened.id, opened.interview))
    digest = hashlib.sha256(PHOTO).hexdigest()
    photo = Evidence(
        EvidenceId(f"photo-{number}"),
        opened.id,
        1,
        "rota.png",
        "image/png",
        len(PHOTO),
        digest,
        NOON,
        ROSA,
    )
    work.evidence.put(photo.id, [PHOTO])
    work.evidence.save(photo, because=EvidenceKept(photo.id, photo.pack, digest))


def register(vault):
    """Say whose vault it is, and who works with it."""
    made = VaultMade(practice=False)
    rosa = Staff(ROSA, "Rosa Example", Role.LEAD, "0113 496 0000")
    with vault.work(ROSA) as work:
        work.register.save_organisation(
            Organisation("Orchard Example Labour Ltd", Nation.ENGLAND, "Site laptop 3"),
            because=made,
        )
        work.register.save_staff(rosa, because=StaffAdded(rosa.id, rosa.role))
        work.commit()


LATE = KeptView(ViewId("view-1"), "Late at the mill", Looking("open", Narrowing(due="late")))


def make(folder, interviews, length=600):
    """A closed vault with this many interviews in it."""
    folder.mkdir(parents=True)
    vault = new_door().create(folder, KEY)
    register(vault)
    fill(vault, 1, interviews, length)
    with vault.work(ROSA) as work:
        work.drafts.keep("interview-1", "He said that")
        work.views.put(ROSA, LATE, because=ViewKept(LATE.id))
        work.commit()
    vault.close()
    return folder


def add_answers(folder, numbers, field="later"):
    """Answers given another day, in a vault that is opened and closed for it."""
    vault = new_door().open(folder, KEY)
    for number in numbers:
        with vault.work(ROSA) as work:
            one, because = work.interviews.get(f"interview-{number}").record(
                FieldId(field), Answer("y" * 300)
            )
            work.interviews.save(one, because=because)
            work.commit()
    vault.close()


def killed(folder, interviews=12):
    """The files of a vault as a killed program leaves them: much of it only in the log."""
    make(folder / "live", interviews)
    vault = new_door().open(folder / "live", KEY)
    fill(vault, interviews + 1, interviews + 8)
    left = shutil.copytree(folder / "live", folder / "killed")
    (left / "records.db-shm").unlink(missing_ok=True)
    vault.close()
    return left


def page_count(folder):
    return (folder / "records.db").stat().st_size // PAGE


def owners(folder):
    """Which table or index each page belongs to."""
    return _owners(Pages(folder / "records.db", KEY))


def page_with(folder, table, holds, key=KEY):
    """The first page of a table on which some row holds this."""
    pages = Pages(folder / "records.db", key)
    for number, name in sorted(_owners(pages).items()):
        if name == table and any(holds(cell) for cell in _cells(pages, number)):
            return number
    raise LookupError


def page_of_interview(folder, number, key=KEY):
    """Where the header of an interview lies, by its number or its id."""
    id = number if isinstance(number, str) else f"interview-{number}"
    return page_with(folder, "version", lambda cell: cell.values[:2] == (id, ""), key)


def tried(kind, action):
    """What came of it, and the code it was refused with, if it was."""
    try:
        return action(), ""
    except kind as error:
        return None, error.code


def flip(path, at, by=0x01):
    """Change one byte of a file."""
    with path.open("rb+") as file:
        file.seek(at)
        byte = file.read(1)[0]
        file.seek(at)
        file.write(bytes([byte ^ by]))


def read_page(path, number):
    with path.open("rb") as file:
        file.seek((number - 1) * PAGE)
        return file.read(PAGE)


def put_page(path, number, data):
    with path.open("rb+") as file:
        file.seek((number - 1) * PAGE)
        file.write(data)


@dataclass(frozen=True)
class Seen:
    """What a person can see of a vault: what it says of itself, and how many records open."""

    refused: str
    faults: tuple[str, ...]
    interviews: int
    unreadable: int


def look(folder):
    """Open a vault as it lies there and read everything that can be read."""
    try:
        vault = new_door().open(folder, KEY)
    except Unavailable as error:
        return Seen(error.code, new_rescuer().look_over(folder, KEY).faults, 0, 0)
    try:
        with vault.work(ROSA) as work:
            read = work.interviews.all()
            return Seen("", vault.examine().faults, len(read), work.interviews.unreadable())
    finally:
        vault.close()


def copy(folder, to: Path):
    """Another vault just like it, to break."""
    shutil.rmtree(to, ignore_errors=True)
    return shutil.copytree(folder, to)
