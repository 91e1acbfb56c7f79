"""The part about a provider's certificate: a file and its password in, and taken away again."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.ui.kit.conftest import settle
from tests.ui.pages.aloud import heard, nameless
from welfare_app.presenters.signer import DUE, KEPT, SignerScreen, Step
from welfare_app.ui.pages.identity_page import IdentityPage
from welfare_app.ui.pages.signer_part import PKCS12
from welfare_app.ui.parts import Button

PLACE = Path("given.p12")
NONE = SignerScreen(law=(("A file is no device.", "UK eIDAS. Checked November 2026"),))
FACTS = (("Made out to", "Rosa Example", ""), ("Good until", "12 April 2028", ""))
SEEN = replace(NONE, step=Step.SEEN, facts=FACTS)
HELD = replace(NONE, step=Step.KEPT, facts=FACTS)


@pytest.fixture
def asked():
    return []


@pytest.fixture
def page(kit, opened, asked):
    def to_open(*words):
        asked.append(words[1:])
        return PLACE

    page = IdentityPage(kit, "Rosa Penhallow, lead", to_open=to_open)
    page.signer.show_signer(NONE)
    page.shell = opened(kit, page)
    return page


@pytest.fixture
def part(page):
    return page.signer


def button(part, words):
    return next(one for one in part.findChildren(Button) if one.words == words)


def texts(page):
    return [one for part in heard(page) for one in part[1:]]


def test_everything_can_be_reached_by_name(page, part):
    for screen in (NONE, SEEN, HELD):
        part.show_signer(screen)
        assert nameless(page) == []


def test_the_file_and_its_password_are_handed_on_and_then_let_go_of(page, part, asked):
    told = []
    part.looked_at.connect(lambda *what: told.append(what))
    button(part, "Choose the file").click()
    part._password.setText("canary 7")
    button(part, "See what it says").click()

    assert asked == [("Choose a file", PKCS12)]
    assert told == [(PLACE, "canary 7")]
    assert part._password.echoMode() == part._password.EchoMode.Password
    part.show_signer(SEEN)
    assert (part._password.text(), part._well.path) == ("", None)

    part.show_signer(NONE)
    part._password.setText("canary 7")
    page.forget()
    assert part._password.text() == ""


def test_what_was_typed_stays_where_the_password_was_wrong(part):
    part._password.setText("canary 7")
    part.show_signer(replace(NONE, busy="Opening the file…"))
    part.show_signer(NONE)

    assert part._password.text() == "canary 7"


def test_each_stage_offers_what_can_be_done_in_it_and_nothing_else(part):
    offered = {}
    for screen in (NONE, SEEN, HELD):
        part.show_signer(screen)
        buttons = part.findChildren(Button)
        offered[screen.step] = {one.words for one in buttons if one.isVisibleTo(part)}

    assert offered[Step.NONE] == {"Choose the file", "See what it says"}
    assert offered[Step.SEEN] == {"Keep it", "Do not keep it"}
    assert offered[Step.KEPT] == {"Sign a sealed file", "Take it away"}


def test_the_keyboard_goes_on_to_what_comes_next(part, qtbot):
    button(part, "See what it says").setFocus()
    part.show_signer(SEEN)
    settle(qtbot)
    assert button(part, "Keep it").hasFocus()


def test_it_is_taken_away_only_once_that_was_asked_again(page, part, qtbot):
    told, questions = [], []
    part.removed.connect(lambda: told.append("gone"))
    page.asked.connect(lambda question, then: questions.append((question, then)))
    part.show_signer(HELD)
    button(part, "Take it away").click()
    settle(qtbot)
    question, then = questions[0]

    assert "Backups" in question.sentence
    then(False)
    assert told == []
    then(True)
    assert told == ["gone"]


def test_a_sealed_file_is_chosen_to_be_signed(part, asked):
    told = []
    part.file_signed.connect(told.append)
    part.show_signer(HELD)
    button(part, "Sign a sealed file").click()

    assert told == [PLACE]
    assert asked[0][0] == "Choose the sealed file"


def test_what_was_done_and_a_warning_are_there_for_a_screen_reader(page, part, qtbot):
    part.show_signer(replace(HELD, done=KEPT, warning=DUE))
    settle(qtbot)

    for words in (KEPT, DUE, "A file is no device."):
        assert any(words in one for one in texts(page)), words
