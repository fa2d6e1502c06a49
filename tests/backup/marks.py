"""What is personal or not yet public, with marks in it, and the search for them in everything that leaves the
program: the data folder, backups, archives, logs and public answers."""
import json
import re
import zlib

APPLICANT = {"name": "金丝雀一号", "id_number": "护照E7700CANARY", "phone": "0000-7788990",
             "email": "canary-one@example.invalid", "address": "云溪县金丝雀巷九号", "agent": "金丝雀代理人"}
ASKED, TYPED, WRITTEN = "金丝雀想知道的事", "金丝雀还没有写完", "金丝雀信里的话"
WRITER = {"name": "金丝雀二号", "phone": "0000-6677889"}
MARKS = [*APPLICANT.values(), ASKED, TYPED, WRITTEN, *WRITER.values()]


def send(visitor, method, address, content):
    answer = visitor.send(method, address, json.dumps(content).encode(), "application/json")
    if answer.status not in (200, 201):
        raise SystemExit(f"{address} answers {answer.status}: {answer.text()}")
    return answer.json()


def leave(visitor):
    """An application, a letter and something half typed, all marked. The paths of the two cases."""
    organ, today = visitor.account["organ"], visitor.account["today"]
    request = send(visitor, "POST", f"/api/organs/{organ}/requests", {
        "channel": "in_person", "applicant_kind": "natural_person", "wished": "post", "content": ASKED,
        "received_on": today, "applicant": APPLICANT})
    message = send(visitor, "POST", f"/api/organs/{organ}/messages", {
        "source": "hotline", "matter": "help", "reply_wished": True, "title": WRITTEN, "content": WRITTEN,
        "on": today, "writer": WRITER})
    send(visitor, "PUT", f"/api/organs/{organ}/drafts/register-new", {"content": {"content": TYPED}})
    return (f"/api/organs/{organ}/requests/{request['number']}", f"/api/organs/{organ}/messages/{message['number']}",
            f"/api/organs/{organ}/drafts/register-new")


def ways_of_writing(mark):
    """As it is, as JSON escapes it, as addresses do, and in UTF-16."""
    escaped = json.dumps(mark)[1:-1]
    quoted = "".join(f"%{byte:02X}" for byte in mark.encode())
    return {mark.encode(), escaped.encode(), escaped.upper().replace("\\U", "\\u").encode(), quoted.encode(),
            mark.encode("utf-16-le")}


WANTED = {way: mark for mark in MARKS for way in ways_of_writing(mark)}
ANY = re.compile(b"|".join(re.escape(way) for way in sorted(WANTED, key=len, reverse=True)))


def unpacked(data):
    """What deflate has packed in it, as far as it can be found by its heads."""
    for head in (b"\x78\x01", b"\x78\x9c", b"\x78\xda", b"\x1f\x8b\x08"):
        start = data.find(head)
        while start >= 0:
            try:
                yield zlib.decompressobj(47).decompress(data[start:], 1 << 24)
            except zlib.error:
                pass
            start = data.find(head, start + 1)


def marks_in(data):
    found = {WANTED[hit] for hit in ANY.findall(data)}
    for inner in unpacked(data):
        found |= {WANTED[hit] for hit in ANY.findall(inner)}
    return sorted(found)


def marks_below(folder):
    """A line for each file below a folder that holds a mark."""
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        for mark in marks_in(path.read_bytes()):
            yield f"{path.relative_to(folder)} holds {mark}"
