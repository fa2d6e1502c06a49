"""Writes a report as .xlsx: one sheet, merged areas as mergeCells, figures as numbers.

A zip and its XML by hand; the strings stand in the shared string table, as spreadsheets write them.
"""
import re
from xml.sax.saxutils import escape

from docx_writer import HEAD, package

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"

CONTENT_TYPES = HEAD + (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/>'
    f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_KIND}.sharedStrings+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/></Types>')
ROOT_RELS = HEAD + (f'<Relationships xmlns="{_RELS}"><Relationship Id="rId1" '
                    f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
WORKBOOK = HEAD + (f'<workbook {MAIN} xmlns:r="{_OFFICE}"><sheets>'
                   '<sheet name="年度报告" sheetId="1" r:id="rId1"/></sheets></workbook>')
WORKBOOK_RELS = HEAD + (
    f'<Relationships xmlns="{_RELS}">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    f'<Relationship Id="rId3" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>')
STYLES = HEAD + f"""<styleSheet {MAIN}><fonts count="1"><font><sz val="11"/><name val="宋体"/></font>\
</fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="2">\
<border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/>\
</border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2">\
<xf xfId="0"/><xf xfId="0" borderId="1" applyBorder="1" applyAlignment="1">\
<alignment horizontal="center" vertical="center" wrapText="1"/></xf></cellXfs></styleSheet>"""

WIDTH = 15  # columns of the widest table


def column_name(index):
    return chr(65 + index)


class _Sheet:
    def __init__(self):
        self.rows, self.merges, self.strings = [], [], {}

    def _string(self, text):
        return self.strings.setdefault(text, len(self.strings))

    def _cell(self, column, row, text):
        place = f"{column_name(column)}{row}"
        if text == "":
            return f'<c r="{place}" s="1"/>'
        if re.fullmatch(r"-?(0|[1-9]\d*)(\.\d+)?", text):
            return f'<c r="{place}" s="1"><v>{text}</v></c>'
        return f'<c r="{place}" s="1" t="s"><v>{self._string(text)}</v></c>'

    def _merge(self, column, row, across, down):
        if across > 1 or down > 1:
            end = f"{column_name(column + across - 1)}{row + down - 1}"
            self.merges.append(f"{column_name(column)}{row}:{end}")

    def text(self, text):
        row = len(self.rows) + 1
        self.rows.append(f'<row r="{row}">{self._cell(0, row, text)}</row>')
        self._merge(0, row, WIDTH, 1)

    def table(self, grid):
        for squares in grid:
            row = len(self.rows) + 1
            cells = []
            for column, (cell, corner) in enumerate(squares):
                cells.append(self._cell(column, row, cell.text if corner else ""))
                if corner:
                    self._merge(column, row, cell.across, cell.down)
            self.rows.append(f'<row r="{row}">{"".join(cells)}</row>')
        self.rows.append(f'<row r="{len(self.rows) + 1}"/>')

    def xml(self):
        merges = "".join(f'<mergeCell ref="{area}"/>' for area in self.merges)
        return (f'{HEAD}<worksheet {MAIN}><sheetData>{"".join(self.rows)}</sheetData>'
                f'<mergeCells count="{len(self.merges)}">{merges}</mergeCells></worksheet>')

    def strings_xml(self):
        items = "".join(f'<si><t xml:space="preserve">{escape(s)}</t></si>' for s in self.strings)
        return f'{HEAD}<sst {MAIN} uniqueCount="{len(self.strings)}">{items}</sst>'


def write(blocks, grid_of):
    sheet = _Sheet()
    for block in blocks:
        if block.kind == "table":
            sheet.table(grid_of(block.rows))
        else:
            sheet.text(block.text)
    return package([("[Content_Types].xml", CONTENT_TYPES), ("_rels/.rels", ROOT_RELS),
                    ("xl/workbook.xml", WORKBOOK), ("xl/_rels/workbook.xml.rels", WORKBOOK_RELS),
                    ("xl/worksheets/sheet1.xml", sheet.xml()),
                    ("xl/sharedStrings.xml", sheet.strings_xml()), ("xl/styles.xml", STYLES)])
