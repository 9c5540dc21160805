"""Shuangda Desktop: from a higher office's plan to the city's tasks, tables and documents.

The code from the bottom up; every arrow of import points down:

    errors, paths, logs   errors told to the clerk; where files lie; the log
    text                  strings: repair with a trace back to the raw character
    plan, units           what a document says; who the units are (independent of each other)
    tasks                 what the city does about it, and how far it has come
    papers                what official documents say, paragraph by paragraph
    sources store exports documents in; SQLite; documents out (none imports another)
    services              one function per clerk's action, the only code that writes to the store:
                          reading, dividing, rounds, tracking, outputs, city
    cli, gui              the two fronts; only gui imports Qt
"""

__version__ = "0.4.0"
