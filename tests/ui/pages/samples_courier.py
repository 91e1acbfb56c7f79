"""What the page about colleagues shows. All invented."""

from dataclasses import replace

from welfare_app.presenters.courier import ColleagueLine, CourierScreen, IncomingCard
from welfare_app.presenters.courier_words import ContestedCard, StandingLine
from welfare_app.presenters.telling import Trouble

BEN = ColleagueLine(
    "ben",
    "Ben Example",
    "Site laptop 9, Orchard Example Labour Ltd",
    "40712 99301 55820 17364 20958 66141",
    "Compared by Rosa Example, 12 May",
    trusted=True,
)
IDA = ColleagueLine(
    "ida",
    "Ida Example",
    "Head office laptop, Orchard Example Labour Ltd",
    "11873 40092 71655 38201 94417 50326",
    "Not compared yet",
    trusted=False,
)
EMPTY = CourierScreen(("Rosa Example, Site laptop 3", "68210 35577 90143 22806 71949 03368"))
KNOWN = replace(
    EMPTY,
    colleagues=(BEN, IDA),
    cases=(("pack-1", "P-0001, from talk W-0001"), ("talk-2", "W-0002, begun 12 May")),
)
CAME = replace(
    KNOWN,
    incoming=IncomingCard(
        "Case P-0001",
        "From Ben Example, Site laptop 9, Orchard Example Labour Ltd",
        (
            ("New here", "2 lines of a talk, 1 file", "With who wrote it, and when"),
            (
                "Goes on from what you have",
                "1 incident pack",
                "Yours stays readable in the history",
            ),
            (
                "Written on both laptops",
                "1 talk",
                "Both are kept. You choose which one stands, once it is taken in",
            ),
            ("The same here", "31 lines of a talk, 4 signs", "Left as it is"),
        ),
        "Take it in",
    ),
)
TWICE = replace(
    KNOWN,
    contested=(
        ContestedCard(
            "P-0001",
            "What was noticed?",
            (
                StandingLine(
                    "The driver keeps all the cards in his glove box.",
                    "Rosa Example, 10:40 today, on site-laptop-3",
                    shown=True,
                ),
                StandingLine(
                    "The driver hands out the cards at the gate and takes them back at night.",
                    "Ben Example, 09:15 yesterday, on site-laptop-9",
                    shown=False,
                ),
            ),
            both=False,
        ),
        ContestedCard(
            "W-0001",
            "An addition to the record",
            (
                StandingLine("He rang again.", "Rosa Example, 11:02 today, on site-laptop-3", True),
                StandingLine(
                    "She saw him in town.", "Ben Example, 16:30 yesterday, on site-laptop-9", False
                ),
            ),
            both=True,
        ),
    ),
)
REFUSED = replace(
    KNOWN,
    trouble=Trouble(
        "This file says it is from a colleague, but they did not sign it.",
        "Nothing was taken in, and your records are as they were.",
        "Stop and keep the file. Call your colleague on a number you already had.",
        grave=True,
    ),
)
