"""What is said of a file: its kind, its traces, its chain, and what to look out for."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from welfare_app.domain.checks import FILE_TYPES, LARGEST_FILE, MOST_FILES
from welfare_app.domain.custody import Deed, Handling
from welfare_app.domain.evidence import Evidence
from welfare_app.domain.exhibit import POINTING, Seen, Trace
from welfare_app.domain.ids import StaffId
from welfare_app.domain.partial_date import PartialDate
from welfare_app.presenters.times import day_and_hour
from welfare_app.services.look_at_evidence import goes_by_another_name

TYPES = {
    "application/pdf": "PDF",
    "application/msword": "Word (doc)",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word (docx)",
    "image/jpeg": "JPEG photo",
    "image/png": "PNG picture",
    "image/heic": "HEIC photo",
}

TRACES = {
    Trace.PLACE: "Where it was taken",
    Trace.AUTHOR: "Who made it",
    Trace.TAKEN: "When it was made",
    Trace.CAMERA: "Camera or telephone",
    Trace.PROGRAM: "Program",
    Trace.REMARK: "Words inside it",
}

DEEDS = {
    Deed.TAKEN: "Handed over to us",
    Deed.COPIED: "Copied",
    Deed.SHOWN: "Shown to someone",
    Deed.EXPORTED: "Given out",
    Deed.SAVED: "A copy was saved outside the vault",
    Deed.SEALED: "Sealed into a pack",
}

PARTIES = {
    Deed.TAKEN: "From whom?",
    Deed.COPIED: "For whom?",
    Deed.SHOWN: "To whom?",
    Deed.EXPORTED: "To whom?",
}

_TELLS = (
    "Anyone who is given the file can read this too. The original is never altered: if it could "
    "put someone in danger, talk to your lead before it is sealed."
)


def type_words(media_type: str) -> str:
    """A type of file as people call it."""
    return TYPES.get(media_type, "Of no kind we know")


def size_of_pack(files: Sequence[Evidence]) -> str:
    """What stands against sending all these; blank where nothing does."""
    if len(files) <= MOST_FILES:
        return ""
    return (
        f"There are {len(files)} files, and the Home Office form takes {MOST_FILES}. "
        "Send the ones that matter most, and say that there are more."
    )


def form_warnings(file: Evidence) -> tuple[str, ...]:
    """What the form would not take."""
    found = []
    if file.size > LARGEST_FILE:
        found.append("The Home Office form takes files under 25 MB: this one is larger.")
    if file.media_type not in FILE_TYPES:
        found.append("The Home Office form does not take files of this type.")
    return tuple(found)


def seen_warnings(file: Evidence, seen: Seen) -> tuple[tuple[str, str], ...]:
    """What to look out for, each as a title and a sentence."""
    found = [(one, "It is kept as it came.") for one in form_warnings(file)]
    if seen.media_type and goes_by_another_name(file, seen):
        told, promised = type_words(seen.media_type), type_words(file.media_type)
        found.append(
            (
                f"Inside, this is another kind of file: {told}",
                f"Its name says {promised}. The form may not open it.",
            )
        )
    if any(one.trace in POINTING for one in seen.told):
        found.append(
            (
                "It tells more than it shows",
                _TELLS,
            )
        )
    return tuple(found)


def link_words(link: Handling, names: Mapping[StaffId, str], now: datetime) -> tuple[str, str, str]:
    """A link of the chain: what, by and with whom, and who wrote it down."""
    with_whom = {Deed.TAKEN: "from {}", Deed.COPIED: "for {}"}.get(link.deed, "to {}")
    known = PartialDate.read(link.day)
    parts = [
        with_whom.format(link.who) if link.who else "",
        f"by {link.done_by}" if link.done_by else "",
        known.said() if known else link.day,
    ]
    said = ", ".join(part for part in parts if part)
    said = said[:1].upper() + said[1:]
    told = f"{said}. {link.how}" if link.how and said else said or link.how
    who = names.get(link.by, "someone")
    return DEEDS[link.deed], told, f"Written down {day_and_hour(link.at, now)} by {who}"


def dated_words(dated: str) -> str:
    """The day a file is from, as it is remembered."""
    known = PartialDate.read(dated)
    return known.said() if known else dated
