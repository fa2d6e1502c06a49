import assert from 'node:assert/strict';
import { test } from 'node:test';
import { act, go, inOrder, says, signedIn, widths } from './console_page.js';
import { browser, described, office } from './console_stage.js';

const enter = (width, login) => signedIn({ office, browser, width, login, described });

for (const width of widths) {
  test(`a notice is drafted, reviewed by another, published and withdrawn at ${width} pixels`, async () => {
    const clerk = await enter(width, 'clerk');
    await go(clerk, '信息发布');
    await clerk.getByRole('button', { name: '起草文件' }).click();
    await clerk.getByLabel('名称', { exact: true }).fill(`关于高龄补贴的通知（${width}）`);
    await clerk.getByLabel('一般信息').check();
    await clerk.getByLabel('内容概述').fill('向八十周岁以上老人发放补贴。');
    await clerk.getByLabel('信息来源').fill('云溪县柳河镇人民政府');
    await clerk.getByLabel('正文').fill('各村民委员会：\n现将有关事项通知如下。');
    await inOrder(clerk, 'draft');
    await clerk.getByRole('button', { name: '保存文稿' }).click();
    await clerk.waitForURL(/documents\/\d{4}-/);
    const address = clerk.url();

    await clerk.getByLabel('选择附件').setInputFiles({
      name: '申请表.csv', mimeType: 'text/csv', buffer: Buffer.from('姓名,出生日期\r\n'),
    });
    await clerk.getByRole('button', { name: '上传附件' }).click();
    await clerk.getByText('申请表.csv').waitFor();
    await act(clerk, '送审');
    assert.ok(await clerk.getByRole('button', { name: '公开审查' }).isDisabled(), 'nobody reviews his own text');

    const reviewer = await enter(width, 'reviewer');
    await reviewer.getByRole('link', { name: /去审核/ }).first().waitFor();
    await inOrder(reviewer, 'duties');
    await reviewer.goto(address);
    await act(reviewer, '公开审查', async (drawer) => {
      await drawer.getByLabel(/保密审查/).check();
      await drawer.getByLabel('可以公开', { exact: true }).check();
      await inOrder(reviewer, 'review');
    });
    await reviewer.context().close();

    await clerk.goto(address);
    await act(clerk, '公开');
    await inOrder(clerk, 'document');
    const link = await clerk.getByRole('link', { name: '公开页面' }).getAttribute('href');
    assert.match(link, /^\/organs\/900121-\d+\/documents\//);
    const shown = await fetch(office.base + link);
    assert.equal(shown.status, 200);
    assert.match(await shown.text(), /通知如下/);

    if (width > 700) {
      await clerk.getByRole('searchbox', { name: '检索申请和文件' }).fill(`补贴 ${width}`);
      await clerk.keyboard.press('Enter');
      await clerk.getByRole('main').getByRole('link', { name: new RegExp(`（${width}）`) }).click();
      await clerk.waitForURL(address);
    }
    await act(clerk, '撤下', (drawer) => drawer.getByLabel('原因').fill('发布有误'));
    assert.equal((await fetch(office.base + link)).status, 404, 'withdrawn means gone');
    await clerk.context().close();
  });

  test(`a register line is entered and annulled at ${width} pixels`, async () => {
    const clerk = await enter(width, 'clerk');
    await go(clerk, '台账');
    await clerk.getByRole('button', { name: '登记台账' }).click();
    const drawer = clerk.getByRole('dialog');
    await drawer.getByLabel('行政处罚').check();
    await drawer.getByLabel('数量').fill('很多');
    await drawer.getByLabel('数据来源').fill('行政处罚系统');
    await drawer.getByRole('button', { name: '登记台账' }).click();
    await says(drawer.getByRole('alert'), /数量.*很多/);
    await drawer.getByLabel('数量').fill('7');
    await drawer.getByRole('button', { name: '登记台账' }).click();
    await clerk.locator('.totals', { hasText: '行政处罚 7' }).waitFor();
    await inOrder(clerk, 'registers');
    await clerk.getByRole('button', { name: '登记台账' }).click();
    await drawer.getByLabel('数量').fill('更多');
    await drawer.getByRole('button', { name: '登记台账' }).click();
    await says(drawer.getByRole('alert'), /数量.*更多/);
    await drawer.getByRole('button', { name: '取消' }).click();
    await drawer.waitFor({ state: 'hidden' });
    await clerk.getByRole('button', { name: /^更正 / }).first().click();
    await drawer.getByLabel('错在哪里').waitFor();
    assert.equal(await drawer.getByRole('alert').count(), 0, 'what was wrong with another line is not said of this one');
    await drawer.getByLabel('错在哪里').fill('重复登记');
    await drawer.getByRole('button', { name: '作废这一条' }).click();
    await clerk.getByText('已更正作废').first().waitFor();
    await clerk.locator('.totals', { hasText: '行政处罚 0' }).waitFor();
    await clerk.context().close();
  });

  test(`the administrator keeps bodies and accounts, and the records prove themselves, at ${width} pixels`, async () => {
    const admin = await enter(width, 'admin');
    await go(admin, '机关');
    await admin.getByRole('button', { name: '从表格导入' }).click();
    const table = (name, kind) => ({
      name: '机关.csv', mimeType: 'text/csv',
      buffer: Buffer.from('机关名称,机关类别,级别,区划代码,成立日期,工作机构,办公地址,联系电话,统一社会信用代码,上级机关\r\n' +
        `${name},${kind},县级,900121000000,2019-05-15,办公室,云溪县人民路2号,0000-1234567,,云溪县人民政府办公室\r\n`),
    });
    await admin.getByLabel('选择文件').setInputFiles(table('云溪县水利局', '无此类'));
    await admin.getByRole('button', { name: '预校验' }).click();
    await admin.locator('td', { hasText: '不能导入' }).waitFor();
    assert.equal(await admin.getByRole('button', { name: /^导入 / }).count(), 0, 'what is refused is not imported');
    await admin.getByLabel('选择文件').setInputFiles(table(`云溪县水利局${width}`, '工作部门'));
    await admin.getByRole('button', { name: '预校验' }).click();
    await inOrder(admin, 'organs');
    await admin.getByRole('button', { name: '导入 1 个机关' }).click();
    await admin.getByRole('button', { name: `云溪县水利局${width}` }).waitFor();
    await go(admin, '人员账号');
    await admin.getByRole('button', { name: '开设账号' }).click();
    const drawer = admin.getByRole('dialog');
    await drawer.getByLabel('登录名').fill(`new${width}`);
    await drawer.getByLabel('姓名').fill('吴新来');
    await drawer.getByLabel('所在机关').selectOption({ label: '云溪县青石镇人民政府' });
    await drawer.getByLabel('初始密码').fill('短');
    await drawer.getByLabel(/^经办人/).check();
    await drawer.getByRole('button', { name: '开设账号' }).click();
    await says(drawer.getByRole('alert'), /至少 10 个字符/);
    await inOrder(admin, 'account');
    await drawer.getByLabel('初始密码').fill('山重水复疑无路，柳暗花明');
    await drawer.getByRole('button', { name: '开设账号' }).click();
    await admin.getByRole('button', { name: `new${width}` }).waitFor();
    await drawer.waitFor({ state: 'hidden' });

    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${office.base}/console/documents`);
    await page.getByLabel('登录名').fill(`new${width}`);
    await page.getByLabel('密码').fill('山重水复疑无路，柳暗花明');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('heading', { name: '请先修改初始密码' }).waitFor();
    await page.getByLabel('原密码').fill('山重水复疑无路，柳暗花明');
    for (const label of ['新密码', '再次输入新密码']) await page.getByLabel(label, { exact: true }).fill('山重水复疑无路，柳暗花明');
    await page.getByRole('button', { name: '修改密码' }).click();
    await says(page.getByRole('alert'), /不能与原密码相同/);
    await page.getByLabel('新密码', { exact: true }).fill('两个黄鹂鸣翠柳，一行白鹭');
    await page.getByLabel('再次输入新密码').fill('两个黄鹂鸣翠柳，一行白鹭');
    await page.getByRole('button', { name: '修改密码' }).click();
    await page.getByRole('heading', { name: '待办' }).waitFor();
    await context.close();

    await go(admin, '工作记录');
    await admin.getByRole('button', { name: '核对全部记录' }).click();
    await admin.getByText(/条记录逐条核对，与记录时完全一致/).waitFor();
    await inOrder(admin, 'journal');
    await admin.context().close();
  });
}
