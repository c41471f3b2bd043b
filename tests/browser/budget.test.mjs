// A report from the street over a slow line: what the first page weighs, and how soon one can begin. An empty cache, 390 pixels, a line of
// 1.6 Mbit/s that answers after 150 ms.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { NARROW, closeBrowser, go, visit } from './lib/browser.mjs';
import { startTown } from './lib/town.mjs';

const MOST = 170_000, FONTS = 2;
const SLOW = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

let town;
before(async () => { town = await startTown(); });
after(async () => {
  await closeBrowser();
  await town?.stop();
});

/** Everything that comes over the line while `open` runs and until nothing more comes: bytes, heads of answers with them, by address. */
async function weighed(page, open) {
  const line = await page.context().newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Network.clearBrowserCache');
  await line.send('Network.emulateNetworkConditions', SLOW);
  const addresses = new Map(), bytes = new Map();
  line.on('Network.responseReceived', ({ requestId, response }) => addresses.set(requestId, new URL(response.url).pathname));
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => bytes.set(requestId, encodedDataLength));
  await open();
  await page.waitForLoadState('networkidle');
  await line.send('Network.emulateNetworkConditions', { ...SLOW, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
  await line.detach();
  const parts = [...bytes].filter(([, size]) => size > 0).map(([id, size]) => [addresses.get(id) ?? '?', size]).sort((a, b) => b[1] - a[1]);
  return { parts, all: parts.reduce((sum, [, size]) => sum + size, 0) };
}

/** Milliseconds until the button can be used: it is drawn in its style, and the page's script has run. */
const usable = (page) => page.evaluate(() => {
  const { domContentLoadedEventEnd } = performance.getEntriesByType('navigation')[0];
  const drawn = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
  return Math.round(Math.max(domContentLoadedEventEnd, drawn));
});

function tell(name, { parts, all }, ready) {
  const kB = (size) => `${(size / 1000).toFixed(1)} kB`;
  console.log(JSON.stringify({ figure: name, kB: Number((all / 1000).toFixed(1)), usable_ms: ready, to_reach: '<= 170 kB, <= 2500 ms' }));
  console.log(parts.map(([address, size]) => `  ${kB(size)} ${address}`).join('\n'));
}

function light(name, { parts, all }) {
  assert.ok(all <= MOST, `${name}: ${all} bytes`);
  const fonts = parts.filter(([address]) => /\.woff2$/.test(address));
  assert.ok(fonts.length <= FONTS, `${name}: ${fonts.map(([address]) => address)}`);
  assert.ok(!parts.some(([address]) => /leaflet|\/map\.|\/mappa\//.test(address)), `${name}: nothing of the map`);
}

test('the first step of a report is light on a slow line', () => visit(town.base, { width: NARROW, name: 'budget' }, async (page) => {
  const first = await weighed(page, () => go(page, '/segnalazioni/nuova'));
  tell('report form, first step', first, await usable(page));
  light('the first step', first);

  // the step with the photographs and the place, as somebody comes back to it by the link of a letter
  await page.locator('#privacy').check();
  await page.getByRole('button', { name: 'Avanti' }).click();
  await page.waitForURL('**/richieste/bozze/*');
  const address = page.url();
  const second = await weighed(page, () => page.goto(address));
  tell('report form, second step', second, await usable(page));
  light('the second step', second);

  // the map's code comes when somebody goes into the field
  const map = page.waitForResponse((response) => /leaflet[^/]*\.js$/.test(response.url()));
  await page.locator('#luogo').focus();
  await map;
}));
