// A new person comes to the square: signs up, confirms, comments, signs out, forgets the password, signs in again. The
// same journey with a mouse, with a finger, by keyboard alone and without script; every state of a page is looked at.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { NARROW, WIDE, answerOf, closeBrowser, expectFocus, go, tabTo, visit } from './lib/browser.mjs';
import { checkDrawing, checkPage } from './lib/checks.mjs';
import { keyboard, pointer } from './lib/hands.mjs';
import { linkIn, waitForMail } from './lib/mail.mjs';
import { startTown } from './lib/town.mjs';

let town;
before(async () => { town = await startTown(); });
after(async () => {
  await closeBrowser();
  await town?.stop();
});

const NEW_PASSWORD = 'un-gelato-al-gelsomino';

/** The main part's button with these words. */
const button = (page, name) => page.locator('main').getByRole('button', { name, exact: true });
const link = (page, name) => page.locator('main').getByRole('link', { name, exact: true });
const status = (page) => answerOf(page).status();
const toast = (page, words) => page.locator('.ded-toast').filter({ hasText: words }).waitFor();

/** The form came back: a summary that has the focus when there is a script, and each fault beside its field. */
async function expectFaults(page, fields, javaScript) {
  const summary = page.locator('.ded-errors');
  await summary.waitFor();
  assert.equal(status(page), 422);
  for (const field of fields) {
    assert.equal(await summary.locator(`a[href="#${field}"]`).count(), 1, `the summary leads to ${field}`);
    const described = await page.locator(`#${field}`).getAttribute('aria-describedby');
    assert.ok(described.split(' ').includes(`${field}-errore`), `${field} names its fault`);
    assert.equal(await page.locator(`#${field}`).getAttribute('aria-invalid'), 'true');
    assert.ok(await page.locator(`#${field}-errore`).isVisible());
  }
  if (javaScript) await expectFocus(page, summary, 'the summary has the focus');
}

async function signOut(page, hands, look) {
  const menu = page.locator('details.ded-me');
  await hands.press(menu.locator('summary'));
  await menu.getByRole('button', { name: 'Esci' }).waitFor();
  await look('my menu');
  await hands.press(menu.getByRole('button', { name: 'Esci' }));
  await toast(page, 'Sei uscito');
  await look('signed out');
}

async function journey(page, { hands, look, javaScript, narrow, who }) {
  const email = `${who}@example.org`, name = `Sara Caruso ${who.at(-1)}`, comment = `Sono ${who}: serve portare qualcosa?`, answer = `Mi rispondo da sola, ${who}: basta la tessera.`, password = 'quattro-limoni-sul-muro';

  // ---- the square
  await go(page, '/');
  await look('home');
  await hands.skip();
  if (narrow) {
    await hands.press(page.locator('details.ded-menu summary'));
    await page.locator('details.ded-menu').getByRole('link', { name: 'Cerca' }).waitFor();
    await look('menu of a small screen');
    await hands.press(page.locator('details.ded-menu summary'));
  }
  await hands.press(link(page, 'Entra in piazza'));
  await page.waitForURL('**/iscriviti');
  await look('sign-up');

  // ---- signs up, first with nothing typed
  await hands.press(button(page, 'Iscriviti'));
  await expectFaults(page, ['nome', 'nickname', 'email', 'password', 'privacy'], javaScript);
  await look('sign-up with faults');
  await hands.press(page.locator('.ded-errors a').first());
  await page.waitForFunction(() => location.hash === '#nome');
  await expectFocus(page, page.locator('#nome'), 'the link of a fault leads into its field');
  await hands.fill(page.locator('#nome'), name);
  await hands.fill(page.locator('#nickname'), who);
  await hands.fill(page.locator('#email'), email);
  await hands.fill(page.locator('#password'), password);
  if (javaScript) {
    const peek = page.locator('main form').getByRole('button', { name: /Mostra|Nascondi/ });
    await hands.press(peek);
    assert.equal(await page.locator('#password').getAttribute('type'), 'text');
    await look('password shown');
    await hands.back(page.locator('#password'));
    await hands.press(peek);
    assert.equal(await page.locator('#password').getAttribute('type'), 'password');
  }
  await hands.tick(page.locator('#privacy'));
  await hands.press(button(page, 'Iscriviti'));
  await page.getByRole('heading', { name: 'Manca un clic: apri la posta' }).waitFor();
  await look('look into the mail');

  // ---- confirms: opening the link changes nothing, so mail scanners may open it
  const confirm = await waitForMail(town.outbox, { to: new RegExp(email) });
  for (let opened = 0; opened < 2; opened++) await go(page, linkIn(confirm, /iscriviti/));
  assert.equal(await page.locator('main button').count(), 1, 'the page of the link has one button');
  await look('confirm');
  await hands.press(button(page, 'Sì, è il mio'));
  await toast(page, 'Benvenuto in piazza');
  await look('welcome');
  await go(page, linkIn(confirm, /iscriviti/), 410);
  await look('the link is used up');

  // ---- comments on the newest post of the Library
  await hands.press(page.locator('.ded-brand').first());
  await page.waitForURL((url) => url.pathname === '/');
  if (narrow) {
    await hands.press(page.locator('details.ded-menu summary'));
    await hands.press(page.locator('details.ded-menu').getByRole('link', { name: 'Voci' }));
  } else await hands.press(page.locator('.ded-nav > .container > ul').getByRole('link', { name: 'Voci' }));
  await page.waitForURL('**/pagine');
  await hands.press(link(page, 'Biblioteca Liciniana'));
  await page.waitForURL('**/pagine/biblioteca');
  await look('the Library');
  await hands.press(page.locator('.ded-feed h2 a').first());
  await page.waitForURL('**/post/*');
  await look('a post');
  await hands.skip();
  await hands.press(button(page, 'Pubblica il commento'));
  await expectFaults(page, ['testo'], javaScript);
  await look('an empty comment');
  await hands.fill(page.locator('#testo'), comment);
  await hands.press(button(page, 'Pubblica il commento'));
  await toast(page, 'Commento pubblicato');
  const mine = page.locator('.ded-comment').filter({ hasText: comment });
  assert.equal(await mine.filter({ hasText: name }).count(), 1);
  await look('the comment stands there');
  await hands.press(mine.getByRole('link', { name: 'Rispondi' }));
  await page.getByText(`Rispondi a ${name}`).waitFor();
  await look('answering');
  await hands.fill(page.locator('#testo'), answer);
  await hands.press(button(page, 'Pubblica la risposta'));
  await toast(page, 'Commento pubblicato');
  await page.locator('.ded-thread ol .ded-comment').filter({ hasText: answer }).waitFor();

  // ---- is the page clear?
  const clarity = page.locator('.ded-clarity');
  for (const [star, kind] of javaScript ? [[2, 'negative'], [5, 'positive']] : [[5, 'positive']]) {
    await chooseStar(page, clarity, star, hands);
    await clarity.locator(`[data-element=feedback-rating-${kind}]`).waitFor();
    assert.equal(await clarity.locator('fieldset.ded-followup:visible').count(), 1, 'one question follows');
    await look(`${star} stars chosen`);
  }
  await hands.tick(clarity.getByLabel('Le indicazioni erano chiare', { exact: true }));
  await hands.fill(clarity.locator('textarea'), 'Bello il cortile in fotografia.');
  await hands.press(clarity.getByRole('button', { name: 'Invia' }));
  await toast(page, 'il tuo parere ci aiuta');
  await look('an opinion was given');

  // ---- signs out, and has forgotten the password
  await signOut(page, hands, look);
  await hands.press(page.locator('.ded-slim').getByRole('link', { name: 'Accedi' }));
  await page.waitForURL('**/accedi*');
  await look('sign-in');
  await hands.fill(page.locator('#email'), email);
  await hands.fill(page.locator('#password'), 'non-me-la-ricordo');
  await hands.press(button(page, 'Accedi'));
  await page.locator('.ded-errors').waitFor();
  await look('sign-in with faults');
  await hands.press(link(page, 'Hai dimenticato la password?'));
  await page.waitForURL('**/password-dimenticata');
  await look('password forgotten');
  const seen = [confirm];
  await hands.fill(page.locator('#email'), email);
  await hands.press(button(page, 'Mandami il collegamento'));
  await page.getByText(`Se ${email} ha un profilo`).waitFor();
  await look('a mail is on its way');
  const reset = await waitForMail(town.outbox, { to: new RegExp(email), subject: /password/, seen });
  await go(page, linkIn(reset, /nuova-password/));
  await look('a new password');
  await hands.fill(page.locator('#password'), 'corta');
  await hands.press(button(page, 'Salva la password'));
  await expectFaults(page, ['password'], javaScript);
  await look('a new password with faults');
  await hands.fill(page.locator('#password'), NEW_PASSWORD);
  await hands.press(button(page, 'Salva la password'));
  await toast(page, 'La password è cambiata');
  await go(page, linkIn(reset, /nuova-password/), 410);

  // ---- the new one opens, the old one does not
  await signOut(page, hands, async () => {});
  await hands.press(page.locator('.ded-slim').getByRole('link', { name: 'Accedi' }));
  await page.waitForURL('**/accedi*');
  await hands.fill(page.locator('#email'), email);
  await hands.fill(page.locator('#password'), password);
  await hands.press(button(page, 'Accedi'));
  await page.locator('.ded-errors').waitFor();
  await hands.fill(page.locator('#password'), NEW_PASSWORD);
  await hands.press(button(page, 'Accedi'));
  await toast(page, 'Hai fatto l’accesso');
  await go(page, '/io');
  assert.ok((await page.locator('main').innerText()).includes(email));
  await look('my account');
}

/** The stars are one question: a finger hits a star, a keyboard enters the group and walks with the arrows. */
async function chooseStar(page, clarity, star, hands) {
  const stars = clarity.locator('input[name=chiarezza]');
  if (hands.walk) await hands.walk(stars, star);
  else await clarity.locator(`[data-element=feedback-rate-${star}]`).click();
  assert.ok(await stars.nth(star - 1).isChecked());
}

describe('a new person’s way', { concurrency: 2 }, () => {
  const way = (name, { width = WIDE, javaScript = true, hands = pointer, check = checkPage, who }) =>
    test(name, () => visit(town.base, { width, javaScript, name: `journey-${who}` }, (page) => journey(page, {
      hands: hands(page), look: (label) => check(page, label), javaScript, narrow: width === NARROW, who,
    })));
  way('by keyboard alone', { hands: keyboard, check: async () => {}, who: 'sara_d' });
  way('with a mouse', { who: 'sara_a' });
  way('with a finger', { width: NARROW, who: 'sara_b' });
  way('with a finger, without script', { width: NARROW, javaScript: false, check: checkDrawing, who: 'sara_c' });
});

test('menus fold by Escape and give the focus back', () => visit(town.base, { width: NARROW, name: 'escape' }, async (page) => {
  await go(page, '/');
  const summary = page.locator('details.ded-menu summary');
  await tabTo(page, summary);
  await page.keyboard.press('Enter');
  await tabTo(page, page.locator('details.ded-menu a').nth(1));
  await page.keyboard.press('Escape');
  await expectFocus(page, summary, 'the focus is back on what opened the menu');
  assert.equal(await page.locator('details.ded-menu').getAttribute('open'), null);
  await tabTo(page, page.locator('.ded-brand').first(), { back: true, most: 3 });
}));
