// The square, from end to end (journey 6): somebody comes into a community and shows photographs, somebody comments, the
// museum answers; what breaks the rules is reported, hidden with reasons, appealed, and looked at again by somebody else.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { NARROW, WIDE, answerOf, closeBrowser, go, shot, visit } from './lib/browser.mjs';
import { checkPage } from './lib/checks.mjs';
import { signIn } from './lib/hands.mjs';
import { photograph } from './lib/photo.mjs';
import { startTown } from './lib/town.mjs';

let town, folder, photos;
before(async () => {
  [town, folder] = await Promise.all([startTown(), mkdtemp(join(tmpdir(), 'dedalus-photos-'))]);
  photos = await Promise.all([['scavo', '#8a6b45'], ['gronda', '#b08a5a']].map(([name, colour]) => photograph(folder, name, colour)));
});
after(async () => {
  await closeBrowser();
  await town?.stop();
  if (folder) await rm(folder, { recursive: true, force: true });
});

const ALTS = ['Uno scavo quadrato tra le pietre, con i fili tesi', 'Una gronda di terracotta a forma di leone'];
const WALKS = [
  { width: WIDE, javaScript: true, newcomer: 'marta.dibella@example.org', other: ['marco.terrasi@example.org', 'Marco Terrasi'] },
  { width: NARROW, javaScript: true, newcomer: 'enzo.lobue@example.org', other: ['karim.mejri@example.org', 'Karim Mejri'] },
  { width: NARROW, javaScript: false, newcomer: 'nunzio.pecoraro@example.org', other: ['bruno.farinella@example.org', 'Bruno Farinella'] },
];
const ARCHAEOLOGIST = 'michele.panzeca@comune.termini.example';
const REPORTER = 'giulia.sanfilippo@example.org';

for (const { width, javaScript, newcomer, other: [COMMENTER, name] } of WALKS) {
  const label = `${width}${javaScript ? '' : ' without script'}`;
  const TEXT = `Stamattina a Himera hanno aperto il saggio nuovo: ecco le foto (${label}).`;
  const QUESTION = `Di che secolo è la gronda? (${label})`;
  const ANSWER = `Della metà del quinto secolo: venite a vederla da vicino (${label}).`;
  const OFFENCE = `Parole di troppo a ${label}, e me ne pento`;

  /** Somebody's part of the walk: who it is by mail address or by role, and what they do. */
  const as = (who, part, journey) => visit(town.base, { width, name: `square-${part}`, javaScript }, async (page) => {
    if (who) await signIn(page, who.includes('@') ? { email: who, password: town.signIn('citizen').password } : town.signIn(who));
    await journey(page);
  });
  const button = (page, name) => page.locator('main').getByRole('button', { name });
  const comment = (page, words) => page.locator('article.ded-comment').filter({ hasText: words });
  const write = async (page, place, words, voice) => {
    await go(page, place);
    if (voice) await page.locator('#scrivi #voce').selectOption(voice);
    await page.locator('#testo').fill(words);
    await page.locator('#scrivi .btn-primary').click();
    await comment(page, words).first().waitFor();
  };

  test(`journey 6: photographs, an answer, a report, an appeal at ${label}`, async () => {
    let place, statement;
    await as(newcomer, 'join', async (page) => {
      await go(page, '/comunita?q=himera');
      await page.locator('main').getByRole('link', { name: 'Himera' }).first().click();
      await page.getByRole('heading', { level: 1, name: 'Himera' }).waitFor();
      await checkPage(page, 'the community before');
      await button(page, 'Entra').click();
      await page.getByRole('link', { name: 'Scrivi alla comunità' }).waitFor();
      await checkPage(page, 'the community, now one’s own');
      await shot(page, 'journey-himera');

      // ---- photographs need words for who cannot see them: said beside each, nothing is lost
      await page.getByRole('link', { name: 'Scrivi alla comunità' }).click();
      await page.locator('#testo').fill(TEXT);
      await page.locator('#immagini').setInputFiles(photos);
      await button(page, 'Pubblica').last().click();
      await page.locator('.ded-errors').waitFor();
      assert.equal(answerOf(page).status(), 422);
      const descriptions = page.getByLabel(/^Descrizione/);
      assert.equal(await descriptions.count(), 2);
      assert.equal((await page.locator('#testo').inputValue()).trim(), TEXT);
      await checkPage(page, 'photographs without words');
      for (const [number, alt] of ALTS.entries()) await descriptions.nth(number).fill(alt);
      await button(page, 'Pubblica').last().click();
      await page.locator('.ded-toast--ok').waitFor();
      place = new URL(page.url()).pathname;
      const shown = page.locator('.ded-gallery img');
      assert.deepEqual(await shown.evaluateAll((all) => all.map((one) => one.alt)), ALTS);
      await checkPage(page, 'the post with photographs');
      await shot(page, 'journey-post');
    });

    await as(COMMENTER, 'comment', async (page) => {
      await write(page, place, QUESTION);
      await checkPage(page, 'a comment');
    });
    await as(ARCHAEOLOGIST, 'page', async (page) => {
      await go(page, place);
      await comment(page, QUESTION).getByRole('link', { name: 'Rispondi' }).click();
      await page.locator('#scrivi #voce').selectOption('museo');
      await checkPage(page, 'an answer is being written');
      await page.locator('#testo').fill(ANSWER);
      await page.locator('#scrivi .btn-primary').click();
      await comment(page, ANSWER).first().waitFor();
      assert.match(await comment(page, ANSWER).last().innerText(), /Museo/);
      await checkPage(page, 'the museum’s answer');
      await shot(page, 'journey-thread');
    });
    await as(COMMENTER, 'notice', async (page) => {
      await go(page, '/io/avvisi');
      await page.getByText('Museo').first().waitFor();
      await checkPage(page, 'notices');
      await write(page, place, OFFENCE);
    });

    await as(REPORTER, 'report', async (page) => {
      await go(page, place);
      await comment(page, OFFENCE).getByRole('link', { name: /Segnala/ }).click();
      await checkPage(page, 'the form to report');
      await button(page, 'Invia la segnalazione').click();
      await page.getByText('Scegli un motivo.').first().waitFor();
      await checkPage(page, 'the form to report with a fault');
      await page.locator('#motivo').selectOption('offese');
      await page.locator('#parole').fill('Offende chi passa.');
      await button(page, 'Invia la segnalazione').click();
      await page.getByRole('heading', { level: 1, name: 'La tua segnalazione' }).waitFor();
      await page.getByText('Decide entro').waitFor();
      await checkPage(page, 'what happens next');
    });

    await as('operator', 'decide', async (page) => {
      await go(page, '/segreteria/moderazione');
      await checkPage(page, 'the queue');
      await shot(page, 'journey-queue');
      await page.getByRole('link', { name: OFFENCE }).click();
      await checkPage(page, 'a matter');
      await shot(page, 'journey-matter');
      await button(page, 'Prendi in carico').click();
      await page.getByText('Ce l’hai tu', { exact: true }).waitFor();
      await page.locator('#azione').selectOption('nascondi');
      await button(page, /Decidi e scrivi/).click();
      await page.getByText('chi ha scritto il testo ha diritto di saperlo').first().waitFor();
      await checkPage(page, 'a decision with a fault');
      await page.locator('#fatti').fill('Hai scritto parole che offendono chi passa.');
      await button(page, /Decidi e scrivi/).click();
      await page.getByRole('heading', { level: 1, name: 'Testo nascosto' }).waitFor();
      await checkPage(page, 'the decision');
    });

    await as(null, 'stranger', async (page) => {
      await go(page, place);
      assert.equal(await page.getByText(OFFENCE).count(), 0, 'hidden from everybody');
      assert.equal(await page.getByText(ANSWER).count(), 1, 'and nothing else is');
    });

    await as(COMMENTER, 'appeal', async (page) => {
      await go(page, place);
      await comment(page, OFFENCE).getByText('lo leggi solo tu').waitFor();
      await checkPage(page, 'one’s own hidden comment');
      await comment(page, OFFENCE).getByRole('link', { name: 'Leggi perché' }).click();
      await page.getByText('Hai scritto parole che offendono chi passa.').waitFor();
      statement = new URL(page.url()).pathname;
      await checkPage(page, 'the statement of reasons');
      await shot(page, 'journey-statement');
      await page.locator('#testo').fill('Parlavo di me, e di nessun altro.');
      await button(page, 'Chiedi di ripensarci').click();
      await page.getByText('Lo legge una persona diversa').waitFor();
      await checkPage(page, 'an appeal that waits');
      await go(page, '/io/decisioni');
      await checkPage(page, 'decisions about oneself');
    });

    await as('officer', 'settle', async (page) => {
      await go(page, '/segreteria/moderazione/ricorsi');
      await checkPage(page, 'appeals');
      await page.getByRole('link', { name }).first().click();
      await checkPage(page, 'an appeal');
      await page.locator('#esito').selectOption('accolto');
      await page.locator('#testo').fill('Parlava di sé: non offende nessuno.');
      await button(page, 'Decidi il ricorso').click();
      await page.getByText('Ricorso deciso').waitFor();
    });

    await as(COMMENTER, 'back', async (page) => {
      await go(page, statement);
      await page.getByText('Accolto', { exact: true }).waitFor();
      await page.getByText('Parlava di sé').first().waitFor();
      await go(page, place);
      assert.equal(await page.getByText(OFFENCE).count(), 1, 'it is back');
    });
  });
}
