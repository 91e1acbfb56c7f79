"""Screens for the sealing and the check. All people, numbers and words are invented."""

from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

from welfare_app.content.library import Library
from welfare_app.domain.errors import Unavailable
from welfare_app.domain.leaving_out import CALLED, LeftOut, Part
from welfare_app.domain.referral import Handing
from welfare_app.domain.seal import Verdict
from welfare_app.presenters.check import CheckScreen
from welfare_app.presenters.check_words import NOT_PROVED, TO_DO
from welfare_app.presenters.guessing import strength_words
from welfare_app.presenters.seal import bases
from welfare_app.presenters.seal_rail import Step, seal_rail
from welfare_app.presenters.seal_recordings import RecordingLine
from welfare_app.presenters.seal_screen import SealScreen
from welfare_app.presenters.telling import Trouble, trouble

RESOURCES = Path(__file__).parents[3] / "resources"
WORDS = ("harp", "vet", "oat", "lamp", "peb", "cur", "willow")
HANDING = Handing(
    "Det. Sgt A. Example",
    "Northvale Police",
    "01632 960 145",
    "So that they can refer him to the NRM",
    "crime",
)
LEFT = LeftOut((Part.EVIDENCE, Part.CALLS), "They asked for the referral alone")
DIGEST = "9f3a51c002be774108d1c3aa5b0f44e79f3a51c002be774108d1c3aa5b0f44e7"


def seal(step: Step, **more) -> SealScreen:
    return SealScreen(
        step,
        seal_rail(step),
        "Pack P-0042",
        more.pop("handing", HANDING),
        file_name="P-0042-sealed-referral.pdf",
        bases=bases(Library(RESOURCES).disclosing()),
        parts=tuple((part.value, CALLED[part].capitalize()) for part in Part),
        **more,
    )


@cache
def document(pages: int = 12) -> bytes:
    """A document of a few lines a page."""
    from reportlab.pdfgen.canvas import Canvas

    made = BytesIO()
    canvas = Canvas(made, pagesize=(595, 842))
    for at in range(1, pages + 1):
        canvas.setFont("Helvetica-Bold", 34)
        canvas.drawString(52, 760, "Referral: potential victim")
        canvas.setFont("Helvetica", 20)
        for line in range(20):
            canvas.drawString(52, 700 - 30 * line, f"Line {line + 1} of an invented page")
        canvas.drawString(240, 40, f"P-0042   {at} of {pages}")
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def empty() -> SealScreen:
    return seal(Step.WHO, handing=Handing())


def problems() -> SealScreen:
    found = (
        ("recipient", "Name the person who will open it"),
        ("phone", "Write a number found on their own page, for reading out the words"),
    )
    handing = Handing("", "Northvale Police", "", "So that they can refer him")
    return seal(Step.WHO, handing=handing, problems=found)


RECORDINGS = (
    RecordingLine("1", "VID_20260512.mp4", "recording-1.mp4", "1.3 GB", "The yard at night"),
    RecordingLine("2", "voice note.m4a", "recording-2.m4a", "412 KB", ""),
)


def recordings(**more) -> SealScreen:
    """The first step, filled, with recordings chosen."""
    return seal(Step.WHO, recordings=RECORDINGS, **more)


def look(**more) -> SealScreen:
    facts = (
        ("For", "Det. Sgt A. Example, Northvale Police", ""),
        ("Why", "So that they can refer him to the NRM", ""),
        ("Lawful basis", "Detecting or preventing crime", "UK GDPR Article 6(1)(ea), crime"),
        ("Left out", "The evidence files; calls and the advice given", LEFT.because),
        ("Call them on", "01632 960 145", "The words that open it are read out on this number"),
        ("Inside", "12 pages, 4 files, about 6.2 MB", "The form takes up to 25 MB a file"),
        (
            "Beside it",
            "2 recordings, 1.3 GB",
            "Each in a file of its own, locked with a key inside",
        ),
    )
    return seal(Step.LOOK, facts=facts, pdf=document(), pages=12, **more)


def disk_full() -> Trouble:
    return trouble(Library(RESOURCES), Unavailable("seal.disk-full"))


def words(**more) -> SealScreen:
    return seal(
        Step.WORDS,
        words=WORDS,
        strength=strength_words(65.2),
        sealed="Sealed 16:20",
        saved_as="/home/rosa/Documents/P-0042-sealed-referral.pdf",
        digest=DIGEST,
        **more,
    )


def done() -> SealScreen:
    return replace(words(), step=Step.DONE, rail=seal_rail(Step.DONE), words=(), strength="")


def genuine() -> CheckScreen:
    return CheckScreen(
        Verdict.GENUINE,
        "Genuine",
        "Fenmarsh Staffing sealed this file, and not one byte has changed since.",
        "P-0042-sealed-referral.pdf, 6.2 MB",
        (
            (
                "Sealed by",
                "Fenmarsh Staffing, Alder Mill laptop",
                "Root certificate 7C:41:9E:02:AA:17:5B:90…",
            ),
            ("Sealed on", "Friday 20 November 2026, 16:20", "By the laptop’s own clock"),
            ("Case", "P-0042", ""),
            (
                "Inside",
                "MANIFEST.json, referral.json, referral.pdf, rota-october.pdf",
                "Every file matches the list it was sealed with",
            ),
            ("In our records", "Yes, it was sealed here", ""),
        ),
    )


def judged(verdict: Verdict, *codes: str) -> CheckScreen:
    titles = {Verdict.NOT_GENUINE: "Not genuine", Verdict.CANNOT_TELL: "We cannot tell"}
    said = {
        Verdict.NOT_GENUINE: "This file is not what Fenmarsh Staffing sealed. "
        "It was changed, or made by someone else.",
        Verdict.CANNOT_TELL: "Nothing can be said of this file. It may be genuine and it may not.",
    }
    library = Library(RESOURCES)
    return CheckScreen(
        verdict,
        titles[verdict],
        said[verdict],
        "P-0042-sealed-referral.pdf, 6.2 MB",
        (),
        tuple(library.finding(code) for code in codes),
        TO_DO[verdict],
        NOT_PROVED,
    )


def not_genuine() -> CheckScreen:
    return judged(Verdict.NOT_GENUINE, "seal.attachment-altered")


def cannot_tell() -> CheckScreen:
    return judged(Verdict.CANNOT_TELL, "seal.wrong-passphrase")
