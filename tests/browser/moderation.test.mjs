// The end of the square's journey: something is reported, hidden with reasons, appealed, and looked at again by somebody else.
import assert from 'node:assert/strict';
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

const POST = 'Costumi di Carnevale da regalare';
const as = (role, width, name, journey, more = {}) => visit(town.base, { width, name, ...more }, async (page) => {
  if (role) await signIn(page, town.signIn(role));
  await journey(page);
});

/** Opens the post, by the search. */
async function openPost(page) {
  await go(page, `/cerca?q=${encodeURIComponent('arlecchino damina')}`);
  await page.getByRole('link', { name: POST }).first().click();
  await page.getByRole('heading', { level: 1, name: POST }).waitFor();
}

for (const [width, javaScript] of [[WIDE, true], [NARROW, true], [WIDE, false]]) {
  const label = `${width}${javaScript ? '' : ' without script'}`;
  const words = `Parole di troppo a ${label}, e me ne pento`;
  test(`a comment is reported, hidden with reasons, appealed and put back at ${label}`, async () => {
    let place, statement;
    await as('citizen', width, 'moderation-write', async (page) => {
      await openPost(page);
      place = new URL(page.url()).pathname;
      await page.locator('#testo').fill(words);
      await page.locator('#scrivi .btn-primary').click();
      await page.getByText(words).waitFor();
    }, { javaScript });

    await as('verified citizen', width, 'moderation-report', async (page) => {
      await go(page, place);
      await page.locator('article.ded-comment', { hasText: words }).getByRole('link', { name: /Segnala/ }).click();
      await checkPage(page, 'the form to report');
      await page.getByRole('button', { name: 'Invia la segnalazione' }).click();
      await page.getByText('Scegli un motivo.').first().waitFor();
      await checkPage(page, 'the form to report with a fault');
      await page.locator('#motivo').selectOption('offese');
      await page.locator('#parole').fill('Offende chi passa.');
      await page.getByRole('button', { name: 'Invia la segnalazione' }).click();
      await page.getByRole('heading', { level: 1, name: 'La tua segnalazione' }).waitFor();
      await page.getByText('Decide entro').waitFor();
      await checkPage(page, 'what happens next');
    }, { javaScript });

    await as('operator', width, 'moderation-decide', async (page) => {
      await go(page, '/segreteria/moderazione');
      await checkPage(page, 'the queue');
      await page.getByRole('link', { name: words }).click();
      await checkPage(page, 'a matter');
      await page.getByRole('button', { name: 'Prendi in carico' }).click();
      await page.getByText('Ce l’hai tu', { exact: true }).waitFor();
      await page.locator('#azione').selectOption('nascondi');
      await page.getByRole('button', { name: /Decidi e scrivi/ }).click();
      await page.getByText('chi ha scritto il testo ha diritto di saperlo').first().waitFor();
      await checkPage(page, 'a decision with a fault');
      await page.locator('#fatti').fill('Hai scritto parole che offendono chi passa.');
      await page.getByRole('button', { name: /Decidi e scrivi/ }).click();
      await page.getByRole('heading', { level: 1, name: 'Testo nascosto' }).waitFor();
      await checkPage(page, 'the decision');
    }, { javaScript });

    await as(null, width, 'moderation-stranger', async (page) => {
      await go(page, place);
      assert.equal(await page.getByText(words).count(), 0, 'hidden from everybody');
    }, { javaScript });

    await as('citizen', width, 'moderation-appeal', async (page) => {
      await go(page, place);
      const own = page.locator('article.ded-comment', { hasText: words });
      await own.getByText('lo leggi solo tu').waitFor();
      await checkPage(page, 'one’s own hidden comment');
      await own.getByRole('link', { name: 'Leggi perché' }).click();
      await page.getByText('Hai scritto parole che offendono chi passa.').waitFor();
      statement = new URL(page.url()).pathname;
      await checkPage(page, 'the statement of reasons');
      await page.locator('#testo').fill('Parlavo di me, e di nessun altro.');
      await page.getByRole('button', { name: 'Chiedi di ripensarci' }).click();
      await page.getByText('Lo legge una persona diversa').waitFor();
      await checkPage(page, 'an appeal that waits');
      await go(page, '/io/decisioni');
      await checkPage(page, 'decisions about oneself');
    }, { javaScript });

    await as('officer', width, 'moderation-settle', async (page) => {
      await go(page, '/segreteria/moderazione/ricorsi');
      await checkPage(page, 'appeals');
      await page.getByRole('link', { name: 'Anna Li Vigni' }).first().click();
      await checkPage(page, 'an appeal');
      await page.locator('#esito').selectOption('accolto');
      await page.locator('#testo').fill('Parlava di sé: non offende nessuno.');
      await page.getByRole('button', { name: 'Decidi il ricorso' }).click();
      await page.getByText('Ricorso deciso').waitFor();
    }, { javaScript });

    await as('citizen', width, 'moderation-back', async (page) => {
      await go(page, statement);
      await page.getByText('Accolto', { exact: true }).waitFor();
      await page.getByText('Parlava di sé').first().waitFor();
      await go(page, place);
      assert.equal(await page.getByText(words).count(), 1, 'it is back');
    }, { javaScript });
  });

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
