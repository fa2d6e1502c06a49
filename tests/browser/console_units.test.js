// Units inside a body: set up, people put in, a request given to one, and its end.
import { before, test } from 'node:test';
import { letter } from './console_office.js';
import { inOrder, says, signedIn, widths } from './console_page.js';
import { browser, described, office } from './console_stage.js';

for (const width of widths) {
  test(`a unit gets its people and a request, and another takes over, at ${width} pixels`, async () => {
    const names = [`党政办公室${width}`, `柳河村${width}`];
    const admin = await signedIn({ office, browser, width, login: 'admin', described });
    await admin.goto(`${office.base}/console/${office.town}/units`);
    for (const name of names) {
      await admin.getByRole('button', { name: '设立内设机构' }).click();
      await admin.locator('.el-drawer').getByLabel('名称', { exact: true }).fill(name);
      await admin.locator('.el-drawer').getByLabel('科室').check();
      await inOrder(admin, `unit-new-${width}`);
      await admin.getByRole('button', { name: '设立', exact: true }).click();
      await admin.getByRole('button', { name, exact: true }).waitFor();
    }
    await admin.getByRole('button', { name: names[0], exact: true }).click();
    await admin.getByLabel('编入工作人员').selectOption({ label: '王经办' });
    await admin.getByRole('button', { name: '编入', exact: true }).click();
    await says(admin.locator('.people li'), /王经办/);
    await inOrder(admin, `unit-${width}`);

    const caller = await office.as('clerk');
    const { number } = await caller.post(`/api/organs/${office.town}/requests`, letter());
    const clerk = await signedIn({ office, browser, width, login: 'clerk', described });
    await clerk.goto(`${office.base}/console/${office.town}/requests/${number}`);
    await clerk.getByRole('button', { name: '交办', exact: true }).click();
    await clerk.getByLabel('内设机构').selectOption({ label: names[0] });
    await clerk.getByLabel('承办人').selectOption({ label: '我（王经办）' });
    await inOrder(clerk, `assign-${width}`);
    await clerk.getByRole('button', { name: '交办', exact: true }).click();
    await says(clerk.locator('.now'), new RegExp(`${names[0]}\\s*，我（王经办）`));
    await clerk.goto(`${office.base}/console/${office.town}`);
    await says(clerk.locator('#own-name'), /交给我的/);
    await inOrder(clerk, `duties-own-${width}`);
    await clerk.goto(`${office.base}/console/${office.town}/requests`);
    await clerk.getByLabel('承办人').selectOption({ label: '交给我的' });
    await clerk.waitForURL(/assignee=/);
    await clerk.getByText(`${names[0]}，我（王经办）`).first().waitFor();
    await inOrder(clerk, `requests-mine-${width}`);

    // With people and work it does not end before another takes over.
    await admin.reload();
    await admin.getByRole('button', { name: names[0], exact: true }).click();
    await admin.getByRole('button', { name: '撤销这个内设机构' }).click();
    await says(admin.getByRole('alert'), /1 名工作人员、1 件没有办结的申请/);
    await admin.getByLabel('接手的内设机构').selectOption({ label: names[1] });
    await admin.getByRole('button', { name: '撤销这个内设机构' }).click();
    await says(admin.locator('tr', { hasText: names[1] }), /王经办/);
    await inOrder(admin, `units-${width}`);
    await clerk.reload();
    await clerk.getByText(`${names[1]}，我（王经办）`).first().waitFor();
    await admin.context().close();
    await clerk.context().close();
  });
}
