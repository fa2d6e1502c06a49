import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { letter } from './console_office.js';
import { act, description, go, inOrder, says, signedIn, widths } from './console_page.js';
import { browser, described, office } from './console_stage.js';

const enter = (width, login) => signedIn({ office, browser, width, login, described });
const requests = () => `/api/organs/${office.town}/requests`;

const inThirtyDays = () => new Date(Date.now() + 30 * 86400e3).toISOString().slice(0, 10);

async function registered(login = 'clerk', more = {}) {
  const caller = await office.as(login);
  return { caller, number: (await caller.post(requests(), letter(more))).number };
}

test('a wrong password is refused in words, and the door shuts after five', async () => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${office.base}/console/requests`);
  await page.waitForURL(/sign-in\?back=/);
  for (let i = 0; i < 6; ++i) {
    await page.getByLabel('登录名').fill('clerk2');
    await page.getByLabel('密码').fill('不是这个密码啊不是');
    const button = page.getByRole('button', { name: /登录|请等/ });
    if (!(await button.isEnabled())) break;
    await Promise.all([page.waitForResponse(/api\/session/), button.click()]);
    await page.getByRole('alert').waitFor();
  }
  await says(page.getByRole('button', { name: /请等/ }), /请等 \d+ 秒再试/);
  await page.context().close();
});

for (const width of widths) {
  test(`a letter is registered, corrected, decided and delivered at ${width} pixels`, async () => {
    const page = await enter(width, 'clerk');
    await go(page, '依申请公开');
    await page.getByRole('button', { name: '登记申请' }).click();
    await page.getByLabel('平常信函').check();
    await page.getByLabel('姓名').fill('王小明');
    await page.getByLabel('证件号码').fill('护照E00000001');
    await page.getByLabel('电话', { exact: true }).fill('13800000000');
    await page.getByLabel('所需信息的描述').fill('柳河镇2025年财务情况');
    await page.getByLabel('邮寄送达').check();
    await inOrder(page, 'register');
    await page.getByRole('button', { name: '登记申请' }).click();
    await says(page.locator('.receipt code'), /^\S{8,}$/);
    await inOrder(page, 'receipt');
    await page.getByRole('link', { name: '去办理这件申请' }).click();

    await act(page, '确认收到申请');
    await act(page, '告知补正', async (drawer) => {
      await drawer.getByLabel('补正期限到哪一天').fill(inThirtyDays());
      await drawer.getByLabel('需要补正的事项').fill('请写明是哪一个村的财务情况。');
      await inOrder(page, 'act');
    });
    await act(page, '登记收到的补正', (drawer) => drawer.getByLabel('补正的内容').fill('柳河村'));
    await says(page.locator('.main'), /答复期限：\s*\d{4}年.*还剩 20 个工作日/s);
    await page.getByRole('button', { name: '查看期限计算明细' }).click();
    await says(page.getByRole('dialog'), /第20日/);
    await page.keyboard.press('Escape');
    await act(page, '作出处理决定', (drawer) => drawer.getByLabel('处理决定').selectOption('G2'));
    await act(page, '送达答复');
    await page.locator('.page-head', { hasText: '已答复' }).waitFor();
    await inOrder(page, 'case-answered');
    assert.ok(page.checked > 8, 'answers were held to their description');
    await page.context().close();
  });

  test(`a third party refuses and the decision must say why at ${width} pixels`, async () => {
    const { caller, number } = await registered();
    await caller.post(`${requests()}/${number}/acts`, {
      kind: 'consult', on: (await caller.get(`/api/organs/${office.town}/duties`)).today, seen: 1,
      party: 'third_party', words: '合同价格',
    });
    const page = await enter(width, 'clerk');
    await page.goto(`${office.base}/console/requests/${number}`);
    await page.getByText('暂停计算').first().waitFor();
    await act(page, '登记收到的意见', (drawer) => drawer.getByLabel('不同意公开', { exact: true }).check());
    await page.getByRole('button', { name: '作出处理决定' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('处理决定').selectOption('G2');
    await drawer.getByRole('button', { name: '作出处理决定' }).click();
    await says(drawer.getByRole('alert'), /第三方不同意公开/);
    await inOrder(page, 'third-party');
    await drawer.getByLabel('处理决定').selectOption('D4');
    await drawer.getByRole('button', { name: '作出处理决定' }).click();
    await page.getByText('已记录：作出处理决定').waitFor();
    await page.context().close();
  });

  test(`the unit head agrees to an extension at ${width} pixels`, async () => {
    const { number } = await registered();
    const clerk = await enter(width, 'clerk');
    await clerk.goto(`${office.base}/console/requests/${number}`);
    await act(clerk, '报请延长答复期限', (drawer) => drawer.getByLabel('延长的理由').fill('需要查阅档案'));
    assert.ok(await clerk.getByRole('button', { name: '同意延长并告知申请人' }).isDisabled());
    await clerk.context().close();

    const head = await enter(width, 'head');
    await head.goto(`${office.base}/console/requests/${number}`);
    const offer = head.locator('li', { has: head.getByRole('button', { name: '同意延长并告知申请人' }) });
    await says(offer, /答复期限从.+变为/, 'the effect on the day is said before the click');
    await act(head, '同意延长并告知申请人');
    await says(head.locator('.main'), /还剩 40 个工作日/);
    await inOrder(head, 'extended');
    await head.context().close();
  });
}

test('who was slower is told so, and keeps what he wrote until he reads anew', async () => {
  const { caller, number } = await registered();
  const page = await enter(1366, 'clerk');
  await page.goto(`${office.base}/console/requests/${number}`);
  await page.getByRole('button', { name: '作出处理决定' }).click();
  const today = (await caller.get(`/api/organs/${office.town}/duties`)).today;
  await caller.post(`${requests()}/${number}/acts`, { kind: 'withdraw', on: today, seen: 1 });
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('处理决定').selectOption('G1');
  await drawer.getByLabel('决定的理由').fill('已在网站公开');
  await drawer.getByRole('button', { name: '作出处理决定' }).click();
  await drawer.getByRole('alert').waitFor();
  assert.equal(await drawer.getByLabel('决定的理由').inputValue(), '已在网站公开');
  await drawer.getByRole('button', { name: '重新读取' }).click();
  await page.locator('.page-head', { hasText: '已终结' }).waitFor();
  await page.context().close();
});

test('a letter is looked at and downloaded as a Word file', async () => {
  const { number } = await registered();
  const page = await enter(1366, 'clerk');
  await page.goto(`${office.base}/console/requests/${number}`);
  await page.getByRole('button', { name: '政府信息公开申请登记回执' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('文号').fill('云柳公开〔2026〕1号');
  await drawer.getByRole('button', { name: '预览' }).click();
  await says(drawer.getByRole('region', { name: '文书预览' }), /王小明/);
  const [download] = await Promise.all([
    page.waitForEvent('download'), drawer.getByRole('button', { name: '下载 Word 文书' }).click()]);
  assert.match(download.suggestedFilename(), /回执.*\.docx$/);
  await inOrder(page, 'letter');
  await page.context().close();
});

test('the keyboard finds, walks, opens, and filters survive going back', async () => {
  const page = await enter(1366, 'clerk');
  await page.goto(`${office.base}/console/requests`);
  await page.locator('[data-row]').first().waitFor();
  await page.keyboard.press('/');
  const year = String(new Date().getFullYear());
  await page.keyboard.type(year);
  await page.waitForURL((url) => url.searchParams.get('q') === year);
  await page.locator('[data-row]').first().waitFor();
  await page.locator('h1').click();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL(/requests\/\d{4}-\d{4}/);
  await page.goBack();
  assert.equal(await page.locator('main [data-search]').inputValue(), year);
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: '键盘操作' }).waitFor();
  await inOrder(page, 'keys');
  await page.context().close();
});
