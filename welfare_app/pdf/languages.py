"""What a language tag tells about writing: its scripts and its direction.

The script alone cannot tell Urdu, Farsi and Arabic apart, so every text brings its tag; but a
stretch in a script its language never uses (a Latin name in an Arabic answer) is in another.
"""

from welfare_app.pdf.faces import NEUTRAL

LATIN = frozenset(("Latn",))
ARABIC = frozenset(("Arab",))
CYRILLIC = frozenset(("Cyrl",))
SCRIPTS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("ar", "fa", "ur", "ps", "ckb", "sd", "ug", "prs", "pnb"), ARABIC),
    **dict.fromkeys(("ru", "uk", "bg", "be", "mk", "kk", "ky", "tg", "mn"), CYRILLIC),
    **dict.fromkeys(("sr", "uz", "az"), CYRILLIC | LATIN),
    **dict.fromkeys(("hi", "ne", "mr"), frozenset(("Deva",))),
    **dict.fromkeys(("bn", "as"), frozenset(("Beng",))),
    **dict.fromkeys(("am", "ti"), frozenset(("Ethi",))),
    **dict.fromkeys(("he", "yi"), frozenset(("Hebr",))),
    "pa": frozenset(("Guru", "Arab")),
    "ku": ARABIC | LATIN,
    "ta": frozenset(("Taml",)),
    "te": frozenset(("Telu",)),
    "ml": frozenset(("Mlym",)),
    "gu": frozenset(("Gujr",)),
    "si": frozenset(("Sinh",)),
    "th": frozenset(("Thai",)),
    "ka": frozenset(("Geor",)),
    "hy": frozenset(("Armn",)),
    "el": frozenset(("Grek",)),
    "zh": frozenset(("Hani", "Bopo")),
    "ja": frozenset(("Hani", "Hira", "Kana")),
    "ko": frozenset(("Hang", "Hani")),
}
LIKELIEST = {  # a language to name for a script that the text's own language does not use
    "Latn": "en",
    "Arab": "ar",
    "Cyrl": "ru",
    "Deva": "hi",
    "Guru": "pa",
    "Beng": "bn",
    "Taml": "ta",
    "Telu": "te",
    "Mlym": "ml",
    "Gujr": "gu",
    "Sinh": "si",
    "Ethi": "am",
    "Hebr": "he",
    "Thai": "th",
    "Geor": "ka",
    "Armn": "hy",
    "Grek": "el",
    "Hani": "zh",
    "Hira": "ja",
    "Kana": "ja",
    "Hang": "ko",
}
RIGHT_TO_LEFT = frozenset(("Arab", "Hebr"))


def scripts(language: str) -> frozenset[str]:
    """The scripts a language is written in."""
    return SCRIPTS.get(language.split("-", maxsplit=1)[0].lower(), LATIN)


def written_right_to_left(language: str) -> bool:
    """Whether lines in this language start at the right."""
    return scripts(language) <= RIGHT_TO_LEFT


def language_of(script: str, language: str, before: str) -> str:
    """The language of a stretch in `script`, inside a text in `language`, after one in `before`."""
    if script in NEUTRAL:
        return before
    return language if script in scripts(language) else LIKELIEST.get(script, language)
