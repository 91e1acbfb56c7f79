"""Paper for a site with no laptop: drawn of the same content as the screens, and of no case."""

import io
import subprocess

import pypdf
import pytest

from tests.pdf.reader import folded, structure
from welfare_app.content.library import Library
from welfare_app.domain.contacts import Nation
from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.services.print_paper import PrintPaper

CARDS = ("en", "ro", "pl", "bg", "pt-PT", "lt", "hi", "pa", "ru", "uk", "sq", "vi")
"""The first tier of languages."""


@pytest.fixture(scope="session")
def paper(tools):
    return PrintPaper(tools.definitions, tools.renderer, tools.disk)


@pytest.fixture(scope="session")
def pack(paper):
    return paper.pack(None)


def read(pdf):
    return folded(structure(pdf).text)


def pages(pdf):
    return len(pypdf.PdfReader(io.BytesIO(pdf)).pages)


def test_every_stage_gives_its_order_what_to_say_and_what_never_to_do(paper, pack):
    words, text = paper.definitions.workflow("incident-pack"), read(pack)

    assert {f"S{at}" for at in range(11)} <= {one.id for one in words.workflow.stages}
    for stage in words.workflow.stages:
        assert folded(f"{stage.id} {words.text(stage.id, 'title')}") in text
        assert folded(words.text(stage.id, "order")) in text
        for line in (*words.lines(stage.id, "say"), *words.lines(stage.id, "tasks")):
            assert folded(line) in text
        for line in words.lines(stage.id, "never"):
            assert folded(f"Do not {line[0].lower()}{line[1:]}.") in text


def test_every_question_stands_there_with_every_answer_to_choose(paper, pack):
    words, text = paper.definitions.form("incident-pack"), read(pack)

    for field in words.form.fields():
        assert folded(words.label(field.id)) in text
        for option in field.options:
            assert folded(words.option(field.id, option)) in text


def test_every_number_has_its_date_and_its_doubt(paper, pack):
    contacts, text = paper.definitions.contacts(), read(pack)

    for one in contacts.contacts:
        assert folded(one.phone or one.email) in text
        assert folded(contacts.name(one.id)) in text
        assert folded(contacts.note(one.id)) in text
        assert folded(one.source) in text
    assert text.count("In doubt, seen") >= sum(one.doubt for one in contacts.contacts)


def test_a_nation_has_its_own_numbers_and_not_those_of_another(paper):
    text = read(paper.pack(Nation.SCOTLAND))

    assert "0141 884 7900" in text
    assert "0800 808 3733" not in text


def test_a_condition_is_said_in_words_because_paper_hides_nothing(pack):
    text = read(pack)

    assert "Only if “Is anyone in danger now?” is “Yes” or “Not sure”." in text
    assert "Leave this stage out if “What is it?” is “" in text


def test_the_sheets_to_fill_in_have_as_many_empty_rows_as_were_asked_for(paper, pack):
    empty = [one for one in structure(pack).all("TR") if not one.text.strip()]

    sheets = sum(sheet.rows for sheet in paper.definitions.paper().plan.sheets)
    assert len(empty) == sheets + 4  # and those of the records that are held


def test_the_same_content_gives_the_same_paper(paper, pack):
    assert paper.pack(None) == pack


@pytest.mark.parametrize("language", CARDS)
@pytest.mark.parametrize("nation", [None, Nation.NORTHERN_IRELAND])
def test_a_card_is_one_page_and_says_who_checked_it(paper, language, nation):
    words = paper.definitions.worker_pages(language)
    card = paper.card(language, nation)
    text = read(card)

    assert pages(card) == 1
    for section in ("who", "rights", "help"):
        lines = next(one.lines for one in words.sections if one.id == section)
        assert all(folded(words.line(section, line.id)) in text for line in lines)
    assert "999" in text
    assert (folded(words.said("notices.unchecked")) in text) is not words.trusted
    assert ("Nobody has checked this translation" in text) is not words.trusted


def test_what_a_worker_shows_to_others_is_in_english_too(paper):
    assert "I need an interpreter." in read(paper.card("hi", None))


def test_every_language_the_laptop_can_be_turned_round_in_has_a_card(paper):
    assert set(paper.languages()) == set(CARDS)


def test_a_language_with_no_words_is_refused_and_nothing_is_saved(paper, tmp_path):
    with pytest.raises(Refused) as refused:
        paper.save_card(tmp_path / "card.pdf", "ti", None)

    assert refused.value.code == "paper.no-language"
    assert not list(tmp_path.iterdir())


def test_words_too_long_for_a_page_are_refused_and_never_shrunk_to_nothing(
    tools, library_of, tmp_path
):
    long = library_of("worker/worker.pl.toml", 'safe = "', 'safe = "' + "Słowo dwa trzy. " * 90)
    paper = PrintPaper(long, tools.renderer, tools.disk)

    with pytest.raises(Refused) as refused:
        paper.save_card(tmp_path / "card.pdf", "pl", None)

    assert refused.value.code == "paper.card-too-long"
    assert not (tmp_path / "card.pdf").exists()


@pytest.fixture
def library_of(tmp_path_factory):
    """The content with one file changed."""
    import shutil

    from welfare_app.app.folders import RESOURCES

    def changed(file, old, new):
        root = tmp_path_factory.mktemp("content") / "resources"
        shutil.copytree(RESOURCES, root, ignore=shutil.ignore_patterns("fonts", "icons"))
        text = (root / file).read_text("utf-8")
        assert old in text
        (root / file).write_text(text.replace(old, new, 1), "utf-8")
        return Library(root)

    return changed


def test_a_place_that_cannot_be_written_keeps_nothing_half_made(paper, tmp_path):
    with pytest.raises(Unavailable):
        paper.save_pack(tmp_path / "gone" / "pack.pdf", None)

    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('how = "How to fill it in"\n', "", "cover.how"),
        ("[keep]\n", '[keep]\nmore = "x"\n', "keep.more"),
        ("[hint]\n", '[hint]\nlines = ["x"]\n', "hint.lines"),
    ],
)
def test_words_that_are_missing_or_for_nothing_are_refused_by_key(library_of, old, new, key):
    faults = library_of("paper/paper.en.toml", old, new).check_everything()

    assert [(file, where) for file, where, _ in faults] == [("paper/paper.en.toml", key)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("share = 21", "share = 22"),
        ("rows = 14", "rows = 0"),
        ('card = ["who", ', "card = ["),
        ('id = "calls"', 'id = "chronology"'),
    ],
)
def test_a_plan_that_cannot_be_printed_is_refused(library_of, old, new):
    faults = library_of("paper/paper.toml", old, new).check_everything()

    assert faults
    assert faults[0][0] == "paper/paper.toml"


def test_a_second_reader_finds_no_fault_in_the_files(paper, pack, tmp_path):
    for name, pdf in (("pack", pack), ("card", paper.card("pa", None))):
        (tmp_path / name).write_bytes(pdf)
        done = subprocess.run(
            ["qpdf", "--check", tmp_path / name], capture_output=True, check=False
        )
        assert done.returncode == 0, done.stdout
