"""The ways something can go wrong, and what each asks of us.

An answer that breaks a rule of the form is not an error: it is a `Problem`, a value
shown beside the field (see `domain.form`).
"""


class WelfareAppError(Exception):
    """Base of every error raised on purpose.

    `code` names the words to show, kept in resources/messages. `facts` fills their
    blanks and must never hold personal data, because errors reach the log.
    """

    def __init__(self, code: str, **facts: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class Refused(WelfareAppError):
    """A rule of the work says no, such as sealing without recorded consent."""


class Unavailable(WelfareAppError):
    """The machine says no: full disk, locked file, wrong passphrase. Trying again may help."""


class Tampered(WelfareAppError):
    """Something stored is not as we left it. Stop, keep the evidence, ask for help."""


class BadContent(WelfareAppError):
    """A file in resources/ is wrong. Only a developer or editor can put it right."""
