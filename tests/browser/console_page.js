// A page of the console as somebody sees it: what the interface answers is held to its own
// description, and every page looked at must be in order.
import assert from 'node:assert/strict';
import Ajv from 'ajv/dist/2020.js';
import { password } from './console_office.js';
import { axeFaults, overflow, shot } from './harness.js';

export const widths = [390, 1366];

// What the program says of its answers: (method, path) -> a validating function, or nothing.
export async function description(base) {
  const openapi = await (await fetch(`${base}/api/openapi.json`)).json();
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addSchema(openapi, 'openapi');
  const routes = Object.entries(openapi.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, it]) => ({
      method: method.toUpperCase(),
      pattern: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
      braces: path.split('{').length,
      schema: it.responses['200'].content['application/json']?.schema && {
        $ref: `openapi#/paths/${path.replace(/~/g, '~0').replace(/\//g, '~1').replace(/[{}]/g, encodeURIComponent)}` +
          `/${method}/responses/200/content/application~1json/schema`,
      },
    })));
  routes.sort((a, b) => a.braces - b.braces);
  return (method, url) => {
    const path = decodeURIComponent(new URL(url).pathname);
    const route = routes.find((it) => it.method === method && it.pattern.test(path));
    return route?.schema && ajv.compile(route.schema);
  };
}

// Signs in on a new page of the width. page.faults: errors of script and policy, and answers that
// are not as described; page.underway: how many requests are not answered yet.
export async function signedIn({ office, browser, width, login, described }) {
  const context = await browser.newContext({
    locale: 'zh-CN', acceptDownloads: true, reducedMotion: 'reduce',
    viewport: { width, height: width < 500 ? 844 : 800 },
  });
  const page = await context.newPage();
  page.faults = [];
  page.checked = 0;
  page.underway = 0;
  page.on('request', () => ++page.underway);
  for (const ended of ['requestfinished', 'requestfailed']) page.on(ended, () => --page.underway);
  page.on('pageerror', (fault) => page.faults.push(String(fault)));
  page.on('console', (it) => {
    // Refusals are part of the work; the browser reports them as failed loads.
    if (it.type() === 'error' && !/status of 4\d\d/.test(it.text())) page.faults.push(it.text());
  });
  page.on('response', async (response) => {
    if (!response.url().includes('/api/') || !response.ok()) return;
    const valid = described(response.request().method(), response.url());
    if (!valid) return;
    const body = await response.json().catch(() => null);
    if (body === null) return;
    ++page.checked;
    if (!valid(body))
      page.faults.push(`${response.url()}: ${JSON.stringify(valid.errors.slice(0, 2))}`);
  });
  await page.goto(`${office.base}/console/`);
  await page.getByLabel('登录名').fill(login);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.waitForURL((url) => !url.pathname.endsWith('sign-in'));
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

// Waits until nothing is fetched, and nothing moves: drawers slide in, messages fade.
async function settled(page) {
  const quiet = async () => page.underway === 0 && page.evaluate(() =>
    !document.querySelector('[aria-busy="true"]') &&
    document.getAnimations().every((it) => it.playState !== 'running'));
  for (let still = 0, left = 300; still < 3 && left > 0; --left) {
    still = await quiet() ? still + 1 : 0;
    await page.waitForTimeout(50);
  }
}

// Waits until the text of the one thing says it: a page that is fetched says so a little later.
export async function says(target, wanted, why) {
  const end = Date.now() + 20_000;
  let text = '';
  do {
    text = await target.innerText();
    if (wanted.test(text)) return;
    await target.page().waitForTimeout(50);
  } while (Date.now() < end);
  assert.match(text, wanted, why);
}

export async function inOrder(page, name) {
  await settled(page);
  assert.deepEqual(await axeFaults(page), [], `${name}: axe`);
  assert.ok((await overflow(page)) <= 0, `${name}: scrolls sideways`);
  assert.deepEqual(page.faults, [], `${name}: faults`);
  await shot(page, `console-${name}-${page.viewportSize().width}`);
}

// Goes to a part of the console by its menu; on a phone some of it is under 更多.
export async function go(page, name) {
  const link = page.getByRole('navigation', { name: '工作平台栏目' }).getByRole('link', { name, exact: true });
  if (!(await link.isVisible())) await page.getByRole('button', { name: '更多' }).click();
  await link.click();
}

// Opens an act of 可办理事项, fills it in and sends it.
export async function act(page, title, fill = async () => {}) {
  await page.getByRole('button', { name: title, exact: true }).first().click();
  const drawer = page.getByRole('dialog');
  await drawer.waitFor();
  await fill(drawer);
  await drawer.getByRole('button', { name: title, exact: true }).click();
  await page.getByText(`已记录：${title}`).waitFor();
  await drawer.waitFor({ state: 'hidden' });
}
