"""The page and the type: every size, colour and space in one place, in points."""

from dataclasses import dataclass

from welfare_app.pdf.faces import Voice

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89  # A4
MARGIN = 62.0
TOP, BOTTOM = 76.0, 72.0  # where content starts and ends; head and foot stand outside
WIDTH = PAGE_WIDTH - 2 * MARGIN
ROOM = PAGE_HEIGHT - TOP - BOTTOM
MEASURE = 404.0  # running text is held to about 80 characters a line
HEAD_LINE, FOOT_LINE = PAGE_HEIGHT - 40, 46.0  # tops of what stands at head and foot

BLACK, QUIET, HAIR = 0.0, 0.34, 0.68  # grey levels; quiet text keeps 7:1 on white
RULED = 0.5  # lines to write on: seen on a poor printer, and not louder than a pen
HAIR_RULE, FIRM_RULE, BAR = 0.45, 1.0, 1.3

LABEL_WIDTH, GUTTER = 148.0, 18.0
INDENT = 15.0  # of a bullet, and of quoted words from their bar
ROW_PADDING = 6.0
BOX_PADDING = 13.0
KEEP_WHOLE = 170.0  # a row no taller than this is never broken over a page


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set. `before` and `after` are the space it asks for around itself."""

    size: float
    leading: float
    voice: Voice = Voice.PLAIN
    grey: float = BLACK
    before: float = 0
    after: float = 0


TITLE = Style(24, 29, Voice.BOLD, after=8)
LEAD = Style(13, 19, after=14)
HEADINGS = {
    2: Style(16, 21, Voice.BOLD, before=26, after=7),
    3: Style(12.5, 17, Voice.BOLD, before=18, after=5),
    4: Style(10.75, 16, Voice.BOLD, before=13, after=3),
}
BODY = Style(10.75, 16, after=8)
NOTE = Style(9, 13, grey=QUIET, after=6)
SPOKEN = Style(11.5, 17.5, Voice.SPOKEN)
SAID_BY = Style(9, 13, grey=QUIET, before=3)
ITEM = Style(10.75, 16, after=3)
LABEL = Style(10, 16, grey=QUIET)
VALUE = Style(10.75, 16)
SPOKEN_VALUE = Style(11, 16.5, Voice.SPOKEN)
ROW_NOTE = Style(7.75, 11, grey=QUIET, before=1)
REMINDER = Style(8.5, 16, grey=QUIET)
CELL_HEAD = Style(9, 13, Voice.BOLD)
CELL = Style(9.5, 14)
NOTICE_TITLE = Style(11.5, 16.5, Voice.BOLD, after=3)
NOTICE = Style(10.75, 16, after=2)
CAPTION = Style(9, 13, grey=QUIET, before=5, after=14)
MARKING = Style(8.5, 11, Voice.BOLD)
RUNNING = Style(8.5, 11, grey=QUIET)
