// The tools of who moderates: the rules and their phrases, many texts at once, the public figures. The way of one text: square.test.mjs.
import { after, before, test } from 'node:test';
import { NARROW, WIDE, closeBrowser, go, visit } from './lib/browser.mjs';
import { checkPage } from './lib/checks.mjs';
import { signIn } from './lib/hands.mjs';
import { startTown } from './lib/town.mjs';

let town;
before(async () => { town = await startTown(); });
after(async () => {
  await closeBrowser();
  await town?.stop();
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
