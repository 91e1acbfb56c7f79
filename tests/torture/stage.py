"""Does one deed until it is killed. Run as a module, it is forked for each DEED FOLDER."""

from importlib import import_module
from pathlib import Path

from tests.torture.table import laid
from tests.warm import serve


def play(deed: str, folder: str) -> None:
    """Do it, and write a line for everything that has been kept."""
    doing = import_module(f"tests.torture.deeds.{deed}").do
    doing(Path(folder), lambda line: print(line, flush=True))  # noqa: T201


if __name__ == "__main__":
    laid()
    serve(play)
