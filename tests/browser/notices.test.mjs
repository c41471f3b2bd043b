// Notices: the bell, the list, what one chooses, the way out of a mail; with and without script.
import assert from 'node:assert/strict';
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
const bell = (page) => page.locator('.ded-bell .ded-count');
/** Bell and list say how many wait. */
const waiting = async (page) => Number(await bell(page).textContent());

for (const { width, role, hands: choose, javaScript, who } of [
  { width: WIDE, role: 'citizen', hands: pointer, javaScript: true, who: 'mouse' },
  { width: NARROW, role: 'editor', hands: keyboard, javaScript: false, who: 'keyboard, no script' },
]) {
  test(`what waits is seen, filtered and read (${who}, ${width} px)`, () => visit(town.base, { width, javaScript, name: `notices-${width}` }, async (page) => {
    const hands = choose(page);
    await signIn(page, town.signIn(role));
    await go(page, '/');
    const before = await waiting(page);
    assert.ok(before > 0, 'the demo has something to read');
    await hands.press(page.locator('.ded-bell'));
    await main(page).getByRole('heading', { level: 1, name: 'I tuoi avvisi' }).waitFor();
    await checkPage(page, 'the notices');
    await shot(page, 'notices');
    assert.ok(await page.locator('.ded-notices > li:not(.ded-notice--new)').count() > 0, 'and something that was read');
    await hands.press(page.locator('.ded-notice--new').first().getByRole('button'));
    await page.waitForFunction((count) => Number(document.querySelector('.ded-bell .ded-count').textContent) === count, before - 1);
    await hands.press(main(page).getByRole('link', { name: 'Da leggere', exact: true }));
    await page.waitForURL(/stato=da-leggere/);
    assert.equal(await page.locator('.ded-notices > li:not(.ded-notice--new)').count(), 0);
    await checkPage(page, 'only unread');
    if (before > 1) await hands.press(button(page, 'Segna tutto come letto'));
    if (before > 1) await toast(page, 'Tutti gli avvisi sono segnati come letti');
    await go(page, '/io/avvisi?stato=da-leggere');
    await main(page).getByRole('heading', { name: 'Nessun avviso qui' }).waitFor();
    await checkPage(page, 'nothing unread');
    assert.equal(await bell(page).isVisible(), false);
  }));

  test(`what one wants to hear is chosen, and faults stay beside their fields (${who}, ${width} px)`, () => visit(town.base, { width, javaScript, name: `ways-${width}` }, async (page) => {
    const hands = choose(page);
    await signIn(page, town.signIn(role));
    await go(page, '/io/avvisi/impostazioni');
    await checkPage(page, 'the choices');
    await shot(page, 'notices-choices');
    await page.locator('#posta_answer').selectOption('subito');
    await page.locator('#silenzio_da').fill('22:00');
    await hands.press(button(page, 'Salva'));
    await page.locator('#silenzio_a-errore').waitFor();
    assert.equal(await page.locator('#silenzio_da').inputValue(), '22:00');
    assert.equal(await page.locator('#posta_answer').inputValue(), 'subito');
    await checkPage(page, 'a fault');
    await page.locator('#silenzio_a').fill('07:00');
    await hands.press(button(page, 'Salva'));
    await toast(page, 'Le tue scelte sono salvate');
    await checkPage(page, 'saved');
    assert.equal(await page.locator('#silenzio_a').inputValue(), '07:00');
  }));
}

test('the number beside the bell is live', () => visit(town.base, { width: WIDE, name: 'notices-live' }, async (page) => {
  await signIn(page, town.signIn('verified citizen'));
  await go(page, '/post/nuovo');
  await page.locator('#testo').fill('Chi viene al mercato?');
  await main(page).getByRole('button', { name: 'Pubblica' }).click();
  await page.waitForURL(/\/post\/\d+/);
  const post = page.url();
  const before = await waiting(page);
  await visit(town.base, { width: NARROW, name: 'notices-live-other' }, async (other) => {
    await signIn(other, town.signIn('citizen'));
    await other.goto(post);
    await other.locator('main textarea[name=testo]').last().fill('Io, alle nove.');
    await other.locator('main').getByRole('button', { name: 'Pubblica il commento' }).click();
    await other.locator('.ded-toast').filter({ hasText: 'Commento pubblicato' }).waitFor();
  });
  await page.waitForFunction((count) => Number(document.querySelector('.ded-bell .ded-count').textContent) === count + 1, before, { timeout: 20_000 });
  await checkPage(page, 'a page whose bell has rung');
}));
