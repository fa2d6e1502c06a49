// A large attachment over a connection that breaks.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import net from 'node:net';
import { after, before, test } from 'node:test';
import { startOffice } from './console_office.js';
import { description, signedIn, widths } from './console_page.js';
import { axeFaults, overflow, shot, startBrowser } from './harness.js';

let office, browser, described;

before(async () => {
  office = await startOffice();
  browser = await startBrowser();
  described = await description(office.base);
});

const ways = [];

after(async () => {
  await browser?.close();
  for (const way of ways) way.stop();
  assert.equal(await office?.stop(), 0, 'SIGTERM ends the server cleanly');
});

// The way to the server, which is cut after so many bytes, and again after so many more:
// {base, cutAfter(...bytes), cuts(), stop()}.
async function startWay(base) {
  const there = Number(new URL(base).port);
  const open = new Set();
  let left = Infinity, more = [], shutUntil = 0, cuts = 0;
  const cut = () => {
    left = more.shift() ?? Infinity;
    ++cuts;
    shutUntil = Date.now() + 1500;
    for (const socket of open) socket.destroy();
  };
  const way = net.createServer((socket) => {
    if (Date.now() < shutUntil) return socket.destroy();
    const other = net.connect(there, '127.0.0.1');
    for (const one of [socket, other]) {
      open.add(one);
      one.on('error', () => undefined);
      one.on('close', () => {
        open.delete(one);
        socket.destroy();
        other.destroy();
      });
    }
    socket.on('data', (bytes) => {
      left -= bytes.length;
      if (left < 0) return cut();
      other.write(bytes);
    });
    other.pipe(socket);
  });
  await new Promise((done) => way.listen(0, '127.0.0.1', done));
  return {
    base: `http://127.0.0.1:${way.address().port}`,
    cutAfter: (first, ...later) => {
      left = first;
      more = later;
    },
    cuts: () => cuts,
    stop: () => {
      for (const socket of open) socket.destroy();
      way.close();
    },
  };
}

for (const width of widths)
  test(`an upload whose connection is cut twice arrives whole at ${width} pixels`, async () => {
    const clerk = await office.as('clerk');
    const made = await clerk.post(`/api/organs/${office.town}/documents`, {
      title: `关于公布村级财务收支的通知（${width}）`, abstract: '各村收支。', kind: 'information', subject_class: 7,
      formed_on: '2026-01-05', body: '各村收支如下。', channels: ['website'], source: '柳河镇人民政府',
    });
    const way = await startWay(office.base);
    ways.push(way);
    const page = await signedIn({ office: { ...office, base: way.base }, browser, width, login: 'clerk', described });
    const address = `/console/${office.town}/documents/${made.number}`;
    await page.goto(way.base + address);
    const bytes = randomBytes(11_000_000);
    await page.getByLabel('选择附件').setInputFiles({ name: '收支明细.xlsx', mimeType: 'application/octet-stream', buffer: bytes });
    way.cutAfter(6_000_000, 2_000_000); // in the middle of the second part, and once more in it
    await page.getByRole('button', { name: '上传附件' }).click();
    await page.getByText(/连接中断，正在重试/).waitFor({ timeout: 60_000 });
    // The browser itself notes that the connection broke: no fault of the page.
    assert.deepEqual(await axeFaults(page), []);
    assert.ok((await overflow(page)) <= 0, 'scrolls sideways');
    await shot(page, `upload-waits-${width}`);
    await page.getByRole('button', { name: '收支明细.xlsx', exact: true }).waitFor({ timeout: 120_000 });
    assert.equal(way.cuts(), 2);
    assert.equal(await page.getByText(/连接中断/).count(), 0);
    assert.deepEqual(page.faults.filter((it) => !/ERR_/.test(it)), []);
    const kept = await fetch(`${office.base}/api/organs/${office.town}/documents/${made.number}/attachments/${encodeURIComponent('收支明细.xlsx')}`,
      { headers: { Cookie: clerk.cookie } });
    const digest = (all) => createHash('sha256').update(all).digest('hex');
    assert.equal(digest(Buffer.from(await kept.arrayBuffer())), digest(bytes), 'the same bytes');
    await shot(page, `upload-done-${width}`);
    await page.context().close();
  });
