"""Where a start goes: to the window, or to the command line where a command is given."""

import sys

from shuangda_desktop import cli
from shuangda_desktop.sources.border import worker
from shuangda_desktop.sources.sheets import pile


def main() -> int:
    """``python -m shuangda_desktop``: a word that is no option is a command."""
    words = sys.argv[1:]
    if words and not words[0].startswith("--"):
        return cli.main(words)
    return window()


def window() -> int:
    """Open the window; Qt is loaded only here.

    A packaged program has no second entry: to read a foreign file it starts itself with worker.WORD,
    to read a pile of them with pile.WORD.
    """
    words = sys.argv[1:]
    if words[:1] == [worker.WORD]:
        return worker.main(words[1:])
    if words[:1] == [pile.WORD]:
        return pile.main(words[1:])
    from shuangda_desktop.gui.app import run

    return run(words)


if __name__ == "__main__":
    raise SystemExit(main())
