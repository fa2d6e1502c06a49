"""Which body publishes in which shape, and which two reports are wrong on purpose."""
from dataclasses import dataclass, field


@dataclass
class Spec:
    suffix: str                  # docx, html, txt or pdf
    shape: str = "plain"         # of text: tabbed, flat, spaced, glued; of html: plain, word, nested
    published: str = ""          # month-day in the year after
    encoding: str = "utf-8"
    numbered: bool = False       # headings numbered by the program
    own_unit: bool = False       # 本单位 for 本机关 in the labels
    slash_rules: bool = False    # “/” in the row 规章
    blank_zeros: bool = False    # zeros of the requests table left blank
    thousands: bool = False      # 1,204 and 1,204.56
    full_width: bool = False     # １２
    single_other: bool = False   # one row （六）其他处理, as in the older form
    nbsp: bool = False           # an empty cell of a page holds &nbsp;
    wrong: str = ""
    quirks: list = field(default_factory=list)


SPECS = {
    ("county", 2023): Spec("pdf", published="3-15"),
    ("county", 2024): Spec("docx", published="3-12", numbered=True, thousands=True),
    ("county", 2025): Spec("pdf", published="3-18"),
    ("luyin-town", 2023): Spec("txt", "tabbed", "1-16"),
    ("luyin-town", 2024): Spec("txt", "tabbed", "1-14", quirks=["marks"]),
    ("luyin-town", 2025): Spec("docx", published="1-20"),
    ("qingruo-town", 2023): Spec("html", published="1-22", nbsp=True),
    ("qingruo-town", 2024): Spec("html", published="1-17", wrong="documents"),
    ("qingruo-town", 2025): Spec("txt", "spaced", "1-19", quirks=["chrome"]),
    ("wanghuai-town", 2023): Spec("txt", "glued", "1-24", quirks=["chrome"]),
    ("wanghuai-town", 2024): Spec("txt", "glued", "1-21", quirks=["chrome"]),
    ("wanghuai-town", 2025): Spec("txt", "glued", "1-23", quirks=["chrome"]),
    ("shiyan-township", 2023): Spec("docx", published="1-18", own_unit=True),
    ("shiyan-township", 2024): Spec("html", published="1-15", encoding="gbk", own_unit=True),
    ("shiyan-township", 2025): Spec("docx", published="1-21", own_unit=True, numbered=True),
    ("chawu-township", 2023): Spec("txt", "flat", "1-25", quirks=["chrome"]),
    ("chawu-township", 2024): Spec("docx", published="1-22", blank_zeros=True),
    ("chawu-township", 2025): Spec("html", published="1-16"),
    ("yanchi-street", 2023): Spec("html", published="1-19", blank_zeros=True, nbsp=True),
    ("yanchi-street", 2024): Spec("txt", "tabbed", "1-20", quirks=["no-break"]),
    ("yanchi-street", 2025): Spec("pdf", published="1-22"),
    ("heting-street", 2023): Spec("docx", published="1-17"),
    ("heting-street", 2024): Spec("txt", "flat", "1-23", full_width=True),
    ("heting-street", 2025): Spec("html", "nested", "1-20", encoding="gbk", nbsp=True),
    ("finance-bureau", 2023): Spec("docx", published="1-12", slash_rules=True),
    ("finance-bureau", 2024): Spec("pdf", published="1-13", slash_rules=True),
    ("finance-bureau", 2025): Spec("docx", published="1-15", slash_rules=True, thousands=True),
    ("land-bureau", 2023): Spec("html", "word", "1-23", thousands=True),
    ("land-bureau", 2024): Spec("docx", published="1-16", thousands=True),
    ("land-bureau", 2025): Spec("html", "plain", "1-19", encoding="gbk"),
    ("health-bureau", 2023): Spec("docx", published="1-11", single_other=True),
    ("health-bureau", 2024): Spec("html", "nested", "1-14"),
    ("health-bureau", 2025): Spec("txt", "tabbed", "1-16", encoding="gbk"),
    ("market-bureau", 2023): Spec("pdf", published="1-18", thousands=True),
    ("market-bureau", 2024): Spec("html", "plain", "1-10"),
    ("market-bureau", 2025): Spec("docx", published="1-14", wrong="reviews"),
}
