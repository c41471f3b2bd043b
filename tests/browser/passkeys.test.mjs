// Passkeys with Chromium's virtual authenticator (WebAuthn over the DevTools protocol), and the second factor with an app
// that this test is itself. By mouse and finger at both widths, and by keyboard alone; every state is looked at by axe.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { NARROW, WIDE, answerOf, closeBrowser, go, visit } from './lib/browser.mjs';
import { checkDrawing, checkPage } from './lib/checks.mjs';
import { keyboard, pointer } from './lib/hands.mjs';
import { linkIn, mails, waitForMail } from './lib/mail.mjs';
import { startTown } from './lib/town.mjs';

let town, home;
before(async () => {
  town = await startTown();
  // passkeys need a name
  home = town.base.replace('127.0.0.1', 'localhost');
});
after(async () => {
  await closeBrowser();
  await town?.stop();
});

const main = (page) => page.locator('main');
const button = (page, name) => main(page).getByRole('button', { name });
const link = (page, name) => main(page).getByRole('link', { name });
const toast = (page, words) => page.locator('.ded-toast').filter({ hasText: words }).waitFor();

/** A device with a fingerprint reader that always says yes, once it is asked. */
async function device(page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  // What a page offers by itself this device would take at once, before anybody presses a button: only when the test wants it.
  await page.addInitScript(() => {
    if (!localStorage.getItem('autofill')) PublicKeyCredential.isConditionalMediationAvailable = async () => false;
  });
  const set = (method, rest) => cdp.send(`WebAuthn.${method}`, { authenticatorId, ...rest });
  return {
    keys: async () => (await set('getCredentials')).credentials,
    add: (credential) => set('addCredential', { credential }),
    forget: () => set('clearCredentials'),
    offers: (yes) => page.evaluate((yes) => (yes ? localStorage.setItem('autofill', 'yes') : localStorage.removeItem('autofill')), yes),
    verified: (isUserVerified) => set('setUserVerified', { isUserVerified }),
  };
}

/** Waits for a page by its heading. */
const at = (page, name) => page.getByRole('heading', { level: 1, name }).waitFor();

async function signOut(page, hands) {
  const menu = page.locator('details.ded-me');
  await hands.press(menu.locator('summary'));
  await hands.press(menu.getByRole('button', { name: 'Esci' }));
  await toast(page, 'Sei uscito');
}

async function passkeyJourney(page, { hands, look, who }) {
  const email = `${who}@example.org`;
  const own = await device(page);

  // ---- signs up without a password
  await go(page, '/iscriviti');
  await look('sign-up');
  await hands.fill(page.locator('#nome'), `Lia Mancuso ${who.at(-1)}`);
  await hands.fill(page.locator('#nickname'), who);
  await hands.fill(page.locator('#email'), email);
  await hands.tick(page.locator('#senza_password'));
  assert.ok(await page.locator('#password').isHidden(), 'no password is asked for');
  await look('sign-up without a password');
  await hands.tick(page.locator('#privacy'));
  await hands.press(button(page, 'Iscriviti'));
  await page.getByRole('heading', { name: 'Manca un clic' }).waitFor();
  const mail = await waitForMail(town.outbox, { to: new RegExp(email) });
  await go(page, linkIn(mail, /iscriviti/));
  await look('confirm');

  // ---- the device refuses first: a sentence, and nothing is lost
  await own.verified(false);
  await hands.press(button(page, 'Crea la passkey ed entra'));
  await page.locator('.ded-error').filter({ hasText: 'Non ha funzionato' }).waitFor();
  await look('the device refused');
  await own.verified(true);
  await hands.press(button(page, 'Crea la passkey ed entra'));
  await toast(page, 'Benvenuto in piazza');
  const [key] = await own.keys();
  assert.ok(key.isResidentCredential, 'the device itself finds the passkey');
  assert.equal(Buffer.from(key.userHandle, 'base64').length, 16);

  // ---- security page: it is the only way, so it stays
  await go(page, '/io/sicurezza');
  await page.getByText('con una passkey').waitFor();
  await look('security page');
  await hands.press(link(page, /^Togli/));
  await at(page, /^Togli la passkey/);
  await look('asks before a passkey goes');
  await hands.press(button(page, 'Togli la passkey'));
  await page.getByText('È l’unico modo').waitFor();
  await look('the last way stays');
  await hands.press(link(page, 'Annulla'));
  await at(page, 'Accesso e sicurezza');

  // ---- signs out and in again, without typing an address; the answer counts once
  await signOut(page, hands);
  await go(page, '/accedi?torna=/novita');
  await look('sign-in');
  const sent = page.waitForRequest((request) => request.url() === `${home}/accedi/passkey`);
  await hands.press(button(page, 'Entra con una passkey'));
  await toast(page, 'Hai fatto l’accesso');
  assert.equal(new URL(page.url()).pathname, '/novita');
  const replay = await page.context().request.post(`${home}/accedi/passkey`, {
    headers: { origin: home, 'content-type': 'application/x-www-form-urlencoded', cookie: (await (await sent).allHeaders()).cookie },
    data: (await sent).postData(), maxRedirects: 0,
  });
  assert.equal(replay.status(), 422, 'the same answer never counts twice');

  // ---- and once more by what the browser fills in, without a button
  await signOut(page, hands);
  await own.offers(true);
  await page.goto('/accedi?torna=/pagine');
  await toast(page, 'Hai fatto l’accesso');
  assert.equal(new URL(page.url()).pathname, '/pagine');
  await own.offers(false);

  // ---- proves to be it, by passkey
  await go(page, '/io/conferma?torna=/io/sicurezza/passkey');
  await look('proof');
  await hands.press(button(page, 'Conferma con la passkey'));
  await toast(page, 'Confermato');
  await look('a new passkey');

  // ---- a second one: this device has one already, so it must be another device
  await hands.press(button(page, 'Crea la passkey'));
  await page.locator('.ded-error').filter({ hasText: 'Non ha funzionato' }).waitFor();
  await own.forget();
  await hands.fill(page.locator('#nome'), 'Chiave d’oro');
  await hands.press(button(page, 'Crea la passkey'));
  await toast(page, 'Passkey aggiunta');
  await look('two passkeys');
  await waitForMail(town.outbox, { to: new RegExp(email), subject: /nuovo modo di entrare/ });

  // ---- a copy whose counter went back is refused and told
  const second = (await own.keys()).at(-1);
  assert.notEqual(second.credentialId, key.credentialId);
  await signOut(page, hands);
  await go(page, '/accedi');
  await hands.press(button(page, 'Entra con una passkey'));
  await toast(page, 'Hai fatto l’accesso');
  await signOut(page, hands);
  await own.forget();
  await own.add({ ...second, signCount: 0 });
  await go(page, '/accedi');
  await hands.press(button(page, 'Entra con una passkey'));
  await page.getByText('Questa passkey sembra copiata').waitFor();
  await look('a copy is refused');
  await waitForMail(town.outbox, { to: new RegExp(email), subject: /sembra copiata/ });

  // ---- the first device still opens; the other one goes
  await own.forget();
  await own.add({ ...key, signCount: 100 });
  await go(page, '/accedi');
  await hands.press(button(page, 'Entra con una passkey'));
  await toast(page, 'Hai fatto l’accesso');
  await go(page, '/io/sicurezza');
  await hands.press(link(page, 'Togli Chiave d’oro'));
  await at(page, /^Togli la passkey/);
  await hands.press(button(page, 'Togli la passkey'));
  await toast(page, 'Passkey tolta');
  assert.equal(await main(page).getByText('Chiave d’oro').count(), 0);
  await waitForMail(town.outbox, { to: new RegExp(email), subject: /è stato tolto/ });
}

/** The code an app shows (RFC 6238), at the town's own time. */
function code(key, seconds) {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...key.replace(/\s/g, '')].map((one) => alphabet.indexOf(one).toString(2).padStart(5, '0')).join('');
  const secret = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(seconds / 30)));
  const hash = createHmac('sha1', secret).update(counter).digest();
  const at = hash.at(-1) & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** What time it is in the town: its mails carry it. */
async function townClock(page, email) {
  const seen = await mails(town.outbox);
  await page.context().request.post(`${home}/accedi/password-dimenticata`, { headers: { origin: home }, form: { email } });
  const mail = await waitForMail(town.outbox, { to: new RegExp(email), seen });
  const { mtimeMs } = await stat(join(town.outbox, mail.name));
  const ahead = Date.parse(mail.headers.date) - mtimeMs;
  return () => (Date.now() + ahead) / 1000;
}

async function withPassword(page, hands, person) {
  await go(page, '/accedi');
  await hands.fill(page.locator('#email'), person.email);
  await hands.fill(page.locator('#password'), person.password);
  await hands.press(button(page, 'Accedi'));
}

async function codeJourney(page, { hands, look, person }) {
  const now = await townClock(page, person.email);
  await withPassword(page, hands, person);
  await toast(page, 'Hai fatto l’accesso');

  // ---- sets the app up
  await go(page, '/io/sicurezza');
  await hands.press(link(page, 'Attiva'));
  await at(page, 'Codice dall’app');
  await look('what a code is');
  await hands.press(button(page, 'Comincia'));
  await page.locator('.ded-qr').waitFor();
  await look('the key for the app');
  const key = await page.locator('.ded-secret').textContent();
  await hands.fill(page.locator('#codice'), '12345');
  await hands.press(button(page, 'Attiva il codice'));
  await page.locator('#codice-errore').waitFor();
  assert.equal(answerOf(page).status(), 422);
  assert.equal(await page.locator('.ded-secret').textContent(), key, 'a wrong code loses nothing');
  await look('a wrong code');
  const first = now();
  await hands.fill(page.locator('#codice'), code(key, first));
  await hands.press(button(page, 'Attiva il codice'));
  await toast(page, 'Il codice è attivo');
  await look('recovery codes');
  const codes = await page.locator('.ded-codes code').allTextContents();
  assert.equal(new Set(codes).size, 10);
  const download = page.waitForEvent('download');
  await hands.press(link(page, 'Scarica come testo'));
  const file = await readFile(await (await download).path(), 'utf8');
  for (const one of codes) assert.ok(file.includes(one), `${one} is in the file`);
  await hands.press(button(page, 'Li ho salvati'));
  await page.getByText('restano 10 codici di recupero').waitFor();
  await look('security page with a code');
  await signOut(page, hands);

  // ---- the password alone is not enough
  await withPassword(page, hands, person);
  await page.getByRole('heading', { name: 'Scrivi il codice' }).waitFor();
  await look('the code is asked for');
  await hands.fill(page.locator('#codice'), code(key, first));
  await hands.press(button(page, 'Entra'));
  await page.locator('#codice-errore').filter({ hasText: 'già stato usato' }).waitFor();
  await look('a used code');
  // the next one, which an app whose clock is fast shows already
  await hands.fill(page.locator('#codice'), code(key, first + 30));
  await hands.press(button(page, 'Entra'));
  await toast(page, 'Hai fatto l’accesso');
  await signOut(page, hands);

  // ---- the phone is lost
  await withPassword(page, hands, person);
  await at(page, 'Scrivi il codice');
  await hands.fill(page.locator('#codice'), codes[0].toUpperCase());
  await hands.press(button(page, 'Entra'));
  await toast(page, 'Hai fatto l’accesso');
  await waitForMail(town.outbox, { to: new RegExp(person.email), subject: /codice di recupero è stato usato/ });
  await go(page, '/io/sicurezza');
  await page.getByText('restano 9 codici di recupero').waitFor();
  await hands.press(link(page, 'Nuovi codici di recupero'));
  await at(page, 'Vuoi nuovi codici di recupero?');
  await look('asks before new codes');
  await hands.press(button(page, 'Fai nuovi codici'));
  await toast(page, 'I vecchi non valgono più');
  const fresh = await page.locator('.ded-codes code').first().textContent();
  assert.ok(!codes.includes(fresh));
  await hands.press(button(page, 'Li ho salvati'));

  // ---- devices: a name, and off again
  await at(page, 'Accesso e sicurezza');
  await hands.press(link(page, /^Rinomina/).last());
  await at(page, 'Che dispositivo è?');
  await look('a device is named');
  await hands.fill(page.locator('#nome'), '');
  await hands.press(button(page, 'Salva'));
  await page.locator('#nome-errore').waitFor();
  await look('a device without a name');
  await hands.fill(page.locator('#nome'), 'Il computer dell’orto');
  await hands.press(button(page, 'Salva'));
  await main(page).getByText('Il computer dell’orto').first().waitFor();
  await hands.press(link(page, 'Spegni il codice'));
  await at(page, 'Spegni il codice?');
  await look('asks before the code goes');
  await hands.press(button(page, 'Spegni il codice'));
  await toast(page, 'Il codice è spento');
}

const WAYS = [
  { name: 'with a mouse', width: WIDE, hands: pointer },
  { name: 'on a phone', width: NARROW, hands: pointer },
  { name: 'by keyboard alone', width: WIDE, hands: keyboard, quick: true },
  { name: 'by keyboard alone on a phone', width: NARROW, hands: keyboard, quick: true },
];

describe('passkeys and codes', () => {
  for (const [at, { name, width, hands, quick }] of WAYS.entries()) {
    // the keyboard shows the same pages as the mouse
    const looker = (page, label) => (state) => (quick ? checkDrawing : checkPage)(page, `${label} ${name}: ${state}`);
    test(`a passkey is the only means ${name}`, () => visit(home, { width, name: `passkey-${at}` }, (page) =>
      passkeyJourney(page, { hands: hands(page), look: looker(page, 'passkeys'), who: `lia_${at}` })));
    test(`a code follows the password ${name}`, () => visit(home, { width, name: `code-${at}` }, (page) =>
      codeJourney(page, { hands: hands(page), look: looker(page, 'codes'), person: town.signIns[at] })));
  }

  test('by a number the page says where passkeys work', () => visit(town.base, { name: 'by-number' }, async (page) => {
    const person = town.signIns.find((one) => one.role.includes('citizen'));
    await go(page, '/accedi');
    assert.equal(await page.locator('[data-passkey]').count(), 0);
    await withPassword(page, pointer(page), person);
    await go(page, '/io/sicurezza');
    await main(page).getByText('solo su un indirizzo con un nome').waitFor();
    assert.equal(await main(page).getByRole('link', { name: home }).count(), 1);
    await checkPage(page, 'security page by a number');
  }));

  test('without script nothing is offered that would not work', () => visit(home, { name: 'no-script', javaScript: false }, async (page) => {
    await go(page, '/accedi');
    assert.ok(await page.locator('[data-passkey]').isHidden());
    await go(page, '/iscriviti');
    assert.ok(await page.locator('#senza_password').isHidden());
    await checkPage(page, 'sign-up without script');
  }));
});
