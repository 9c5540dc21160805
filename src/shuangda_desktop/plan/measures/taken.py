"""Which characters of a text a match has already used."""

import re


class Taken:
    """Marks stretches of a text as used; asking and marking take time by the stretch alone."""

    def __init__(self, text: str, pattern: re.Pattern[str]) -> None:
        self._used = bytearray(len(text))
        self._any = False
        for match in pattern.finditer(text):
            self.take(match)

    def take(self, match: re.Match[str]) -> None:
        """Mark what a match covers."""
        start, end = match.span()
        self._used[start:end] = b"\1" * (end - start)
        self._any = True

    def meets(self, match: re.Match[str]) -> bool:
        """Whether a match covers anything that is used."""
        return self._any and self._used.find(1, *match.span()) >= 0
