"""Photographs made small for the pages, by the real process apart."""

import hashlib
import io
import json
import os

import pikepdf
import pytest
from PIL import Image

from tests.preview.files import photo, picture, vast_picture
from welfare_app.domain.ids import EvidenceId
from welfare_app.pdf.photographs import to_print
from welfare_app.preview.apart import Apart
from welfare_app.services.jobs import Cancelled
from welfare_app.services.print_photographs import ROOM, PrintPhotographs
from welfare_app.services.sample_case import HANDING

MIB = 1024 * 1024
LEAST_PHOTO = 5 * MIB
PHOTOS = 20 if "WELFARE_APP_TORTURE" in os.environ else 6
UPLOAD = 25 * MIB


@pytest.fixture
def prints() -> PrintPhotographs:
    return PrintPhotographs(Apart(), to_print)


def test_a_photograph_stands_upright_and_tells_nothing_but_what_it_shows(prints):
    [print_] = prints.of({EvidenceId("a"): photo(400, 300, turned=True)}).values()

    assert (print_.width, print_.height) == (300, 400)
    with Image.open(io.BytesIO(print_.jpeg)) as image:
        assert not image.getexif()
    assert b"Example" not in print_.jpeg


def test_what_cannot_be_drawn_is_passed_over_and_the_others_are_there(prints):
    files = {"a": b"\xff\xd8\xff junk", "b": picture(), "c": vast_picture(), "d": b"", "e": photo()}

    made = prints.of({EvidenceId(id): data for id, data in files.items()})

    assert list(made) == ["b", "e"]


def test_many_share_the_room_there_is(prints):
    asked = []

    def told(seen, room):
        asked.append(room)
        return to_print(seen, room)

    PrintPhotographs(prints.examiner, told).of({EvidenceId(id): picture() for id in "abc"})

    assert asked == [ROOM // 3] * 3


def test_it_can_be_stopped(prints):
    def stop(_done, _total):
        raise Cancelled

    with pytest.raises(Cancelled):
        prints.of({EvidenceId(id): photo() for id in "abcd"}, stop)


def test_how_far_it_is_never_goes_back_to_the_beginning(prints):
    told = []
    prints.of(
        {EvidenceId(id): photo() for id in "abcd"},
        lambda done, total: told.append((done, total)),
    )

    assert {total for _, total in told} == {4}
    at_the_last = told.index((3, 4))
    assert 0 not in {done for done, _ in told[at_the_last:]}


def test_with_no_photograph_nobody_is_asked(prints):
    assert prints.of({}) == {}


def photographs():
    """Each of at least 5 MB, and another picture."""
    for number in range(PHOTOS):
        taken = io.BytesIO()
        Image.new("RGB", (2000, 1500), (12 * number, 90, 140)).save(taken, "JPEG")
        yield taken.getvalue() + hashlib.sha256(bytes([number])).digest() * (LEAST_PHOTO // 32)


def drawn(pdf):
    """The photographs on the pages."""
    with pikepdf.open(io.BytesIO(pdf)) as pack:
        found = [page.resources.get("/XObject", {}) for page in pack.pages]
        return {image.objgen for held in found for image in held.values()}


def test_large_photographs_leave_the_copy_small_and_themselves_unaltered(case, tmp_path):
    digests = {}
    for number, taken in enumerate(photographs()):
        photo = tmp_path / f"van {number}.jpg"
        photo.write_bytes(taken)
        kept = case.desk.evidence.keep(case.pack, photo)
        digests[kept.attached] = kept.digest
    sealed = case.desk.seal.seal(case.referral, HANDING, tmp_path / "pack.pdf")

    with pikepdf.open(sealed.path, password=sealed.words.text) as pack:
        inside = {
            name: hashlib.sha256(file.get_file().read_bytes()).hexdigest()
            for name, file in pack.attachments.items()
        }
        copy = pack.attachments["referral.pdf"].get_file().read_bytes()
        listed = json.loads(pack.attachments["MANIFEST.json"].get_file().read_bytes())["files"]
    assert len(copy) < UPLOAD
    assert len(drawn(copy)) == PHOTOS + 1  # and the sample's own
    assert {name: inside[name] for name in digests} == digests
    assert {one["name"]: one["sha256"] for one in listed if one["name"] in digests} == digests
    assert sealed.size < 1.05 * (PHOTOS * LEAST_PHOTO + 2 * MIB)
