"""Decides whether a person wants a window or a command."""

from collections.abc import Sequence

from welfare_app.app.hardening import harden


def run(arguments: Sequence[str]) -> int:
    """Run one command, or open the window where none is named."""
    harden()
    if arguments:
        from welfare_app.app.toolbox import toolbox  # noqa: PLC0415
        from welfare_app.cli import commands  # noqa: PLC0415

        return commands.run(arguments, toolbox)
    from welfare_app.app.opening import open_window  # noqa: PLC0415 - a command needs no Qt

    return open_window()
