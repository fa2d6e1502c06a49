"""Writes a report as a page of a government site: chrome around it, tables with rowspan and colspan."""
from dataclasses import dataclass
from html import escape


@dataclass
class Page:
    """How a page is made; the defaults are a plain modern one."""
    site: str = "政府门户网站"
    encoding: str = "utf-8"
    declared: str = "utf-8"
    nested: bool = False        # the tables stand in the cells of a layout table
    blank: str = ""             # what an empty cell holds, e.g. &nbsp;
    published: str = ""
    word_markup: bool = False   # spans and o:p as pasted from Word


TAGS = {"title": "h1", "heading": "h2", "subheading": "h3", "note": "p", "text": "p", "sign": "p"}


def _text(text, page):
    inner = escape(text, quote=False)
    if page.word_markup:
        return f'<span style="font-family:仿宋_GB2312;font-size:16pt">{inner}<o:p></o:p></span>'
    return inner


def _cell(cell, page):
    spans = f' colspan="{cell.across}"' if cell.across > 1 else ""
    spans += f' rowspan="{cell.down}"' if cell.down > 1 else ""
    content = escape(cell.text, quote=False) or page.blank
    if page.word_markup:
        content = f'<p class="MsoNormal" align="center"><span>{content}</span></p>'
    return f"<td{spans}>{content}</td>"


def _table(block, page):
    rows = "\n".join("<tr>" + "".join(_cell(c, page) for c in row) + "</tr>" for row in block.rows)
    inner = f'<table border="1" cellspacing="0" cellpadding="0">\n<tbody>\n{rows}\n</tbody>\n</table>'
    if not page.nested:
        return inner
    return f'<table width="100%" class="frame"><tr><td align="center">\n{inner}\n</td></tr></table>'


def _block(block, page):
    if block.kind == "table":
        return _table(block, page)
    tag = TAGS[block.kind]
    style = ' style="text-align:right"' if block.kind == "sign" else ""
    indent = "　　" if block.kind == "text" else ""
    return f"<{tag}{style}>{indent}{_text(block.text, page)}</{tag}>"


def _head(title, page):
    return (f'<head>\n<meta http-equiv="Content-Type" content="text/html; charset={page.declared}">\n'
            f"<title>{escape(title)}_{page.site}</title>\n"
            "<style>.menu li{float:left;list-style:none;margin-right:1em} .place{clear:both} "
            "td{padding:4px} .frame{border:0}</style>\n"
            '<script>var hits = 0; function print_page() { window.print(); }</script>\n</head>')


def write(blocks, page):
    title = next(b.text for b in blocks if b.kind == "title")
    content = "\n".join(_block(b, page) for b in blocks)
    if page.nested:
        content = ('<table class="frame" width="1000"><tr><td width="180" valign="top">信息公开指南<br>'
                   "信息公开制度<br>法定主动公开内容<br>信息公开年报<br>依申请公开</td><td>\n"
                   f"{content}\n</td></tr></table>")
    published = f"<span>发布日期：{page.published}</span>" if page.published else ""
    html = f"""<!DOCTYPE html>
<html>
{_head(title, page)}
<body>
<!-- 页头 -->
<div class="menu"><ul><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li>\
<li><a href="/zwfw/">政务服务</a></li><li><a href="/hdjl/">互动交流</a></li></ul></div>
<div class="place">当前位置：<a href="/">首页</a> &gt; 政务公开 &gt; 政府信息公开年报</div>
<div class="info">{published} <span>信息来源：{page.site}</span> \
<span>字体：【<a>大</a> <a>中</a> <a>小</a>】</span></div>
<div class="content">
{content}
</div>
<div class="tail"><a href="javascript:print_page()">打印本页</a> \
<a href="javascript:window.close()">关闭窗口</a></div>
<div class="foot">主办单位：{page.site} &nbsp; 网站地图 &copy; 版权所有</div>
</body>
</html>
"""
    return html.encode(page.encoding, errors="xmlcharrefreplace")
