// One's own data: a copy is asked for, watched, downloaded and checked; the account is ended, and kept after all.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import Ajv2020 from 'ajv/dist/2020.js';
import { NARROW, WIDE, answerOf, closeBrowser, go, visit } from './lib/browser.mjs';
import { checkPage } from './lib/checks.mjs';
import { keyboard, pointer, signIn } from './lib/hands.mjs';
import { linkIn, waitForMail } from './lib/mail.mjs';
import { startTown } from './lib/town.mjs';

const run = promisify(execFile);
let town, folder;
before(async () => {
  town = await startTown();
  folder = await mkdtemp(join(tmpdir(), 'dedalus-copy-'));
});
after(async () => {
  await closeBrowser();
  await town?.stop();
  await rm(folder, { recursive: true, force: true });
});

const button = (page, name) => page.locator('main').getByRole('button', { name, exact: true });
const link = (page, name) => page.locator('main').getByRole('link', { name, exact: true });
const toast = (page, words) => page.locator('.ded-toast').filter({ hasText: words }).waitFor();

/** The archive holds what its schema says, the person's data, and every file it lists. */
async function checkArchive(path, person) {
  const target = await mkdtemp(join(folder, 'zip-'));
  await run('python3', ['-m', 'zipfile', '-e', path, target]);
  const [data, schema] = await Promise.all(['dati.json', 'schema.json'].map(async (name) => JSON.parse(await readFile(join(target, name), 'utf8'))));
  const validate = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema);
  assert.ok(validate(data), JSON.stringify(validate.errors));
  assert.equal(validate({ ...data, more: 1 }), false, 'the schema refuses what it does not know');
  assert.equal(data.data.account[0].email, person.email);
  assert.equal(data.data.account[0].name, person.name);
  assert.ok(data.data.consents.length > 0 && data.data.sessions.length > 0);
  for (const { path: file } of data.files) assert.ok((await readFile(join(target, file))).length > 0, file);
  assert.match(await readFile(join(target, 'LEGGIMI.txt'), 'utf8'), new RegExp(person.name));
  return data;
}

for (const { width, role, hands: choose, javaScript, who } of [
  { width: WIDE, role: 'citizen', hands: pointer, javaScript: true, who: 'mouse' },
  { width: NARROW, role: 'verified citizen', hands: keyboard, javaScript: true, who: 'keyboard' },
]) {
  test(`a copy is asked for, watched, downloaded and checked (${who}, ${width} px)`, () => visit(town.base, { width, javaScript, name: `copy-${who}` }, async (page) => {
    const hands = choose(page), person = town.signIn(role);
    await signIn(page, person);
    await go(page, '/io');
    await checkPage(page, 'the account');
    await hands.press(link(page, 'Apri i miei dati'));
    await button(page, 'Prepara la mia copia').waitFor();
    await checkPage(page, 'my data');
    await hands.press(button(page, 'Prepara la mia copia'));
    await toast(page, 'Prepariamo la tua copia');
    // The page brings itself up to date: nobody reloads it.
    const ready = link(page, 'Scarica l’archivio');
    await ready.waitFor({ timeout: 60_000 });
    await checkPage(page, 'the copy is ready');
    await waitForMail(town.outbox, { to: person.email, subject: /copia dei tuoi dati è pronta/ });
    const coming = page.waitForEvent('download');
    await hands.press(ready);
    const download = await coming;
    assert.match(download.suggestedFilename(), /^dati-\w+-\d{4}-\d{2}-\d{2}\.zip$/);
    const path = join(folder, `${who}.zip`);
    await download.saveAs(path);
    const data = await checkArchive(path, person);
    assert.ok(data.data.posts.length > 0, 'what was said in the square is in it');
    const address = await ready.getAttribute('href');
    await visit(town.base, { name: `copy-other-${who}` }, async (other) => {
      await signIn(other, town.signIn('system administrator'));
      const answer = await other.context().request.get(address, { maxRedirects: 0 });
      assert.equal(answer.status(), 404, 'the copy is its owner’s alone');
    });
  }));

  test(`the account is ended and kept after all (${who}, ${width} px)`, () => visit(town.base, { width, javaScript, name: `closing-${who}` }, async (page) => {
    const hands = choose(page), person = town.signIn(role);
    await signIn(page, person);
    await go(page, '/io/dati');
    await hands.press(link(page, 'Chiudi il mio profilo'));
    await page.getByRole('heading', { name: 'Che cosa sparisce' }).waitFor();
    await checkPage(page, 'before the end');
    await hands.press(button(page, 'Sì, chiudi il mio profilo'));
    await toast(page, 'quattordici giorni per ripensarci');
    await checkPage(page, 'the grace');
    const mail = await waitForMail(town.outbox, { to: person.email, subject: /Il tuo profilo si chiude/ });
    await go(page, '/');
    await hands.press(page.locator('main').getByRole('link', { name: 'Ci hai ripensato?' }));
    await button(page, 'Ci ho ripensato, resto').waitFor();
    assert.equal(new URL(page.url()).pathname, linkIn(mail, /chiusura/));
    await hands.press(button(page, 'Ci ho ripensato, resto'));
    await toast(page, 'Il tuo profilo resta');
    await go(page, '/');
    assert.equal(await page.getByText('Il tuo profilo si chiude').count(), 0);
  }));
}

test('another address is asked for, confirmed from the new mailbox, and the old one is told', () => visit(town.base, { width: NARROW, name: 'email' }, async (page) => {
  const person = town.signIn('citizen');
  await signIn(page, person);
  await go(page, '/io/email');
  await checkPage(page, 'the form');
  await page.locator('#email').fill('niente');
  await button(page, 'Manda il collegamento').click();
  await page.locator('.ded-errors').waitFor();
  assert.equal(answerOf(page).status(), 422);
  assert.equal(await page.locator('#email').inputValue(), 'niente');
  await checkPage(page, 'a fault');
  await page.locator('#email').fill('anna.d-amico@example.org');
  await button(page, 'Manda il collegamento').click();
  await toast(page, 'al nuovo indirizzo');
  await checkPage(page, 'it waits');
  const mail = await waitForMail(town.outbox, { to: 'anna.d-amico@example.org', subject: /Conferma il nuovo indirizzo/ });
  await go(page, linkIn(mail, /nuova-email/));
  await checkPage(page, 'the confirmation');
  await button(page, 'Sì, è il mio').click();
  await toast(page, 'indirizzo è cambiato');
  await waitForMail(town.outbox, { to: person.email, subject: /indirizzo è cambiato/ });
  await go(page, linkIn(mail, /nuova-email/), 410);
  await checkPage(page, 'the link is used up');
}));

test('the privacy notice that waits to be accepted, as its page', () => visit(town.base, { width: NARROW, name: 'notice' }, async (page) => {
  await signIn(page, town.signIn('officer'));
  await go(page, '/io/informativa?torna=%2Fnovita');
  await checkPage(page, 'the notice');
  await button(page, 'Va bene, accetto').click();
  await page.locator('.ded-errors').waitFor();
  await checkPage(page, 'without the tick');
  await page.locator('#privacy').check();
  await button(page, 'Va bene, accetto').click();
  await toast(page, 'abbiamo preso nota');
  assert.equal(new URL(page.url()).pathname, '/novita');
}));

for (const width of [WIDE, NARROW]) {
  test(`the register of processing, for who watches over data (${width} px)`, () => visit(town.base, { width, name: 'register' }, async (page) => {
    await signIn(page, town.signIn('data-protection officer'));
    await go(page, '/amministrazione/trattamenti');
    await page.locator('#conversation').waitFor();
    for (const summary of await page.locator('main section details summary').all()) await summary.click();
    await checkPage(page, 'the register');
    await page.locator('#q').fill('fiscale');
    await page.locator('#q').press('Enter');
    await page.locator('#verification').waitFor();
    assert.equal(await page.locator('#conversation').count(), 0);
    await checkPage(page, 'the register, filtered');
    await go(page, '/amministrazione/trattamenti?q=niente+del+genere');
    await page.getByRole('heading', { name: 'Niente corrisponde' }).waitFor();
    await checkPage(page, 'nothing found');
    const sheet = await page.context().request.get('/amministrazione/trattamenti.csv');
    assert.match(sheet.headers()['content-type'], /text\/csv/);
  }));
}
