import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { follow, looksRight, openPage, startBrowser } from './harness.js';
import { startOffice } from './office.js';

const widths = [390, 1280];
let office, browser;

before(async () => {
  office = await startOffice();
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  assert.equal(await office?.stop(), 0, 'SIGTERM ends the server cleanly');
});

const page_of = (rest) => `${office.base}/organs/${office.town}${rest}`;
const next = (page) => follow(page, page.getByRole('button', { name: '下一步' }));
const today = () => new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10);
const later = (days) => new Date(Date.now() + days * 86400e3).toISOString().slice(0, 10);

// Answers all questions and comes to the last step; `seen` is called on each page.
async function answer(page, subject, seen = async () => {}) {
  await page.goto(page_of('/apply'));
  await seen('apply-kind');
  await page.getByLabel('自然人').check();
  await next(page);
  await seen('apply-who');
  await page.getByLabel('姓名', { exact: true }).fill('王小明');
  await page.getByLabel('证件号码').fill('护照E00000001');
  await next(page);
  await seen('apply-what');
  await page.getByLabel('信息的名称或者文号').fill(subject);
  await next(page);
  await seen('apply-how');
  await page.getByLabel('发到电子邮箱').check();
  await page.getByLabel('电子邮箱', { exact: true }).fill('xiaoming@example.cn');
  await page.getByLabel('电话').fill('13800000000');
  await next(page);
  await seen('apply-check');
}

async function receipt(page) {
  await page.waitForSelector('.receipt');
  return {
    number: await page.locator('.keys dd').first().innerText(),
    code: await page.locator('.keys dd.code').innerText(),
  };
}

async function track(page, { number, code }) {
  await page.goto(page_of('/track'));
  await page.getByLabel('申请编号').fill(number);
  await page.getByLabel('查询码').fill(code);
  await follow(page, page.getByRole('button', { name: '查询进度' }));
}

for (const width of widths) {
  test(`apply, correct, track at ${width} pixels`, async () => {
    const page = await openPage(browser, width);
    const addresses = [];
    page.on('request', (it) => addresses.push(it.url() + (it.headers().referer ?? '')));
    await answer(page, `2024年村级财务收支情况，${width}`, (name) =>
      looksRight(page, `${name}-${width}`));
    await follow(page, page.getByRole('button', { name: '提交申请' }));
    const keys = await receipt(page);
    await looksRight(page, `receipt-${width}`);
    await page.getByText('逐日看怎样计算').click();
    await looksRight(page, `receipt-count-${width}`);

    const path = `/api/organs/${office.town}/requests/${keys.number}/acts`;
    await office.call('clerk', 'POST', path, { kind: 'confirm', on: today(), seen: 1 });
    await office.call('clerk', 'POST', path, {
      kind: 'ask_correction', on: today(), until: later(20), words: '请写明是哪个村。', seen: 2,
    });
    await track(page, keys);
    assert.ok(await page.getByText('请写明是哪个村。').isVisible());
    await looksRight(page, `track-correct-${width}`);
    await page.getByLabel('补正的内容').fill('柳河村');
    await follow(page, page.getByRole('button', { name: '提交补正' }));
    await page.getByText('已经收到您写的内容').waitFor();
    await looksRight(page, `track-corrected-${width}`);

    await office.call('clerk', 'POST', path, {
      kind: 'consult', on: today(), party: 'third_party', words: '请提出意见。', seen: 4,
    });
    await track(page, keys);
    assert.match(await page.locator('.clock .summary').innerText(), /暂停计算/);
    await looksRight(page, `track-paused-${width}`);
    for (const address of addresses)
      for (const canary of ['王小明', 'E00000001', 'xiaoming', '13800000000', keys.code])
        assert.ok(!decodeURIComponent(address).includes(canary), `${canary} in ${address}`);
    await page.context().close();
  });

  test(`the same without script at ${width} pixels, and withdrawn`, async () => {
    const page = await openPage(browser, width, { javaScriptEnabled: false });
    await answer(page, `另一件，${width}`);
    await follow(page, page.getByRole('button', { name: /修改\s*信息的名称/ }));
    await page.getByLabel('信息的名称或者文号').fill(`又一件，${width}`);
    await next(page);
    assert.match(await page.locator('.answers').innerText(), /又一件/);
    await follow(page, page.getByRole('button', { name: '提交申请' }));
    const keys = await receipt(page);
    await track(page, keys);
    await page.getByText('撤回申请', { exact: true }).click();
    await follow(page, page.getByRole('button', { name: '确定撤回申请' }));
    await page.getByText('已经登记：申请撤回').waitFor();
    assert.match(await page.locator('.timeline').innerText(), /申请人撤回申请/);
    await page.context().close();
  });
}

test('what is missing is named on top, and the link leads to the field', async () => {
  const page = await openPage(browser, 390);
  page.expected = /status of 422/;
  await page.goto(page_of('/apply'));
  await next(page);
  await looksRight(page, 'apply-wrong-390');
  await page.getByRole('alert').getByRole('link').first().click();
  await page.waitForURL((url) => url.hash === '#kind');
  await page.getByLabel('自然人').check();
  await next(page);
  await page.getByLabel('姓名', { exact: true }).fill('王小明');
  await next(page);
  assert.equal(await page.getByLabel('姓名', { exact: true }).inputValue(), '王小明');
  assert.match(await page.title(), /^请修改/);
  await page.context().close();
});

test('a double click and a page loaded again make one request', async () => {
  const page = await openPage(browser, 1280);
  await answer(page, '按两下');
  await page.getByRole('button', { name: '提交申请' }).dblclick();
  const first = await receipt(page);
  await page.reload();
  assert.deepEqual(await receipt(page), first);
  const { requests } = await office.call('clerk', 'GET', `/api/organs/${office.town}/requests`);
  assert.equal(requests.filter((it) => it.number > first.number).length, 0);
  await page.context().close();
});

test('the whole way by keyboard', async () => {
  const page = await openPage(browser, 1280);
  await page.goto(page_of('/apply'));
  await page.locator('#kind').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('#name').waitFor();
  await page.locator('#name').focus();
  await page.keyboard.type('王小明');
  await page.keyboard.press('Tab');
  await page.keyboard.type('护照E00000001');
  await page.keyboard.press('Enter'); // goes on, not back
  await page.locator('#subject').waitFor();
  await page.locator('#subject').focus();
  await page.keyboard.type('键盘填写的申请');
  await page.keyboard.press('Enter');
  await page.locator('#wished').waitFor();
  await page.context().close();
});

test('a number without its code opens nothing', async () => {
  const page = await openPage(browser, 390);
  page.expected = /status of 4\d\d/;
  await track(page, { number: '2026-0001', code: 'AAAAAAAA' });
  assert.match(await page.getByRole('alert').innerText(), /没有找到这件申请/);
  await looksRight(page, 'track-wrong-390');
  await page.context().close();
});

for (const [name, label] of [['large', '长辈版'], ['contrast', '高对比']]) {
  test(`${label} is in order on every step`, async () => {
    const page = await openPage(browser, 390);
    await page.goto(page_of('/apply'));
    await page.getByLabel('自然人').check();
    await next(page);
    await page.getByLabel('姓名', { exact: true }).fill('王小明');
    await follow(page, page.getByRole('button', { name: label }));
    assert.equal(await page.getByLabel('姓名', { exact: true }).inputValue(), '王小明');
    await answer(page, `给长辈看的，${name}`, (step) => looksRight(page, `${step}-${name}-390`));
    await follow(page, page.getByRole('button', { name: '提交申请' }));
    const keys = await receipt(page);
    await looksRight(page, `receipt-${name}-390`);
    await track(page, keys);
    await looksRight(page, `track-${name}-390`);
    await page.context().close();
  });
}

test('the receipt prints without the frame', async () => {
  const page = await openPage(browser, 1280);
  await answer(page, '打印的');
  await follow(page, page.getByRole('button', { name: '提交申请' }));
  await receipt(page);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.banner').isVisible(), false);
  assert.equal(await page.locator('.keys').isVisible(), true);
  await page.context().close();
});
