"""A doubtful spot and its readings, each shown among the words around it."""

from shuangda_desktop.text.mapped import MappedText, Proposal

AROUND = 4  # characters on either side


def readings(text: MappedText, proposal: Proposal) -> tuple[str, ...]:
    """Each candidate as the text would read with it."""
    return tuple(_among(text, proposal, candidate) for candidate in proposal.candidates)


def present(text: MappedText, proposal: Proposal) -> str:
    """The spot as it stands."""
    return _among(text, proposal, proposal.before)


def _among(text: MappedText, proposal: Proposal, words: str) -> str:
    place = text.to_text(proposal.span)
    before = text.text[max(0, place.start - AROUND) : place.start].rpartition("\n")[2]
    after = text.text[place.end : place.end + AROUND].partition("\n")[0]
    return f"{before}{words}{after}".replace("\t", " ")
