"""What may be disposed of, and deciding about one case, by keyboard and aloud."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.kit.conftest import settle
from tests.ui.pages.aloud import heard, nameless
from tests.ui.pages.samples_everyday import PERSON
from tests.ui.pages.samples_retention import (
    ALONE,
    CASE,
    CHILD,
    DUE,
    GONE,
    HELD,
    KEPT,
    LACKING,
    LOOKING,
    NOT_ALL,
    NOTHING_DUE,
    WRONG_WORDS,
)
from welfare_app.ui.pages.disposal_page import DISPOSE, KEEP, DisposalPage
from welfare_app.ui.pages.retention_page import RetentionPage
from welfare_app.ui.parts import Button, Link
from welfare_app.ui.parts.dialog import Dialog


def said(page):
    return [name for _, name, _ in heard(page.shell)]


def named(page, name, kind=Button):
    return next(one for one in page.shell.findChildren(kind) if one.accessibleName() == name)


@pytest.fixture
def listed(kit, opened):
    page = RetentionPage(kit, PERSON, lambda *_: Path("certificate.pdf"))
    page.show_screen(LOOKING)
    page.shell = opened(kit, page)
    return page


@pytest.fixture
def deciding(kit, opened):
    page = DisposalPage(kit, lambda *_: Path("certificate.pdf"))
    page.show_screen(CASE)
    page.shell = opened(kit, page)
    return page


def test_it_says_that_it_is_looking_then_that_nothing_is_due(qtbot, listed):
    assert "Looking through the cases…" in said(listed)

    listed.show_screen(NOTHING_DUE)
    settle(qtbot)

    assert "Nothing is due today." in said(listed)
    assert "12 cases are not due yet." in said(listed)


def test_each_case_is_opened_on_its_own(qtbot, listed):
    listed.show_screen(DUE)
    settle(qtbot)

    with qtbot.waitSignal(listed.opened) as chosen:
        named(listed, "Decide: W-0007, P-0003").click()

    assert chosen.args == ["c2"]
    assert not [one for one in listed.findChildren(Button) if "all" in one.words.lower().split()]


def test_a_number_is_typed_and_found_and_what_is_wrong_stays_beside_it(qtbot, listed):
    listed._number.setText("W-0012")
    with qtbot.waitSignal(listed.found) as typed:
        named(listed, "Look at it").click()
    assert typed.args == ["W-0012"]

    listed.show_screen(NOTHING_DUE.__class__(NOTHING_DUE.schedule, problem="There is none."))
    assert (listed._number_field.problem, listed._number.text()) == ("There is none.", "W-0012")


def test_a_certificate_is_saved_again_and_remains_are_cleared(qtbot, listed):
    listed.show_screen(DUE)
    settle(qtbot)

    with qtbot.waitSignal(listed.certificate_wanted) as wanted:
        named(listed, "Save as PDF: D-0001", Link).click()
    assert wanted.args == ["d1", Path("certificate.pdf")]
    with qtbot.waitSignal(listed.clear_asked):
        named(listed, "Clear what is left").click()


def test_disposing_is_asked_twice_and_the_safe_answer_has_the_keyboard(qtbot, deciding):
    deciding._ways.choose(DISPOSE)
    deciding._grounds.choose("time-up")
    deciding._vouching._secret.setText("copper walnut")
    with qtbot.assertNotEmitted(deciding.dispose_wanted):
        deciding._go.click()
    dialog = deciding.shell.findChild(Dialog)
    assert dialog.accessibleName() == "Dispose of W-0012 for good?"
    assert QApplication.focusWidget() is dialog.safe
    with qtbot.assertNotEmitted(deciding.dispose_wanted):
        dialog.reject()
        settle(qtbot)

    deciding._go.click()
    with qtbot.waitSignal(deciding.dispose_wanted) as sure:
        deciding.shell.findChildren(Dialog)[-1].accept()
    assert sure.args == ["time-up", "staff-idris", "copper walnut"]


def test_what_is_missing_is_said_before_anyone_is_asked_to_be_sure(qtbot, deciding):
    deciding._ways.choose(DISPOSE)
    with qtbot.waitSignal(deciding.dispose_wanted) as told:
        deciding._go.click()
    assert told.args == ["", "staff-idris", ""]
    deciding.show_screen(LACKING)

    assert deciding._ground.problem == "Choose why it is disposed of"
    assert not deciding.shell.findChildren(Dialog)


def test_keeping_it_says_until_when_and_why(qtbot, deciding):
    deciding._ways.choose(KEEP)
    deciding._until.put("2028-09-01")
    deciding._why.setPlainText("A claim is open")

    with qtbot.waitSignal(deciding.keep_wanted) as told:
        deciding._go.click()

    assert told.args == ["2028-09-01", "A claim is open"]


def test_a_held_case_cannot_be_disposed_of_here(qtbot, deciding):
    deciding.show_screen(HELD)
    deciding._ways.choose(DISPOSE)
    settle(qtbot)

    with qtbot.assertNotEmitted(deciding.dispose_wanted):
        deciding._go.click()
    assert not deciding._asks.isVisible()
    assert deciding._no.isVisible()


def test_a_hold_is_put_on_with_a_reason_and_a_reference(qtbot, deciding):
    named(deciding, "Put a hold on it").click()
    panel = next(one for one in deciding.findChildren(object) if hasattr(one, "told"))
    panel._reason.setPlainText("A claim was announced")
    panel._reference.setText("ET 1")

    with qtbot.waitSignal(deciding.hold_wanted) as told:
        named(deciding, "Put the hold on").click()

    assert told.args == ["A claim was announced", "ET 1"]


def test_a_passphrase_is_let_go_of_when_it_was_wrong_and_when_the_page_goes(qtbot, deciding):
    for leave in (lambda: deciding.show_screen(WRONG_WORDS), deciding.forget):
        deciding._vouching._secret.setText("copper walnut")
        leave()
        assert deciding._vouching.said[1] == ""


def test_with_nobody_to_vouch_it_says_what_to_do(qtbot, deciding):
    deciding.show_screen(ALONE)
    deciding._ways.choose(DISPOSE)
    settle(qtbot)

    assert any("Nobody else can vouch" in one for one in said(deciding))


def test_when_it_is_gone_the_certificate_is_offered(qtbot, deciding):
    deciding.show_screen(NOT_ALL)
    settle(qtbot)
    assert "W-0012 is disposed of. Certificate D-0002." in said(deciding)
    assert "One step is left" in said(deciding)

    with qtbot.waitSignal(deciding.certificate_wanted) as wanted:
        named(deciding, "Save the certificate").click()
    assert wanted.args == [Path("certificate.pdf")]
    deciding.show_screen(replace(NOT_ALL, saved="The certificate is saved."))
    settle(qtbot)
    assert "The certificate is saved." in said(deciding)
    deciding.forget()


@pytest.mark.parametrize("screen", [CASE, HELD, CHILD, ALONE, LACKING, GONE, KEPT])
def test_everything_about_one_case_has_a_name(qtbot, deciding, screen):
    deciding.show_screen(screen)
    deciding._ways.choose(DISPOSE)
    settle(qtbot)

    assert not nameless(deciding.shell)


@pytest.mark.parametrize("screen", [LOOKING, NOTHING_DUE, DUE])
def test_everything_in_the_list_has_a_name(qtbot, listed, screen):
    listed.show_screen(screen)
    settle(qtbot)

    assert not nameless(listed.shell)
