"""The page that a receiver opens in any browser: what it says is what this program says."""

import json
import re

from welfare_app.domain.seal import Verdict
from welfare_app.presenters.check_words import FACTS, NOT_PROVED, SENDER, SENTENCES, TITLES, TO_DO
from welfare_app.services.definitions import Definitions

PEM = re.compile(rb"-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----")
"""And nothing else that a file may hold beside it, such as a key."""
CODE = re.compile(r'"(seal\.[a-z-]+)"')


def receivers_page(definitions: Definitions, root: bytes = b"") -> bytes:
    """The whole page, as it is saved. It looks for this root (PEM), or asks for one without it."""
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
        "not_proved": NOT_PROVED,
    }
    # Within a script only this one character could begin anything else.
    said = json.dumps(words, ensure_ascii=False).replace("<", "\\u003c")
    certificate = PEM.search(root)
    pem = certificate.group().decode() if certificate else ""
    return page.replace("<!--words-->", said).replace("<!--root-->", pem).encode()
