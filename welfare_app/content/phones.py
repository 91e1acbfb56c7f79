"""Judges telephone numbers by the world's numbering plans, the United Kingdom understood."""

import phonenumbers


def is_phone(number: str) -> bool:
    """Whether libphonenumber takes it for a number someone could hold (nrm-rules R41)."""
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(number, "GB"))
    except phonenumbers.NumberParseException:
        return False
