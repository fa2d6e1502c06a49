"""Writes a report as .docx: the zip and its XML by hand, as Word lays out the published form.

A cell over several columns has a gridSpan, one over several rows a vMerge in each of its rows. The bytes
depend only on the blocks: no clock, no machine.
"""
import io
import zipfile
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

CONTENT_TYPES = HEAD + """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument\
.wordprocessingml.document.main+xml"/>\
<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument\
.wordprocessingml.styles+xml"/>\
<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument\
.wordprocessingml.numbering+xml"/></Types>"""

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
ROOT_RELS = HEAD + (f'<Relationships xmlns="{_RELS}"><Relationship Id="rId1" '
                    f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>')
DOCUMENT_RELS = HEAD + (
    f'<Relationships xmlns="{_RELS}"><Relationship Id="rId1" Type="{_OFFICE}/styles" '
    f'Target="styles.xml"/><Relationship Id="rId2" Type="{_OFFICE}/numbering" '
    'Target="numbering.xml"/></Relationships>')

STYLES = HEAD + f"""<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>\
<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312"/>\
<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>\
</w:rPrDefault></w:docDefaults>\
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>\
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>\
<w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr></w:style>\
</w:styles>"""

# Headings numbered 一、二、… by the program that opens the file: the number stands in no run.
NUMBERING = HEAD + f"""<w:numbering {W}><w:abstractNum w:abstractNumId="0">\
<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>\
<w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/>\
<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="640"/></w:pPr></w:lvl>\
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""

# kind of block: font, half points, bold, paragraph properties
_INDENT = '<w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/>'
LOOKS = {
    "title": ("方正小标宋简体", 44, False,
              '<w:spacing w:before="0" w:after="320" w:line="640" w:lineRule="exact"/>'
              '<w:jc w:val="center"/>'),
    "note": ("楷体_GB2312", 28, False, '<w:spacing w:after="240"/><w:jc w:val="center"/>'),
    "heading": ("黑体", 32, False, _INDENT),
    "subheading": ("楷体_GB2312", 32, True, _INDENT),
    "text": ("仿宋_GB2312", 32, False, _INDENT + '<w:jc w:val="both"/>'),
    "sign": ("仿宋_GB2312", 32, False,
             '<w:spacing w:line="560" w:lineRule="exact"/><w:ind w:right="640"/><w:jc w:val="right"/>'),
}


def _run(text, font, size, bold=False):
    weight = "<w:b/>" if bold else ""
    return (f'<w:r><w:rPr><w:rFonts w:eastAsia="{font}" w:hint="eastAsia"/>{weight}'
            f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
            f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r>')


def _paragraph(block, numbered):
    font, size, bold, properties = LOOKS[block.kind]
    text = block.text
    head = '<w:pStyle w:val="Heading1"/><w:keepNext/>' if block.kind == "heading" else ""
    if numbered and block.kind == "heading":
        text = text.split("、", 1)[1]
        head += '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    return f"<w:p><w:pPr>{head}{properties}</w:pPr>{_run(text, font, size, bold)}</w:p>"


def _cell(cell, width, merge, keep, small):
    span = f'<w:gridSpan w:val="{cell.across}"/>' if cell.across > 1 else ""
    down = {"": "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}[merge]
    listed = cell.text[:2] in ("1.", "2.", "3.", "4.", "5.", "6.", "7.", "8.")
    side = "left" if listed and not cell.id else "center"
    text = "" if merge == "continue" or not cell.text else _run(cell.text, "宋体", small)
    return (f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{down}'
            f'<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr>{keep}<w:jc w:val="{side}"/></w:pPr>'
            f"{text}</w:p></w:tc>")


def _row(squares, widths, keep, small):
    cells, column = [], 0
    while column < len(squares):
        cell, corner = squares[column]
        merge = "" if cell.down == 1 else "restart" if corner else "continue"
        width = sum(widths[column:column + cell.across])
        cells.append(_cell(cell, width, merge, keep, small))
        column += cell.across
    height = '<w:trHeight w:val="360" w:hRule="atLeast"/>'
    return f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>{''.join(cells)}</w:tr>"


def _table(block, grid):
    total = sum(block.widths)
    widths = [9000 * w // total for w in block.widths]
    small = 18 if len(widths) > 10 else 21
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
                      for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    columns = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    # The head of a short table stays on the page of its figures; a long table breaks where it must.
    keeps = ["<w:keepNext/>" if len(grid) < 6 else ""] * (len(grid) - 1) + [""]
    rows = "".join(_row(squares, widths, keep, small) for squares, keep in zip(grid, keeps))
    return (f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
            f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
            '<w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/>'
            f"</w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
            '<w:p><w:pPr><w:spacing w:line="240" w:lineRule="exact"/></w:pPr></w:p>')


def document_xml(blocks, grid_of, numbered=False):
    body = "".join(_table(b, grid_of(b.rows)) if b.kind == "table" else _paragraph(b, numbered)
                   for b in blocks)
    page = ('<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1418" '
            'w:bottom="1984" w:left="1418" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>')
    return f"{HEAD}<w:document {W}><w:body>{body}{page}</w:body></w:document>"


def package(parts):
    """A zip of named parts with a fixed date, so that the same parts give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            info = zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, data.encode("utf-8") if isinstance(data, str) else data)
    return out.getvalue()


def write(blocks, grid_of, numbered=False):
    return package([("[Content_Types].xml", CONTENT_TYPES), ("_rels/.rels", ROOT_RELS),
                    ("word/_rels/document.xml.rels", DOCUMENT_RELS),
                    ("word/document.xml", document_xml(blocks, grid_of, numbered)),
                    ("word/styles.xml", STYLES), ("word/numbering.xml", NUMBERING)])
