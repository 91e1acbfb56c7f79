"""The card that tells others, once and by hand, how to know that a pack is ours."""

from datetime import datetime

from welfare_app.domain.document import (
    Blank,
    Bullets,
    Document,
    Heading,
    Line,
    Notice,
    Paragraph,
)
from welfare_app.domain.partial_date import MONTHS
from welfare_app.domain.standing import CertificateFacts, spoken_groups

_IN_A_ROW = 4


def root_card(root: CertificateFacts, at: datetime, *, follows: bool = False) -> Document:
    """One page: whose root it is, its fingerprint to read out, and how to check it.

    `follows` is whether the root before it signed it.
    """
    groups = spoken_groups(root.fingerprint)
    rows = (groups[start : start + _IN_A_ROW] for start in range(0, len(groups), _IN_A_ROW))
    return Document(
        Line("How to know that a sealed pack is ours"),
        "Fingerprint card",
        "Not secret. Keep it where sealed packs are opened",
        (
            Paragraph(Line(f"{root.name}. Printed on {_day(at)}."), lead=True),
            Notice(
                Line("The fingerprint of our root certificate"),
                tuple(Line("   ".join(row)) for row in rows),
            ),
            Paragraph(Line(f"In use since {_day(root.since)}, good until {_day(root.until)}.")),
            Heading(2, Line("Check it once, by telephone")),
            Bullets(
                (
                    Line("Call us on a number you already had, or the one written below by hand."),
                    Line(
                        "Have us read the fingerprint out, a row at a time: "
                        "A to F are letters, 0 is nought. Follow on this card."
                    ),
                    Line(
                        "Compare it with the certificate (.crt) that came with this card: "
                        "openssl x509 -in FILE -noout -fingerprint -sha256"
                    ),
                )
            ),
            Heading(2, Line("When a pack comes")),
            Bullets(
                (
                    Line("Check it with the page we gave you, or as written in our guide."),
                    Line(
                        "If a laptop of ours is lost we give you a list (.crl). "
                        "Use it at every check from then on."
                    ),
                )
            ),
            Heading(2, Line("If our root ever changes")),
            _about_next(follows=follows),
            Blank(Line("Number to call, and handed over by whom and when"), lines=1),
        ),
    )


def _about_next(*, follows: bool) -> Bullets:
    told = (
        Line(
            "We hand you the new root with a second file, signed by the one you hold. Check: "
            "openssl verify -CAfile OLD.crt NEW-vouched.crt"
        ),
        Line("Call us and compare the new fingerprint all the same. Keep the old root too."),
        Line("Without such a file the old root was lost: believe the new one by telephone only."),
    )
    if follows:
        return Bullets((Line("This root follows an earlier one, which signed it."), *told))
    return Bullets(told)


def _day(at: datetime) -> str:
    local = at.astimezone()
    return f"{local.day} {MONTHS[local.month - 1]} {local.year}"
