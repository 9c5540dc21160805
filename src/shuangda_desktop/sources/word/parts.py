"""The XML parts of an office file."""

from lxml import etree

from shuangda_desktop.sources.border.gate import refuse


def parse_xml(content: bytes | None) -> etree._Element | None:
    """The root of a part; entities are not resolved, nothing is fetched."""
    if content is None:
        return None
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise refuse() from error
