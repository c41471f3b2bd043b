// The broken lamp. Anna, on a phone and without an account, reports a dead street lamp; the office asks, plans and answers; four weeks
// later the lamp is dark again. The same way with a mouse, with a finger, by keyboard alone and without script.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { NARROW, WIDE, answerOf, closeBrowser, go, shot, tabTo, visit } from './lib/browser.mjs';
import { checkAxe, checkDrawing, checkPage } from './lib/checks.mjs';
import { keyboard, pointer, signIn } from './lib/hands.mjs';
import { linkIn, mails, waitForMail } from './lib/mail.mjs';
import { photograph } from './lib/photo.mjs';
import { startTown } from './lib/town.mjs';

let town, folder, photos;
before(async () => {
  [town, folder] = await Promise.all([startTown(), mkdtemp(join(tmpdir(), 'dedalus-lampione-'))]);
  photos = [await photograph(folder, 'palo', '#6b5a3c'), await photograph(folder, 'via', '#3d4a52')];
});
after(async () => {
  await closeBrowser();
  await town?.stop();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** Four weeks after the answer of 24 February. */
const LATER = '2028-03-25';
const button = (page, name) => page.locator('main').getByRole('button', { name, exact: true });
const link = (page, name) => page.locator('main').getByRole('link', { name, exact: true });
const toast = (page, words) => page.locator('.ded-toast').filter({ hasText: words }).waitFor();
const faults = async (page) => {
  await page.locator('.ded-errors').waitFor();
  assert.equal(answerOf(page).status(), 422);
};

/** Where the lamp is: an address among those that are offered, one's own position, or choices of a page without script. */
const PLACES = {
  async typed(page, { hands, look, javaScript }) {
    await hands.fill(page.locator('#luogo'), 'via garibladi 7');
    if (!javaScript) {
      await hands.press(button(page, 'Cerca l’indirizzo'));
      await page.getByRole('group', { name: 'Quale di questi?' }).waitFor();
      await look('choices of an address');
      await pick(page, hands, page.getByRole('radio', { name: /^Via Garibaldi 7/ }).first());
      return;
    }
    await page.getByRole('listbox').waitFor();
    await look('a list of addresses');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('listbox').waitFor({ state: 'hidden' });
    assert.equal(await page.locator('#luogo').inputValue(), 'Via Garibaldi 7');
  },
  async position(page, { look }) {
    await page.context().grantPermissions(['geolocation']);
    await page.context().setGeolocation({ latitude: 37.98492, longitude: 13.68598, accuracy: 12 });
    await button(page, 'Usa la mia posizione').click();
    await page.waitForFunction(() => /^Via Garibaldi/.test(document.querySelector('#luogo').value));
    await look('one’s own position');
  },
};

async function mapIsOpen(page) {
  await page.locator('.ded-live').scrollIntoViewIfNeeded();
  await page.locator('.ded-live--on .leaflet-tile-loaded').first().waitFor();
  await page.locator('.ded-live-pin').waitFor();
}

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

/** A choice of a list, by its words. */
async function choose(page, hands, list, words) {
  await page.waitForLoadState('load');
  if (hands.walk) {
    await tabTo(page, list);
    await page.keyboard.type(words.slice(0, 12));
  } else await list.selectOption({ label: words });
  assert.equal(await list.evaluate((one) => one.selectedOptions[0].label), words);
}

/** Anna's report, until she holds the receipt: its number and the address of her story. */
async function report(page, way) {
  const { hands, look, javaScript, place, who } = way;
  const email = `${who}@example.org`;
  await go(page, '/segnalazioni');
  await look('the reports');
  await hands.skip();
  await hands.press(link(page, 'Segnala un disservizio'));
  await page.waitForURL('**/segnalazioni/nuova');
  await look('the first step');
  await hands.press(button(page, 'Avanti'));
  await faults(page);
  await look('the first step with a fault');
  await hands.tick(page.locator('#privacy'));
  await hands.press(button(page, 'Avanti'));
  await page.waitForURL('**/richieste/bozze/*');
  await look('the second step');

  // ---- two photographs, the place, the category; what is similar
  await page.locator('#foto').setInputFiles(photos);
  if (javaScript) await page.locator('.ded-preview li').nth(1).waitFor();
  await PLACES[place](page, way);
  if (javaScript) {
    await mapIsOpen(page);
    await look('the place on the map');
  }
  await choose(page, hands, page.locator('#categoria'), 'Illuminazione pubblica');
  await hands.fill(page.locator('#titolo'), `Lampione spento al portone, ${who}`);
  await hands.press(button(page, 'Mostra domande e segnalazioni simili'));
  await page.locator('.ded-similar').waitFor();
  assert.equal(await page.locator('.ded-photos img').count(), 2, 'both photographs were kept');
  // the two of the town, or those of the others who report this lamp meanwhile
  const metres = (await page.locator('.ded-similar article').allInnerTexts()).map((text) => Number(/ a (\d+) metri/.exec(text)?.[1]));
  assert.ok(metres.length >= 2 && metres.every((far) => far <= 250), `similar reports, in metres: ${metres}`);
  await look('similar reports');
  await hands.press(page.getByRole('button', { name: 'Vai al riepilogo' }));
  await faults(page);
  await look('the second step with faults');

  // ---- hers is another one: the question, the words, who she is
  await pick(page, hands, page.locator('#risposta-0 input').first());
  await hands.fill(page.locator('[name^=alt-]').first(), 'Il palo con la luce spenta');
  await hands.fill(page.locator('#dettagli'), 'È il palo tra il portone e il negozio. Da domenica sera la strada è al buio.');
  await hands.fill(page.locator('#nome'), `Anna D’Amico ${who.at(-1)}`);
  await hands.fill(page.locator('#email'), email);
  await hands.press(page.getByRole('button', { name: 'Vai al riepilogo' }));
  await page.waitForURL('**/riepilogo');
  await page.locator('.ded-similar').waitFor();
  assert.match(await page.locator('main').innerText(), /Via Garibaldi 7/i);
  await look('the summary');
  await hands.press(button(page, 'Invia'));
  await page.waitForURL('**/inviata');
  await look('a letter is on its way');

  // ---- the link of the letter, which changes nothing by being opened
  const confirm = await waitForMail(town.outbox, { to: email, subject: /Conferma la tua richiesta/ });
  await go(page, linkIn(confirm, /conferma/));
  await look('the confirmation');
  await hands.press(button(page, 'Sì, è mia: inviala'));
  await page.waitForURL('**/ricevute/**');
  await toast(page, 'Ricevuta');
  await look('the receipt');
  const number = /W-\d{4}-\d{4}/.exec(await page.locator('h1').textContent())[0];
  const letter = await waitForMail(town.outbox, { to: email, subject: new RegExp(number) });
  assert.match(letter.text, /Via Garibaldi 7/);
  await hands.press(link(page, 'Segui la tua richiesta'));
  await page.waitForURL('**/segnalazione');
  await look('her story');
  return { number, email, story: page.url() };
}

/** A move of the office, with what it says. */
async function move(page, hands, to, words) {
  await choose(page, hands, page.locator('#stato'), to);
  await hands.fill(page.locator('#parole'), words);
  await hands.press(button(page, 'Salva e avvisa'));
  await page.locator('.ded-toast--ok').waitFor();
}

async function atDesk(way, made, work) {
  await visit(town.base, { width: way.width, javaScript: way.javaScript, name: `lamp-desk-${way.who}` }, async (page) => {
    const hands = way.hands(page), look = (label) => way.check(page, label);
    await signIn(page, town.signIn('officer'));
    await go(page, `/segreteria/richieste/${made.number}`);
    await work(page, hands, look);
  });
}

async function asAnna(way, work, options = {}) {
  await visit(town.base, { width: way.width, javaScript: way.javaScript, name: `lamp-${way.who}`, ...options }, (page) =>
    work(page, { ...way, hands: way.hands(page), look: (label) => way.check(page, label) }));
}

/** The whole way until the lamp shines. */
async function broken(way) {
  let made;
  await asAnna(way, async (page, mine) => {
    made = way.made = await report(page, mine);
    if (way.shots) await shot(page, 'lamp-story');
  });
  await atDesk(way, made, async (page, hands, look) => {
    await look('at the desk');
    assert.equal(await page.locator('.ded-gallery img').count(), 2);
    await hands.press(button(page, 'Prendi in carico'));
    await page.locator('.ded-toast--ok').waitFor();
    await move(page, hands, 'In attesa di chi ha segnalato', 'C’è una targhetta con un numero sul palo?');
    await look('a question was asked');
  });
  await asAnna(way, async (page, { hands, look }) => {
    const asked = await waitForMail(town.outbox, { to: made.email, subject: /ti chiede una cosa/ });
    await go(page, linkIn(asked, /ricevute/));
    await page.getByText('te: rispondi alla domanda').waitFor();
    await page.getByText('C’è una targhetta').first().waitFor();
    await look('a question of the office');
    await hands.fill(page.locator('#testo'), 'Sì: il numero è 1147.');
    await hands.press(page.locator('#commenti').getByRole('button'));
    await toast(page, 'Messaggio inviato');
    await look('the answer to the office');
  });
  await atDesk(way, made, async (page, hands, look) => {
    await page.getByText('il numero è 1147').first().waitFor();
    await move(page, hands, 'Intervento programmato', 'Passiamo giovedì mattina.');
    await look('the repair is planned');
    await move(page, hands, 'Risolta', 'Abbiamo cambiato la lampada e il cavo del palo 1147.');
    await look('the answer is given');
  });
  await asAnna(way, async (page, { hands, look }) => {
    await waitForMail(town.outbox, { to: made.email, subject: /Intervento programmato/ });
    const answered = await waitForMail(town.outbox, { to: made.email, subject: /ecco la risposta/ });
    assert.match(answered.text, /cambiato la lampada/);
    await go(page, linkIn(answered, /ricevute/));
    await page.locator('.ded-answer').getByText('cambiato la lampada').waitFor();
    await look('an official answer');
    if (way.shots) await shot(page, 'lamp-answered');
    await hands.press(button(page, 'Invia il voto'));
    await faults(page);
    await look('no face was chosen');
    await pick(page, hands, page.locator('#esito input').first());
    await hands.press(button(page, 'Invia il voto'));
    await toast(page, 'il tuo voto è contato');
    await look('how it went');
    await go(page, `/segnalazioni/${made.number}`);
    assert.equal(await page.getByText('Anna D’Amico').count(), 0, 'nobody reads her name');
    await look('what everybody reads');
    if (way.shots) await shot(page, 'lamp-public');
  });
}

/** Four weeks later. */
async function darkAgain(way) {
  await asAnna(way, async (page, { hands, look }) => {
    const asks = await waitForMail(town.outbox, { to: way.made.email, subject: /è davvero risolto/ });
    await go(page, linkIn(asks, /ricevute/));
    await page.getByRole('heading', { name: 'È davvero risolto?' }).waitFor();
    await look('is it really solved');
    if (way.shots) await shot(page, 'lamp-weeks');
    await hands.press(page.locator('section[aria-labelledby=verifica]').getByRole('button'));
    await faults(page);
    await look('no answer was chosen');
    await pick(page, hands, page.locator('[name=funziona]').nth(1));
    await hands.fill(page.locator('#cosa'), 'Da ieri è di nuovo spento.');
    await hands.press(page.locator('section[aria-labelledby=verifica]').getByRole('button'));
    await toast(page, 'di nuovo aperta, con lo stesso numero');
    await page.getByText('Riaperta: non funziona ancora').first().waitFor();
    await look('it is open again');
    await go(page, `/segnalazioni/${way.made.number}`);
    await page.getByText('Riaperta: non funziona ancora').first().waitFor();
  });
}

const nothing = async () => {};
const ways = [
  { name: 'with a mouse', who: 'anna_a', width: WIDE, javaScript: true, hands: pointer, check: checkPage, place: 'typed', shots: true },
  { name: 'with a finger, where she stands', who: 'anna_b', width: NARROW, javaScript: true, hands: pointer, check: checkPage, place: 'position', shots: true },
  { name: 'with a finger, without script', who: 'anna_c', width: NARROW, javaScript: false, hands: pointer, check: checkDrawing, place: 'typed' },
  { name: 'by keyboard alone', who: 'anna_d', width: WIDE, javaScript: true, hands: keyboard, check: nothing, place: 'typed' },
];

describe('a broken lamp', { concurrency: 2 }, () => {
  for (const way of ways) test(way.name, () => broken(way));
});

describe('four weeks later the lamp is dark again', { concurrency: 2 }, () => {
  before(async () => {
    assert.equal((await mails(town.outbox)).filter((mail) => /è davvero risolto/.test(mail.subject)).length, 0, 'nobody is asked before');
    await town.live(LATER);
  });
  for (const way of ways) test(way.name, () => darkAgain(way));
});

/** The map of reports: counts, a single one and its balloon, the filters of the list. */
for (const width of [WIDE, NARROW]) {
  test(`the reports on the map at ${width}`, () => visit(town.base, { width, name: `reports-map-${width}` }, async (page) => {
    await go(page, '/segnalazioni?categoria=illuminazione');
    await link(page, 'Mappa').click();
    await page.waitForURL('**/segnalazioni?*vista=mappa*');
    const said = page.locator('[data-map-said]');
    await page.locator('.ded-live').scrollIntoViewIfNeeded();
    await said.filter({ hasText: /: \d+$/ }).waitFor();
    await page.locator('.leaflet-tile-loaded').first().waitFor();
    await checkPage(page, 'the map of reports');
    await shot(page, 'reports-map');
    // by keyboard: into the map, to a group, closer until one stands alone
    const mark = page.locator('.ded-live-mark').first();
    for (let turns = 0; turns < 12 && await mark.count() === 0; turns++) {
      const before = await page.locator('.leaflet-marker-pane').innerHTML();
      await tabTo(page, page.locator('.ded-live-cluster').first());
      await page.keyboard.press('Enter');
      await page.waitForFunction((old) => !document.querySelector('.ded-live[aria-busy]') && document.querySelector('.leaflet-marker-pane').innerHTML !== old, before);
    }
    await tabTo(page, mark);
    await page.keyboard.press('Enter');
    const balloon = page.locator('.leaflet-popup-content a');
    await balloon.waitFor();
    await page.waitForFunction(() => document.activeElement.closest('.leaflet-popup-content'));
    await checkAxe(page, 'the summary of a report on the map');
    await shot(page, 'reports-map-one');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.activeElement.classList.contains('ded-live-mark'));
    await page.keyboard.press('Enter');
    await balloon.waitFor();
    const title = await balloon.textContent();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.goBack();
    await page.locator('main').getByRole('link', { name: 'Elenco' }).click();
    await page.waitForURL((url) => url.searchParams.get('categoria') === 'illuminazione' && !url.searchParams.has('vista'));
  }));

  test(`without script the list stands in the map’s place at ${width}`, () => visit(town.base, { width, javaScript: false, name: `reports-plain-${width}` }, async (page) => {
    await go(page, '/segnalazioni?vista=mappa');
    await page.locator('main noscript p').waitFor(); // words in here are not found by text
    await page.locator('.ded-results a').first().waitFor();
    await checkPage(page, 'the map of reports without script');
    await shot(page, 'reports-map-plain');
  }));
}
