"""Where a start goes: to the window, or to the command line where a command is given."""

import sys

from shuangda_desktop import cli


def main() -> int:
    """``python -m shuangda_desktop``: a word that is no option is a command."""
    words = sys.argv[1:]
    if words and not words[0].startswith("--"):
        return cli.main(words)
    return window()


def window() -> int:
    """Open the window; Qt is loaded only here."""
    from shuangda_desktop.gui.app import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
