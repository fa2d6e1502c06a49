"""Zip, OLE and PDF files made to harm or to be refused, byte by byte."""
import io
import random
import struct
import zipfile
import zlib

import docx_writer

GIGABYTE = 1 << 30
BODY_OPEN = f"{docx_writer.HEAD}<w:document {docx_writer.W}><w:body>"
BODY_CLOSE = "</w:body></w:document>"


def docx_around(document):
    """A .docx whose document.xml is `document` (text or bytes)."""
    return docx_writer.package([("[Content_Types].xml", docx_writer.CONTENT_TYPES),
                                ("_rels/.rels", docx_writer.ROOT_RELS),
                                ("word/document.xml", document)])


def repeated(piece, total):
    block = piece * max(1, (1 << 20) // len(piece))
    for _ in range(total // len(block)):
        yield block


def bomb(piece, head=b"", tail=b"", total=GIGABYTE):
    """A .docx whose document.xml inflates to `total` bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", docx_writer.CONTENT_TYPES)
        archive.writestr("_rels/.rels", docx_writer.ROOT_RELS)
        with archive.open("word/document.xml", "w", force_zip64=False) as part:
            part.write(head)
            for block in repeated(piece, total):
                part.write(block)
            part.write(tail)
    return out.getvalue()


def lying(archive, claimed):
    """The same zip with every inflated size over 1 MB said to be `claimed`."""
    data = bytearray(archive)
    for magic, size_at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = data.find(magic)
        while place >= 0:
            if struct.unpack_from("<I", data, place + size_at)[0] > 1 << 20:
                struct.pack_into("<I", data, place + size_at, claimed)
            place = data.find(magic, place + 4)
    return bytes(data)


def many_entries(count):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for index in range(count):
            archive.writestr(zipfile.ZipInfo(f"word/media/{index}.xml"), b"x")
        archive.writestr("word/document.xml", BODY_OPEN + BODY_CLOSE)
        archive.writestr("[Content_Types].xml", docx_writer.CONTENT_TYPES)
        archive.writestr("_rels/.rels", docx_writer.ROOT_RELS)
    return out.getvalue()


def locked(archive):
    """The same zip with its entries marked as encrypted."""
    data = bytearray(archive)
    for magic, flags_at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(magic)
        while place >= 0:
            data[place + flags_at] |= 1
            place = data.find(magic, place + 4)
    return bytes(data)


def _directory_entry(name, kind, child, start, size, right=0xFFFFFFFF):
    encoded = name.encode("utf-16-le") + b"\0\0" if name else b""
    return (encoded.ljust(64, b"\0") + struct.pack("<HBB", len(encoded), kind, 1)
            + struct.pack("<III", 0xFFFFFFFF, right, child) + bytes(36)
            + struct.pack("<IQ", start, size))


def encrypted_office():
    """What Word saves under a password: an OLE file with EncryptionInfo and EncryptedPackage.

    Sector 0 is the FAT, 1 the directory; each stream has eight sectors, so that none is a mini stream.
    """
    stream = 8 * 512
    header = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
              + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
              + struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0))
    header += struct.pack("<I", 0) + b"\xff\xff\xff\xff" * 108
    chain = [0xFFFFFFFD, 0xFFFFFFFE]
    for first in (2, 10):
        chain += list(range(first + 1, first + 8)) + [0xFFFFFFFE]
    fat = struct.pack("<128I", *(chain + [0xFFFFFFFF] * (128 - len(chain))))
    directory = (_directory_entry("Root Entry", 5, 1, 0xFFFFFFFE, 0)
                 + _directory_entry("EncryptionInfo", 2, 0xFFFFFFFF, 2, stream, right=2)
                 + _directory_entry("EncryptedPackage", 2, 0xFFFFFFFF, 10, stream)
                 + _directory_entry("", 0, 0xFFFFFFFF, 0, 0))
    noise = random.Random(7)
    return header + fat + directory + noise.randbytes(stream) + noise.randbytes(stream)


def pdf(objects):
    """A PDF of numbered objects, each the bytes between `obj` and `endobj`."""
    out, places = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(out)


def pdf_stream(entries, data):
    return b"<< %b /Length %d >>\nstream\n%b\nendstream" % (entries, len(data), data)


CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"


def picture_pdf():
    """A page with nothing but a grey picture: what a scanner makes."""
    page = (b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            b"/Resources << /XObject << /Im0 5 0 R >> >> >>")
    grey = zlib.compress(bytes(random.Random(3).choices([0, 255], [1, 9], k=200 * 280)))
    image = pdf_stream(b"/Type /XObject /Subtype /Image /Width 200 /Height 280 /ColorSpace /DeviceGray "
                       b"/BitsPerComponent 8 /Filter /FlateDecode", grey)
    return pdf([CATALOG, PAGES, page, pdf_stream(b"", b"q 595 0 0 842 0 0 cm /Im0 Do Q"), image])


def inflating_pdf():
    """A page whose content stream inflates to a gigabyte of text operators."""
    packer, data = zlib.compressobj(9), b""
    for block in repeated(b"BT /F1 9 Tf 10 10 Td (0) Tj ET\n", GIGABYTE):
        data += packer.compress(block)
    page = (b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << "
            b"/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>")
    return pdf([CATALOG, PAGES, page, pdf_stream(b"/Filter /FlateDecode", data + packer.flush())])


def looping_pdf():
    """A page tree that is its own child."""
    return pdf([CATALOG, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 /Parent 2 0 R >>"])
