import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import {
  demoFile, follow, looksRight, openPage, overflow, shot, startBrowser, startServer,
} from './harness.js';

const widths = [390, 1280];
let server, browser;

before(async () => {
  server = await startServer();
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  assert.equal(await server?.stop(), 0, 'SIGTERM ends the server cleanly');
});

const open = (width, options) => openPage(browser, width, options);

async function firstWrongReport(page) {
  await page.goto(server.base + '/');
  return page.locator('a.report:has(.verdict.error)').first().getAttribute('href');
}

for (const width of widths) {
  test(`every page is in order at ${width} pixels`, async () => {
    const page = await open(width);
    for (const path of ['/', '/check', '/rules', '/term', '/open', '/help']) {
      await page.goto(server.base + path);
      await looksRight(page, `${path.slice(1) || 'reports'}-${width}`);
    }
    await page.goto(server.base + (await firstWrongReport(page)));
    await looksRight(page, `report-${width}`);
    await page.context().close();
  });

  for (const ending of ['.docx', '.pdf']) {
    test(`a ${ending} is uploaded and its findings seen at ${width} pixels`, async () => {
      const page = await open(width);
      await page.goto(server.base + '/check');
      await page.setInputFiles('#file', demoFile(ending));
      assert.match(await page.locator('[data-chosen]').innerText(), /已选择/);
      await follow(page, page.getByRole('button', { name: '检查报告' }));
      assert.match(await page.locator('.summary').innerText(), /读出 \d+ 个数据/);
      assert.equal(await page.locator('table.form').count(), 3);
      await looksRight(page, `checked${ending.replace('.', '-')}-${width}`);
      await page.context().close();
    });
  }
}

for (const width of widths) {
  test(`a term is asked for and drawn at ${width} pixels`, async () => {
    const page = await open(width, { javaScriptEnabled: false });
    await page.goto(server.base + '/term');
    await page.fill('#from', '2025-01-15');
    await follow(page, page.getByRole('button', { name: '计算期限' }));
    assert.match(await page.locator('.summary').innerText(), /2025年2月18日（星期二）/);
    assert.match(await page.locator('.day.end').innerText(), /18\s+第20日\s+届满/);
    assert.ok((await overflow(page)) <= 0, 'scrolls sideways');
    await page.context().close();
  });

  test(`terms are in order at ${width} pixels, for the elderly and in high contrast too`, async () => {
    const page = await open(width);
    const views = [['', ''], ['large', '?large=1'], ['contrast', '?contrast=1']];
    for (const [name, view] of views) {
      if (view) await page.goto(`${server.base}/view${view}`);
      await page.goto(server.base + '/term?from=2026-12-15&days=20');
      await looksRight(page, `term-guess-${name}${width}`);
      await page.goto(server.base + '/term?from=2025-01-15&days=40');
      await looksRight(page, `term-${name}${width}`);
      page.expected = /status of 422/;
      await page.goto(server.base + '/term?from=2025-02-30&days=x');
      await looksRight(page, `term-wrong-${name}${width}`);
    }
    await page.context().close();
  });
}

test('a finding leads to its cell and the cell back to the finding', async () => {
  const page = await open(1280);
  await page.goto(server.base + (await firstWrongReport(page)));
  const link = page.locator('.finding.error .places a[href^="#c-"]').first();
  const cell = await link.getAttribute('href');
  await link.click();
  await page.waitForURL((url) => url.hash === cell);
  assert.ok(await page.locator(`${cell}.error`).isVisible());
  const back = page.locator(`${cell} a.badge`).first();
  const finding = await back.getAttribute('href');
  await back.click();
  await page.waitForURL((url) => url.hash === finding);
  assert.ok(await page.locator(finding).isVisible());
  await page.context().close();
});

test('the whole check works without script', async () => {
  const page = await open(390, { javaScriptEnabled: false });
  await page.goto(server.base + '/check');
  await page.setInputFiles('#file', demoFile('.docx'));
  await follow(page, page.getByRole('button', { name: '检查报告' }));
  assert.match(await page.locator('.summary').innerText(), /读出 \d+ 个数据/);
  assert.equal(await page.locator('[data-print]').isVisible(), false);
  await shot(page, 'checked-no-script-390');
  await page.context().close();
});

test('the check can be done by keyboard alone', async () => {
  const page = await open(1280);
  await page.goto(server.base + '/check');
  for (let i = 0; i < 30; i++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate('document.activeElement.id === "file"')) break;
  }
  assert.equal(await page.evaluate('document.activeElement.id'), 'file');
  // A loaded machine may drop a key press that comes before the page takes input: press again.
  let chooser = null;
  await page.bringToFront();
  for (let press = 0; press < 8 && !chooser; press++) {
    const opened = page.waitForEvent('filechooser', { timeout: 5000 }).catch(() => null);
    await page.keyboard.press(press % 2 === 0 ? 'Enter' : 'Space'); // either opens a file field
    chooser = await opened;
  }
  assert.ok(chooser, 'neither Enter nor Space on the file field opens a chooser');
  await chooser.setFiles(demoFile('.docx'));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.summary');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate('document.activeElement.className'), 'skip');
  await page.context().close();
});

test('the downloads of a check are made by the page itself', async () => {
  const page = await open(1280, { acceptDownloads: true });
  await page.goto(server.base + '/check');
  await page.setInputFiles('#file', demoFile('.docx'));
  await follow(page, page.getByRole('button', { name: '检查报告' }));
  const save = async (name) => {
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name }).click();
    return readFileSync(await (await download).path(), 'utf8');
  };
  const json = JSON.parse(await save('下载数据（JSON）'));
  assert.ok(json.report.cells['requests.new_received.total']);
  assert.ok(Array.isArray(json.findings));
  assert.match(await save('下载表格（CSV）'), /^\uFEFForgan,year,form,cell/);
  assert.match(await save('下载可打印的网页'), /<style>[^<]*\.form/);
  await page.context().close();
});

test('a file that is no report is answered in words, with the form again', async () => {
  const page = await open(390);
  page.expected = /status of 422/;
  await page.goto(server.base + '/check');
  await page.setInputFiles('#file', {
    name: 'x.txt', mimeType: 'text/plain', buffer: Buffer.from('今天天气很好。'),
  });
  const answer = page.waitForResponse((it) => it.request().method() === 'POST');
  await follow(page, page.getByRole('button', { name: '检查报告' }));
  assert.equal((await answer).status(), 422);
  assert.ok(await page.getByRole('alert').isVisible());
  assert.ok(await page.locator('#file').isVisible());
  await looksRight(page, 'refused-390');
  await page.context().close();
});

test('a file beyond the limit is answered in words', async () => {
  const page = await open(390);
  await page.goto(server.base + '/check');
  await page.setInputFiles('#file', {
    name: 'x.docx', mimeType: 'application/octet-stream', buffer: Buffer.alloc(21 << 20),
  });
  await page.getByRole('button', { name: '检查报告' }).click();
  await page.getByText('一次最多上传 20 MB').waitFor();
  await page.context().close();
});

for (const [name, label] of [['large', '长辈版'], ['contrast', '高对比']]) {
  test(`${label} is switched by a link, kept, and in order`, async () => {
    const page = await open(390, { javaScriptEnabled: true });
    const report = await firstWrongReport(page);
    await page.goto(server.base + '/check');
    await follow(page, page.getByRole('link', { name: label }));
    assert.ok(page.url().endsWith('/check'));
    for (const path of ['/', '/check', report]) {
      await page.goto(server.base + path);
      assert.ok(await page.locator(`html.${name}`).count());
      await looksRight(page, `${name}-${path === report ? 'report' : path.slice(1) || 'reports'}-390`);
    }
    await follow(page, page.getByRole('link', { name: '退出' + label }));
    assert.equal(await page.locator(`html.${name}`).count(), 0);
    await page.context().close();
  });
}

test('a report prints without the frame', async () => {
  const page = await open(1280);
  await page.goto(server.base + (await firstWrongReport(page)));
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.banner').isVisible(), false);
  await page.setViewportSize({ width: 720, height: 1000 });
  await shot(page, 'report-print');
  await page.context().close();
});

test('wide screens are used', async () => {
  const page = await open(1920);
  await page.goto(server.base + (await firstWrongReport(page)));
  await looksRight(page, 'report-1920');
  await page.context().close();
});

test('an empty list says why it is empty', async () => {
  const empty = await startServer({ empty: true });
  const page = await open(390);
  await page.goto(empty.base + '/');
  assert.ok(await page.getByText('这里还没有年度报告').isVisible());
  await looksRight(page, 'empty-390');
  await page.context().close();
  await empty.stop();
});
