"""What is left out of a pack, as it is asked on the first step of sealing."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QCheckBox

from tests.ui.pages import samples_sealing as samples
from welfare_app.domain.leaving_out import NOTHING_LEFT_OUT, LeftOut, Part
from welfare_app.domain.referral import Handing
from welfare_app.ui.pages.seal_who import WhoForm

PARTS = ((Part.EVIDENCE.value, "The evidence files"), (Part.SIGNS.value, "The signs noticed"))
FILES = ((1, "Exhibit 1. A rota"), (2, "Exhibit 2. A van"))


@pytest.fixture
def form(kit, qtbot):
    def made(files=FILES, left=NOTHING_LEFT_OUT):
        screen = replace(samples.empty(), parts=PARTS, files=files)
        form = WhoForm(kit, replace(screen, handing=Handing(left_out=left)))
        qtbot.addWidget(form)
        form.show()
        return form

    return made


def tick(form, words):
    [box] = [one for one in form.findChildren(QCheckBox) if one.text() == words]
    box.click()


def asks(form):
    return [key for key in ("left_out", "files", "because") if form.fields[key].isVisible()]


def test_single_files_are_asked_about_and_a_reason_only_when_one_stays(form):
    form = form()
    assert asks(form) == ["left_out", "files"]

    tick(form, "Exhibit 2. A van")
    assert asks(form) == ["left_out", "files", "because"]
    assert form.handing().left_out == LeftOut((), "", (2,))


def test_with_no_file_going_none_is_asked_about(form):
    form = form()
    tick(form, "Exhibit 2. A van")
    tick(form, "The evidence files")

    assert asks(form) == ["left_out", "because"]
    assert form.handing().left_out == LeftOut((Part.EVIDENCE,), "")


def test_an_only_file_is_left_out_as_the_evidence(form):
    assert asks(form(FILES[:1])) == ["left_out"]


def test_what_was_left_out_last_time_is_ticked_again(form):
    left = LeftOut((Part.SIGNS,), "They asked for less", (1,))

    assert form(left=left).handing().left_out == left
