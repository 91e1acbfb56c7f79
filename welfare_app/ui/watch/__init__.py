"""Hears from this computer that nobody is at it any more. Each system has a module of its own."""

from welfare_app.ui.watch.watch import Watch

__all__ = ["Watch"]
