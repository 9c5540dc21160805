"""What SQLite's errors mean to the clerk: the one place that decides."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from shuangda_desktop.errors import StoreError

_SENTENCES = {
    sqlite3.SQLITE_FULL: "磁盘已满\uff0c刚才的操作没有保存\uff0c此前的数据完好。请清理磁盘空间后再做一次。",
    sqlite3.SQLITE_BUSY: "数据库正被另一个程序占用\uff0c刚才的操作没有进行。请关闭另一个窗口后再试。",
    sqlite3.SQLITE_LOCKED: "数据库正被另一个操作占用\uff0c刚才的操作没有进行。请稍候再试。",
    sqlite3.SQLITE_READONLY: "数据库文件是只读的\uff0c刚才的操作没有保存\uff0c此前的数据完好。请取消文件或文件夹的只读属性后再试。",
    sqlite3.SQLITE_PERM: "没有读写数据库文件的权限\uff0c刚才的操作没有保存。请向管理员要求该文件夹的写权限。",
    sqlite3.SQLITE_AUTH: "没有读写数据库文件的权限\uff0c刚才的操作没有保存。请向管理员要求该文件夹的写权限。",
    sqlite3.SQLITE_IOERR: "读写磁盘时出错\uff0c刚才的操作没有保存。请检查磁盘是否仍然连接\uff0c然后重新打开程序核对。",
    sqlite3.SQLITE_CORRUPT: "数据库文件已损坏\uff0c刚才的操作没有保存\uff0c文件保持原样。请从备份列表中恢复最近的一份。",
    sqlite3.SQLITE_NOTADB: "这个文件不是本程序的数据库\uff0c文件保持原样。请另选文件\uff0c或从备份列表中恢复。",
    sqlite3.SQLITE_CANTOPEN: "数据库文件打不开。请检查文件所在的文件夹是否存在、是否有写权限。",
    sqlite3.SQLITE_NOMEM: "内存不足\uff0c刚才的操作没有保存\uff0c此前的数据完好。请关闭其他程序后再做一次。",
    sqlite3.SQLITE_TOOBIG: "内容太大\uff0c数据库放不下\uff0c刚才的操作没有保存。请缩小文件后再做一次。",
}


def told(error: sqlite3.Error) -> StoreError | None:
    """The sentence for an error of the machine; None for a mistake of ours."""
    code = getattr(error, "sqlite_errorcode", None)  # absent where Python itself objected
    sentence = None if code is None else _SENTENCES.get(code & 0xFF)
    return None if sentence is None else StoreError(sentence)


@contextmanager
def sqlite_told() -> Iterator[None]:
    """Turn SQLite's errors into sentences; our own mistakes pass as they are."""
    try:
        yield
    except sqlite3.Error as error:
        sentence = told(error)
        if sentence is None:
            raise
        raise sentence from error
