// Letters to a body and tickets of the hotline, from the person who writes to the answer that
// everybody reads, and over to the requests and back.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { letter } from './console_office.js';
import { act, go, inOrder, says, signedIn, widths } from './console_page.js';
import { browser, described, office } from './console_stage.js';
import { follow, looksRight, openPage, root } from './harness.js';

const enter = (width, login) => signedIn({ office, browser, width, login, described });
const portal = (rest) => `${office.base}/organs/${office.town}${rest}`;
const today = () => new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10);

const titles = '工单编号,来源,类别,收到日期,标题,内容,姓名,电话,地址';
const table = (...rows) => ({
  name: '工单.csv', mimeType: 'text/csv', buffer: Buffer.from([titles, ...rows, ''].join('\r\n')),
});

async function checked(page, file) {
  await page.getByLabel('选择文件').setInputFiles(file);
  await page.getByRole('button', { name: '预校验' }).click();
  await page.getByText('预校验结果').waitFor();
}
const row = (page, name) => page.locator('tbody tr', { hasText: name });

async function entered(login, more = {}) {
  const caller = await office.as(login);
  const { number } = await caller.post(`/api/organs/${login === 'clerk2' ? office.other : office.town}/messages`, {
    on: today(), source: 'hotline', matter: 'consultation', reply_wished: true, title: '低保怎样申请',
    content: '请问低保怎样申请', ...more,
  });
  return number;
}

const track = async (page, where, number, code, button) => {
  await page.goto(portal(where));
  await page.getByLabel(/编号/).fill(number);
  await page.getByLabel('查询码').fill(code);
  await follow(page, page.getByRole('button', { name: button }));
};

for (const width of widths) {
  test(`tickets of the hotline come from tables, row by row, at ${width} pixels`, async () => {
    const page = await enter(width, 'clerk');
    await go(page, '热线和信箱');
    await inOrder(page, 'messages');
    await page.getByRole('button', { name: '批量导入' }).click();
    const good = `RX${width}-1,12345热线,求助,${today()},路灯不亮,人民路三盏路灯不亮,王小明,13800000000,人民路12号`;
    const bad = `RX${width}-2,12345热线,闲聊,${today()},广场太吵,每晚太吵,李某,0000-7654321,`;
    await checked(page, table(good, bad));
    await says(row(page, `RX${width}-1`), /新登记/);
    await says(row(page, `RX${width}-2`), /不能导入.*“类别”不能是“闲聊”，应是咨询、求助、投诉、举报、建议/s);
    assert.equal(await page.getByRole('button', { name: /^导入 / }).count(), 0, 'one bad row stops all');
    await inOrder(page, 'import-bad');

    await checked(page, table(good, bad.replace('闲聊', '投诉')));
    await page.getByRole('button', { name: '导入 2 件来信' }).click();
    await page.getByText('已导入').waitFor();
    await inOrder(page, 'import-done');
    await checked(page, table(good));
    await says(row(page, `RX${width}-1`), /已登记过.*编号是 \d{4}-\d{4}/s);

    // A workbook of the hotline; the second time its tickets are known.
    await checked(page, `${root}/tests/desk/messages.xlsx`);
    const known = width !== widths[0];
    for (const ticket of ['RX1', 'RX2'])
      await says(page.locator('tbody tr', { has: page.getByText(ticket, { exact: true }) }), known ? /已登记过/ : /新登记/);
    if (known) assert.equal(await page.getByRole('button', { name: /^导入 / }).count(), 0);
    else await page.getByRole('button', { name: '导入 2 件来信' }).click();
    await go(page, '热线和信箱');
    await page.locator('main [data-search]').fill('RX2');
    await says(page.locator('[data-row]').first(), /低保.*RX2.*镇长信箱.*待受理/s);
    assert.equal(await page.locator('[data-row]').count(), 1);
    await page.context().close();
  });

  test(`a ticket is handled, answered, asked after and published at ${width} pixels`, async () => {
    const page = await enter(width, 'clerk');
    await go(page, '热线和信箱');
    await page.getByRole('button', { name: '登记来信' }).click();
    await page.getByLabel('求助').check();
    for (const [label, text] of [['工单编号', `GD${width}`], ['标题', '人民路12号门前路灯不亮'], ['姓名', '王小明'],
      ['电话', '13800000000'], ['地址', '人民路12号'], ['内容', '王小明家门前的路灯三天不亮，电话13800000000。']])
      await page.getByLabel(label, { exact: true }).fill(text);
    await inOrder(page, 'message-new');
    await page.getByRole('button', { name: '登记来信' }).click();
    await says(page.locator('main code'), /^[A-Z0-9]{8}$/, 'whoever rang may be told how to follow it');
    await inOrder(page, 'message-receipt');
    await page.getByRole('link', { name: '去办理这件来信' }).click();
    await page.getByText('可办理事项').waitFor();
    await says(page.locator('main'), /登记来信/, 'what happened is named as what it is');
    await inOrder(page, 'message');
    await act(page, '受理');
    await act(page, '转办', (drawer) => drawer.getByLabel('承办科室').fill('城建办'));
    await act(page, '答复', async (drawer) => {
      await drawer.getByLabel('电话', { exact: true }).check();
      await drawer.getByLabel('答复内容').fill('王小明同志：门前的路灯已经修好。');
      await inOrder(page, 'message-reply');
    });
    await page.locator('.page-head', { hasText: '已答复，待办结' }).waitFor();
    await act(page, '登记回访', async (drawer) => {
      await drawer.getByLabel('承办单位联系过来信人').check();
      await drawer.getByLabel('已解决', { exact: true }).check();
      await drawer.getByLabel('满意', { exact: true }).check();
      await inOrder(page, 'message-call-back');
    });
    await act(page, '办结');
    await act(page, '拟公开答复', async (drawer) => {
      await drawer.getByLabel('公开的标题').fill(`路灯不亮（${width}）`);
      await drawer.getByLabel('改写后的问题').fill('一处路灯三天不亮。');
      await drawer.getByLabel('公开的答复').fill('已经修好。');
      await inOrder(page, 'message-propose');
    });
    assert.ok(await page.getByRole('button', { name: '公开审核' }).isDisabled(), 'nobody looks a second time at his own text');
    assert.equal(await page.getByRole('button', { name: '公开答复', exact: true }).count(), 0);

    const reviewer = await enter(width, 'reviewer');
    await reviewer.goto(page.url());
    const sure = [/已去除姓名、电话/, /问题已经改写/, /不涉及国家秘密/, /答复内容准确/];
    await act(reviewer, '公开审核', async (drawer) => {
      await says(drawer, /一处路灯三天不亮.*已经修好/s, 'what is reviewed stands in the form');
      for (const it of sure.slice(1)) await drawer.getByLabel(it).check();
      await drawer.getByRole('button', { name: '公开审核' }).click();
      await says(drawer.getByRole('alert'), /请选择“审核结果”/);
      await drawer.getByLabel('通过', { exact: true }).check();
      await drawer.getByRole('button', { name: '公开审核' }).click();
      await says(drawer.getByRole('alert'), /还有没有勾选的项目，不能选“通过”：“已去除姓名、电话/);
      await drawer.getByLabel(sure[0]).check();
      await inOrder(reviewer, 'message-review');
    });
    await reviewer.context().close();

    await page.reload();
    await act(page, '公开答复');
    await page.getByText('已公开').first().waitFor();
    await inOrder(page, 'message-public');

    const reader = await openPage(browser, width);
    await reader.goto(portal('/letters'));
    await reader.getByText(`路灯不亮（${width}）`).waitFor();
    await looksRight(reader, `letters-${width}`);
    await follow(reader, reader.getByRole('link', { name: `路灯不亮（${width}）` }));
    await says(reader.locator('article'), /12345热线.*一处路灯三天不亮.*已经修好/s);
    await looksRight(reader, `letter-${width}`);
    for (const secret of ['王小明', '13800000000', '人民路12号', '城建办'])
      assert.ok(!(await reader.content()).includes(secret), secret);
    await reader.goto(portal('/letter-figures'));
    const edges = await reader.locator('table').evaluate((table) => [...table.rows].map((row) =>
      [...row.cells].map((cell) => [cell, getComputedStyle(cell).textAlign]).map(([cell, align]) => {
        const { left, right } = cell.getBoundingClientRect();
        return `${Math.round(left)}-${Math.round(right)} ${align}`;
      }).join(', ')));
    assert.equal(new Set(edges).size, 1, 'heads stand over their figures');
    await looksRight(reader, `letter-figures-${width}`);
    await reader.context().close();
    await page.context().close();
  });

  test(`whoever writes to the body learns what becomes of it, without script, at ${width} pixels`, async () => {
    const page = await openPage(browser, width, { javaScriptEnabled: false });
    await page.goto(portal('/letters'));
    await follow(page, page.getByRole('link', { name: '我要写信' }));
    await page.getByLabel('镇长信箱').check();
    await page.getByLabel('标题').fill(`公交站没有遮雨棚（${width}）`);
    await page.getByLabel('内容', { exact: true }).fill('柳河镇政府门口的公交站没有遮雨棚。\n请问什么时候修建？');
    await page.getByLabel('姓名').fill('张三丰');
    await follow(page, page.getByRole('button', { name: '提交' }));
    assert.match(await page.getByRole('alert').innerText(), /请选择来信的类别.*请填写电话/s);
    assert.equal(await page.getByLabel('姓名').inputValue(), '张三丰');
    assert.match(await page.getByLabel('内容', { exact: true }).inputValue(), /什么时候修建/);
    assert.ok(await page.getByLabel('镇长信箱').isChecked());
    await page.getByLabel('建议', { exact: true }).check();
    await page.getByLabel('电话').fill('13900000000');
    await follow(page, page.getByRole('button', { name: '提交' }));
    const number = await page.locator('.keys dd').first().innerText();
    const code = await page.locator('.keys dd.code').innerText();
    assert.match(number, /^\d{4}-\d{4}$/);
    await says(page.locator('.receipt'), new RegExp(`公交站没有遮雨棚（${width}）.*镇长信箱`, 's'));
    await page.reload();
    assert.equal(await page.locator('.keys dd.code').innerText(), code, 'a receipt that is loaded again is the same');
    await track(page, '/write/track', number, code, '查询');
    await says(page.locator('main'), new RegExp(`公交站没有遮雨棚（${width}）`));
    await says(page.locator('main'), /待受理.*应于.*前（含当日）答复.*收到来信，已经登记/s);

    const clerk = await office.as('clerk');
    const acts = `/api/organs/${office.town}/messages/${number}/acts`;
    await clerk.post(acts, { kind: 'accept', on: today(), seen: 1 });
    await clerk.post(acts, { kind: 'reply', on: today(), seen: 2, by_way: 'online', answer: '遮雨棚明年三月开工。' });
    await track(page, '/write/track', number, code, '查询');
    await says(page.locator('main'), /已答复.*遮雨棚明年三月开工/s);
    await track(page, '/write/track', number, 'AAAAAAAA', '查询');
    assert.match(await page.getByRole('alert').innerText(), /没有找到这件来信/);
    await page.goto(portal('/letters'));
    assert.ok(!(await page.content()).includes('公交站'), 'what was not published stays between the two');
    await page.context().close();

    // The same pages with script, as they look.
    const looking = await openPage(browser, width);
    looking.expected = /status of 422/;
    await looking.goto(portal('/write'));
    await looksRight(looking, `write-${width}`);
    await follow(looking, looking.getByRole('button', { name: '提交' }));
    await looksRight(looking, `write-wrong-${width}`);
    await looking.getByLabel('网站留言').check();
    await looking.getByRole('radio', { name: /^咨询/ }).check();
    for (const [label, text] of [['标题', '集市的时间'], ['内容', `集市几点开（${width}）`], ['姓名', '张三丰'], ['电话', '13900000000']])
      await looking.getByLabel(label, { exact: true }).fill(text);
    await follow(looking, looking.getByRole('button', { name: '提交' }));
    await looksRight(looking, `write-receipt-${width}`);
    await track(looking, '/write/track', number, code, '查询');
    await looksRight(looking, `write-track-${width}`);
    await looking.context().close();
  });

  test(`a ticket that asks for information becomes a request at ${width} pixels`, async () => {
    const number = await entered('clerk', {
      title: '要村里的账', content: `想要柳河村2025年的收支明细（${width}）`, writer: { name: '王小明', phone: '13800000000', address: '' },
    });
    const page = await enter(width, 'clerk');
    await page.goto(`${office.base}/console/${office.town}/messages/${number}`);
    await act(page, '转为政府信息公开申请', async (drawer) => {
      await says(drawer, /依据：.*第二十九条/s);
      assert.match(await drawer.getByLabel('告知来信人的内容').inputValue(),
        /要求公开政府信息，云溪县柳河镇人民政府已按政府信息公开申请登记/, 'the notice is ready');
      await inOrder(page, 'hand-over');
    });
    await page.locator('.page-head', { hasText: '已转为政府信息公开申请' }).waitFor();
    await inOrder(page, 'handed-over');
    await page.getByRole('link', { name: /^政府信息公开申请 \d{4}-/ }).click();
    await page.waitForURL(/\/requests\/\d{4}-\d{4}/);
    await says(page.locator('main'), /柳河村2025年的收支明细.*口头申请.*王小明.*13800000000/s);
    await says(page.locator('main'), /答复期限：\s*\d{4}年.*还剩 20 个工作日/s);
    await inOrder(page, 'handed-request');
    await page.context().close();
  });

  test(`a complaint that came as a request goes on in the mailbox at ${width} pixels`, async () => {
    const caller = await office.as('clerk');
    const made = await caller.post(`/api/organs/${office.town}/requests`,
      letter({ content: `我要投诉窗口的工作人员（${width}）` }));
    const page = await enter(width, 'clerk');
    await page.goto(`${office.base}/console/${office.town}/requests/${made.number}`);
    await page.getByRole('button', { name: '转信箱办理' }).click();
    const box = page.locator('section', { has: page.getByRole('heading', { name: '信访、投诉、举报' }) });
    assert.match(await box.getByLabel('告知申请人的内容').inputValue(), /第三十九条第一款.*不作为政府信息公开申请处理/);
    await inOrder(page, 'to-mailbox');
    await box.getByRole('button', { name: '转信箱办理' }).click();
    await page.waitForURL(/\/messages\/\d{4}-\d{4}/);
    await says(page.locator('main'), /待受理.*我要投诉窗口的工作人员.*投诉/s);
    await inOrder(page, 'from-request');
    const number = page.url().match(/\d{4}-\d{4}$/)[0];
    await page.getByRole('link', { name: `政府信息公开申请 ${made.number}` }).click();
    await page.waitForURL(/\/requests\//);
    await says(page.locator('main'), /不予处理/);

    // The applicant reads it with the code that he has.
    const applicant = await openPage(browser, width);
    await track(applicant, '/track', made.number, made.query_code, '查询进度');
    await says(applicant.locator('main'), new RegExp(number));
    await looksRight(applicant, `track-to-mailbox-${width}`);
    await track(applicant, '/write/track', number, made.query_code, '查询');
    await says(applicant.locator('main'), /待受理/);
    await applicant.context().close();
    await page.context().close();
  });

  test(`each tab shows the record of the body in its address at ${width} pixels`, async () => {
    const ours = `柳河镇的来信（${width}）`, theirs = `青石镇的来信（${width}）`;
    const here = await entered('clerk', { title: ours }), there = await entered('clerk2', { title: theirs });
    const county = await enter(width, 'county');
    const at = (organ, number) => `${office.base}/console/${organ}/messages/${number}`;
    await county.goto(at(office.town, here));
    await county.getByRole('heading', { name: ours }).waitFor();
    const second = await county.context().newPage();
    await second.goto(at(office.other, there));
    await second.getByRole('heading', { name: theirs }).waitFor();
    await county.reload();
    await county.getByRole('heading', { name: ours }).waitFor();
    await second.getByRole('link', { name: '热线和信箱' }).last().click();
    await second.getByRole('link', { name: theirs }).waitFor();
    assert.equal(await second.getByRole('link', { name: ours }).count(), 0);
    await county.context().close();
  });
}
