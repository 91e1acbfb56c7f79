"""Reads the sample case. It is played through the real services, so a mistake in it shows."""

import json
from pathlib import Path
from typing import Any

from welfare_app.domain.errors import BadContent
from welfare_app.services.tools import Sample


def sample(root: Path) -> Sample:
    """The sample case under resources/."""
    folder = root / "sample"
    pack, talk = _read(folder, "pack.json"), _read(folder, "interview.json")
    try:
        evidence = pack["evidence"]
        return Sample(
            talk["answers"],
            tuple(talk["notes"]),
            talk["disclosure"],
            tuple(_read(folder, "signs.json")["signs"]),
            pack["answers"],
            tuple(pack["calls"]),
            tuple(pack["stages"]),
            {id: raw for id, raw in _read(folder, "referral.json")["data"].items() if raw},
            folder / evidence["file"],
            evidence["description"],
            evidence["dated"],
        )
    except (KeyError, TypeError) as error:
        raise BadContent("content.missing-key", file="sample", key=str(error)) from error


def _read(folder: Path, name: str) -> dict[str, Any]:
    try:
        found = json.loads((folder / name).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise BadContent("content.unreadable", file=f"sample/{name}", key="") from error
    if not isinstance(found, dict):
        raise BadContent("content.wrong-type", file=f"sample/{name}", key="")
    return found
