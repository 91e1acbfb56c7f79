"""Pages are opened in the same shell, and dressed the same way, as the kit's own tests."""

from tests.ui.kit.conftest import kit, large, on_screen, opened, source

__all__ = ["kit", "large", "on_screen", "opened", "source"]
