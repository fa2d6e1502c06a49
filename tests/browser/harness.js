// Starts the program on a free port with a data folder of its own, and the browser.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const program = resolve(process.env.GONGKAI ?? join(root, 'build/release/gongkai'));
const demo = join(root, 'data/demo');
const shots = join(root, 'build/screenshots');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export function demoFile(ending) {
  const name = readdirSync(demo).sort().find((it) => it.endsWith(ending));
  if (!name) throw new Error(`no ${ending} in ${demo}`);
  return join(demo, name);
}

// {base, data, stop()}: a server with the demo reports in it, or an empty one; `prepare` gets the program
// and the data folder before it starts; `options` are more of `serve`.
export async function startServer({
  empty = false, port = 0, prepare = () => {}, options = [],
} = {}) {
  if (!existsSync(program)) throw new Error(`${program} is not built; set GONGKAI`);
  const data = mkdtempSync(join(tmpdir(), 'gongkai-browser-'));
  if (!empty) spawnSync(program, ['import', '--data', data, demo], { stdio: 'ignore' });
  prepare(program, data);
  const child = spawn(program, ['serve', '--data', data, '--port', String(port), ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const base = await new Promise((done, fail) => {
    let said = '';
    child.stdout.on('data', (bytes) => {
      said += bytes;
      const address = said.match(/http:\/\/[^/]+/);
      if (address) done(address[0]);
    });
    child.on('exit', (code) => fail(new Error(`the server ended with ${code}: ${said}`)));
  });
  const stop = async () => {
    const ended = new Promise((done) => child.on('exit', done));
    child.kill('SIGTERM');
    const code = await ended;
    rmSync(data, { recursive: true, force: true });
    rmSync(data + '.key', { force: true });
    return code;
  };
  return { base, data, stop };
}

export function startBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync',
    ],
  });
}

// A page that notes what goes wrong in it. page.expected: the faults that the test provokes, since
// the browser itself notes a refusal's status.
export async function openPage(browser, width, options = {}) {
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width, height: width < 500 ? 844 : 800 }, ...options,
  });
  const page = await context.newPage();
  page.faults = [];
  page.on('pageerror', (fault) => page.faults.push(String(fault)));
  page.on('console', (it) => {
    if (it.type() === 'error' && !page.expected?.test(it.text())) page.faults.push(it.text());
  });
  return page;
}

// Clicks what leads to another page and waits until that page is there: a click alone returns while
// the old page still stands.
export async function follow(page, target) {
  await Promise.all([page.waitForEvent('load'), target.click()]);
}

// Accessible, no wider than the window, without faults of script or policy; and a picture of it.
export async function looksRight(page, name) {
  assert.deepEqual(await axeFaults(page), [], `${name}: axe`);
  assert.ok((await overflow(page)) <= 0, `${name}: scrolls sideways`);
  assert.deepEqual(page.faults, [], `${name}: script or policy faults`);
  await shot(page, name);
}

// What axe calls serious or critical on a page, as text for the failure message.
export async function axeFaults(page) {
  // Evaluated by the debugger, so the page's Content-Security-Policy does not bar it.
  await page.evaluate(axe);
  const { violations } = await page.evaluate('axe.run(document)');
  return violations
    .filter((it) => ['serious', 'critical'].includes(it.impact))
    .map((it) => `${it.id}: ${it.nodes.map((node) => node.html.slice(0, 160)).slice(0, 3).join(' | ')}`);
}

// By how many pixels the page is wider than the window.
export function overflow(page) {
  return page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

export async function shot(page, name) {
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
}
