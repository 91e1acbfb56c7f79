"""Pictures made small enough to be printed by the dozen."""

import io

from PIL import Image

from welfare_app.domain.exhibit import Photograph, Picture

TRIES = (
    (1300, 800, 82),
    (1040, 640, 75),
    (820, 500, 68),
    (620, 380, 60),
    (460, 280, 50),
    (320, 200, 35),
)
"""Most pixels across and down, and the quality of the JPEG: the first that fits is taken."""


def to_print(picture: Picture, room: int) -> Photograph:
    """A picture as a JPEG of at most `room` bytes, or the smallest there is."""
    size = (picture.width, picture.height)
    image = Image.frombuffer("RGB", size, picture.pixels, "raw", "RGBX", picture.stride, 1)
    smallest = Photograph(0, 0, b"")
    for width, height, quality in TRIES:
        image.thumbnail((width, height), Image.Resampling.LANCZOS)
        out = io.BytesIO()
        image.save(out, "JPEG", quality=quality, optimize=True)
        smallest = Photograph(image.width, image.height, out.getvalue())
        if len(smallest.jpeg) <= room:
            break
    return smallest
