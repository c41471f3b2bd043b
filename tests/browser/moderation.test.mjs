// The tools of who moderates: the rules and their phrases, many texts at once, the public figures. The way of one text: square.test.mjs.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { NARROW, WIDE, closeBrowser, go, shot, visit } from './lib/browser.mjs';
import { checkPage } from './lib/checks.mjs';
import { signIn } from './lib/hands.mjs';
import { photograph } from './lib/photo.mjs';
import { startTown } from './lib/town.mjs';

let town, folder, photo;
before(async () => {
  [town, folder] = await Promise.all([startTown(), mkdtemp(join(tmpdir(), 'dedalus-photos-'))]);
  photo = await photograph(folder, 'manifesto', '#8a6b45');
});
after(async () => {
  await closeBrowser();
  await town?.stop();
  if (folder) await rm(folder, { recursive: true, force: true });
});

const as = (role, width, name, journey, more = {}) => visit(town.base, { width, name, ...more }, async (page) => {
  if (role) await signIn(page, town.signIn(role));
  await journey(page);
});

for (const [width, javaScript] of [[WIDE, true], [NARROW, true], [WIDE, false]]) {
  const label = `${width}${javaScript ? '' : ' without script'}`;
  test(`rules, many at once, and public figures at ${label}`, async () => {
    await as('manager', width, 'moderation-rules', async (page) => {
      await go(page, '/segreteria/regole-di-moderazione');
      await checkPage(page, 'rules of moderation');
      await page.locator('#frase').fill(`frase di prova ${label}`);
      await page.getByRole('button', { name: 'Aggiungi la frase' }).click();
      await page.locator('.ded-toast--ok').waitFor();
      await checkPage(page, 'rules with a phrase');
      await go(page, '/segreteria/moderazione');
      await page.getByRole('button', { name: /di questa vista/ }).click();
      await page.getByRole('heading', { level: 1, name: 'Nascondi molti testi insieme' }).waitFor();
      await checkPage(page, 'many at once');
    }, { javaScript });
    await as(null, width, 'moderation-figures', async (page) => {
      await go(page, '/moderazione');
      await page.getByRole('heading', { level: 1, name: 'La moderazione in numeri' }).waitFor();
      await checkPage(page, 'figures');
    }, { javaScript });
  });
}

for (const [width, word] of [[WIDE, 'verdolino'], [NARROW, 'celestino']]) {
  const button = (page, name) => page.locator('main').getByRole('button', { name });
  const view = `/segreteria/moderazione?trattenuti=1&q=${word}`;
  const offers = ['la prima offerta', 'la seconda offerta'].map((words) => `Divano ${word}, ${words}`);

  test(`what is held is seen whole, hidden in two clicks and back in one at ${width}`, async () => {
    await as('manager', width, 'moderation-phrase', async (page) => {
      await go(page, '/segreteria/regole-di-moderazione');
      await page.locator('#frase').fill(word);
      await page.locator('#effetto').selectOption('trattieni');
      await button(page, 'Aggiungi la frase').click();
      await page.locator('.ded-toast--ok').waitFor();
    });
    const places = [];
    await as('citizen', width, 'moderation-held', async (page) => {
      for (const [number, words] of offers.entries()) {
        await go(page, '/post/nuovo');
        await page.locator('#testo').fill(words);
        if (number === 0) {
          await page.locator('#immagini').setInputFiles(photo);
          await button(page, 'Pubblica').last().click();
          await page.locator('.ded-errors').waitFor();
          await page.getByLabel(/^Descrizione/).first().fill('Un manifesto sul muro');
        }
        await button(page, 'Pubblica').last().click();
        await page.getByText('lo guarda una persona').first().waitFor();
        places.push(new URL(page.url()).pathname);
      }
    });

    await as('operator', width, 'moderation-run', async (page) => {
      // ---- the picture that is judged is there
      await go(page, view);
      await page.getByRole('link', { name: offers[0] }).click();
      const picture = page.locator('.ded-gallery img');
      await picture.waitFor();
      await picture.evaluate((one) => one.decode());
      assert.ok(await picture.evaluate((one) => one.decode().then(() => one.naturalWidth > 0)), 'the picture of a held post is shown to who judges it');
      assert.equal(await page.getByRole('link', { name: 'Vedi dov’è' }).count(), 0, 'no link to what is not found');
      await checkPage(page, 'a held post with its picture');
      await shot(page, `moderation-matter-${width}`);

      // ---- two clicks: what is held, and whatever else its author wrote that day
      await go(page, view);
      await button(page, /tutti i 2 di questa vista/).click();
      await page.getByRole('heading', { level: 1, name: 'Nascondi molti testi insieme' }).waitFor();
      await button(page, 'Nascondi tutto').click();
      await seen(page, /Nascosti (\d+) di \1\./);
      await checkPage(page, 'the run is hidden');
      const batch = new URL(page.url()).pathname;
      await go(page, view);
      for (const words of offers) assert.equal(await page.getByRole('link', { name: words }).count(), 0, 'nothing waits here any more');

      // ---- one click back
      await go(page, batch);
      await button(page, 'Annulla tutto').click();
      await seen(page, /Rimessi al loro posto (\d+) di \1\./);
      assert.equal(await button(page, 'Annulla tutto').count(), 0, 'undone once');
      await checkPage(page, 'the run is back');
      await go(page, view);
      for (const words of offers) await page.getByRole('link', { name: words }).waitFor();
    });

    await as('citizen', width, 'moderation-back', async (page) => {
      for (const place of places) {
        await go(page, place);
        await page.getByText('lo guarda una persona').first().waitFor();
      }
    });
  });
}

/** The jobs of a batch run beside its page: somebody looks again until it is done. */
async function seen(page, words) {
  for (let again = 0; again < 60 && await page.getByText(words).count() === 0; again++) {
    await page.waitForTimeout(250);
    await page.reload();
  }
  await page.getByText(words).waitFor();
}

for (const [width, javaScript] of [[WIDE, true], [NARROW, true], [NARROW, false]]) {
  test(`somebody without account reports at ${width}${javaScript ? '' : ' without script'}`, async () => {
    await as(null, width, 'report-outside', async (page) => {
      await go(page, '/');
      const place = await page.locator('main a[href^="/post/"]').first().getAttribute('href');
      await go(page, place.split('#')[0]);
      await page.locator('article.ded-post a[href$="/abuso"], main a[href$="/abuso"]').first().click();
      await page.getByRole('heading', { level: 1, name: 'Segnala un abuso' }).waitFor();
      await checkPage(page, 'a report without account');
      await shot(page, `report-outside-${width}`);
      const send = page.locator('main').getByRole('button', { name: 'Invia la segnalazione' });
      await send.click();
      await page.locator('.ded-errors').waitFor();
      for (const field of ['motivo', 'parole', 'nome', 'email', 'buonafede']) await page.locator(`#${field}-errore`).waitFor();
      await checkPage(page, 'a report with what is missing');
      await page.locator('#motivo').selectOption('offese');
      await page.locator('#parole').fill('Qui si insulta una persona per nome.');
      await page.locator('#nome').fill('Rosa D’Altrove');
      await page.locator('#email').fill(`rosa.${width}.${javaScript}@example.org`);
      await page.locator('#buonafede').check();
      await send.click();
      await page.getByRole('heading', { level: 1, name: 'La tua segnalazione' }).waitFor();
      await page.getByText(`rosa.${width}.${javaScript}@example.org`).waitFor();
      await checkPage(page, 'a report is here');
    }, { javaScript });
  });
}
