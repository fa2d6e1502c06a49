"""The damaged files: a name, the bytes, and what the program may answer."""
import random
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools" / "demo"))

import containers  # noqa: E402
import docx_writer  # noqa: E402
import office  # noqa: E402
import xlsx_writer  # noqa: E402
import layout  # noqa: E402
from layout import Block, Cell  # noqa: E402

DEMO = ROOT / "data" / "demo"
DOCX, PDF = DEMO / "county-2024.docx", DEMO / "county-2025.pdf"
HTML, TEXT = DEMO / "market-bureau-2024.html", DEMO / "health-bureau-2025.txt"


@dataclass
class Case:
    name: str               # of the file that is written
    make: object            # gives the bytes
    answer: str             # refused (exit 3), read (exit 0) or either
    says: str = ""          # a word that the message has to hold
    hides: str = ""         # a word that the output must not hold
    truth: object = None    # the expected.json of the file that was cut: no number may differ from it


def truncated():
    cases = []
    for source in (DOCX, PDF, HTML, TEXT):
        for share in (1, 10, 50, 90, 99):
            def make(source=source, share=share):
                data = source.read_bytes()
                return data[:len(data) * share // 100]
            # What is left of a text may still hold figures, and a zip can be mended if little is gone.
            answer = "refused" if share == 1 or source is DOCX and share < 90 else "either"
            truth = source.with_suffix(".expected.json")
            cases.append(Case(f"truncated-{share}{source.suffix}", make, answer, truth=truth))
    for share in (10, 60, 99):
        def make_sheet(share=share):
            data = workbook()
            return data[:len(data) * share // 100]
        cases.append(Case(f"truncated-{share}.xlsx", make_sheet, "refused"))
    truth = DOCX.with_suffix(".expected.json")
    for share in (10, 60, 95):
        cases.append(Case(f"truncated-{share}.doc", lambda share=share: cut_doc(share), "either", truth=truth))
    return cases


def cut_doc(share):
    data = printed_by_office("doc", ".doc")
    return data and data[:len(data) * share // 100]


def printed_by_office(target, suffix):
    """The county's report as LibreOffice saves it; None without LibreOffice, and the case is skipped."""
    if not shutil.which("soffice"):
        return None
    with tempfile.TemporaryDirectory() as folder:
        office.convert([str(DOCX)], target, folder)
        return (Path(folder) / DOCX.with_suffix(suffix).name).read_bytes()


def workbook():
    return xlsx_writer.write([Block("title", "2024年度报告"), layout.proactive("2021", {})], layout.grid)


def empty():
    return [Case(f"empty{suffix}", bytes, "refused")
            for suffix in (".txt", ".docx", ".pdf", ".html", ".xlsx", ".doc")] \
        + [Case("blanks.txt", lambda: b" \r\n\t" * 5000, "refused"),
           Case("no-parts.docx", lambda: docx_writer.package([]), "refused"),
           Case("other-parts.zip", lambda: docx_writer.package([("readme.txt", "0")]), "refused")]


def encrypted():
    return [Case("encrypted.docx", containers.encrypted_office, "refused", "密"),
            Case("encrypted-zip.docx", lambda: containers.locked(DOCX.read_bytes()), "refused", "密"),
            Case("encrypted.pdf", locked_pdf, "refused", "密")]


def locked_pdf():
    """LibreOffice prints under a password."""
    options = ('pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},'
               '"DocumentOpenPassword":{"type":"string","value":"secret"}}')
    data = printed_by_office(options, ".pdf")
    return data if data and b"/Encrypt" in data else None


def misnamed():
    names = [("docx-named.pdf", DOCX), ("html-named.doc", HTML), ("pdf-named.docx", PDF),
             ("text-named.html", TEXT), ("docx-named.txt", DOCX), ("pdf-without-suffix", PDF)]
    return [Case(name, source.read_bytes, "read", truth=source.with_suffix(".expected.json"))
            for name, source in names]


def bombs():
    paragraph = b"<w:p><w:r><w:t>0</w:t></w:r></w:p>"
    head, tail = containers.BODY_OPEN.encode(), containers.BODY_CLOSE.encode()
    return [Case("zip-bomb-zeros.docx", lambda: containers.bomb(bytes(1024)), "refused"),
            Case("zip-bomb-paragraphs.docx", lambda: containers.bomb(paragraph, head, tail), "refused"),
            Case("zip-bomb-lying.docx",
                 lambda: containers.lying(containers.bomb(paragraph, head, tail), 4096), "refused"),
            Case("zip-many-entries.docx", lambda: containers.many_entries(60000), "refused"),
            Case("inflating.pdf", containers.inflating_pdf, "refused"),
            Case("xml-bomb.docx", lambda: containers.docx_around(billion_laughs()), "refused"),
            Case("xml-outside-entity.docx", lambda: containers.docx_around(outside_entity()), "refused",
                 hides="root:"),
            Case("wide-spans.html", wide_html, "either"), Case("wide-spans.docx", wide_docx, "either"),
            Case("far-cells.xlsx", far_sheet, "either")]


def billion_laughs():
    entities = '<!ENTITY e0 "哈">' + "".join(
        f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 11))
    return with_entities(entities, "e10")


def outside_entity():
    return with_entities('<!ENTITY x SYSTEM "file:///etc/passwd">', "x")


def with_entities(entities, used):
    return (f"{docx_writer.HEAD}<!DOCTYPE w:document [{entities}]><w:document {docx_writer.W}><w:body>"
            f"<w:p><w:r><w:t>&{used};</w:t></w:r></w:p>{containers.BODY_CLOSE}")


def wide_html():
    row = '<tr><td colspan="1000000" rowspan="1000000">规章</td><td colspan="99999999">0</td></tr>'
    return f"<html><body><table>{row * 500}</table></body></html>".encode()


def wide_docx():
    cell = ('<w:tc><w:tcPr><w:gridSpan w:val="100000000"/><w:vMerge w:val="restart"/></w:tcPr>'
            "<w:p><w:r><w:t>0</w:t></w:r></w:p></w:tc>")
    table = f"<w:tbl>{f'<w:tr>{cell * 50}</w:tr>' * 100}</w:tbl>"
    return containers.docx_around(containers.BODY_OPEN + table + containers.BODY_CLOSE)


def far_sheet():
    sheet = (f"{docx_writer.HEAD}<worksheet {xlsx_writer.MAIN}><sheetData>"
             '<row r="1"><c r="A1"><v>0</v></c></row><row r="1048576"><c r="XFD1048576"><v>0</v></c></row></sheetData>'
             '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>')
    return docx_writer.package([("[Content_Types].xml", xlsx_writer.CONTENT_TYPES),
                                ("_rels/.rels", xlsx_writer.ROOT_RELS),
                                ("xl/workbook.xml", xlsx_writer.WORKBOOK),
                                ("xl/_rels/workbook.xml.rels", xlsx_writer.WORKBOOK_RELS),
                                ("xl/worksheets/sheet1.xml", sheet),
                                ("xl/sharedStrings.xml", f"<sst {xlsx_writer.MAIN}/>"),
                                ("xl/styles.xml", xlsx_writer.STYLES)])


DEPTH = 10000


def nested():
    table = "<w:tbl><w:tr><w:tc>"
    inner = "<w:p><w:r><w:t>0</w:t></w:r></w:p>"
    close = "</w:tc></w:tr></w:tbl>"
    document = containers.BODY_OPEN + table * DEPTH + inner + close * DEPTH + containers.BODY_CLOSE
    return [Case("nested-blocks.html", lambda: b"<html><body>" + b"<div>" * DEPTH + b"0", "refused"),
            Case("nested-tables.html",
                 lambda: b"<html><body>" + b"<table><tr><td>" * DEPTH + b"0", "refused"),
            Case("nested-marks.html", lambda: b"<html><body>" + b"<b><i><font>" * DEPTH + b"0", "refused"),
            Case("nested.docx", lambda: containers.docx_around(document), "refused"),
            Case("nested.xml", lambda: b"<?xml version='1.0'?>" + b"<a>" * DEPTH + b"</a>" * DEPTH,
                 "refused")]


def large():
    zeros = 100 << 20
    return [Case("zeros.txt", lambda: bytes(zeros), "refused"),
            Case("zeros.docx", lambda: bytes(zeros), "refused"),
            Case("digits.txt", lambda: b"0" * zeros, "refused"),
            Case("labels.txt", lambda: "规章0".encode() * (8 << 20), "refused")]


OTHER_KIND = """云岭县人民政府2024年法治政府建设年度报告
一、主要工作情况
县政府坚持科学民主依法决策，全年召开常务会议十二次，审议重大事项前均听取法律顾问意见。
二、存在的不足和原因
个别执法人员办案能力有待提高，基层法治力量仍显薄弱。
三、下一年度工作安排
继续推进行政执法规范化建设，组织执法人员轮训。
"""


def strangers():
    noise = random.Random(11)
    cases = [Case("scan.pdf", containers.picture_pdf, "refused", "扫描"),
             Case("looping.pdf", containers.looping_pdf, "refused"),
             Case("other-kind.txt", OTHER_KIND.encode, "refused"),
             Case("other-kind.docx", other_docx, "refused")]
    magics = {"pdf": b"%PDF-1.7\n", "zip": b"PK\x03\x04", "ole": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
              "html": b"<!DOCTYPE html><html>", "utf16": b"\xff\xfe", "utf8": b"\xef\xbb\xbf",
              "gzip": b"\x1f\x8b", "none": b""}
    for name, magic in magics.items():
        for size in (64, 200000):
            data = magic + noise.randbytes(size)
            cases.append(Case(f"random-{name}-{size}", lambda data=data: data, "refused"))
    return cases


def other_docx():
    return docx_writer.write([Block("text", line) for line in OTHER_KIND.splitlines()]
                             + [layout.table("", [[Cell("事项"), Cell("件数")], [Cell("行政复议"), Cell("3")]],
                                             [1, 1])], layout.grid)


def all_cases():
    return (truncated() + empty() + encrypted() + misnamed() + bombs() + nested() + large() + strangers())
