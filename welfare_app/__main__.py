"""Starts the window, or a command."""

import sys


def main() -> int:
    """Run the program with the words it was called with."""
    from welfare_app.app.main import run  # noqa: PLC0415 - a command must not wait for the window

    return run(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
