"""The command line: the same services without a window. Loads no Qt."""

import sys
from collections.abc import Sequence

from shuangda_desktop.cli import endings, output
from shuangda_desktop.cli.arguments import read_arguments
from shuangda_desktop.errors import ShuangdaError


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 1 a file or machine error, 2 usage."""
    sys.excepthook = endings.report_bug  # a bug ends in a sentence and a log, not in a traceback
    output.tolerate_narrow_terminals()
    arguments = read_arguments(argv)
    try:
        arguments.run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        return endings.hang_up()
    except ShuangdaError as error:
        return endings.fail(str(error))
    except OSError as error:
        return endings.fail(endings.sentence(error))
    except KeyboardInterrupt:
        return endings.fail("已中断。没有做完的一步已撤回。")
    return 0
