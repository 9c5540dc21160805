"""Which characters of a text a match has already used."""

import re


class Taken:
    """Marks stretches of a text as used; asking and marking take time by the stretch alone."""

    def __init__(self, text: str, pattern: re.Pattern[str]) -> None:
        self._used = bytearray(len(text))
        for match in pattern.finditer(text):
            self.take(match)

    def take(self, match: re.Match[str]) -> None:
        """Mark what a match covers."""
        self._used[match.start() : match.end()] = b"\1" * (match.end() - match.start())

    def meets(self, match: re.Match[str]) -> bool:
        """Whether a match covers anything that is used."""
        return self._used.find(1, match.start(), match.end()) >= 0
