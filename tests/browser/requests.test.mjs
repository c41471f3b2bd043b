// A report from the street, without an account and without script; the office that answers it; the counter; the list.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { NARROW, WIDE, closeBrowser, go, shot, visit } from './lib/browser.mjs';
import { checkPage } from './lib/checks.mjs';
import { signIn } from './lib/hands.mjs';
import { linkIn, waitForMail } from './lib/mail.mjs';
import { startTown } from './lib/town.mjs';

let town;
before(async () => { town = await startTown(); });
after(async () => {
  await closeBrowser();
  await town?.stop();
});

const button = (page, name) => page.locator('main').getByRole('button', { name, exact: true });

async function reportLamp(page, name, email) {
  await go(page, '/segnalazioni');
  await checkPage(page, 'the list');
  await page.locator('main').getByRole('link', { name: 'Segnala un disservizio' }).click();
  await page.waitForURL(/segnalazioni\/nuova/);
  await checkPage(page, 'the first step');
  await button(page, 'Avanti').click();
  await page.locator('.ded-errors').waitFor();
  await checkPage(page, 'the first step with a fault');
  await page.locator('#privacy').check();
  await button(page, 'Avanti').click();
  await page.waitForURL(/richieste\/bozze/);
  await checkPage(page, 'the second step');
  await page.locator('#luogo').fill('Serpentina Paolo Balsamo, primo tornante');
  await page.locator('#categoria').selectOption({ label: 'Illuminazione pubblica' });
  await page.locator('#titolo').fill('Lampione spento lungo la Serpentina');
  await button(page, 'Mostra domande e segnalazioni simili').click();
  await page.getByText('Vedi un pericolo immediato').waitFor();
  await checkPage(page, 'the second step with questions');
  await page.getByText('Sì, è pericoloso').click();
  await page.locator('#dettagli').fill('Il primo lampione salendo è spento da domenica sera. I gradini non si vedono.');
  await page.locator('#nome').fill(name);
  await page.locator('#email').fill(email);
  await page.getByRole('button', { name: 'Vai al riepilogo' }).click();
  await page.getByText('chiama il 112').first().waitFor();
  await checkPage(page, 'a dangerous answer');
  await page.locator('#risposta-0').getByText('No', { exact: true }).click();
  await shot(page, 'request-compose');
  await page.getByRole('button', { name: 'Vai al riepilogo' }).click();
  await page.waitForURL(/riepilogo/);
  await checkPage(page, 'the summary');
  await shot(page, 'request-summary');
  await button(page, 'Invia').click();
  await page.waitForURL(/inviata/);
  await checkPage(page, 'a letter is on its way');
  await go(page, linkIn(await waitForMail(town.outbox, { to: email, subject: /Conferma la tua richiesta/ }), /conferma/));
  await checkPage(page, 'the confirmation');
  await button(page, 'Sì, è mia: inviala').click();
  await page.waitForURL(/ricevute/);
  await checkPage(page, 'the receipt');
  await shot(page, 'request-receipt');
  const number = /[A-Z]-\d{4}-\d{4}/.exec(await page.locator('h1').textContent())[0];
  await page.getByRole('link', { name: 'Segui la tua richiesta' }).click();
  await page.waitForURL(/segnalazione$/);
  await checkPage(page, 'the story, of who holds the receipt');
  await shot(page, 'request-story');
  return { number, story: page.url() };
}

for (const [width, javaScript] of [[WIDE, true], [NARROW, false]]) {
  test(`a lamp is reported, taken in charge, answered and rated at ${width} px${javaScript ? '' : ' without script'}`, async () => {
    let made;
    await visit(town.base, { width, javaScript, name: 'request-report' }, async (page) => {
      made = await reportLamp(page, 'Anna Li Vigni', `anna.${width}@example.org`);
      await go(page, `/segnalazioni/${made.number}`);
      await checkPage(page, 'the public page');
      assert.equal(await page.getByText('Anna Li Vigni').count(), 0);
      await shot(page, 'request-public');
    });
    await visit(town.base, { width, javaScript, name: 'request-office' }, async (page) => {
      await signIn(page, town.signIn('officer'));
      await go(page, '/segreteria/richieste?stato=aperte');
      await checkPage(page, 'the inbox');
      await shot(page, 'request-inbox');
      await go(page, `/segreteria/richieste/${made.number}`);
      await checkPage(page, 'a request at the desk');
      await button(page, 'Prendi in carico').click();
      await page.locator('.ded-toast--ok').waitFor();
      await page.locator('#stato').selectOption({ label: 'Risolta' });
      await button(page, 'Salva e avvisa').click();
      await page.locator('.ded-errors').waitFor();
      await checkPage(page, 'an answer without words');
      await page.locator('#parole').fill('Abbiamo cambiato il cavo e chiuso la base del palo.');
      await button(page, 'Salva e avvisa').click();
      await page.locator('.ded-toast--ok').waitFor();
      await checkPage(page, 'an answered request at the desk');
      await shot(page, 'request-desk');
    });
    await visit(town.base, { width, javaScript, name: 'request-rating' }, async (page) => {
      await go(page, made.story);
      await page.getByText('Abbiamo cambiato il cavo').first().waitFor();
      await checkPage(page, 'an answered request');
      await page.getByText('Bene', { exact: true }).click();
      await button(page, 'Invia il voto').click();
      await page.locator('.ded-toast--ok').waitFor();
      await checkPage(page, 'a rated request');
      await shot(page, 'request-answered');
    });
  });

  test(`a call is entered and answered at once at ${width} px`, () => visit(town.base, { width, javaScript, name: 'request-counter' }, async (page) => {
    await signIn(page, town.signIn('operator'));
    await go(page, '/segreteria/richieste/nuova');
    await checkPage(page, 'the counter');
    await page.getByText('Telefono', { exact: true }).first().click();
    await page.locator('#chi').fill('Bruno Taormina');
    await button(page, 'Cerca').click();
    await checkPage(page, 'the counter, after a search');
    await page.locator('#tipo').selectOption({ label: 'Domanda' });
    await page.locator('#ufficio').selectOption('urp');
    await page.locator('#titolo').fill('Orari dell’anagrafe');
    await page.locator('#dettagli').fill('Chiede quando è aperta l’anagrafe.');
    await page.locator('#risposta').fill('Dal lunedì al venerdì, dalle 9 alle 13.');
    await button(page, 'Registra e stampa la ricevuta').click();
    await page.getByRole('heading', { level: 1, name: /Ricevuta T-/ }).waitFor();
    await checkPage(page, 'a receipt of the counter');
    await shot(page, 'request-counter-receipt');
  }));
}
