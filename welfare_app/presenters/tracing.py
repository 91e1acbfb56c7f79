"""What in a referral could say who the person is, for someone to take out or to confirm."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from welfare_app.domain.anonymity import Trace
from welfare_app.domain.text_rules import visible

KINDS = {
    "name": "Their name",
    "birth-date": "Their date of birth",
    "phone": "A telephone number",
    "email": "An e-mail address",
    "address": "Their address",
    "postcode": "A postcode",
}


@dataclass(frozen=True, slots=True)
class TraceLine:
    """One place: what kind of thing it is, where it stands, and the words around it.

    `key` tells it from the others, and `page` is where it can be taken out.
    """

    key: str
    page: str
    kind: str
    where: str
    found: str = field(repr=False)
    excerpt: str = field(repr=False)


def trace_lines(
    traces: Iterable[Trace], label: Callable[[str], str], page_of: Callable[[str], str]
) -> tuple[TraceLine, ...]:
    """Each place once: what is written twice in one answer is confirmed in one word."""
    once: dict[str, Trace] = {}
    for trace in traces:
        once.setdefault(trace.digest, trace)
    return tuple(
        TraceLine(
            key,
            page_of(one.field),
            KINDS[one.kind],
            label(one.field),
            visible(" ".join(one.found.split())),
            visible(one.excerpt),
        )
        for key, one in once.items()
    )
