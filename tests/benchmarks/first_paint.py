"""Prints the seconds from a moment (given as Unix time) to the first painted window.

`python -m tests.benchmarks.first_paint MOMENT bare` paints a bare PySide6 window, `ours FOLDER`
the locked screen of the vault in a folder.
"""

import sys
import time


def bare() -> None:
    from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

    class Bare(QWidget):
        def paintEvent(self, event):  # noqa: N802
            super().paintEvent(event)
            painted()

    app = QApplication([])
    window = Bare()
    box = QVBoxLayout(window)
    for part in (QLabel("Who are you?"), QLineEdit(), QPushButton("Unlock")):
        box.addWidget(part)
    window.resize(1280, 800)
    window.show()
    app.exec()


def ours(folder: str) -> None:
    from pathlib import Path

    from PySide6.QtCore import QEvent, QObject

    from welfare_app.app import opening

    class Watch(QObject):
        def eventFilter(self, watched, event):  # noqa: N802
            if event.type() == QEvent.Type.Paint:
                painted()
            return False

    def built(window):
        window.watch = Watch()
        window.page.installEventFilter(window.watch)

    opening.open_window(Path(folder), built)


def painted() -> None:
    import os

    print(f"{time.time() - float(sys.argv[1]):.4f}", flush=True)
    os._exit(0)


if __name__ == "__main__":
    bare() if sys.argv[2] == "bare" else ours(sys.argv[3])
