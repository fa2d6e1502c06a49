import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { letter, startOffice } from './console_office.js';
import { description, inOrder, says, signedIn, widths } from './console_page.js';
import { root, startBrowser } from './harness.js';

let office, browser, described;
const year = new Date().getFullYear() - 1;

before(async () => {
  office = await startOffice();
  const clerk = await office.as('clerk');
  const requests = `/api/organs/${office.town}/requests`;
  const { number } = await clerk.post(requests, letter({ received_on: `${year}-03-03`, submitted_on: `${year}-03-03` }));
  await clerk.post(`${requests}/${number}/acts`, {
    kind: 'decide', on: `${year}-03-20`, seen: 1, items: [{ item: 1, code: 'G2' }],
  });
  await clerk.post(`${requests}/${number}/acts`, { kind: 'deliver', on: `${year}-03-21`, seen: 2, delivery: 'post' });
  browser = await startBrowser();
  described = await description(office.base);
});

after(async () => {
  await browser?.close();
  assert.equal(await office?.stop(), 0, 'SIGTERM ends the server cleanly');
});

const enter = (width, login) => signedIn({ office, browser, width, login, described });

async function prepared(page) {
  await page.getByLabel('存在的主要问题').fill('主动公开的时效有待提高。');
  await page.getByLabel('改进情况').fill('每月核对一次应公开未公开的信息。');
  await page.getByRole('button', { name: '编制年度报告' }).click();
  await page.getByRole('button', { name: '报送年度报告' }).waitFor();
}

for (const width of widths) {
  test(`a figure opens down to its acts at ${width} pixels`, async () => {
    const page = await enter(width, 'clerk');
    await page.goto(`${office.base}/console/reports/${year}`);
    const cell = page.locator('[data-cell="requests.result_granted.natural_person"]');
    assert.equal(await cell.innerText(), '1');
    await inOrder(page, 'report');
    await cell.click();
    const drawer = page.getByRole('dialog', { name: '数据来源明细' });
    await inOrder(page, 'cell');
    await drawer.getByRole('link', { name: /^申请 / }).click();
    await page.getByText(/› 申请 \d{4}-/).waitFor();
    assert.ok(page.url().includes(`/console/${office.town}/requests/`), 'the link says whose it is');
    await page.context().close();
  });

  test(`letters and proposals of the year come as a sentence into the part that the clerk chooses at ${width} pixels`, async () => {
    // Each width has a body of its own: what one typed is kept and would stand there again.
    const [login, organ] = width === 390 ? ['clerk', office.town] : ['clerk2', office.other];
    const caller = await office.as(login), messages = `/api/organs/${organ}/messages`;
    const { number } = await caller.post(messages, {
      on: `${year}-03-03`, source: 'head_mailbox', matter: 'help', reply_wished: true, title: '修路', content: '路坏了',
    });
    await caller.post(`${messages}/${number}/acts`, { kind: 'accept', on: `${year}-03-04`, seen: 1 });
    await caller.post(`${messages}/${number}/acts`, { kind: 'reply', on: `${year}-03-05`, seen: 2, by_way: 'letter', answer: '已修' });
    const now = new Date(Date.now() + 8 * 3600e3);
    const today = `${now.getUTCFullYear()}年${now.getUTCMonth() + 1}月${now.getUTCDate()}日`;
    const said = `本年度办理县长信箱1件，共1件，其中按期答复1件；办结来信0件（截至${today}）。`;

    const page = await enter(width, login);
    await page.goto(`${office.base}/console/reports/${year - 1}`);
    const propose = page.getByRole('button', { name: '引用来信和建议提案的件数' });
    await propose.click();
    await page.getByText(`${year - 1}年没有登记来信，也没有承办建议提案。`).waitFor();
    await page.goto(`${office.base}/console/reports/${year}`);
    for (const [part, label] of [['第一部分', '主动公开情况'], ['第六部分', '其他需要报告的事项']]) {
      await propose.click();
      await says(page.locator('.counts'), new RegExp(said));
      await page.getByLabel(`${part}：${label}`).check();
      await inOrder(page, 'report-counts');
      await page.getByRole('button', { name: '写入报告' }).click();
      assert.equal(await page.getByLabel(label, { exact: true }).inputValue(), said);
    }
    await inOrder(page, 'report-words');
    await page.context().close();
  });
}

test('a report goes up, is returned with words, goes up again and is accepted', async () => {
  const clerk = await enter(1366, 'clerk');
  await clerk.goto(`${office.base}/console/reports/${year}`);
  await prepared(clerk);
  await clerk.getByRole('button', { name: '报送年度报告' }).click();
  await clerk.locator('.page-head', { hasText: '已报送，待审核' }).waitFor();

  const county = await enter(1366, 'county');
  await county.goto(`${office.base}/console/${office.county}/campaign/${year}`);
  await county.locator('td', { hasText: '已报送，待审核' }).waitFor();
  await inOrder(county, 'campaign');
  await county.getByRole('link', { name: '打开云溪县柳河镇人民政府的报告' }).click();
  await county.getByLabel(/退回的原因/).fill('“存在的主要问题”写得过于笼统，请补充。');
  await county.getByRole('button', { name: '退回修改' }).click();
  await county.locator('.page-head', { hasText: '已退回' }).waitFor();

  await clerk.goto(`${office.base}/console/`);
  await clerk.getByText('写得过于笼统').waitFor();
  await clerk.getByRole('link', { name: /看原因/ }).click();
  await prepared(clerk);
  await clerk.getByRole('button', { name: '报送年度报告' }).click();
  await clerk.locator('.page-head', { hasText: '已报送，待审核' }).waitFor();

  await county.reload();
  await county.getByRole('button', { name: '通过年度报告' }).click();
  await county.locator('.page-head', { hasText: '已通过' }).waitFor();
  await inOrder(county, 'accepted');

  await clerk.reload();
  await clerk.getByRole('button', { name: '公布年度报告' }).click();
  await clerk.locator('.page-head', { hasText: '已公布' }).waitFor();
  await clerk.context().close();
  await county.context().close();
});

test('a wrong report made elsewhere is kept, shown with its faults, and not let through', async () => {
  const clerk = await enter(1366, 'clerk2');
  await clerk.goto(`${office.base}/console/reports/${year}`);
  await clerk.getByText('报告是另行编制的').click();
  await clerk.getByLabel('选择 Word、PDF 等文件').setInputFiles(`${root}/data/demo/market-bureau-2025.docx`);
  await clerk.getByRole('button', { name: '上传年度报告' }).click();
  await clerk.getByText(/处错误/).first().waitFor();
  assert.ok(await clerk.locator('td.faulty').count() > 0, 'the cells are marked');
  await clerk.getByText(/应为/).first().waitFor();
  await clerk.getByRole('button', { name: '报送年度报告' }).click();
  const refusal = await clerk.getByRole('alert').innerText();
  assert.match(refusal, /报告有错误，不能报送/);
  assert.match(refusal, /· /);
  await inOrder(clerk, 'gate');
  await clerk.context().close();
});

for (const width of widths) {
  test(`the roll-up names who is missing and does not count it as zero at ${width} pixels`, async () => {
    const county = await enter(width, 'county');
    await county.goto(`${office.base}/console/campaign/${year}/sum`);
    await says(county.getByRole('status'), /云溪县青石镇人民政府/);
    await inOrder(county, 'roll-up');
    await county.context().close();
  });
}
