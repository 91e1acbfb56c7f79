"""Draws the screens of the real program on the sample case: `python -m tests.pictures FOLDER`.

`--scale 2` draws them with large text, `--scheme dark` in another look, and names after the
options draw only those screens.
"""

import argparse
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QLineEdit

from tests.desks import sign_off
from tests.pictures_circle import circled
from tests.pictures_packs import branches, handing_over
from tests.pictures_signing import checking_both, signed_beside, taking_in
from tests.pictures_upkeep import (
    auditing,
    backing_up,
    colleagues,
    deciding,
    filtering,
    locking,
    losing,
    rescuing,
    restoring,
    settle,
    staffed,
)
from welfare_app.app.desktop import Desktop
from welfare_app.app.folders import RESOURCES
from welfare_app.app.toolbox import toolbox
from welfare_app.domain.answers import Answer
from welfare_app.domain.gates import pages_left
from welfare_app.domain.ids import FieldId, InterviewId
from welfare_app.domain.interview import Course, Mark
from welfare_app.keys.device_secret import NoSecrets
from welfare_app.presenters import places
from welfare_app.presenters.home import OTHER_FORMS
from welfare_app.services.desk import Desk
from welfare_app.services.half_typed import HalfTyped
from welfare_app.services.practice import open_practice
from welfare_app.services.sample_case import HANDING, SampleCase
from welfare_app.services.tools import Tools
from welfare_app.services.versions import form_of
from welfare_app.ui.pages.kinds_panel import KindsPanel
from welfare_app.ui.pages.reason_panel import ReasonPanel
from welfare_app.ui.pages.record_note import RecordNote
from welfare_app.ui.parts import Button, Kit
from welfare_app.ui.theme.source import ThemeSource
from welfare_app.ui.window import Window

VISIT = {
    "site": "Alder Mill",
    "talk-date": "2026-05-12",
    "talk-place": "First-aid room",
    "lead-today": "Idris Example, 01632 960 118",
    "first-language": "English",
    "agrees-to-talk": "yes",
    "must-not-know": "The driver",
}
"""A short talk, as far as its pictures need it."""


def under_way(desk: Desk, tools: Tools, course: Course) -> InterviewId:
    """The sample's talk once more, not signed off, so that every step of it can be seen."""
    talk = SampleCase(desk, tools.sample()).talk().id
    if course is Course.WHOLE:
        desk.interviews.turn(talk, course, "Only to be seen")
    return talk


def screens(app: QApplication, desktop: Desktop, folder: Path) -> Iterator[str]:
    """Go from screen to screen, naming each as it stands."""
    settle(app)
    yield "first-run"
    desktop._open(open_practice(desktop._tools, folder / "practice"))
    desk = desktop._desk
    pack, interview = desk.around.all()
    referral = desk.referrals.of(pack).id
    talk, disclosed = (
        under_way(desk, desktop._tools, course) for course in (Course.WHOLE, Course.DISCLOSURE)
    )
    for name, place in (
        ("home", places.AtHome()),
        ("cases", places.AtCases()),
        ("interview-question", places.AtInterview(talk, "needs")),
        ("interview-notes", places.AtInterview(talk, "free-recall")),
        ("interview-follow-up", places.AtInterview(talk, "follow-up")),
        ("interview-first", places.AtInterview(talk, "plan")),
        ("interview-write-up", places.AtInterview(talk, "write-up")),
        ("interview-signed-off", places.AtInterview(interview)),
        ("interview-disclosure", places.AtInterview(disclosed, "free-recall")),
        ("consents", places.AtConsents(interview)),
        ("signs", places.AtSigns(interview, "needs")),
        ("turned", places.AtTurned(interview, "needs")),
        ("turned-numbers", places.AtTurned(interview, "needs", "vi", "help")),
        ("sign-suggested", places.AtSigns(interview, "needs", None, "DEL-CD-DOCUMENTS", "papers")),
        ("assessment", places.AtAssessment(interview, "needs")),
        ("pack", places.AtPack(pack)),
        ("evidence", places.AtEvidence(pack)),
        ("chronology", places.AtChronology(pack)),
        ("referral", places.AtReferral(pack)),
        ("referral-page", places.AtReferralPage(referral, "how-they-were-treated")),
        ("referral-towns", places.AtReferralPage(referral, "where-exploitation-happened-uk")),
        ("reading", places.AtReading(referral)),
        ("transcribe", places.AtTranscribe(referral)),
        ("exchange", places.AtExchange(referral)),
        ("laptop", places.AtLaptop()),
        ("paper", places.AtPaper()),
        ("identity", places.AtIdentity()),
        ("courier-empty", places.AtCourier()),
        ("check", places.AtCheck()),
        ("trail", places.AtTrail()),
        ("seal-who", places.AtSeal(referral)),
    ):
        desktop.go(place)
        settle(app)
        yield name
    yield from branches(app, desktop)
    desktop.go(places.AtExhibit(pack, desk.evidence.of(pack)[0].id))
    settle(app, lambda: not desktop._room.page._picture.image.isNull())
    yield "exhibit"
    desktop.go(places.AtPaper())
    desktop._room.presenter.choose("pa")
    desktop._room.presenter.save_card(folder / "card.pdf")
    settle(app, lambda: desktop._room.presenter._screen.saved)
    yield "paper-saved"
    yield from losing(app, desktop)
    yield from taking_in(app, desktop, folder)
    desktop.go(places.AtChronology(pack))
    yield from writing(app, desktop)
    yield from colleagues(app, desktop)
    desktop.go(places.AtSeal(referral))
    yield from sealing(app, desktop, folder)
    yield from visiting(app, desktop)
    yield from talk_steps(app, desktop, talk, "talk")
    yield from talk_steps(app, desktop, disclosed, "disclosure")
    yield from talk_opened(app, desktop, talk, interview)
    yield from locking(app, desktop)
    yield from backing_up(app, desktop, folder)
    yield from deciding(app, desktop)
    yield from filtering(app, desktop)
    desktop.window.show_help()
    settle(app)
    yield "guide"
    desktop.window.show_emergency()
    settle(app)
    yield "emergency"
    desktop.window.leave_front()
    yield from circled(app, desktop)
    yield from auditing(app, desktop)
    desktop.lock()
    settle(app)
    yield "locked"
    yield from rescuing(app, desktop)
    yield from restoring(app, desktop, folder)
    yield from staffed(app, desktop)


def visiting(app: QApplication, desktop: Desktop) -> Iterator[str]:
    """A site surgery between two people, the second of them, and a review of a new starter."""
    desk = desktop._desk
    review, surgery = (desk.definitions.form(name).form for name in OTHER_FORMS)
    first = desk.interviews.start(surgery)
    for field, told in VISIT.items():
        desk.interviews.answer(first.id, FieldId(field), Answer(told))
    sign_off(desk, first.id)
    desktop.go(places.AtHome())
    settle(app)
    yield "home-visit"
    second = desk.interviews.start(surgery, after=first.id)
    talk = desk.interviews.start(review)
    for name, place in (
        ("surgery-begins", places.AtInterview(second.id, "safety")),
        ("surgery-telling", places.AtInterview(second.id, "telling")),
        ("surgery-closing", places.AtInterview(second.id, "closing")),
        ("surgery-write-up", places.AtInterview(second.id, "outcome")),
        ("surgery-signed-off", places.AtInterview(first.id)),
        ("review-pay", places.AtInterview(talk.id, "pay")),
        ("review-anything-else", places.AtInterview(talk.id, "anything-else")),
        ("cases-visit", places.AtCases()),
    ):
        desktop.go(place)
        settle(app)
        yield name
    desktop.go(places.AtHome())
    desktop._room.page.findChild(KindsPanel).button.click()
    settle(app)
    yield "home-kinds"
    said = (("Why is this stage skipped?", "The officer asked us to wait until Tuesday"),)
    desk.half_typed.keep(HalfTyped("", "Incident pack P-0001: What do I do now?", said))
    desktop.go(places.AtHome())
    settle(app)
    yield "home-half-typed"
    card = desktop._room.page.half_typed
    next(one for one in card.findChildren(Button) if one.words == "Show the words").click()
    settle(app)
    yield "home-half-typed-shown"


def writing(app: QApplication, desktop: Desktop) -> Iterator[str]:
    """An entry of the chronology being written, one that will not do, and one corrected."""
    chronology = desktop._room.presenter
    chronology.write()
    settle(app)
    yield "chronology-writing"
    chronology.keep("A blue van fetched two people from the gate", "2027-03", "", "seen")
    settle(app)
    yield "chronology-refused"
    chronology.keep("A blue van fetched two people from the gate", "2026-02", "", "seen")
    written = next(one.entry for one in chronology._screen.lines if one.entry)
    chronology.correct(written)
    chronology.keep("A blue van fetched three people from the gate", "2026-02-27", "6.30", "seen")
    settle(app)
    yield "chronology-corrected"


def talk_steps(app: QApplication, desktop: Desktop, talk: InterviewId, name: str) -> Iterator[str]:
    """Every step that is left of a talk."""
    desk = desktop._desk
    record = desk.interviews.resume(talk)
    form = form_of(desk.definitions, record).form
    for at, page in enumerate(pages_left(form, record), start=1):
        desktop.go(places.AtInterview(talk, page.id))
        settle(app)
        yield f"{name}-{at:02}-{page.id}"


def talk_opened(
    app: QApplication, desktop: Desktop, talk: InterviewId, signed: InterviewId
) -> Iterator[str]:
    """What opens on the pages of a talk when it is asked for."""
    desktop.go(places.AtInterview(talk, "free-recall"))
    settle(app)
    page = desktop._room.page
    page._composer.area.setPlainText("My cousin Test has the contract. I have not seen it")
    page._composer._open_theirs()
    settle(app)
    yield "talk-their-language"
    page._tag()
    settle(app)
    yield "talk-sorting"
    page._tags.close_panel()
    page.side_panel.panels[1].button.click()
    settle(app)
    yield "talk-stopping"
    desktop.go(places.AtInterview(talk, "follow-up"))
    settle(app)
    questions = desktop._room.page._questions
    desktop._room.presenter.mark(questions._questions[0].id, Mark.DECLINED)
    settle(app)
    yield "talk-questions"
    desktop._desk.interviews.answer(talk, FieldId("alone"), Answer("no"), "setting")
    desktop.go(places.AtInterview(talk, "setting"))
    desktop._room.presenter.next()
    settle(app)
    yield "talk-gate"
    desktop.go(places.AtInterview(signed))
    settle(app)
    next(iter(desktop._room.page.findChildren(RecordNote))).pressed.emit()
    settle(app)
    yield "signed-off-adding"
    desktop.go(places.AtConsents(signed))
    settle(app)
    desktop._room.page.findChildren(ReasonPanel)[0].button.click()
    settle(app)
    yield "consents-taking-back"
    desktop._room.presenter.withdraw("talk", "I do not want it now.")
    settle(app)
    yield "consents-taken-back"


def sealing(app: QApplication, desktop: Desktop, folder: Path) -> Iterator[str]:
    """Seal the sample, then check it whole and changed."""
    seal = desktop._room.presenter
    recordings = (folder / "VID_20260512.mp4", folder / "voice note.m4a")
    for path, size in zip(recordings, (3_000_000, 412_000), strict=True):
        path.write_bytes(bytes(size))
    seal.add_recordings(recordings)
    said = ("The yard at night, filmed from the road", "A voice note")
    beside = desktop._room.page._who.recordings
    for line, words in zip(beside.findChildren(QLineEdit), said, strict=True):
        line.setText(words)
        line.textEdited.emit(words)
    scroll = desktop._room.page._scroll_area().verticalScrollBar()
    settle(app)
    scroll.setValue(scroll.maximum())
    settle(app)
    yield "seal-recordings"
    seal.named(HANDING)
    settle(app, lambda: seal._screen.step == "look")
    yield "seal-look"
    seal.seal(folder / "sealed.pdf")
    settle(app, lambda: seal._screen.step == "words")
    words = " ".join(seal._screen.words)
    yield "seal-words"
    seal.read_back()
    settle(app)
    yield "seal-done"
    yield from signed_beside(app, desktop, folder)
    yield from handing_over(app, desktop)
    changed = bytearray((folder / "sealed.pdf").read_bytes())
    changed[9000] ^= 1
    (folder / "changed.pdf").write_bytes(changed)
    desktop.go(places.AtCheck())
    check = desktop._room.presenter
    for name, verdict in (("sealed", "genuine"), ("changed", "not-genuine")):
        check.check(folder / f"{name}.pdf", words)
        settle(app, lambda verdict=verdict: check._screen.verdict == verdict)
        yield f"check-{verdict}"
    yield from checking_both(app, desktop, folder, words)


def main() -> None:
    """Draw what was asked for."""
    asking = argparse.ArgumentParser(description=__doc__)
    asking.add_argument("folder", type=Path)
    asking.add_argument("--scale", type=float, default=1.0)
    asking.add_argument("--scheme", default="light")
    asking.add_argument("names", nargs="*")
    said = asking.parse_intermixed_args()
    said.folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    source = ThemeSource(RESOURCES, said.scheme, said.scale)
    source.apply(app)
    source.load_companions()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        window = Window(Kit(source.theme))
        tools = toolbox(secrets=NoSecrets())
        desktop = Desktop(tools, source, window, folder / "vault", folder / "practice")
        desktop.begin()
        window.resize(1280, 800)
        window.show()
        for name in screens(app, desktop, folder):
            if not said.names or name in said.names:
                window.grab().save(str(said.folder / f"{name}.png"))
        desktop.window.close()


if __name__ == "__main__":
    main()
