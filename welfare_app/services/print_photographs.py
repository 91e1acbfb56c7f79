"""Photographs scaled down for the pages of a pack. What is attached stays as it came."""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from welfare_app.domain.errors import Unavailable
from welfare_app.domain.exhibit import Photograph, Picture
from welfare_app.domain.ids import EvidenceId
from welfare_app.services.jobs import Progress, no_progress
from welfare_app.services.tools import Examiner

AT_ONCE = 2
"""How many are looked at together: each may take a good deal of memory."""

WIDE = 1300
"""Pixels across a page at 200 to the inch."""

ROOM = 12 * 1024 * 1024
"""Bytes all of them together may take of a copy that must stay under 25 MB."""


@dataclass(frozen=True, slots=True)
class PrintPhotographs:
    """Makes small pictures of large ones, in the process apart."""

    examiner: Examiner
    to_print: Callable[[Picture, int], Photograph]

    def of(
        self, files: Mapping[EvidenceId, bytes], progress: Progress = no_progress
    ) -> Mapping[EvidenceId, Photograph]:
        """Each that can be drawn; a file that cannot be is passed over. Call it in a job."""
        return dict(self._of(files, progress)) if files else {}

    def _of(
        self, files: Mapping[EvidenceId, bytes], progress: Progress
    ) -> Iterator[tuple[EvidenceId, Photograph]]:
        room, drawn = ROOM // len(files), 0

        def still(_done: int, _total: int, /) -> None:
            """While one is drawn, how far all of them are: or it would seem to go back."""
            progress(drawn, len(files))

        def scaled(data: bytes) -> Photograph:
            return self.to_print(self.examiner.draw(data, 1, WIDE, still), room)

        with ThreadPoolExecutor(AT_ONCE) as people:
            asked: dict[EvidenceId, Future[Photograph]] = {
                id: people.submit(scaled, data) for id, data in files.items()
            }
            try:
                for drawn, (id, answer) in enumerate(asked.items()):
                    progress(drawn, len(files))
                    try:
                        yield id, answer.result()
                    except Unavailable:
                        continue
            finally:
                people.shutdown(cancel_futures=True)
