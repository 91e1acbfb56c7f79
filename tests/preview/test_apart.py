"""A stranger's file is looked at in a process apart: bounded, without a trace on the disk."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.desks import stopped
from tests.preview import files
from welfare_app.domain.errors import Unavailable
from welfare_app.domain.exhibit import Trace
from welfare_app.preview.answers import MOST_ANSWER
from welfare_app.preview.apart import Apart
from welfare_app.services.jobs import Cancelled


@pytest.fixture
def apart():
    return Apart()


def told(seen):
    return {one.trace: one.says for one in seen.told}


def test_a_photo_tells_where_it_was_taken_by_whom_and_with_what(apart):
    seen = apart.see(files.photo())

    assert (seen.media_type, seen.pages, seen.fault) == ("image/jpeg", 1, "")
    assert told(seen) == {
        Trace.PLACE: "52.50000, -0.12500",
        Trace.CAMERA: "Example Phone 5",
        Trace.AUTHOR: "A. Example",
    }
    assert "Example" not in repr(seen)


def test_a_plain_picture_tells_nothing(apart):
    seen = apart.see(files.picture())

    assert (seen.media_type, seen.told) == ("image/png", ())


def test_a_pdf_tells_its_pages_and_who_made_it(apart):
    seen = apart.see(files.pdf(3))

    assert (seen.media_type, seen.pages) == ("application/pdf", 3)
    assert told(seen)[Trace.AUTHOR] == "A. Example"


def test_a_word_file_tells_who_wrote_it_and_is_not_drawn(apart):
    seen = apart.see(files.word())

    assert (told(seen), seen.fault) == ({Trace.AUTHOR: "A. Example"}, "preview.no-picture")


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (files.heic(), "preview.heic"),
        (files.locked_pdf(), "preview.locked"),
        (files.pdf()[:300], "preview.broken"),
        (files.photo()[:60], "preview.broken"),
        (files.vast_picture(), "preview.too-large"),
        (b"nothing anyone knows", "preview.unknown"),
        (b"", "preview.unknown"),
    ],
)
def test_what_cannot_be_shown_has_a_plain_reason(apart, data, fault):
    assert apart.see(data).fault == fault


@pytest.mark.parametrize(
    "data",
    [files.locked_pdf(), files.pdf()[:300], files.photo()[:400], files.vast_picture(), b"x"],
)
def test_drawing_what_cannot_be_drawn_ends_in_the_same_way(apart, data):
    with stopped(Unavailable, "preview.broken"):
        apart.draw(data, 1, 400)


def test_a_photo_is_drawn_as_wide_as_asked_and_no_wider_than_it_is(apart):
    for width, drawn in ((200, 200), (4000, 400)):
        picture = apart.draw(files.photo(), 1, width)
        assert (picture.width, picture.height) == (drawn, drawn * 3 // 4)
        assert len(picture.pixels) == picture.stride * picture.height


def test_a_photo_taken_sideways_is_drawn_upright(apart):
    picture = apart.draw(files.photo(turned=True), 1, 300)

    assert (picture.width, picture.height) == (300, 400)


def test_what_is_clear_is_drawn_on_white(apart):
    picture = apart.draw(files.picture(), 1, 100)

    assert picture.pixels[:3] == b"\xff\xff\xff"


def test_each_page_of_a_pdf_is_drawn_by_its_number(apart):
    pages = [apart.draw(files.pdf(2), number, 200).pixels for number in (1, 2)]

    assert pages[0] != pages[1]
    with stopped(Unavailable, "preview.broken"):
        apart.draw(files.pdf(2), 3, 200)


def test_a_page_of_any_shape_stays_within_bounds(apart):
    picture = apart.draw(files.pdf(1, size=(10, 14_000)), 1, 3000)

    assert picture.width * picture.height < 13_000_000


TAKEN_OVER = """
import sys
sys.stdin.buffer.read()
head = {head!r}.encode()
sys.stdout.buffer.write(len(head).to_bytes(4, "big") + head + bytes({body}))
"""
TEN = '{"width": 10, "height": 10, "stride": 40}'


@pytest.fixture
def taken_over(tmp_path, monkeypatch):
    """Answers of a process that does as a hostile file bids; it is started as the true one is."""
    home = tmp_path / "welfare_app" / "preview"
    home.mkdir(parents=True)

    def answering(head, body=0):
        (home / "child.py").write_text(TAKEN_OVER.format(head=head, body=body), "utf-8")
        monkeypatch.setattr("welfare_app.preview.apart._HOME", tmp_path)
        return Apart()

    return answering


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (TEN, 399),
        (TEN.replace("40", "39"), 400),
        (TEN.replace("10", "0"), 400),
        (TEN.replace("10", "-1"), 400),
        (TEN.replace("10", '"a"'), 400),
        (TEN.replace("10", "true"), 400),
        (TEN.replace("10", "1e1"), 400),
        ('{"width": 200000, "height": 200000, "stride": 4}', 400),
        ('{"width": 1, "height": 1, "stride": ' + "9" * 3000 + "}", 4),
        ('{"width": 10}', 400),
        ('{"fault": "signer.practice"}', 0),
        ('{"fault": ["preview.broken"]}', 0),
        ('{"fault": ""}', 0),
        ('{"pages": 1}', 0),
        ("[]", 0),
        ("7", 0),
        ("no json", 0),
        ("[" * 100_000, 0),
        ("", 0),
    ],
)
def test_a_process_that_was_taken_over_is_believed_in_nothing_it_makes_up(taken_over, head, body):
    apart = taken_over(head, body)
    with stopped(Unavailable, "preview.broken"):
        apart.draw(b"", 1, 100)
    assert apart.see(b"").fault == "preview.broken"


@pytest.mark.parametrize(
    "said",
    [
        '"pages": -1',
        '"pages": "one"',
        '"media_type": "text/html"',
        '"told": [{"trace": "name", "says": "a"}]',
        '"told": [{"trace": "place", "says": 7}]',
        '"told": [{"trace": "place", "says": "\\u202eelpmaxE"}]',
        '"told": [{"trace": "place", "says": "' + "a" * 200 + '"}]',
        '"told": 7',
        '"fault": "anything"',
    ],
)
def test_what_it_tells_of_a_file_is_in_the_words_we_know(taken_over, said):
    whole = '{"media_type": "image/png", "pages": 1, "told": [], "fault": "", '
    assert taken_over(whole + '"more": 1}').see(b"").media_type == "image/png"
    assert taken_over(whole + said + "}").see(b"").fault == "preview.broken"


def test_nobody_listens_to_more_than_a_picture_holds(taken_over):
    with stopped(Unavailable, "preview.broken"):
        taken_over(TEN, MOST_ANSWER * 2).draw(b"", 1, 100)


LEAVING = """
import subprocess, sys
subprocess.Popen([sys.executable, "-c", "import time; time.sleep(4)"])
"""


def test_nobody_waits_for_what_a_process_taken_over_leaves_behind(tmp_path, taken_over):
    taken_over("")
    (tmp_path / "welfare_app" / "preview" / "child.py").write_text(LEAVING, "utf-8")
    began = time.monotonic()

    with stopped(Unavailable, "preview.too-slow"):
        Apart(seconds=0.5).draw(b"", 1, 100)
    assert time.monotonic() - began < 3.5
    for one in threading.enumerate():
        if one is not threading.main_thread():
            one.join()


def test_what_takes_too_long_is_given_up(tmp_path):
    began = time.monotonic()

    with stopped(Unavailable, "preview.too-slow"):
        Apart(seconds=0.3).draw(files.slow_pdf(), 1, 800)
    assert time.monotonic() - began < 5
    assert not [one for one in threading.enumerate() if one is not threading.main_thread()]


def test_whoever_stops_waiting_leaves_no_process_behind(apart):
    def stop(_done, _total):
        raise Cancelled

    with pytest.raises(Cancelled):
        apart.draw(files.slow_pdf(400_000), 1, 800, stop)

    if sys.platform == "linux":
        children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text("ascii")
        for child in children.split():
            assert "welfare_app.preview" not in Path(f"/proc/{child}/cmdline").read_text("ascii")


@pytest.mark.skipif(sys.platform == "win32", reason="no such bound there")
def test_the_process_apart_cannot_write_a_file(tmp_path):
    words = (
        "from welfare_app.preview.child import confine; confine();"
        f"open({str(tmp_path / 'left')!r}, 'w', buffering=1).write('plain\\n')"
    )

    ran = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=False)

    assert ran.returncode != 0
    assert "File too large" in ran.stderr
    assert (tmp_path / "left").read_bytes() == b""
