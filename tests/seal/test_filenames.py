import pytest
from hypothesis import given
from hypothesis import strategies as st

from welfare_app.seal.filenames import LONGEST, UNSAFE, safe_name, safe_names


@pytest.mark.parametrize(
    ("wanted", "safe"),
    [
        ("photo.jpg", "photo.jpg"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\Someone\\photo.jpg", "photo.jpg"),
        ('what? "this": a|b*.png', "what- -this-- a-b-.png"),
        ("umowa ż.pdf", "umowa ż.pdf"),
        ("con.txt", "_con.txt"),
        ("...", "file"),
        ("", "file"),
        ("evil\u202egpj.exe", "evilgpj.exe"),
    ],
)
def test_a_name_can_be_saved_on_any_computer(wanted, safe):
    assert safe_name(wanted) == safe


def test_names_that_differ_only_in_case_are_told_apart():
    assert safe_names(["a.jpg", "A.JPG", "a.jpg"]) == ("a.jpg", "A (2).JPG", "a (3).jpg")


def test_a_file_cannot_take_the_name_of_the_manifest():
    assert safe_names(["manifest.json"], ["MANIFEST.json"]) == ("manifest (2).json",)


@given(st.lists(st.text(max_size=200), max_size=12))
def test_names_are_always_safe_short_and_different(wanted):
    names = safe_names(wanted)

    assert len({name.casefold() for name in names}) == len(wanted)
    for name in names:
        assert 0 < len(name) <= LONGEST
        assert not UNSAFE.search(name)
        assert not name.endswith((" ", "."))
