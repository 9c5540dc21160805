"""Errors that are told to the clerk.

    ShuangdaError
      SourceError    a document cannot be read, or must not be
      StoreError     the database cannot be opened, read or written
        NotOursError   it is whole, and another's
      ExportError    a document cannot be written
      RuleError      an action is not allowed in the present state

The message is a whole Chinese sentence: what happened, what was kept, what to do next.
Everything else that is raised is a bug: logged and shown, never swallowed.
"""


class ShuangdaError(Exception):
    """An error of a machine, a file or a rule; its text is shown to the clerk as it is."""


class SourceError(ShuangdaError):
    """A document cannot be read, or must not be."""


class StoreError(ShuangdaError):
    """The database cannot be opened, read or written."""


class NotOursError(StoreError):
    """It is whole: another program's, a newer one's, another window's. No backup may take its place."""


class ExportError(ShuangdaError):
    """A document cannot be written; the file that was there before is untouched."""


class RuleError(ShuangdaError):
    """An action is not allowed in the present state."""
