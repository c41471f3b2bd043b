// The counter. Bruno, who is 81, telephones: the operator finds him or writes his name down, enters what he asks, answers at once and
// prints the receipt.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { NARROW, WIDE, answerOf, closeBrowser, go, shot, tabTo, visit } from './lib/browser.mjs';
import { checkDrawing, checkPage } from './lib/checks.mjs';
import { keyboard, pointer, signIn } from './lib/hands.mjs';
import { linkIn, waitForMail } from './lib/mail.mjs';
import { startTown } from './lib/town.mjs';

let town;
before(async () => { town = await startTown(); });
after(async () => {
  await closeBrowser();
  await town?.stop();
});

const button = (page, name) => page.locator('main').getByRole('button', { name, exact: true });
const link = (page, name) => page.locator('main').getByRole('link', { name, exact: true });

/** One of some choices: a hand hits its words, a keyboard enters the group and walks with the arrows. */
async function pick(page, hands, choice) {
  await page.waitForLoadState('load');
  if (hands.walk) {
    const [name, from, to] = await choice.evaluate((one) => {
      const all = [...document.getElementsByName(one.name)];
      return [one.name, all.findIndex((other) => other.checked), all.indexOf(one)];
    });
    await tabTo(page, page.locator(`[name="${name}"]`).nth(Math.max(from, 0)));
    if (from < 0) await page.keyboard.press('Space');
    for (let steps = Math.max(from, 0); steps !== to; steps += Math.sign(to - steps)) await page.keyboard.press(to > steps ? 'ArrowDown' : 'ArrowUp');
  } else await choice.locator('xpath=ancestor::label[1]').click();
  assert.ok(await choice.isChecked());
}

async function choose(page, hands, list, words) {
  await page.waitForLoadState('load');
  if (hands.walk) {
    await tabTo(page, list);
    await page.keyboard.type(words.slice(0, 12));
  } else await list.selectOption({ label: words });
  assert.equal(await list.evaluate((one) => one.selectedOptions[0].label), words);
}

/** Bruno has no account: his name is enough. */
async function call(page, { hands, look, javaScript, who, shots }) {
  await signIn(page, town.signIn('operator'));
  await go(page, '/segreteria/richieste');
  await look('the inbox');
  await hands.press(link(page, 'Nuova richiesta allo sportello'));
  await page.waitForURL('**/segreteria/richieste/nuova');
  await look('an empty form');
  await hands.press(button(page, 'Registra e stampa la ricevuta'));
  await page.locator('.ded-errors').waitFor();
  assert.equal(answerOf(page).status(), 422);
  await look('a form with faults');
  await pick(page, hands, page.locator('#canale input[value=telephone]'));
  await hands.fill(page.locator('#chi'), `Bruno Taormina ${who}`);
  await hands.press(button(page, 'Cerca'));
  await page.getByRole('group', { name: 'Chi è?' }).waitFor();
  assert.ok(await page.locator('#canale input[value=telephone]').isChecked(), 'what was chosen stays');
  await look('nobody has this name');
  await choose(page, hands, page.locator('#tipo'), 'Domanda');
  await choose(page, hands, page.locator('#ufficio'), await page.locator('#ufficio option[value=urp]').textContent());
  await hands.fill(page.locator('#titolo'), 'Orari dell’anagrafe');
  await hands.fill(page.locator('#dettagli'), 'Chiede quando è aperta l’anagrafe, e se serve l’appuntamento.');
  await hands.fill(page.locator('#risposta'), 'Dal lunedì al venerdì, dalle 9 alle 13. Senza appuntamento.');
  await hands.press(button(page, 'Registra e stampa la ricevuta'));
  await page.getByRole('heading', { level: 1, name: /Ricevuta T-\d{4}-\d{4}/ }).waitFor();
  await page.getByText('Dal lunedì al venerdì').waitFor();
  await look('the receipt');
  if (shots) await shot(page, 'counter-receipt');
  if (javaScript) {
    await page.evaluate(() => { window.print = () => { document.body.dataset.printed = 'yes'; }; });
    await hands.press(button(page, 'Stampa'));
    await page.waitForFunction(() => document.body.dataset.printed === 'yes');
  }
  await hands.press(link(page, 'Apri la richiesta'));
  await page.getByText('Risposta data').first().waitFor();
  assert.match(await page.locator('main').innerText(), /Telefono/);
  await look('answered at once');
}

/** Marta has an account: she is found, and what was entered for her is hers. */
async function known(page, { hands, look }) {
  const marta = town.signIn('verified citizen');
  await signIn(page, town.signIn('operator'));
  await go(page, '/segreteria/richieste/nuova');
  await pick(page, hands, page.locator('#canale input[value=counter]'));
  await hands.fill(page.locator('#chi'), marta.email);
  await hands.press(button(page, 'Cerca'));
  await pick(page, hands, page.getByRole('radio', { name: new RegExp(marta.name) }));
  await choose(page, hands, page.locator('#tipo'), 'Segnalazione');
  await choose(page, hands, page.locator('#categoria'), 'Illuminazione pubblica');
  await hands.fill(page.locator('#luogo'), 'Via Garibaldi 7');
  await hands.fill(page.locator('#titolo'), 'Luce spenta sotto il portico');
  await hands.fill(page.locator('#dettagli'), 'Dice che sotto il portico è buio da due sere.');
  await look('a form for somebody who is known');
  await hands.press(button(page, 'Registra e stampa la ricevuta'));
  await page.getByRole('heading', { level: 1, name: /Ricevuta S-\d{4}-\d{4}/ }).waitFor();
  const number = /S-\d{4}-\d{4}/.exec(await page.locator('h1').textContent())[0];
  const letter = await waitForMail(town.outbox, { to: marta.email, subject: new RegExp(number) });
  await go(page, linkIn(letter, /ricevute/));
  await page.getByRole('heading', { level: 1 }).waitFor();
  // the address is one of the town's: the report lies on the map
  await go(page, `/segnalazioni/${number}`);
  await look('what everybody reads');
  const point = await page.request.get(`/segnalazioni.geojson?q=${number}`);
  assert.equal((await point.json()).features.length, 1, 'it has a point');
}

const nothing = async () => {};
describe('at the counter', { concurrency: 2 }, () => {
  const way = (name, { width = WIDE, javaScript = true, hands = pointer, check = checkPage, who, shots, turn = call }) =>
    test(name, () => visit(town.base, { width, javaScript, name: `counter-${who}` }, (page) =>
      turn(page, { hands: hands(page), look: (label) => check(page, label), javaScript, who, shots })));
  way('a call, with a mouse', { who: 'uno', shots: true });
  way('a call, with a finger', { width: NARROW, who: 'due', shots: true });
  way('a call, with a finger, without script', { width: NARROW, javaScript: false, check: checkDrawing, who: 'tre' });
  way('a call, by keyboard alone', { hands: keyboard, check: nothing, who: 'quattro' });
  way('somebody who has an account, with a mouse', { turn: known, who: 'cinque' });
  way('somebody who has an account, by keyboard alone', { turn: known, hands: keyboard, check: nothing, width: NARROW, who: 'sei' });
});
