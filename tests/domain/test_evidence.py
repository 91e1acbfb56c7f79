"""Evidence: what a file may be called, what kind it may be, and how large."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.desks import stopped
from tests.factories import NOON, ROSA
from welfare_app.domain.checks import FILE_TYPES, LARGEST_FILE, Upload
from welfare_app.domain.errors import Refused
from welfare_app.domain.events import EvidenceDescribed, EvidenceKept
from welfare_app.domain.evidence import Evidence, media_type, refuse_size, safe_name
from welfare_app.seal.filenames import safe_names


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("rota.png", "rota.png"),
        ("../../etc/rota.png", "rota.png"),
        ("..\\..\\Windows\\rota.png", "rota.png"),
        ("C:\\Users\\Test\\rota.png", "rota.png"),
        ("C:rota.png", "rota.png"),
        ("\\\\server\\share\\rota.png", "rota.png"),
        ("/", "file"),
        ("..", "file"),
        ("", "file"),
        (".rota.png", "rota.png"),
        ("...hidden.pdf", "hidden.pdf"),
        ("ro\x00ta\n.png", "rota.png"),
        ("umowa żółta.pdf", "umowa żółta.pdf"),
        ("rota\u202egnp.pdf", "rotagnp.pdf"),
        ('a<b>"c"|d?*.png', "abcd.png"),
        ("\ud800.png", "file.png"),
        ("a:.png", "file.png"),
    ],
)
def test_a_file_name_can_lead_nowhere_else(given_name, kept):
    assert safe_name(given_name) == kept


@given(st.text())
def test_no_name_at_all_can_lead_elsewhere_or_be_empty(text):
    kept = safe_name(text)

    assert kept
    assert not kept.startswith(".")
    assert set(kept).isdisjoint('/\\:<>"|?*\0\n')
    assert kept.isprintable()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.pdf", "application/pdf"),
        ("a.PDF", "application/pdf"),
        ("a.doc", "application/msword"),
        ("photo.JPG", "image/jpeg"),
        ("photo.jpeg", "image/jpeg"),
        ("photo.png", "image/png"),
        ("tar.pdf.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ],
)
def test_the_kinds_the_form_takes_are_taken(name, kind):
    assert media_type(name) == kind
    assert kind in FILE_TYPES


@pytest.mark.parametrize("name", ["a.zip", "a.pdf.exe", "pdf", ".pdf", "a.txt", "a."])
def test_the_kinds_the_form_does_not_take_are_refused(name):
    with stopped(Refused, "evidence.type"):
        media_type(name)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("a.heic", "evidence.heic"),
        ("A.HEIF", "evidence.heic"),
        ("a.mov", "evidence.recording"),
        ("a.m4a", "evidence.recording"),
    ],
)
def test_kinds_people_often_have_are_refused_with_their_own_way_forward(name, code):
    with stopped(Refused, code):
        media_type(name)


@pytest.mark.parametrize("size", [1, LARGEST_FILE])
def test_a_file_of_ordinary_size_is_taken(size):
    refuse_size(size)


@pytest.mark.parametrize(
    ("size", "code"),
    [(0, "evidence.empty"), (LARGEST_FILE + 1, "evidence.too-large")],
)
def test_an_empty_file_and_one_too_large_for_the_form_are_refused(size, code):
    with stopped(Refused, code):
        refuse_size(size)


def kept(**more):
    return Evidence(
        "evidence-1", "pack-1", 1, "rota.png", "image/png", 5782, "ab" * 32, NOON, ROSA, **more
    )


def test_taking_a_file_in_is_written_down_with_its_fingerprint():
    assert kept().keep() == EvidenceKept("evidence-1", "pack-1", "ab" * 32)


def test_saying_what_a_file_is_changes_nothing_else_about_it():
    described, event = kept().describe("Night rota", "2026-03")

    assert described == kept(description="Night rota", dated="2026-03")
    assert event == EvidenceDescribed("evidence-1")


def test_the_form_sees_the_name_the_size_and_the_kind():
    assert kept().upload() == Upload("exhibit-1-rota.png", 5782, "image/png")


@given(
    name=st.text(st.characters(exclude_characters="/\\"), max_size=300),
    suffix=st.sampled_from((".png", ".jpeg", ".docx")),
)
def test_a_file_is_called_on_paper_exactly_what_it_is_called_in_the_pack(name, suffix):
    file = replace(kept(), name=safe_name(f"a{name}{suffix}"))

    assert safe_names([file.attached]) == (file.attached,)
    assert file.attached.startswith("exhibit-1-")
    assert file.attached.endswith(suffix)


def test_what_a_file_is_called_stays_out_of_what_programs_print():
    assert "rota" not in repr(kept(description="Night rota"))
