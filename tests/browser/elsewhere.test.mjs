// What runs outside the town's own pages: its pieces on another site, and the worker that shows pushes.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { closeBrowser, go, takeWholeBrowser, visit } from './lib/browser.mjs';
import { signIn } from './lib/hands.mjs';
import { startTown } from './lib/town.mjs';

let town, site, elsewhere;

before(async () => {
  takeWholeBrowser(); // for notifications
  town = await startTown();
  // The site of an association, at an origin of its own.
  site = createServer((_, answer) => {
    answer.setHeader('Content-Type', 'text/html; charset=utf-8');
    answer.end(`<!doctype html><html lang="it"><title>Associazione</title><h1>Associazione</h1>
      <script src="${town.base}/embed/dedalus.js" data-pezzo="novita" data-titolo="Notizie dal Comune" async></script></html>`);
  });
  await new Promise((resolve) => site.listen(0, '127.0.0.1', resolve));
  elsewhere = `http://localhost:${site.address().port}`;
});
after(async () => {
  await closeBrowser();
  site?.close();
  await town?.stop();
});

describe('elsewhere', { concurrency: 2 }, () => {
  test('a piece of the town stands in another site, as high as it is', () =>
    visit(elsewhere, { name: 'embed', hosts: [new URL(town.base).host], refusals: ['/favicon.ico'] }, async (page) => {
      await go(page, '/');
      const frame = page.frameLocator('iframe[title="Notizie dal Comune"]');
      await frame.locator('a[href*="/post/"]').first().waitFor();
      const inside = await frame.locator('html').evaluate((root) => root.scrollHeight);
      await page.waitForFunction((high) => Math.abs(Number(document.querySelector('iframe').height) - high) <= 1, inside);
      assert.notEqual(inside, 600, 'the height is the one the frame began with');
      // Nobody else says how high it is.
      await page.evaluate(() => window.postMessage({ dedalusHeight: 90 }, '*'));
      await page.waitForTimeout(200);
      assert.notEqual(await page.locator('iframe').getAttribute('height'), '90');
    }));

  test('a push becomes a notice of the browser; where no push is to be had, the page says so', () =>
    visit(town.base, { name: 'push', excuses: ['Push API in incognito'] }, async (page) => {
      await page.context().grantPermissions(['notifications'], { origin: town.base });
      await signIn(page, town.signIn('citizen'));
      await go(page, '/io/avvisi/impostazioni');
      const form = page.locator('form[data-push]');
      await form.waitFor();
      await form.getByRole('button').click();
      // This browser has no push service behind it.
      await form.locator('[role=alert]').filter({ hasText: /\S/ }).waitFor();
      await page.evaluate(() => navigator.serviceWorker.ready);

      const session = await page.context().newCDPSession(page);
      const known = new Promise((resolve) => session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => registrations[0] && resolve(registrations[0])));
      await session.send('ServiceWorker.enable');
      const { registrationId } = await known;
      const data = JSON.stringify({ title: 'Anna ha risposto', body: 'Sotto «La piazza nuova»', path: '/io/avvisi', tag: 'post 1' });
      await session.send('ServiceWorker.deliverPushMessage', { origin: town.base, registrationId, data });
      // Looked for again and again by hand: waitForFunction takes any promise for the answer.
      const shown = await page.evaluate(async () => {
        const worker = await navigator.serviceWorker.ready;
        for (let look = 0; look < 300; look += 1) {
          const [notice] = await worker.getNotifications();
          if (notice) return { title: notice.title, body: notice.body };
          await new Promise((resolve) => { setTimeout(resolve, 50); });
        }
        return null;
      });
      assert.deepEqual(shown, { title: 'Anna ha risposto', body: 'Sotto «La piazza nuova»' });
    }));
});
