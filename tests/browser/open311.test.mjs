// Keys of Open311 in administration: made, shown once, used by a program, taken back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { NARROW, WIDE, closeBrowser, go, shot, visit } from './lib/browser.mjs';
import { checkAxe, checkPage } from './lib/checks.mjs';
import { signIn } from './lib/hands.mjs';
import { startTown } from './lib/town.mjs';

let town;
before(async () => {
  town = await startTown();
});
after(async () => {
  await closeBrowser();
  await town?.stop();
});

const button = (page, name) => page.locator('main').getByRole('button', { name });

for (const [width, javaScript] of [[WIDE, true], [NARROW, true], [NARROW, false]]) {
  test(`a key is given, used and taken back at ${width}${javaScript ? '' : ' without script'}`, () => visit(town.base, { width, javaScript, name: `open311-${width}-${javaScript}` }, async (page) => {
    const name = `L'app di quartiere ${width} ${javaScript}`;
    await signIn(page, town.signIn('system administrator'));
    await go(page, '/amministrazione/open311');
    await page.getByRole('heading', { level: 1, name: 'Open311' }).waitFor();
    assert.match(await page.locator('main').textContent(), /Segnala in tasca/, 'the demo has one already');
    await checkPage(page, 'the keys');
    await shot(page, 'keys');

    // ---- what is wrong is said beside its field, and what was typed stays
    await page.getByLabel('Di chi è').fill(name);
    await page.getByLabel('Segnalazioni al giorno').fill('0');
    await button(page, 'Crea la chiave').click();
    await page.getByText('Scrivi un numero da 1 a 100000.').first().waitFor();
    assert.equal(await page.getByLabel('Di chi è').inputValue(), name);
    await checkAxe(page, 'a form that came back');

    // ---- made, and shown once
    await page.getByLabel('Email di chi ne risponde').fill('app@example.org');
    await page.getByLabel('Segnalazioni al giorno').fill('5');
    await button(page, 'Crea la chiave').click();
    const key = await page.locator('[role=status] code').textContent();
    assert.match(key, /^ded311_/);
    await checkAxe(page, 'a key that was made');
    await shot(page, 'key-made');
    await go(page, '/amministrazione/open311');
    assert.ok(!(await page.locator('main').textContent()).includes(key), 'it is shown once');

    // ---- a program sends with it, and the report is there for everybody
    const send = (text) => fetch(`${town.base}/open311/v2/requests.json`, {
      method: 'POST',
      body: new URLSearchParams({ api_key: key, service_code: 'verde', address_string: 'Villa Palmeri', description: text }),
    });
    const answer = await send(`Un ramo rotto, visto a ${width} ${javaScript}`);
    assert.equal(answer.status, 200);
    const [{ service_request_id: number }] = await answer.json();
    await go(page, `/segnalazioni/${number}`);
    await page.getByRole('heading', { level: 1, name: 'Un ramo rotto' }).waitFor();

    // ---- taking it back asks first
    await go(page, '/amministrazione/open311');
    await page.getByRole('link', { name: `Ritira ${name}` }).click();
    await page.getByRole('heading', { level: 1, name: 'Ritirare la chiave?' }).waitFor();
    await checkPage(page, 'the question before a key is taken back');
    await shot(page, 'key-revoke');
    await button(page, 'Ritira').click();
    await page.getByText('Chiave ritirata').first().waitFor();
    assert.equal(await page.getByRole('link', { name: `Ritira ${name}` }).count(), 0);
    assert.equal((await send('Un altro ramo')).status, 403);
  }));
}

test('the list of reports leads to the open data', () => visit(town.base, { width: NARROW, name: 'open311-list' }, async (page) => {
  await go(page, '/segnalazioni');
  const href = await page.getByRole('link', { name: 'Dati aperti / Open311' }).getAttribute('href');
  const answer = await fetch(town.base + href);
  assert.equal(answer.status, 200);
  assert.match(await answer.text(), /<specification>http:\/\/wiki\.open311\.org\/GeoReport_v2<\/specification>/);
  const requests = await (await fetch(`${town.base}/open311/v2/requests.json`)).json();
  assert.ok(requests.some((one) => one.service_request_id.startsWith('O-')), 'the demo has reports of this channel');
}));
