"""How a command ends when it does not end well."""

import errno
import logging
import os
import sys
from types import TracebackType

from shuangda_desktop import logs
from shuangda_desktop.cli.output import complain
from shuangda_desktop.text.punctuation import widen

CAUSES = {
    errno.ENOENT: "找不到{}。请核对文件名和文件夹。",
    errno.EACCES: "没有权限读写{}。请换一个文件夹,或联系管理员。",
    errno.EPERM: "没有权限读写{}。请换一个文件夹,或联系管理员。",
    errno.EISDIR: "{}是文件夹,不是文件。请写上文件名。",
    errno.ENOTDIR: "{}的上级不是文件夹。请核对路径。",
    errno.ENOSPC: "磁盘已满,没有写入{}。请腾出空间后再试。",
    errno.EROFS: "{}所在的磁盘不能写入。请换一个文件夹。",
}


def fail(sentence: str) -> int:
    """Tell what happened; the exit code of a file or machine error."""
    complain(sentence)
    return 1


def hang_up() -> int:
    """End quietly when the reader of our output has gone (``| head``)."""
    # Python flushes stdout once more at exit, which would complain about the broken pipe.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def sentence(error: OSError) -> str:
    """What the machine refused, in words."""
    name = f"“{error.filename}”" if error.filename else "文件"
    cause = CAUSES.get(error.errno or 0, "无法读写{}。原有的文件没有改动。")
    return widen(cause.format(name))


def report_bug(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Log a bug with its traceback and say where; the interpreter then exits with 1."""
    path = logs.start_log()
    logging.getLogger(__name__).critical("bug", exc_info=(kind, error, trace))
    where = f"详情记在“{path}”。" if path else f"({kind.__name__})"
    complain(widen(f"程序出错,没有做完的一步已撤回。{where}"))
