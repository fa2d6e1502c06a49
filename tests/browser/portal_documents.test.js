import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { follow, looksRight, openPage, shot, startBrowser } from './harness.js';
import { startOffice } from './office.js';

const widths = [390, 1280];
const day = (before) => new Date(Date.now() - before * 86400e3).toISOString().slice(0, 10);
let office, browser, rule;

// Drafted and published over the API, by a clerk and another who reviews.
async function publish(content, file) {
  const all = `/api/organs/${office.town}/documents`;
  const { number } = await office.call('clerk', 'POST', all, {
    kind: 'information', channels: ['website'], abstract: '内容概述', formed_on: day(9), subject_class: 1, ...content,
  });
  const it = `${all}/${number}`;
  const act = (login, more) => office.call(login, 'POST', `${it}/acts`, more);
  let seen = 1;
  if (file) {
    await office.upload('clerk', `${it}/attachments?file_name=${encodeURIComponent(file.name)}&seen=1`,
      file.bytes);
    seen = 2;
  }
  const text = seen - 1;
  await act('clerk', { kind: 'submit', seen });
  await act('reviewer', {
    kind: 'review', refers_to: text, verdict: 'public', secrecy_checked: true, seen: seen + 1,
  });
  await act('clerk', { kind: 'publish', seen: seen + 2 });
  return number;
}

before(async () => {
  office = await startOffice();
  browser = await startBrowser();
  rule = await publish({
    title: '柳河镇村级财务公开办法', kind: 'normative_document', document_number: '柳政发〔2026〕3号',
    issued_on: day(9), keywords: ['村级财务'],
    body: '柳河镇村级财务公开办法\n第一章 总则\n为规范村级财务公开，制定本办法。\n第二章 公开\n每季度公开一次。',
  }, { name: '公开表格.csv', bytes: '项目,金额\n水费,12\n' });
  await publish({
    title: '《柳河镇村级财务公开办法》解读', kind: 'interpretation', interprets: `document/${rule}`,
    body: '为什么要公开，怎样公开。',
  });
  for (let i = 1; i <= 21; i++)
    await publish({ title: `第${i}期防汛通报`, subject_class: 12, body: '水位正常。' });
});

after(async () => {
  await browser?.close();
  assert.equal(await office?.stop(), 0, 'SIGTERM ends the server cleanly');
});

const page_of = (rest) => `${office.base}/organs/${office.town}${rest}`;

for (const width of widths) {
  for (const script of [true, false]) {
    test(`from the front page to an attachment at ${width} pixels, ${
      script ? 'with' : 'without'} script`, async () => {
      const page = await openPage(browser, width, { javaScriptEnabled: script });
      const seen = (name) => (script ? looksRight(page, `${name}-${width}`) : undefined);
      await page.goto(office.base + '/');
      await seen('front');
      await follow(page, page.getByRole('link', { name: '云溪县柳河镇人民政府', exact: true }));
      await seen('platform');
      await follow(page, page.getByRole('link', { name: '法定主动公开内容' }).first());
      await seen('documents');
      assert.equal(await page.locator('.documents li').count(), 20);
      await follow(page, page.getByRole('link', { name: '下一页' }));
      assert.equal(await page.locator('.documents li').count(), 3);
      await follow(page, page.locator('.tree').getByRole('link', { name: /法规、规章和规范性文件/ }));
      assert.equal(await page.locator('.documents li').count(), 2);
      await page.getByRole('searchbox').fill('村级财务');
      await follow(page, page.getByRole('button', { name: '检索' }));
      await follow(page, page.getByRole('link', { name: '柳河镇村级财务公开办法', exact: true }));
      await seen('document');
      assert.equal(await page.locator('.validity').first().innerText(), '现行有效');
      assert.match(await page.locator('.document-text h2').first().innerText(), /第一章 总则/);
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: '公开表格.csv' }).click();
      const saved = await download;
      assert.equal(saved.suggestedFilename(), '公开表格.csv');
      assert.equal(readFileSync(await saved.path(), 'utf8'), '项目,金额\n水费,12\n');
      await follow(page, page.getByRole('link', { name: '《柳河镇村级财务公开办法》解读' }));
      await follow(page, page.getByRole('link', { name: '柳河镇村级财务公开办法', exact: true }));
      await page.context().close();
    });
  }

  test(`guide, rules and reports are in order at ${width} pixels`, async () => {
    const page = await openPage(browser, width);
    for (const column of ['guide', 'rules', 'reports', 'documents?q=没有的']) {
      await page.goto(page_of('/' + column));
      await looksRight(page, `column-${column.replace(/\W.*/, '-none')}-${width}`);
    }
    await page.goto(office.base + `/organs/${office.county}/reports/2025/all`);
    assert.match(await page.locator('.summary').innerText(), /应有 2 个机关，已公布 0 个/);
    await looksRight(page, `roll-up-${width}`);
    await page.context().close();
  });
}

test('whoever asks for what is public is told so before he asks', async () => {
  const page = await openPage(browser, 390);
  await page.goto(page_of('/apply'));
  await page.getByLabel('自然人').check();
  await follow(page, page.getByRole('button', { name: '下一步' }));
  await page.getByLabel('姓名', { exact: true }).fill('王小明');
  await page.getByLabel('证件号码').fill('护照E00000001');
  await follow(page, page.getByRole('button', { name: '下一步' }));
  await page.getByLabel('信息的名称或者文号').fill('村级财务公开办法');
  await follow(page, page.getByRole('button', { name: '先看看是否已经公开' }));
  const found = page.locator('.suggested').getByRole('link', { name: '柳河镇村级财务公开办法', exact: true });
  assert.ok(await found.isVisible());
  await looksRight(page, 'apply-suggested-390');
  await page.context().close();
});

test('a repealed document stays, marked; one withdrawn is not found', async () => {
  const page = await openPage(browser, 390);
  const acts = `/api/organs/${office.town}/documents/${rule}/acts`;
  await office.call('clerk', 'POST', acts, { kind: 'repeal', ends_on: day(0), seen: 5 });
  await page.goto(page_of('/documents?kind=normative_document'));
  assert.match(await page.locator('.validity').innerText(), /废止/);
  await follow(page, page.locator('.documents a').first());
  await looksRight(page, 'document-repealed-390');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.banner').isVisible(), false);
  await shot(page, 'document-print');
  const address = page.url();
  await office.call('clerk', 'POST', acts, { kind: 'withdraw', words: '含有个人信息', seen: 6 });
  await page.goto(address);
  assert.match(await page.locator('main').innerText(), /没有这份文件，或者它不再公开/);
  await page.context().close();
});
