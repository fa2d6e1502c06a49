import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { follow, looksRight, openPage, root, startBrowser, startServer } from './harness.js';

const widths = [390, 1280];
let server, browser;

before(async () => {
  server = await startServer({
    empty: true,
    prepare: (program, data) => spawnSync(program, ['demo', '--data', data], { stdio: 'ignore' }),
    options: ['--site', join(root, 'data/web/site_demo.json')],
  });
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  assert.equal(await server?.stop(), 0, 'SIGTERM ends the server cleanly');
});

for (const width of widths) {
  test(`every page says whose site it is, and the map leads on, at ${width} pixels`, async () => {
    const page = await openPage(browser, width, { javaScriptEnabled: width > 500 });
    await page.goto(server.base + '/');
    const foot = await page.locator('.foot .identity').innerText();
    for (const said of ['主办单位：云溪县人民政府办公室', '网站标识码：9001210001', '备'])
      assert.ok(foot.includes(said), said);
    await follow(page, page.getByRole('link', { name: '网站地图' }));
    assert.equal(await page.locator('main h2').count(), 13);
    await follow(page, page.locator('main ul.map').nth(1).getByRole('link', { name: '指南' }));
    assert.match(await page.locator('h1').innerText(), /政府信息公开指南/);
    assert.match(await page.locator('.foot').innerText(), /网站标识码：9001210001/);
    await page.context().close();
  });

  test(`site map and charts are in order at ${width} pixels`, async () => {
    const page = await openPage(browser, width);
    await page.goto(server.base + '/sitemap');
    await looksRight(page, `sitemap-${width}`);
    await page.goto(server.base + '/organs/900121-1/reports');
    await follow(page, page.locator('ul.documents a').first());
    const charts = page.locator('.charted');
    assert.equal(await charts.count(), 3);
    for (let i = 0; i < 3; i++) {
      const rows = await charts.nth(i).locator('tbody tr').count();
      assert.ok(rows > 1);
      assert.equal(await charts.nth(i).locator('svg rect').count(), rows);
    }
    await looksRight(page, `charts-${width}`);
    await page.goto(`${page.url()}/all`);
    assert.equal(await charts.count(), 2);
    await looksRight(page, `sum-${width}`);
    await page.context().close();
  });
}
