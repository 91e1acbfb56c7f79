"""A program someone copies from, told by its input what to do: `python -m tests.ui.copier [ours]`.

"copy WORDS" types and copies them, "copy-area WORDS" out of a longer box, "select WORDS" only
selects them, "lock" takes off what is ours; "clipboard", "selection" and "formats" are answered
in one line.
"""

import json
import sys

from PySide6.QtCore import QSocketNotifier
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from welfare_app.ui.own_copies import OwnCopies


def main():
    app = QApplication([])
    line, area = QLineEdit(), QPlainTextEdit()
    line.show()
    copies = OwnCopies(app) if "ours" in sys.argv else None
    board = QGuiApplication.clipboard()

    def obey():
        order, _, words = sys.stdin.readline().strip().partition(" ")
        answer = None
        match order:
            case "copy" | "select":
                line.setText(words)
                line.selectAll()
                if order == "copy":
                    line.copy()
                elif board.supportsSelection():
                    # what Qt does of itself once the mouse or a key has selected
                    board.setText(words, QClipboard.Mode.Selection)
            case "copy-area":
                area.setPlainText(words)
                area.selectAll()
                area.copy()
            case "lock":
                copies.take_off()
            case "clipboard":
                answer = board.text()
            case "selection":
                answer = board.text(QClipboard.Mode.Selection)
            case "formats":
                answer = board.mimeData().formats()
            case _:
                app.quit()
                return
        app.processEvents()
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()

    heard = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, app)
    heard.activated.connect(obey)
    app.exec()


if __name__ == "__main__":
    main()
