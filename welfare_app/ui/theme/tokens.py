"""Reads the design tokens, the one place that names a colour, a size or a font."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, TypeAlias, cast, get_args

from welfare_app.domain.errors import BadContent

Scheme: TypeAlias = Literal["light", "dark", "contrast_light", "contrast_dark"]
SCHEMES: tuple[Scheme, ...] = get_args(Scheme)
VERSION = 1

COLOURS = frozenset(
    [
        "paper",
        "sunk",
        "surface",
        "raised",
        "ink",
        "quiet",
        "hair",
        "control",
        "accent",
        "accent_hover",
        "accent_press",
        "on_accent",
        "accent_tint",
        "attention",
        "attention_tint",
        "danger",
        "danger_hover",
        "on_danger",
        "danger_tint",
        "disabled_ink",
        "disabled_ground",
        "selection",
        "focus",
        "shade",
    ]
)
ROLES = frozenset(
    [
        "display",
        "title",
        "question",
        "heading",
        "large_title",
        "large",
        "lead",
        "body",
        "strong",
        "small",
        "small_strong",
        "caption",
        "caption_strong",
        "words",
        "words_small",
        "spoken",
    ]
)
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}([0-9A-Fa-f]{2})?")


@dataclass(frozen=True, slots=True)
class TypeRole:
    """One way of setting text: size in pixels, weight, and line height in times the size."""

    size: int
    weight: int
    leading: float


@dataclass(frozen=True, slots=True)
class LegalPair:
    """A colour that may stand on another, and the least contrast it must keep."""

    foreground: str
    ground: str
    ratio: float


@dataclass(frozen=True, slots=True)
class Families:
    """Font families in the order they are tried."""

    ui: tuple[str, ...]
    words: tuple[str, ...]
    figures: str


@dataclass(frozen=True, slots=True)
class Spaces:
    """The eight gaps, in pixels at normal text."""

    s1: int
    s2: int
    s3: int
    s4: int
    s5: int
    s6: int
    s7: int
    s8: int


@dataclass(frozen=True, slots=True)
class Radii:
    """Rounding of corners, in pixels."""

    chip: int
    control: int
    card: int
    dialog: int


@dataclass(frozen=True, slots=True)
class Sizes:
    """Heights and widths, in pixels at normal text."""

    control: int
    control_compact: int
    control_large: int
    icon: int
    icon_small: int
    icon_large: int
    stroke: float
    topbar: int
    rail: int
    side: int
    measure: int
    row: int
    target_gap: int


@dataclass(frozen=True, slots=True)
class FocusLook:
    """The ring that follows the keyboard."""

    width: int
    gap: int
    radius_add: int


@dataclass(frozen=True, slots=True)
class Motion:
    """What little time there is: nothing moves, but some things wait."""

    fade_ms: int
    busy_after_ms: int
    toast_ms: int
    caret_blink_ms: int


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where the shell folds, in em of body text."""

    three_columns: float
    two_columns: float


@dataclass(frozen=True, slots=True)
class Tokens:
    """Everything the look is made of."""

    colours: Mapping[Scheme, Mapping[str, str]]
    legal: tuple[LegalPair, ...]
    families: Families
    roles: Mapping[str, TypeRole]
    space: Spaces
    radius: Radii
    size: Sizes
    focus: FocusLook
    motion: Motion
    layout: Thresholds


class _Table:
    """One table of the file, from which every key must be taken exactly once."""

    def __init__(self, name: str, raw: Mapping[str, Any], path: Path) -> None:
        self._name, self._raw, self._path = name, raw, path

    def into(self, kind: type, **ready: Any) -> Any:
        """Make the dataclass, refusing a key too many, a key too few or a wrong kind of number."""
        wanted = {field.name: field.type for field in fields(kind)}
        values = {**self._raw, **ready}
        self._same_keys(frozenset(wanted), frozenset(values))
        for key, value in values.items():
            if wanted[key] in (int, float) and type(value) not in {wanted[key], int}:
                raise self.bad(key)
        return kind(**values)

    def _same_keys(self, wanted: frozenset[str], found: frozenset[str]) -> None:
        for key in sorted(wanted ^ found):
            raise self.bad(key)

    def colours(self) -> Mapping[str, str]:
        """Every colour of a scheme, checked."""
        self._same_keys(COLOURS, frozenset(self._raw))
        for key, value in self._raw.items():
            if not isinstance(value, str) or not _COLOUR.fullmatch(value):
                raise self.bad(key)
        return MappingProxyType(dict(self._raw))

    def roles(self) -> Mapping[str, TypeRole]:
        """Every type role, checked."""
        self._same_keys(ROLES, frozenset(self._raw))
        made = {}
        for key, value in self._raw.items():
            match value:
                case [int() as size, int() as weight, int() | float() as leading]:
                    made[key] = TypeRole(size, weight, leading)
                case _:
                    raise self.bad(key)
        return MappingProxyType(made)

    def pairs(self) -> tuple[LegalPair, ...]:
        """The pairs whose contrast is promised."""
        made = []
        for value in self._raw["pairs"]:
            match value:
                case [str() as front, str() as ground, int() | float() as ratio] if {
                    front,
                    ground,
                } <= COLOURS:
                    made.append(LegalPair(front, ground, ratio))
                case _:
                    raise self.bad("pairs")
        return tuple(made)

    def families(self) -> Families:
        """The font families."""
        raw = {key: value for key, value in self._raw.items() if key != "files"}
        listed = {key: tuple(raw[key]) for key in ("ui", "words") if isinstance(raw.get(key), list)}
        return cast("Families", _Table(self._name, raw, self._path).into(Families, **listed))

    def bad(self, key: str) -> BadContent:
        """A fault in this table."""
        return BadContent("look.bad-tokens", file=self._path.name, key=f"{self._name}.{key}")


def load(path: Path) -> Tokens:
    """Read a tokens file, refusing anything unknown, missing or of the wrong kind."""
    try:
        raw = tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise BadContent("look.bad-tokens", file=path.name, key="") from error
    names = {
        *SCHEMES,
        *["meta", "legal", "fonts", "type", "space", "radius", "size", "focus", "motion", "layout"],
    }
    for name in sorted(names ^ set(raw)):
        raise BadContent("look.bad-tokens", file=path.name, key=name)
    if raw["meta"] != {"version": VERSION, "schemes": list(SCHEMES)}:
        raise BadContent("look.bad-tokens", file=path.name, key="meta")
    table = {name: _Table(name, raw[name], path) for name in names}
    return Tokens(
        colours=MappingProxyType({scheme: table[scheme].colours() for scheme in SCHEMES}),
        legal=table["legal"].pairs(),
        families=table["fonts"].families(),
        roles=table["type"].roles(),
        space=table["space"].into(Spaces),
        radius=table["radius"].into(Radii),
        size=table["size"].into(Sizes),
        focus=table["focus"].into(FocusLook),
        motion=table["motion"].into(Motion),
        layout=table["layout"].into(Thresholds),
    )
