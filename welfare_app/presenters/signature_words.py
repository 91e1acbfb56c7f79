"""What a second signature and a provider's certificate say, in words."""

from datetime import datetime

from welfare_app.domain.partial_date import PartialDate
from welfare_app.domain.second_signature import Ruling, SecondSignature, SignerFacts
from welfare_app.presenters.times import full_date, full_day_and_hour
from welfare_app.services.definitions import Definitions

UNNAMED = "someone it does not name"
TRUSTED = "under the certificate you gave"
FOR_YOU = "whether to trust it is for you to say"
NOT_OPENED = "It says nothing of what is inside, which was not opened"
QUALIFIED = "It says of itself that it is a qualified certificate"
NOT_QUALIFIED = "It does not say that it is a qualified certificate"
CHECKED = "Checked {}"
KNOWN = "From general knowledge, {}; not read in its source"
"""What a line of law rests on, and when: read where it stands, or not."""


def signature_said(definitions: Definitions, found: SecondSignature | str, *, opened: bool) -> str:
    """A sentence about the second signature beside a pack, which may not have been `opened`."""
    if isinstance(found, str):
        return definitions.message(found).happened
    whose = f"{found.signer.holder or UNNAMED}, whose certificate is from "
    whose += found.signer.issuer or UNNAMED
    rests = TRUSTED if found.trusted else FOR_YOU
    at = full_day_and_hour(found.at)
    said = f"Also signed by {whose} ({rests}), on {at} by the signing laptop’s clock."
    return said if opened else f"{said} {NOT_OPENED}."


def signature_fact(
    definitions: Definitions, found: SecondSignature | str | None, *, opened: bool
) -> tuple[tuple[str, str, str], ...]:
    """The same as a fact in a list: a label, a value, and what it rests on."""
    if found is None:
        return ()
    if isinstance(found, str):
        return (("Second signature", definitions.message(found).happened, "The seal stands alone"),)
    signer = found.signer
    names = f"{signer.holder or UNNAMED}, certificate from {signer.issuer or UNNAMED}"
    at = full_day_and_hour(found.at)
    note = f"On {at}, it says. {FOR_YOU.capitalize()}"
    return (("Also signed by", names, note if opened else f"{note}. {NOT_OPENED}"),)


def certificate_facts(signer: SignerFacts, now: datetime) -> tuple[tuple[str, str, str], ...]:
    """Whose a provider's certificate is, by whom, until when, and what it says of itself."""
    verb = "Ended on" if signer.ended(now) else "Good until"
    since = f"Good from {full_date(signer.since)}"
    says = QUALIFIED if signer.says_qualified else NOT_QUALIFIED
    return (
        ("Made out to", signer.holder or UNNAMED, ""),
        ("By", signer.issuer or UNNAMED, says),
        (verb, full_date(signer.until), since),
    )


def law_said(rulings: tuple[Ruling, ...]) -> tuple[tuple[str, str], ...]:
    """Each line of law with what it rests on and when that was looked at."""
    return tuple((one.said, _rests(one)) for one in rulings)


def _rests(one: Ruling) -> str:
    checked = PartialDate.read(one.checked)
    when = checked.said() if checked else one.checked
    return f"{one.source}. {(CHECKED if one.read else KNOWN).format(when)}"
