// Typed work is never lost, each tab has the body of its address, and what is wrong is said where it
// is wrong.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { letter, password, startOffice } from './console_office.js';
import { go, inOrder, says, signedIn, widths } from './console_page.js';
import { browser, described, office } from './console_stage.js';

const enter = (width, login, at = office) => signedIn({ office: at, browser, width, login, described });

async function registered() {
  const caller = await office.as('clerk');
  return (await caller.post(`/api/organs/${office.town}/requests`, letter())).number;
}

const reason = (page) => page.getByRole('dialog').getByLabel('决定的理由');

async function decided(page, number, words) {
  await page.goto(`${office.base}/console/${office.town}/requests/${number}`);
  await page.getByRole('button', { name: '作出处理决定' }).click();
  await reason(page).fill(words);
}

async function signIn(page) {
  await page.getByLabel('登录名').fill('clerk');
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
}

for (const width of widths) {
  test(`a half-written decision survives Back, reload, the end of the session and sign-out at ${width} pixels`, async () => {
    const number = await registered();
    const page = await enter(width, 'clerk');
    await decided(page, number, '理由写到一半');
    await page.getByText(/已自动保存 \d\d:\d\d/).waitFor();
    await inOrder(page, 'draft-kept');

    await reason(page).fill('理由写到一半，没等它保存');
    await page.goBack(); // the form is in the address
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.goForward();
    await says(page.getByRole('dialog'), /已恢复.*自动保存的内容/s);
    assert.equal(await reason(page).inputValue(), '理由写到一半，没等它保存');

    await page.reload();
    await says(page.getByRole('dialog'), /已恢复/);
    assert.equal(await reason(page).inputValue(), '理由写到一半，没等它保存');
    await inOrder(page, 'draft-restored');

    await reason(page).fill('换一台电脑接着写');
    await page.getByText(/已自动保存 \d\d:\d\d/).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '返回' }).click();
    await page.getByRole('button', { name: /王经办/ }).click();
    await page.getByRole('menuitem', { name: '退出' }).click();
    await page.waitForURL(/sign-in/);
    await signIn(page);
    await page.getByRole('heading', { name: '待办' }).waitFor();
    await page.goto(`${office.base}/console/${office.town}/requests/${number}?act=decide`);
    await says(page.getByRole('dialog'), /已恢复/);
    assert.equal(await reason(page).inputValue(), '换一台电脑接着写');

    await page.getByRole('dialog').getByRole('button', { name: '放弃草稿' }).click();
    assert.equal(await reason(page).inputValue(), '');
    await page.reload();
    await reason(page).waitFor();
    assert.equal(await reason(page).inputValue(), '');
    await page.context().close();
  });

  test(`whoever's session has ended signs in over the page and goes on at ${width} pixels`, async () => {
    const number = await registered();
    const page = await enter(width, 'clerk');
    await decided(page, number, '依申请公开');
    await page.getByRole('dialog').getByLabel('处理决定').selectOption('G2');
    await page.getByText(/已自动保存/).waitFor();
    await page.context().clearCookies();
    await page.getByRole('dialog').getByRole('button', { name: '作出处理决定' }).click();
    const again = page.getByRole('dialog', { name: '登录已过期' });
    await again.waitFor();
    await inOrder(page, 'expired');
    await again.getByLabel('密码').fill('不是这个密码啊不是');
    await again.getByRole('button', { name: '登录并继续' }).click();
    await again.getByRole('alert').waitFor();
    assert.equal(await again.getByLabel('登录名').inputValue(), 'clerk');
    await again.getByLabel('密码').fill(password);
    await again.getByRole('button', { name: '登录并继续' }).click();
    await page.getByText('已记录：作出处理决定').waitFor();
    await again.waitFor({ state: 'hidden' });
    await page.context().close();
  });

  test(`all that is wrong is said at once, at its field, at ${width} pixels`, async () => {
    // Each width has a clerk of its own: what one typed is kept and would stand there again.
    const page = await enter(width, width === 390 ? 'clerk' : 'clerk2');
    await page.goto(`${office.base}/console/requests/new`);
    await page.getByLabel('收到日期').fill('2199-01-01');
    await page.getByRole('button', { name: '登记申请' }).click();
    const summary = page.getByRole('alert');
    await says(summary, /有 \d+ 处填写有误，请修改/);
    for (const wrong of [/请选择“申请渠道”/, /“收到日期”不能晚于\d{4}年\d{1,2}月\d{1,2}日（周.）/, /请填写“所需信息的描述”/]) await says(summary, wrong);
    assert.equal(await page.evaluate(() => document.activeElement?.className), 'errsum', 'it is read out');
    await inOrder(page, 'faults');
    const before = await summary.getByRole('link').count();
    await summary.getByRole('link', { name: '请填写“所需信息的描述”。' }).click();
    await page.keyboard.type('财务收支');
    assert.equal(await page.getByLabel('所需信息的描述').inputValue(), '财务收支', 'the link led to the field');
    assert.equal(await summary.getByRole('link').count(), before - 1, 'what was mended is no fault any more');
    await page.context().close();
  });

  test(`the body is in the address, and another tab is another body's at ${width} pixels`, async () => {
    const county = await enter(width, 'county');
    const year = new Date().getFullYear() - 1;
    const reports = (organ) => `${office.base}/console/${organ}/reports/${year}`;
    await county.goto(reports(office.town));
    await county.getByRole('heading', { name: /云溪县柳河镇人民政府/ }).waitFor();
    const second = await county.context().newPage();
    await second.goto(reports(office.other));
    await second.getByRole('heading', { name: /云溪县青石镇人民政府/ }).waitFor();
    await county.reload();
    await county.getByRole('heading', { name: /云溪县柳河镇人民政府/ }).waitFor();
    await second.goto(reports(office.town));
    await second.getByRole('heading', { name: /云溪县柳河镇人民政府/ }).waitFor();
    await second.close();
    // Back from a record of another body is where one was.
    await county.goto(`${office.base}/console/${office.county}/campaign/${year}`);
    await county.getByRole('link', { name: '打开云溪县青石镇人民政府的报告' }).click();
    await county.getByRole('heading', { name: /云溪县青石镇人民政府/ }).waitFor();
    await county.goBack();
    await county.getByRole('heading', { name: /下级机关/ }).waitFor();
    await county.getByRole('link', { name: '打开云溪县柳河镇人民政府的报告' }).waitFor();
    await county.context().close();
  });
}

test('an address without a body is the own body\'s', async () => {
  const page = await enter(1366, 'clerk');
  await page.goto(`${office.base}/console/requests?q=1`);
  await page.waitForURL(`${office.base}/console/${office.town}/requests?q=1`);
  await page.goto(`${office.base}/console/no/such/page`);
  await page.getByRole('heading', { name: '没有这个页面' }).waitFor();
  await inOrder(page, 'no-page');
  await page.getByRole('link', { name: '回到待办' }).click();
  await page.waitForURL(`${office.base}/console/${office.town}`);
  await page.context().close();
});

test('a list keeps its filters and its place while a record of it is looked at', async () => {
  for (let i = 0; i < 3; ++i) await registered();
  const page = await enter(1366, 'clerk');
  await page.goto(`${office.base}/console/${office.town}/requests?state=handling&sort=-number`);
  await page.locator('[data-row]').first().waitFor();
  await page.getByRole('button', { name: /申请编号/ }).click();
  await page.waitForURL(/sort=number/);
  assert.equal(await page.getByRole('columnheader', { name: /申请编号/ }).getAttribute('aria-sort'), 'ascending');
  await inOrder(page, 'list');
  await page.locator('[data-row] a').first().click();
  await page.getByText('可办理事项').waitFor();
  await page.getByRole('link', { name: '依申请公开' }).last().click();
  await page.waitForURL(/state=handling/);
  assert.match(page.url(), /sort=number/);
  await page.getByRole('combobox', { name: '申请渠道' }).selectOption('fax');
  await page.getByText('没有符合条件的申请').waitFor();
  await says(page.locator('.empty'), /“办理中”.*“传真”/s);
  await inOrder(page, 'no-hits');
  await page.getByRole('button', { name: '清除条件' }).click();
  await page.locator('[data-row]').first().waitFor();
  await page.context().close();
});

test('two windows do not write over each other', async () => {
  const number = await registered();
  const page = await enter(1366, 'clerk');
  await decided(page, number, '第一个窗口');
  await page.getByText(/已自动保存/).waitFor();
  const second = await page.context().newPage();
  await second.goto(`${office.base}/console/${office.town}/requests/${number}?act=decide`);
  await says(second.getByRole('dialog'), /已恢复/);
  await reason(second).fill('第二个窗口');
  await second.getByText(/已自动保存/).waitFor();
  await reason(page).fill('第一个窗口又写');
  await page.getByText('在另一个窗口里已有新的草稿').waitFor();
  assert.equal(await reason(page).inputValue(), '第一个窗口又写');
  await page.getByRole('button', { name: '改用另一份草稿' }).click();
  await page.getByText('在另一个窗口里已有新的草稿').waitFor({ state: 'hidden' });
  assert.equal(await reason(page).inputValue(), '第二个窗口');
  await page.context().close();
});

test('a server that is gone is told of, and a click says why nothing opened', async () => {
  const passing = await startOffice();
  const page = await enter(1366, 'clerk', passing);
  await go(page, '依申请公开');
  await page.getByRole('heading', { name: '依申请公开' }).waitFor();
  await passing.stop();
  await go(page, '台账');
  await says(page.getByRole('alert').first(), /没有打开“台账”|连接中断/);
  await page.context().close();
});
