// A proposal of a deputy, from its assignment to the answer that everybody reads.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { act, go, inOrder, says, signedIn, widths } from './console_page.js';
import { browser, described, office } from './console_stage.js';
import { follow, looksRight, openPage } from './harness.js';

const enter = (width, login) => signedIn({ office, browser, width, login, described });
const portal = (rest) => `${office.base}/organs/${office.town}${rest}`;
const today = () => new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10);
const later = (days) => new Date(Date.now() + days * 86400e3).toISOString().slice(0, 10);
const meeting = '县第十八届人民代表大会第四次会议';

const fillIn = async (form, all) => {
  for (const [label, text] of Object.entries(all)) await form.getByLabel(label, { exact: true }).fill(text);
};

async function reviewed(width, address, fill) {
  const reviewer = await enter(width, 'reviewer');
  await reviewer.goto(address);
  await act(reviewer, '公开审查', fill);
  await reviewer.context().close();
}
const sure = async (drawer) => {
  for (const it of [/已作保密审查/, /没有不应公开的姓名/, /不涉及商业秘密/, /与答复一致/]) await drawer.getByLabel(it).check();
  await drawer.getByLabel('通过', { exact: true }).check();
};

const answer = (number) => ({
  '文号': `云柳函〔2026〕${number}号`, '签发人': '陈某', '联系单位和联系人': '柳河镇城建办，周某', '联系电话': '0000-1234567',
});

for (const width of widths) {
  test(`a suggestion is assigned, answered, published in summary at ${width} pixels`, async () => {
    const page = await enter(width, 'clerk');
    await go(page, '建议提案');
    await page.getByRole('heading', { name: '建议提案' }).waitFor();
    await inOrder(page, 'proposals');
    await page.getByRole('button', { name: '登记交办' }).click();
    await page.getByLabel('主办单位').fill('云溪县柳河镇人民政府');
    await page.getByRole('button', { name: '登记交办' }).click();
    await says(page.getByRole('alert'), /请选择“类别”.*请填写“编号”.*请填写“标题（案由）”.*请填写“姓名”.*请填写“建议、提案的内容”/s);
    await inOrder(page, 'proposal-faults');
    await page.getByLabel('人大代表建议').check();
    await fillIn(page, {
      '编号': `第${width}号`, '届次': meeting, '标题（案由）': `关于增设路灯的建议（${width}）`,
      '会办、分办单位': '云溪县青石镇人民政府', '联系方式': '13800000000',
      '建议、提案的内容': '柳河路夜间没有照明，建议增设路灯。',
    });
    await page.getByRole('group', { name: '提出人' }).getByLabel('姓名', { exact: true }).fill('赵六、钱七');
    await inOrder(page, 'proposal-new');
    await page.getByRole('button', { name: '登记交办' }).click();
    await page.waitForURL(/\/proposals\/\d{4}-\d{4}/);
    await page.getByText('可办理事项').waitFor();
    await says(page.locator('main'), /答复.*\d{4}年\d{1,2}月\d{1,2}日.*柳河路夜间没有照明.*赵六、钱七/s);
    await inOrder(page, 'proposal');

    await act(page, '登记收到的会办意见', async (drawer) => {
      await drawer.getByLabel('会办单位', { exact: true }).selectOption('云溪县青石镇人民政府');
      await drawer.getByLabel('会办意见').fill('同意，路段归柳河镇管理。');
    });
    await act(page, '答复', async (drawer) => {
      await drawer.getByLabel('答复类别').selectOption({ label: 'B 正在解决或者已列入计划逐步解决' });
      await fillIn(drawer, { ...answer(3), '答复全文': '赵六、钱七代表：柳河路已列入明年计划，安装路灯三十盏。' });
      await drawer.getByRole('button', { name: '答复', exact: true }).click();
      await says(drawer.getByRole('alert'), /应当写明承诺的事项和完成时限/, 'class B promises something');
      await drawer.getByRole('button', { name: '增加一项' }).click();
      await fillIn(drawer, { '承诺的事项': '安装路灯三十盏', '承诺在哪一天以前完成': later(200) });
      await inOrder(page, 'proposal-answer');
    });
    await act(page, '登记反馈', (drawer) => drawer.getByLabel('基本满意').check());
    await act(page, '拟定公开的内容', async (drawer) => {
      await drawer.getByLabel('摘要公开').check();
      await fillIn(drawer, { '公开的答复': '柳河路已列入明年计划。', '公开的建议、提案内容': '建议增设路灯。' });
      await inOrder(page, 'proposal-prepare');
    });
    assert.equal(await page.getByRole('button', { name: '公开审查' }).count(), 0, 'nobody reviews what he wrote himself');

    const address = page.url();
    await reviewed(width, address, async (drawer) => {
      await drawer.getByRole('button', { name: '公开审查' }).click();
      await says(drawer.getByRole('alert'), /请选择“审核结果”/);
      await sure(drawer);
      await inOrder(drawer.page(), 'proposal-review');
    });
    await page.reload();
    await act(page, '公开答复');
    await inOrder(page, 'proposal-public');
    await go(page, '建议提案');
    await says(page.locator('[data-row]', { hasText: `（${width}）` }), /B.*基本满意.*已公开/s);
    await inOrder(page, 'proposals-some');
    await page.context().close();

    const reader = await openPage(browser, width);
    await reader.goto(portal('/proposals'));
    await looksRight(reader, `proposals-${width}`);
    await follow(reader, reader.getByRole('link', { name: `关于增设路灯的建议（${width}）` }));
    await says(reader.locator('article'), /答复类别\s*B.*答复摘要.*已列入明年计划.*柳河镇城建办/s);
    await looksRight(reader, `proposal-${width}`);
    for (const secret of ['赵六', '钱七', '13800000000', '三十盏'])
      assert.ok(!(await reader.content()).includes(secret), `${secret} was not written for the public`);
    await reader.context().close();
  });

  test(`a deputy who is not content is answered again, and the answer published in full at ${width} pixels`, async () => {
    const caller = await office.as('clerk');
    const proposals = `/api/organs/${office.town}/proposals`;
    const { number } = await caller.post(proposals, {
      on: today(), form: 'cppcc', assigned_number: `第${width + 1}号`, session: '县政协十届五次会议', part: 'lead',
      matter: `关于保护老槐树的提案（${width}）`, lead: '云溪县柳河镇人民政府', content: '老槐树需要围栏。',
      proposer: { names: '孙八', contact: '' },
    });
    const page = await enter(width, 'clerk');
    await page.goto(`${office.base}/console/${office.town}/proposals/${number}`);
    const given = (title, code, text) => act(page, title, async (drawer) => {
      await drawer.getByLabel('答复类别').selectOption(code);
      await fillIn(drawer, { ...answer(4), '答复全文': text });
    });
    await given('答复', 'C', '目前没有经费。');
    await act(page, '登记反馈', async (drawer) => {
      await drawer.getByLabel('不满意', { exact: true }).check();
      await drawer.getByLabel('反馈的意见').fill('围栏不贵');
    });
    await page.locator('.page-head', { hasText: '反馈不满意，待再次答复' }).waitFor();
    await given('再次答复', 'A', '围栏已经建成。');
    await act(page, '登记反馈', (drawer) => drawer.getByLabel('满意', { exact: true }).check());
    await act(page, '拟定公开的内容', async (drawer) => {
      await drawer.getByLabel('全文公开').check();
      await drawer.getByLabel('公开的答复', { exact: true }).fill('围栏已经建成。');
    });
    await reviewed(width, page.url(), sure);
    await page.reload();
    await act(page, '公开答复');
    await inOrder(page, 'proposal-again');
    await page.context().close();
    const html = await (await fetch(portal(`/proposals/${number}`))).text();
    assert.match(html, /围栏已经建成/);
    assert.ok(!html.includes('目前没有经费') && !html.includes('孙八'));
  });

  test(`the co-handling body gives its opinion, and each tab has its body's proposal at ${width} pixels`, async () => {
    const record = async (login, organ, part) => (await (await office.as(login)).post(`/api/organs/${organ}/proposals`, {
      on: today(), form: 'suggestion', assigned_number: `第${width + 2}号`, session: meeting, part,
      matter: `关于修桥的建议（${part}）`, lead: '云溪县柳河镇人民政府', co_units: ['云溪县青石镇人民政府'],
      content: '桥面有裂缝。', proposer: { names: '李九', contact: '' },
    })).number;
    const ours = await record('clerk', office.town, 'lead'), theirs = await record('clerk2', office.other, 'joint');
    const page = await enter(width, 'clerk2');
    await page.goto(`${office.base}/console/${office.other}/proposals/${theirs}`);
    await page.getByText('可办理事项').waitFor();
    assert.equal(await page.getByRole('button', { name: '答复', exact: true }).count(), 0, 'the lead answers');
    await act(page, '提出会办意见', (drawer) => drawer.getByLabel('会办意见').fill('同意修桥。'));
    await page.locator('.page-head', { hasText: '已提出会办意见' }).waitFor();
    await inOrder(page, 'proposal-opinion');
    await page.context().close();

    const county = await enter(width, 'county');
    await county.goto(`${office.base}/console/${office.town}/proposals/${ours}`);
    await county.getByRole('heading', { name: '关于修桥的建议（lead）' }).waitFor();
    const second = await county.context().newPage();
    await second.goto(`${office.base}/console/${office.other}/proposals/${theirs}`);
    await second.getByRole('heading', { name: '关于修桥的建议（joint）' }).waitFor();
    await county.reload();
    await county.getByRole('heading', { name: '关于修桥的建议（lead）' }).waitFor();
    await county.context().close();
  });
}
