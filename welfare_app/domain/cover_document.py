"""The first page of a pack: how to keep the person safe, whose it is, and what is inside."""

from collections.abc import Iterator

from welfare_app.domain.document import Block, Fact, Facts, Line, Notice, Paragraph
from welfare_app.domain.leaving_out import Part
from welfare_app.domain.people import Role, Staff
from welfare_app.domain.recordings import LOCKED, counted
from welfare_app.domain.referral import ANONYMOUS
from welfare_app.domain.standing import spoken_groups
from welfare_app.domain.story import LABOUR, Story, notifies
from welfare_app.domain.talk_document import moment

BEGINNING = 3
"""Groups of a fingerprint that are enough to know one certificate from another by."""

NAMED = 3
"""The most files that are named on the first page."""


def cover_blocks(story: Story) -> Iterator[Block]:
    """Safety first, and then what a caseworker asks of a file that reaches them."""
    yield Notice(Line("Keep this person safe"), tuple(map(Line, _safe_words(story))))
    handing, organisation = story.handing, story.organisation
    preparer = next((one for one in story.staff if one.id == story.referral.by), None)
    yield Facts(
        (
            _fact("Case", f"{story.pack.number}, sealed {moment(story.at)} by our laptop’s clock"),
            _fact(
                "For",
                handing.recipient,
                handing.organisation,
                note="If that is not you, read no further and call us",
            ),
            _fact("Why", handing.purpose),
            _attached(story),
            *_beside(story),
            _fact(
                "Prepared by",
                ", ".join(filter(None, (_titled(preparer), organisation.name))),
                "; ".join(_ways(preparer)),
            ),
            *_second_contact(story, preparer),
            *_left_out(story),
            *_fingerprint(story),
        )
    )


def _fact(label: str, *values: str, note: str = "") -> Fact:
    lines = tuple(Line(value) for value in values if value)
    return Fact(Line(label), lines or (Line("Not given"),), Line(note) if note else None)


def _titled(staff: Staff | None) -> str:
    return f"{staff.name}, {staff.role}" if staff else ""


def _left_out(story: Story) -> Iterator[Fact]:
    if said := story.handing.left_out.said:
        yield _fact("Left out", said)


def _given_on(story: Story) -> Iterator[Fact]:
    if story.basis:
        yield _fact("Lawful basis", *story.basis)


def _checked(story: Story) -> Iterator[Fact]:
    """Who read it through before it was sealed; nobody is named who did not."""
    second = next((one for one in story.staff if one.id == story.checked.by), None)
    if second is not None:
        yield _fact("Read through by", _titled(second))


def _ways(staff: Staff | None) -> Iterator[str]:
    if staff and staff.phone:
        yield f"Telephone {staff.phone}"
    if staff and staff.email:
        yield f"E-mail {staff.email}"


def _second_contact(story: Story, preparer: Staff | None) -> Iterator[Fact]:
    """Whom to ask when the first cannot be reached: another lead who can be."""
    for one in story.staff:
        if one != preparer and one.role is Role.LEAD and one.welcome and one.ways:
            yield _fact("If they are away", "; ".join((one.name, *_ways(one))))
            return


def _fingerprint(story: Story) -> Iterator[Fact]:
    if not story.fingerprint:
        return
    begins = " ".join(spoken_groups(story.laptop_fingerprint)[:BEGINNING])
    yield _fact(
        "To be sure it is ours",
        "Ring us on a number you had before this file, and compare:",
        " ".join(spoken_groups(story.fingerprint)),
        f"Your PDF reader shows our laptop’s, which begins {begins}, and may say that it is not "
        "trusted: it does not know us.",
        note="The SHA-256 of our root certificate, as our check page shows it",
    )


def _attached(story: Story) -> Fact:
    """What to upload, and how to come to it: no reader says so by itself."""
    names = [one.attached for one in story.evidence]
    files = "; ".join(names) if len(names) <= NAMED else f"the {len(names)} evidence files"
    also = f" and {files}" if names else ""
    return _fact(
        "Files to save",
        f"referral.pdf (these pages, opened without the words){also}. In the sealed file, look "
        "for a paper clip or “Attachments”. Chrome has neither: use another reader, or call us. "
        "“Save as” and “Download” give you the sealed file, still locked.",
        note="To upload. The .json files are for computers",
    )


def _safe_words(story: Story) -> tuple[str, ...]:
    if story.route == ANONYMOUS:
        return (
            (
                "This person did not agree to be named. Nothing here should say who it is. "
                "Do not try to find out: ask us."
            ),
        )
    if notifies(story.route):
        return ("Use no way to reach this person but those given below. Ask us before any other.",)
    if not story.safe_contact:
        unknown = "No safe way to reach this person has been written down. Ask us before you try."
        return unknown, *story.kept_out
    since = f"Agreed on {story.agreed_on}. Ask us first whether it still holds."
    return *story.safe_contact, since, *story.kept_out


def _beside(story: Story) -> Iterator[Fact]:
    """Whoever has only this file must see that there is more."""
    if story.recordings:
        yield _fact(
            "Beside it",
            f"{counted(story.recordings)}, each in a file of its own that ends in {LOCKED}",
            note="Locked. The key is in the sealed pack",
        )


def opening_blocks(story: Story) -> Iterator[Block]:
    """What the pages after the first begin with: what they hold, and on what they are given."""
    yield Paragraph(Line(f"In these pages: {'; '.join(_inside(story))}."), quiet=True, opens=True)
    if facts := (*_given_on(story), *_checked(story)):
        yield Facts(facts)


def _inside(story: Story) -> Iterator[str]:
    if story.route == LABOUR:
        yield "what was found, and what is owed"
    else:
        yield "the referral, in the order of the Home Office form"
    if story.happenings:
        yield "what happened, in order"
    if not story.leaves_out(Part.SIGNS):
        yield f"signs noticed, and how we know: {len(story.signs)}"
    held_back = notifies(story.route) or story.route == LABOUR
    if not held_back and not story.leaves_out(Part.INTERVIEW):
        yield "the welfare interview" if story.talk else "no interview was held"
    if story.pack.calls:
        yield f"calls and advice: {len(story.pack.calls)}"
    yield "what we have done, and when"
    if not notifies(story.route) and not story.leaves_out(Part.EVIDENCE):
        yield _files(len(story.evidence))
    if story.record:
        yield "who wrote it down, and when"


def _files(count: int) -> str:
    if not count:
        return "no evidence files"
    files = "1 file" if count == 1 else f"{count} files"
    return f"evidence: {files}, with fingerprints"
