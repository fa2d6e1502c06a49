"""Writes a report as text in the shapes that exports and web copies leave behind."""


def _lines(blocks, table_lines):
    for block in blocks:
        if block.kind == "table":
            yield from table_lines(block)
        else:
            yield block.text


def _join(lines):
    return "\n".join(lines) + "\n"


def flat(blocks):
    """One cell a line, a merged cell once, an empty cell an empty line."""
    return _join(_lines(blocks, lambda t: [c.text for row in t.rows for c in row]))


def spaced(blocks):
    """One cell a paragraph, as copied from a page: an empty line after each."""
    lines = _lines(blocks, lambda t: [c.text for row in t.rows for c in row])
    return "\n\n".join(lines) + "\n"


def tabbed(blocks, grid_of):
    """A text export of a word processor: a tab opens a cell, an empty line ends a row.

    Of a merged area the squares to the right vanish, those below stay as empty cells.
    """
    def table_lines(block):
        for squares in grid_of(block.rows):
            column = 0
            while column < len(squares):
                cell, corner = squares[column]
                yield "\t" + (cell.text if corner else "")
                column += cell.across
            yield ""
        yield ""
    return _join(_lines(blocks, table_lines))


def piped(blocks, grid_of):
    """Markdown: every square of the grid a cell, the rest of a merged area empty.

    The first table merges only to fill its width, which pipes cannot show: there each cell stands once.
    """
    def cells(block):
        if block.name == "proactive":
            return [[c.text for c in row] for row in block.rows]
        return [[c.text if corner else "" for c, corner in row] for row in grid_of(block.rows)]

    def table_lines(block):
        yield ""
        for index, row in enumerate(cells(block)):
            yield "| " + " | ".join(row) + " |"
            if index == 0:
                yield "|" + "---|" * max(len(r) for r in cells(block))
        yield ""

    marks = {"title": "# ", "heading": "## ", "subheading": "### "}
    lines = []
    for block in blocks:
        if block.kind == "table":
            lines += table_lines(block)
        else:
            lines += [marks.get(block.kind, "") + block.text, ""]
    return _join(lines)


def glued_table(block):
    return "".join(c.text for row in block.rows for c in row)


def glued(blocks):
    """The labels and the digits of each table run together in one paragraph."""
    return _join(_lines(blocks, lambda t: [glued_table(t)]))


def glued_page(blocks):
    """The whole report run together, as a page stripped of its tags."""
    return "".join(glued_table(b) if b.kind == "table" else b.text for b in blocks) + "\n"
