// An office of its own with a browser before it, for the tests of the file that imports this.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { startOffice } from './console_office.js';
import { description } from './console_page.js';
import { startBrowser } from './harness.js';

export let office, browser, described;

before(async () => {
  office = await startOffice();
  browser = await startBrowser();
  described = await description(office.base);
});

after(async () => {
  await browser?.close();
  assert.equal(await office?.stop(), 0, 'SIGTERM ends the server cleanly');
});
