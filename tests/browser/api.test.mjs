// Applications of others: the question, the list of what one allowed, the page that explains it; with and without script.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { NARROW, WIDE, closeBrowser, go, shot, visit } from './lib/browser.mjs';
import { checkPage } from './lib/checks.mjs';
import { keyboard, pointer, signIn } from './lib/hands.mjs';
import { startTown } from './lib/town.mjs';

let town;
before(async () => { town = await startTown(); });
after(async () => {
  await closeBrowser();
  await town?.stop();
});

const main = (page) => page.locator('main');
const button = (page, name) => main(page).getByRole('button', { name });
const toast = (page, words) => page.locator('.ded-toast').filter({ hasText: words }).waitFor();

/** A program makes itself known; the address of its question. The answer comes back to the town itself, which is on loopback. */
async function asking(name) {
  const back = `${town.base.replace('localhost', '127.0.0.1')}/regole`;
  const said = { client_name: name, redirect_uris: [back], scope: 'read write:statuses', token_endpoint_auth_method: 'none', client_uri: 'https://barca.example/' };
  const answer = await fetch(`${town.base}/oauth/register`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(said) });
  assert.equal(answer.status, 201);
  const { client_id: client } = await answer.json();
  const challenge = createHash('sha256').update('v'.repeat(50)).digest('base64url');
  const query = new URLSearchParams({ client_id: client, redirect_uri: back, response_type: 'code', scope: 'read write:statuses', state: 'xyz', code_challenge: challenge, code_challenge_method: 'S256' });
  return `/oauth/authorize?${query}`;
}

for (const { width, role, hands: choose, javaScript, who } of [
  { width: WIDE, role: 'editor', hands: pointer, javaScript: true, who: 'mouse' },
  { width: NARROW, role: 'verified citizen', hands: keyboard, javaScript: false, who: 'keyboard, no script' },
]) {
  test(`a program is allowed, seen and taken back (${who}, ${width} px)`, () => visit(town.base, { width, javaScript, name: `api-${width}` }, async (page) => {
    const hands = choose(page);
    const name = `Barca ${width}`;
    const question = await asking(name);
    await signIn(page, town.signIn(role));
    await go(page, question);
    await main(page).getByRole('heading', { level: 1, name: `Vuoi dare il permesso a «${name}»?` }).waitFor();
    await main(page).getByText('Leggere tutto quello che leggi tu').waitFor();
    await checkPage(page, 'the question');
    await shot(page, 'oauth-question');
    await hands.press(button(page, 'No, grazie'));
    await page.waitForURL(/error=access_denied.*state=xyz/);
    await go(page, question);
    await hands.press(button(page, 'Do il permesso'));
    await page.waitForURL(/\?code=[^&]+&iss=[^&]+&state=xyz$/);
    await go(page, '/io/applicazioni');
    await main(page).getByRole('heading', { level: 1, name: 'Applicazioni collegate' }).waitFor();
    await checkPage(page, 'what was allowed');
    await shot(page, 'applications');
    await hands.press(button(page, `Ritira ${name}`));
    await toast(page, 'Permesso ritirato');
    assert.equal(await main(page).getByText(name, { exact: true }).count(), 0);
    await checkPage(page, 'taken back');
  }));

  test(`a question from nowhere is answered here, and the interface explains itself (${who}, ${width} px)`, () => visit(town.base, { width, javaScript, name: `api-page-${width}` }, async (page) => {
    await signIn(page, town.signIn(role));
    await page.goto('/oauth/authorize?client_id=nessuno');
    await main(page).getByRole('heading', { level: 1, name: 'Questa richiesta non va bene' }).waitFor();
    await checkPage(page, 'a question from nowhere');
    await go(page, '/api');
    await main(page).getByRole('heading', { level: 1, name: 'Interfaccia per i programmi' }).waitFor();
    await checkPage(page, 'the interface');
    await shot(page, 'api');
  }));
}

test('the demo has an application that a citizen uses, and administration sees it', () => visit(town.base, { width: WIDE, name: 'api-demo' }, async (page) => {
  await signIn(page, town.signIn('citizen'));
  await go(page, '/io/applicazioni');
  await main(page).getByText('Bacheca di quartiere').first().waitFor();
  await checkPage(page, 'the demo’s application');
  await page.context().clearCookies();
  await signIn(page, town.signIn('system administrator'));
  await go(page, '/amministrazione/applicazioni');
  await main(page).getByText('Bacheca di quartiere').first().waitFor();
  await checkPage(page, 'all applications');
  await shot(page, 'applications-admin');
  await main(page).getByRole('link', { name: /^Togli Bacheca/ }).click();
  await main(page).getByRole('heading', { name: 'Togli l’applicazione «Bacheca di quartiere»?' }).waitFor();
  await checkPage(page, 'before it is taken away');
}));
