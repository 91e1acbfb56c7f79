"""What a worker is shown: in every first language, marked where unchecked, refused where wrong."""

import re

import pytest

from tests.urdu import ROMANIAN, URDU, vouch, with_urdu
from welfare_app.content.library import Library
from welfare_app.domain.errors import BadContent

FIRST = ("en", "ro", "pl", "bg", "pt-PT", "lt", "hi", "pa", "ru", "uk", "sq", "vi")
LONGEST = 300
SCRIPTS = {
    **dict.fromkeys(("bg", "ru", "uk"), r"[\u0400-\u04ff]"),
    "hi": r"[\u0900-\u097f]",
    "pa": r"[\u0a00-\u0a7f]",
}
STRUCTURE, ENGLISH = "worker/worker.toml", "worker/worker.en.toml"


@pytest.fixture
def folder(tmp_path, resources):
    return with_urdu(resources, tmp_path / "resources")


def said(pages):
    """Every line and title, by key."""
    for section in pages.sections:
        yield f"{section.id}.title", pages.title(section.id)
        yield from (
            (f"{section.id}.{one.id}", pages.line(section.id, one.id)) for one in section.lines
        )


def test_it_is_there_in_every_language_of_the_first_tier(library):
    assert library.worker_languages() == FIRST


def test_the_sections_come_in_the_order_of_a_talk(library):
    ids = [one.id for one in library.worker_pages().sections]

    assert ids == ["who", "rights", "help", "consent", "interpreter"]


def test_the_points_of_consent_are_those_of_the_interview(library):
    points = library.form("welfare-interview").form
    asked = next(field for field in points.fields() if field.id == "points")
    [consent] = (one for one in library.worker_pages().sections if one.id == "consent")

    assert {line.id for line in consent.lines} == set(asked.options)
    assert consent.instead == "interpreter"


def test_no_translation_that_ships_claims_to_have_been_checked(library):
    for language in FIRST:
        pages = library.worker_pages(language)
        assert pages.translation.checked_by == ""
        assert pages.trusted == (language == "en")


@pytest.mark.parametrize("language", FIRST[1:])
def test_every_line_was_translated(library, language):
    english, pages = dict(said(library.worker_pages())), library.worker_pages(language)

    for key, words in said(pages):
        assert words != english[key], key
        assert re.search(SCRIPTS.get(language, r"\w"), words), key
        assert len(words) <= LONGEST, key


@pytest.mark.parametrize("language", FIRST)
def test_no_telephone_number_is_written_among_the_words(resources, language):
    text = (resources / f"worker/worker.{language}.toml").read_text("utf-8")

    assert not re.search(r"\d{3}", text)


def test_a_figure_in_a_right_is_the_same_in_every_language(library):
    for language in FIRST:
        rest = library.worker_pages(language).line("rights", "rest")
        assert sorted(re.findall(r"\d+", rest)) == ["20", "6"]


def test_the_original_is_in_short_words(library):
    for key, words in said(library.worker_pages()):
        sentences = re.split(r"(?<=[.:])\s", words)
        assert max(len(one.split()) for one in sentences) <= 27, key


def test_a_checked_translation_says_by_whom_and_may_be_decided_by(folder):
    vouch(folder)
    pages = Library(folder).worker_pages("ro")

    assert (pages.translation.checked_by, pages.translation.checked) == (
        "Ana Exemplu",
        "2026-05-12",
    )
    assert pages.trusted


def test_a_language_is_added_by_adding_a_file(folder):
    library = Library(folder)

    assert library.worker_languages() == (*FIRST, "ur")
    assert library.worker_pages("ur").title("rights") == "آپ کے حقوق"


@pytest.mark.parametrize(
    ("file", "old", "new", "key", "code"),
    [
        (STRUCTURE, 'id = "who"', 'id = "who"\nlooks = 1', "section.who.looks", "unknown-key"),
        (STRUCTURE, 'id = "who"', 'id = "rights"', "section", "twice"),
        (STRUCTURE, 'id = "stop"', 'id = "work"', "section.who.line", "twice"),
        (STRUCTURE, 'instead = "interpreter"', 'instead = "moon"', "moon", "unknown-option"),
        (STRUCTURE, '"police",\n', '"moon",\n', "section.help.contacts", "unknown-contact"),
        (STRUCTURE, "checked = ", "seen = ", "section.who.line.work.checked", "missing-key"),
        (
            STRUCTURE,
            'source = "Ours',
            'origin = "Ours',
            "section.who.line.work.source",
            "missing-key",
        ),
        (ROMANIAN, 'title = "Cine suntem"\n', "", "who.title", "no-words"),
        (ROMANIAN, "[who]", '[who]\nmoon = "x"', "who.moon", "words-for-nothing"),
        (ROMANIAN, "[who]", "[who]\nmoon = 1", "who.moon", "wrong-type"),
        (ROMANIAN, "[translation]", "[staff]", "translation", "missing-key"),
        (ROMANIAN, 'checked-by = ""', 'checked-by = "A"', "translation.checked", "missing-key"),
        (ROMANIAN, 'checked = ""', 'checked = "2026-05"', "translation.checked-by", "missing-key"),
        (ROMANIAN, 'checked = ""', 'checked = ""\nby = "A"', "translation.by", "unknown-key"),
        (ENGLISH, "[buttons]", "[translation]\n[buttons]", "translation", "unknown-key"),
        (ENGLISH, "interpreter = ", "translator = ", "staff.interpreter", "no-words"),
    ],
)
def test_what_is_wrong_is_refused_with_its_file_and_key(folder, file, old, new, key, code):
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")
    language = "en" if file == ENGLISH else "ro"

    with pytest.raises(BadContent) as refused:
        Library(folder).worker_pages(language)

    assert refused.value.code == f"content.{code}"
    assert refused.value.facts == {"file": file, "key": key}


def test_a_date_of_checking_must_be_a_date(folder):
    vouch(folder)
    text = (folder / ROMANIAN).read_text("utf-8")
    (folder / ROMANIAN).write_text(text.replace("2026-05-12", "2026-05-32"), "utf-8")

    assert (ROMANIAN, "translation.checked", "content.bad-date") in Library(
        folder
    ).check_everything()


def test_a_check_of_everything_reads_them_all(folder):
    (folder / URDU).rename(folder / "worker/worker.xx.toml")

    assert ("worker/worker.xx.toml", "", "content.unknown-option") in Library(
        folder
    ).check_everything()
