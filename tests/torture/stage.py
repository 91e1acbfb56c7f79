"""Does one deed until it is killed: `python -m tests.torture.stage DEED FOLDER`."""

import sys
from importlib import import_module
from pathlib import Path


def play(deed: str, folder: Path) -> None:
    """Do it, and write a line for everything that has been kept."""
    import_module(f"tests.torture.deeds.{deed}").do(folder, lambda line: print(line, flush=True))  # noqa: T201


if __name__ == "__main__":
    play(sys.argv[1], Path(sys.argv[2]))
