// The pages that say no, as sound as any other.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { answerOf, closeBrowser, go, visit } from './lib/browser.mjs';
import { lookAtBoth } from './lib/checks.mjs';
import { signIn } from './lib/hands.mjs';
import { startTown } from './lib/town.mjs';

let town;
before(async () => { town = await startTown(); });
after(async () => {
  await closeBrowser();
  await town?.stop();
});

/** A page that says no: its status, its words, a way on; as sound as any other. */
async function expectNo(page, status, words) {
  assert.equal(answerOf(page).status(), status);
  assert.equal(await page.locator('h1').innerText(), words);
  assert.ok(await page.locator('main').getByRole('link', { name: 'Torna in piazza' }).isVisible());
  await lookAtBoth(page, `error ${status}`);
}

describe('pages that say no', { concurrency: 2 }, () => {
  test('403: the administration is not for a citizen', () => visit(town.base, { name: 'error-403' }, async (page) => {
    await signIn(page, town.signIn('citizen'));
    await go(page, '/amministrazione', 403);
    await expectNo(page, 403, 'Qui non puoi entrare');
  }));

  test('who has not signed in is led to the sign-in, and back', () => visit(town.base, { name: 'sign-in-first' }, async (page) => {
    await go(page, '/amministrazione/persone?q=anna');
    assert.equal(new URL(page.url()).pathname, '/accedi');
    await page.locator('.ded-toast').filter({ hasText: 'Prima accedi' }).waitFor();
    await lookAtBoth(page, 'sign in first');
    const { email, password } = town.signIn('system administrator');
    await page.locator('#email').fill(email);
    await page.locator('#password').fill(password);
    await page.locator('main form button[type=submit]').click();
    await page.waitForURL('**/amministrazione/persone?q=anna');
  }));

  test('404: no such page, post, person, office', () => visit(town.base, { name: 'error-404' }, async (page) => {
    for (const address of ['/pagine/non-esiste', '/post/1', '/post/nessuno', '/persone/nessuno', '/uffici/nessuno', '/%C3%28']) await go(page, address, 404);
    await expectNo(page, 404, 'Questa pagina non c’è');
  }));

  test('410: a link that was used up', () => visit(town.base, { name: 'error-410' }, async (page) => {
    for (const address of ['/iscriviti/conferma/niente', '/accedi/nuova-password/niente']) {
      await go(page, address, 410);
      await lookAtBoth(page, address);
    }
  }));

  // what the page asks by itself (new notices, the draft) may be told no in the meantime
  test('401: the session ended while a comment was being written', () => visit(town.base, { name: 'error-401', refusals: ['/io/avvisi/diretta', '/bozze'] }, async (page) => {
    await signIn(page, town.signIn('citizen'));
    await go(page, '/novita');
    await page.locator('.ded-feed h2 a').first().click();
    await page.locator('#testo').fill('Intanto sono uscita da un’altra finestra.');
    await page.context().clearCookies({ name: 'dedalus' });
    await page.getByRole('button', { name: 'Pubblica il commento' }).click();
    // what was typed waits on the page that asks to sign in; after that it is sent from there
    await page.getByRole('heading', { level: 1, name: 'Prima accedi' }).waitFor();
    await lookAtBoth(page, 'the session ended');
    const another = page.waitForEvent('popup');
    await page.locator('main').getByRole('link', { name: 'Accedi' }).click();
    const door = await another;
    const { email, password } = town.signIn('citizen');
    await door.locator('#email').fill(email);
    await door.locator('#password').fill(password);
    await door.locator('main form button[type=submit]').click();
    await door.waitForURL((url) => url.pathname !== '/accedi');
    await page.getByRole('button', { name: 'Invia' }).click();
    await page.getByText('Intanto sono uscita da un’altra finestra.').first().waitFor();
  }));

  test('413: far too long', () => visit(town.base, { name: 'error-413' }, async (page) => {
    await signIn(page, town.signIn('citizen'));
    await go(page, '/io');
    await page.locator('#bio').evaluate((field) => { field.value = 'a'.repeat(1_100_000); }); // no browser types that much
    await page.getByRole('button', { name: 'Salva', exact: true }).click();
    await page.locator('.ded-trouble').waitFor();
    await expectNo(page, 413, 'Il file è troppo grande');
  }));

  test('422: an opinion without a star', () => visit(town.base, { name: 'error-422' }, async (page) => {
    await go(page, '/novita');
    await page.locator('.ded-clarity form').evaluate((form) => form.requestSubmit());
    await page.locator('.ded-trouble').waitFor();
    await expectNo(page, 422, 'Così non va ancora bene');
  }));

  test('429: too many opinions from one address', () => visit(town.base, { name: 'error-429' }, async (page) => {
    await go(page, '/regole');
    const form = { pagina: '/regole', chiarezza: '4' };
    const send = () => page.context().request.post('/chiarezza', { form, headers: { origin: town.base }, maxRedirects: 0 });
    let last;
    for (let sent = 0; sent < 40 && (last = await send()).status() === 303;) sent++;
    assert.equal(last.status(), 429);
    assert.ok(Number(last.headers()['retry-after']) > 0);
    await page.locator('[data-element=feedback-rate-4]').click();
    await page.locator('.ded-clarity').getByRole('button', { name: 'Invia' }).click();
    await page.locator('.ded-trouble').waitFor();
    await expectNo(page, 429, 'Un momento, troppe richieste');
  }));
});
