// Posts in full: a poll, a warning, likes without a reload, a draft that keeps itself, new answers on an open page,
// a comment that waits; at both widths, and without a script.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { NARROW, WIDE, closeBrowser, go, shot, visit } from './lib/browser.mjs';
import { checkAxe, checkPage } from './lib/checks.mjs';
import { signIn } from './lib/hands.mjs';
import { startTown } from './lib/town.mjs';

let town;
before(async () => { town = await startTown(); });
after(async () => {
  await closeBrowser();
  await town?.stop();
});

const main = (page) => page.locator('main');
const button = (page, name) => main(page).getByRole('button', { name });

/** Publishes in the person's own name; the address of the post. */
async function publish(page, text, fill = async () => {}) {
  await go(page, '/post/nuovo');
  await page.locator('#testo').fill(text);
  await fill();
  await page.locator('main button[value=pubblica]').click();
  await page.waitForURL(/\/post\/\d+/);
  return new URL(page.url()).pathname;
}

for (const { width, role, javaScript } of [
  { width: WIDE, role: 'citizen', javaScript: true },
  { width: NARROW, role: 'verified citizen', javaScript: false },
]) {
  test(`a poll is asked and answered, a warning is opened, a post is liked and kept (${width} px, ${javaScript ? 'with' : 'without'} script)`, () =>
    visit(town.base, { width, javaScript, name: `posts-${width}` }, async (page) => {
      await signIn(page, town.signIn(role));
      await go(page, '/post/nuovo');
      await checkPage(page, 'the composer');
      await page.getByText('Aggiungi un sondaggio').click();
      await checkAxe(page, 'the composer with a poll');
      await shot(page, 'compose');
      const path = await publish(page, `Dove ci vediamo? #raduno${width}`, async () => {
        await page.locator('#avviso').fill('Parla di colazioni abbondanti');
        await page.getByText('Aggiungi un sondaggio').click();
        await page.locator('#scelta1').fill('Al molo');
        await page.locator('#scelta2').fill('Al Belvedere');
      });
      await checkPage(page, 'a post with a poll');
      assert.equal(await page.getByText('Dove ci vediamo?').first().isVisible(), false, 'the text stands behind its warning');
      await page.locator('details.ded-warned > summary').click();
      await page.getByText('Dove ci vediamo?').first().waitFor();
      await checkAxe(page, 'the warning opened');
      await page.getByLabel('Al molo').check();
      await button(page, 'Vota').click();
      await page.getByText('la tua scelta').waitFor();
      await checkPage(page, 'the results');
      await shot(page, 'poll');
      const like = page.locator('article.ded-post').getByRole('button', { name: 'Mi piace' });
      await like.click();
      await page.locator('article.ded-post').getByText('Piace a una persona').waitFor();
      await page.locator('article.ded-post').getByRole('button', { name: 'Salva' }).click();
      await page.locator('article.ded-post').getByRole('button', { name: 'Salvato' }).waitFor();
      await checkAxe(page, 'a post that is liked and kept');
      await go(page, '/io/segnalibri');
      await checkPage(page, 'the bookmarks');
      await go(page, `/argomenti/raduno${width}`);
      await checkPage(page, 'a subject');
      await go(page, '/argomenti');
      await checkPage(page, 'the subjects');
      await go(page, `${path}/apprezzamenti`);
      await checkPage(page, 'who likes it');
    }));
}

test('what is written keeps itself, and is found again', () => visit(town.base, { name: 'drafts' }, async (page) => {
  await signIn(page, town.signIn('citizen'));
  await go(page, '/post/nuovo');
  await page.locator('#testo').fill('Un pensiero a metà');
  await page.getByText('Bozza salvata').waitFor();
  await go(page, '/post/nuovo');
  await page.getByText('Hai una bozza').waitFor();
  await checkPage(page, 'a draft that waits');
  await page.getByRole('link', { name: 'Riprendi' }).click();
  assert.equal(await page.locator('#testo').inputValue(), 'Un pensiero a metà');
  await go(page, '/post/nuovo');
  await button(page, 'Scarta').click();
  await page.getByText('Bozza scartata').waitFor();
}));

test('an open page hears of a new answer, and a comment waits for its approval', () => visit(town.base, { width: WIDE, name: 'live' }, async (page) => {
  await signIn(page, town.signIn('citizen'));
  const open = await publish(page, 'Chi c’è?');
  const asks = await publish(page, 'Prima leggo io', () => page.getByLabel('Tutti gli iscritti, ma leggo prima io').check());
  await go(page, open);
  await visit(town.base, { width: NARROW, name: 'live-other' }, async (other) => {
    await signIn(other, town.signIn('verified citizen'));
    await go(other, open);
    await other.locator('#scrivi #testo').fill('Ci sono io');
    await button(other, 'Pubblica il commento').click();
    await other.getByText('Commento pubblicato').waitFor();
    await go(other, asks);
    await other.locator('#scrivi #testo').fill('Dico la mia');
    await button(other, 'Pubblica il commento').click();
    await other.getByText('Per ora lo vedi solo tu').waitFor();
    await checkPage(other, 'a comment that waits');
  });
  const news = page.getByRole('link', { name: 'Una nuova risposta' });
  await news.waitFor();
  await checkAxe(page, 'the bar of new answers');
  await shot(page, 'live');
  await news.click();
  await page.getByText('Ci sono io').waitFor();
  await go(page, `${asks}/da-approvare`);
  await checkPage(page, 'comments to approve');
  await shot(page, 'waiting');
  await button(page, 'Approva').first().click();
  await page.getByText('Nessun commento aspetta').waitFor();
  await checkPage(page, 'nothing waits');
  await go(page, asks);
  await page.getByText('Dico la mia').waitFor();
}));
