// What an administrator reads of a fault: a note on every page, the list, and that he knows.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { inOrder, signedIn, widths } from './console_page.js';
import { browser, described, office } from './console_stage.js';

for (const width of widths)
  test(`a lost text is told to the administrator, who takes note of it, at ${width} pixels`, async () => {
    const clerk = await office.as('clerk');
    const made = await clerk.post(`/api/organs/${office.town}/documents`, {
      title: `关于公布村级财务收支的通知（${width}）`, abstract: '各村收支。', kind: 'information', subject_class: 7,
      formed_on: '2026-01-05', body: `各村收支如下（${width}）。`, channels: ['website'], source: '柳河镇人民政府',
    });
    rmSync(join(office.data, 'sha256'), { recursive: true });
    const address = `/api/organs/${office.town}/documents/${made.number}`;
    const broken = await fetch(office.base + address, { headers: { Cookie: clerk.cookie } });
    assert.equal(broken.status, 500);

    const admin = await signedIn({ office, browser, width, login: 'admin', described });
    const note = admin.getByRole('status', { name: '系统故障' });
    for (let tries = 0; tries < 20 && !(await note.count()); ++tries) {
      await admin.waitForTimeout(500); // incidents are kept once a second
      await admin.reload();
      await admin.getByRole('heading', { level: 1 }).waitFor();
      await admin.waitForTimeout(500);
    }
    assert.match(await note.innerText(), /有 1 处系统故障待处理/);
    await note.getByRole('link', { name: '查看' }).click();
    const one = admin.getByRole('article').first();
    await one.getByText(address).waitFor();
    assert.match(await one.innerText(), /内容损坏或者丢失[\s\S]*1 次[\s\S]*故障编号[\s\S]*journal verify/);
    await inOrder(admin, 'incidents');
    await one.getByRole('button', { name: '确认知悉' }).click();
    await one.getByText('我（管理员）已确认知悉').waitFor();
    await inOrder(admin, 'incidents-known');
    await admin.context().close();
  });
