"""What a check of a seal comes to, in words: the same in the window, the command and the page."""

from welfare_app.domain.recordings import Found, FoundBeside
from welfare_app.domain.seal import SealReport, Verdict
from welfare_app.presenters.times import full_day_and_hour

TITLES = {
    Verdict.GENUINE: "Genuine",
    Verdict.NOT_GENUINE: "Not genuine",
    Verdict.CANNOT_TELL: "We cannot tell",
}

TO_DO = {
    Verdict.NOT_GENUINE: (
        ("Keep this file as it is.", "Do not send it on or delete it. It may be evidence."),
        (
            "Call the sender on a number you already had.",
            "Not one written in this file. Ask them to seal and send a new pack.",
        ),
        ("Tell your lead.", "They decide whether anyone else needs to know."),
    ),
    Verdict.CANNOT_TELL: (
        ("Check the words.", "Ask the sender to read all seven to you again."),
        ("Check the file.", "Ask them to send it once more, and choose that one."),
    ),
}

INSTEAD = {
    "seal.revoked-later": (
        (
            "Call the sender on a number you already had.",
            "Read them the SHA-256 of the file. Their records say whether they sealed this.",
        ),
        ("Until they say yes, do not rely on it.", "Keep it as it is; it may well be genuine."),
    ),
}
"""What to do where one finding asks for something else than its verdict does."""

NOT_PROVED = (
    "That what the worker said is true. Only that nobody has altered the record of it.",
    "That the clock on the laptop was right.",
    "Who has read it since.",
    "That the laptop was in the right hands. Ask the sender whether its certificate still stands.",
)

SENDER = "its sender"
"""Who sealed a file, where it cannot be said by name."""

SENTENCES = {
    Verdict.GENUINE: "{} sealed this file, and not one byte has changed since.",
    Verdict.NOT_GENUINE: (
        "This file is not what {} sealed. It was changed, or made by someone else."
    ),
    Verdict.CANNOT_TELL: ("Nothing can be said of this file. It may be genuine and it may not."),
}

FACTS = (
    ("sealed_by", "Sealed by", "Root certificate {}…"),
    ("sealed_on", "Sealed on", "By the laptop’s own clock"),
    ("case", "Case", ""),
    ("inside", "Inside", "Every file matches the list it was sealed with"),
    ("beside", "Beside it", "Locked recordings, outside this file. Their key is inside"),
)
"""What is said of a genuine file: a label, and what the fact rests on.

`beside` is for a page, where nobody can look at the recordings themselves.
"""

COMPARE = "Their fingerprints (SHA-256). They open with a tool for age files; the pack says how."
"""Above the list of the recordings in a page."""

FOUND_BESIDE = {
    FoundBeside.AS_LISTED: "is as it was sealed",
    FoundBeside.ALTERED: "is not what was sealed. Keep it as it is, and call the sender",
    FoundBeside.MISSING: "is not here. Ask for it, or put it into the folder of this file",
    FoundBeside.UNREADABLE: "could not be read. Try again, or ask for it once more",
}
"""What is said of a recording after a look beside the pack."""


def recordings_facts(
    found: Found,
) -> tuple[tuple[str, str, str], ...]:
    """Each recording, what was found of it, and what it is."""
    return tuple(
        (f"Recording {at}", f"{one.locked_as} {FOUND_BESIDE[how]}", one.description)
        for at, (one, how) in enumerate(found, 1)
    )


def altered(found: Found) -> bool:
    """Whether one of them is not what was sealed."""
    return any(how is FoundBeside.ALTERED for _, how in found)


def findings(report: SealReport, found: Found) -> tuple[str, ...]:
    """The codes of what was found in a file, and of what speaks against a recording beside it."""
    return (*report.findings, *(("seal.recording-altered",) if altered(found) else ()))


def sentence(report: SealReport) -> str:
    """The verdict as a plain sentence."""
    return SENTENCES[report.verdict].format(report.organisation or SENDER)


def to_do(report: SealReport) -> tuple[tuple[str, str], ...]:
    """What to do now, in steps: each a short order and why."""
    for code in report.findings:
        if code in INSTEAD:
            return INSTEAD[code]
    return TO_DO.get(report.verdict, ())


def facts(report: SealReport) -> tuple[tuple[str, str, str], ...]:
    """By whom, when by whose clock, and what is inside: each with what it rests on."""
    when = full_day_and_hour(report.sealed_at) if report.sealed_at else "Not said"
    inside = ", ".join(one.name for one in report.enclosed)
    said = {
        "sealed_by": f"{report.organisation}, {report.device}",
        "sealed_on": when,
        "case": report.case,
        "inside": inside,
    }
    root = _spaced(report.fingerprint)
    return tuple((label, said[key], note.format(root)) for key, label, note in FACTS if key in said)


def _spaced(fingerprint: str) -> str:
    short = fingerprint[:16].upper()
    return ":".join(short[at : at + 2] for at in range(0, len(short), 2))
