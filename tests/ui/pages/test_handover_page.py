from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.kit.conftest import settle
from tests.ui.pages import samples_handover as samples
from tests.ui.pages.aloud import heard, nameless
from welfare_app.domain.handover import Step
from welfare_app.services.hand_over import ToldStep
from welfare_app.ui.pages.disclosures_page import DisclosuresPage
from welfare_app.ui.pages.handover_page import HandoverPage
from welfare_app.ui.parts import Button
from welfare_app.ui.parts.dialog import Dialog
from welfare_app.ui.parts.link import Link

PLACE = Path("list.pdf")


@pytest.fixture
def page(kit, opened):
    page = HandoverPage(kit)
    page.show_screen(samples.screen())
    page.shell = opened(kit, page)
    return page


def link(page, name):
    """The link of this name that stands now; those drawn before may not be gone yet."""
    return [one for one in page.findChildren(Link) if one.accessibleName() == name][-1]


def press(page, words):
    [found] = [
        one for one in page.shell.findChildren(Button) if one.words == words and one.isVisible()
    ]
    found.click()


def aloud(page):
    return " ".join(name for _, name, _ in heard(page.shell))


def test_it_begins_at_what_is_to_be_written_down_first(qtbot, page):
    settle(qtbot)

    assert QApplication.focusWidget().accessibleName() == "Write it down: The file was handed over"
    assert not nameless(page.shell)


def test_a_step_is_written_down_with_what_its_form_began_with(qtbot, page):
    link(page, "Write it down: The file was handed over").click()
    settle(qtbot)
    page._open._how.choose("in-person")
    page._open._who.setText("Rosa Example")
    with qtbot.waitSignal(page.given) as given:
        press(page, "Write it down")

    assert given.args == [
        ToldStep(samples.DIGEST, Step.HANDED, "2026-11-20", "16:30", "in-person", "Rosa Example")
    ]


def test_only_what_a_step_asks_is_asked(qtbot, page):
    link(page, "Write it down: The first responder’s reference").click()
    settle(qtbot)
    assert [*page._open.fields] == ["words"]

    page._open._words.setPlainText("FWA 12/7")
    with qtbot.waitSignal(page.given) as given:
        page._open.give()
    assert given.args == [ToldStep(samples.DIGEST, Step.REFERENCE, words="FWA 12/7")]


def test_a_problem_stands_in_the_open_form_and_what_was_typed_stays(qtbot, page):
    link(page, "Write it down: They have it, and could open it").click()
    settle(qtbot)
    page._open._who.setText("Det. Sgt A. Example")
    wrong = (("words", "Say how you know"),)
    later = samples.step(Step.RECEIVED, due="23 h left")
    page.show_screen(replace(samples.screen(later), problems=wrong))
    settle(qtbot)

    assert page._open.fields["words"].problem == "Say how you know"
    assert page._open._who.text() == "Det. Sgt A. Example"


def test_once_kept_the_form_shuts_and_the_next_step_has_the_keyboard(qtbot, page):
    link(page, "Write it down: The file was handed over").click()
    settle(qtbot)
    page.show_screen(samples.screen(samples.HANDED, kept=1))
    settle(qtbot)

    assert page._open is None
    focus = QApplication.focusWidget().accessibleName()
    assert focus == "Write it down: The words that open it were told"
    assert "By secure e-mail, by Rosa Example, 20 November 2026" in aloud(page)


def test_what_is_late_and_what_was_wrong_are_said_in_words(qtbot, page):
    page.show_screen(samples.screen(samples.HANDED, samples.TOLD, samples.LATE, kept=1))
    settle(qtbot)
    said = aloud(page)

    assert "Nobody has said so: 2 h late" in said
    assert "went the same way" in said
    assert "Before: By hand" in said
    assert link(page, "Correct it: The words that open it were told").isVisible()


def test_whoever_may_not_write_sees_all_of_it_and_no_way_to_write(qtbot, kit, opened):
    page = HandoverPage(kit)
    page.show_screen(samples.screen(samples.HANDED, may_write=False, may_read_register=False))
    page.shell = opened(kit, page)
    settle(qtbot)

    assert page.findChildren(Link) == []
    assert "By secure e-mail, by Rosa Example" in aloud(page)
    assert "All that left of this case" not in aloud(page)


def test_before_anything_is_sealed_it_says_so(qtbot, kit, opened):
    page = HandoverPage(kit)
    page.show_screen(samples.nothing())
    page.shell = opened(kit, page)
    settle(qtbot)

    assert "Nothing is sealed yet" in aloud(page)


class Paper:
    """Remembers what it was given to print."""

    def __init__(self):
        self.printed = []

    def print(self, _parent, pdf):
        self.printed.append(pdf)
        return True


@pytest.fixture
def register(kit, opened):
    paper = Paper()
    page = DisclosuresPage(kit, paper, lambda *_: PLACE, back="This laptop")
    page.paper = paper
    page.show_screen(samples.left())
    page.shell = opened(kit, page)
    return page


def test_each_thing_that_left_is_read_out_with_all_its_parts(register):
    said = aloud(register)

    for words in ("A sealed pack, P-0042", "Detecting or preventing crime", "They asked for less"):
        assert words in said
    assert not nameless(register.shell)


def test_it_is_saved_only_after_saying_that_the_file_is_not_locked(qtbot, register):
    press(register, "Save as PDF")
    settle(qtbot)
    dialog = register.shell.findChild(Dialog)
    assert dialog is not None
    with qtbot.waitSignal(register.save_wanted) as saved:
        next(
            one for one in dialog.findChildren(Button) if one.words == "Save it all the same"
        ).click()
    assert saved.args == [PLACE]


def test_paper_is_printed_from_memory(qtbot, register):
    with qtbot.waitSignal(register.print_wanted):
        press(register, "Print")
    register.print_pages(b"%PDF")

    assert register.paper.printed == [b"%PDF"]
