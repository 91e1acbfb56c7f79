"""The page that a receiver opens in any browser: what it says is what this program says."""

import json
import re

from welfare_app.domain.seal import Verdict
from welfare_app.presenters.check_words import (
    COMPARE,
    FACTS,
    INSTEAD,
    NOT_PROVED,
    SENDER,
    SENTENCES,
    TITLES,
    TO_DO,
)
from welfare_app.services.definitions import Definitions

PEM = re.compile(rb"-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----")
"""And nothing else that a file may hold beside it, such as a key."""
LIST = re.compile(rb"-----BEGIN X509 CRL-----[A-Za-z0-9+/=\s]+-----END X509 CRL-----")
CODE = re.compile(r'"(seal\.[a-z-]+)"')


def receivers_page(definitions: Definitions, root: bytes = b"", revoked: bytes = b"") -> bytes:
    """The whole page, as it is saved. It looks for this root (PEM), or asks for one without it.

    `revoked` is the root's list of what is no longer trusted (PEM), which the page then knows.
    """
    page = definitions.checking_page()
    words = {
        "sender": SENDER,
        "verdicts": {
            verdict: {
                "title": TITLES[verdict],
                "sentence": SENTENCES[verdict],
                "to_do": TO_DO.get(verdict, ()),
            }
            for verdict in Verdict
        },
        "findings": {code: definitions.finding(code) for code in sorted(set(CODE.findall(page)))},
        "facts": FACTS,
        "beside": COMPARE,
        "not_proved": NOT_PROVED,
        "instead": INSTEAD,
    }
    # Within a script only this one character could begin anything else.
    said = json.dumps(words, ensure_ascii=False).replace("<", "\\u003c")
    page = page.replace("<!--words-->", said)
    page = page.replace("<!--root-->", _found(PEM, root)).replace(
        "<!--list-->", _found(LIST, revoked)
    )
    return page.encode()


def _found(kind: re.Pattern[bytes], given: bytes) -> str:
    """The first of its kind in a file, and nothing that stands beside it."""
    found = kind.search(given)
    return found.group().decode() if found else ""
