"""Readable dumps of workbooks and documents, compared with what a person has looked at."""

import os
import zipfile
from pathlib import Path

import docx
import openpyxl
from docx.oxml.ns import qn

GOLDEN = Path(__file__).parents[1] / "golden"
UPDATE = "UPDATE_GOLDEN"  # set it to write the dumps anew, then read the difference


def assert_golden(dump: str, name: str) -> None:
    """Compare a dump with the kept one."""
    path = GOLDEN / name
    if os.environ.get(UPDATE):
        path.write_text(dump, "utf-8")
    assert dump == path.read_text("utf-8")


def workbook_dump(path: Path) -> str:
    """Values, merges, widths, heights and print settings of a sheet."""
    sheet = openpyxl.load_workbook(path).active
    lines = [f"sheet {sheet.title}", *_page(sheet), *_columns(sheet)]
    for row in sheet.iter_rows():
        height = sheet.row_dimensions[row[0].row].height
        lines.append(f"{row[0].row} ({height} pt) " + " | ".join(_cell(cell) for cell in row))
    lines += [f"merged {area}" for area in sorted(map(str, sheet.merged_cells.ranges))]
    lines += [f"break before row {b.id + 1}" for b in sheet.row_breaks.brk]
    lines += _rules(sheet)
    return "\n".join(lines) + "\n"


def _page(sheet):
    setup, margins = sheet.page_setup, sheet.page_margins
    yield (
        f"paper {setup.paperSize} {setup.orientation}, fit {sheet.sheet_properties.pageSetUpPr.fitToPage}"
        f" {setup.fitToWidth}x{setup.fitToHeight}, area {sheet.print_area}, titles {sheet.print_title_rows}"
    )
    sides = (margins.top, margins.bottom, margins.left, margins.right)
    yield "margins " + " ".join(f"{inches * 25.4:.0f}" for inches in sides) + " mm"
    yield f"footer {sheet.oddFooter.center.text}, frozen {sheet.freeze_panes}, filter {sheet.auto_filter.ref}"


def _columns(sheet):
    widths = [
        f"{letter} {sheet.column_dimensions[letter].width}" for letter in sheet.column_dimensions
    ]
    yield "widths " + ", ".join(widths)


def _cell(cell) -> str:
    value = "" if cell.value is None else str(cell.value).replace("\n", "\\n")
    kind = (
        ""
        if cell.data_type in ("s", "n") and cell.number_format == "General"
        else cell.number_format
    )
    return value + (f" [{kind}]" if kind and value else "")


def _rules(sheet):
    for area in sheet.conditional_formatting:
        for rule in area.rules:
            yield f"colour {area.sqref} {rule.type} {''.join(rule.formula)}"
    for rule in sheet.data_validations.dataValidation:
        yield f"allow {rule.sqref} {rule.type} {rule.formula1} {rule.formula2 or ''}".rstrip()


def document_dump(path: Path) -> str:
    """Sections, paragraphs with style and faces, and tables of a document."""
    document = docx.Document(str(path))
    lines = [_section(section) for section in document.sections]
    for block in document.iter_inner_content():
        lines += _table(block) if hasattr(block, "rows") else [_paragraph(block)]
    return "\n".join(lines) + "\n"


def _section(section) -> str:
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    return (
        f"page {section.page_width.mm:.0f} x {section.page_height.mm:.0f} mm, margins "
        + " ".join(f"{m.mm:.0f}" for m in margins)
        + f", foot {section.footer.paragraphs[0].text!r} {section.footer.paragraphs[0].alignment}"
        + f", even {section.even_page_footer.paragraphs[0].alignment}"
    )


def _paragraph(paragraph) -> str:
    runs = [f"<{_face(run)}{_mark(run)}>{run.text}" for run in paragraph.runs]
    return f"[{paragraph.style.style_id}] " + "".join(runs).replace("\n", "\\n")


def _face(run) -> str:
    fonts = run._r.rPr.rFonts
    assert fonts.get(qn("w:ascii")) == fonts.get(qn("w:eastAsia")) == fonts.get(qn("w:hAnsi"))
    return fonts.get(qn("w:eastAsia"))


def _mark(run) -> str:
    return " marked" if run.font.highlight_color else ""


def _table(table):
    yield f"table {[column.width for column in table._tbl.tblGrid.gridCol_lst and table.columns]}"
    for row in table._tbl.tr_lst:
        flags = [
            f for f in ("cantSplit", "tblHeader") if row.find(f".//{qn(f'w:{f}')}") is not None
        ]
        cells = [
            "".join(
                t.text or "" if t.tag == qn("w:t") else "\\n"
                for t in tc.iter(qn("w:t"), qn("w:br"))
            )
            for tc in row.tc_lst
        ]
        yield f"  {' '.join(flags)}: " + " | ".join(cells)


def part(path: Path, name: str) -> str:
    """One part of an Office file as text."""
    with zipfile.ZipFile(path) as package:
        return package.read(name).decode("utf-8")
