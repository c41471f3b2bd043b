// Signing in with a provider of identity: a real one, in a process of its own, that also answers wrongly on request. What is
// right opens the account, what is wrong is refused with a page that says what happened and what to do.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { NARROW, WIDE, answerOf, closeBrowser, go, visit } from './lib/browser.mjs';
import { checkPage } from './lib/checks.mjs';
import { keyboard, signIn } from './lib/hands.mjs';
import { linkIn, waitForMail } from './lib/mail.mjs';
import { startProvider } from './lib/openid.mjs';
import { freePort, startTown } from './lib/town.mjs';

const TODAY = '2028-02-24';
const SECRET = 'un segreto lungo abbastanza';
const LEVEL_TWO = 'https://www.spid.gov.it/SpidL2';
const WIDTHS = [WIDE, NARROW];

const people = {};
for (const width of WIDTHS) {
  people[`nuova-${width}`] = { given_name: 'NUNZIA', family_name: `D'AMICO`, email: `nunzia-${width}@example.org`, email_verified: true };
  people[`tarda-${width}`] = { name: 'Tea Tarda', email: `tea-${width}@example.org`, email_verified: true };
  people[`verificata-${width}`] = { name: 'Rosa Verdi', email: `rosa-${width}@example.org`, email_verified: true, fiscal_number: `TINIT-${width === WIDE ? 'VRDRSO80A41L112O' : 'VRDRSO80A41L113Q'}` };
  people[`tasti-${width}`] = { name: 'Tina Tasti', email: `tina-${width}@example.org`, email_verified: true };
  people[`senza-${width}`] = { name: 'Pippo Franco' };
  people[`altra-${width}`] = { name: 'Altra Persona', email: `altra-${width}@example.org`, email_verified: true };
}

let town, provider;
before(async () => {
  town = await startTown({ today: TODAY, args: ['--private-host', '127.0.0.1'] });
  const marta = town.signIn('verified citizen');
  for (const width of WIDTHS) people[`marta-${width}`] = { name: marta.name, email: marta.email, email_verified: true };
  // The town's clock stood at ten in Rome when it started, a moment ago.
  const ahead = Date.parse(`${TODAY}T10:00:00+01:00`) - Date.now();
  const redirects = ['prova', 'spid', 'cie'].map((slug) => `${town.base}/accedi/con/${slug}/ritorno`);
  provider = await startProvider({ redirects, people, ahead });
});
after(async () => {
  await closeBrowser();
  await provider?.stop();
  await town?.stop();
});

const main = (page) => page.locator('main');
const press = (page, name) => main(page).getByRole('button', { name, exact: true }).click();
const follow = (page, name) => main(page).getByRole('link', { name, exact: true }).click();
const heading = (page, name) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
const toast = (page, words) => page.locator('.ded-toast').filter({ hasText: words }).waitFor();
const visiting = (options, journey) => visit(town.base, { ...options, hosts: [provider.host] }, journey);

/** Says who one is, on the provider's own page. */
async function sayAt(page, who) {
  await page.getByRole('heading', { name: 'Fornitore di prova' }).waitFor();
  await page.locator('#login').fill(who);
  await page.getByRole('button', { name: 'Entra' }).click();
}

async function enterAs(page, who, words = 'Entra con Prova') {
  await go(page, '/accedi');
  await follow(page, words);
  await sayAt(page, who);
}

async function signOut(page) {
  const menu = page.locator('details.ded-me');
  await menu.locator('summary').click();
  await menu.getByRole('button', { name: 'Esci' }).click();
  await toast(page, 'Sei uscito');
}

/** A new account, or the one that is there already. */
async function known(page, who, nickname) {
  await enterAs(page, who);
  await page.waitForURL((url) => url.origin === town.base);
  if (!page.url().endsWith('/nuovo')) return;
  await page.locator('#nickname').fill(nickname);
  await page.locator('#privacy').check();
  await press(page, 'Crea il profilo');
  await toast(page, 'Benvenuto');
}

describe('administration', { concurrency: 1 }, () => {
  test('nobody meets a button before a provider is there', () => visiting({ name: 'no-providers' }, async (page) => {
    await go(page, '/accedi');
    assert.equal(await page.locator('.ded-provider').count(), 0);
  }));

  test('providers are added, tried out and put in order', () => visiting({ name: 'providers-admin' }, async (page) => {
    await signIn(page, town.signIn('system administrator'));
    await go(page, '/amministrazione/accessi');
    await heading(page, 'Accessi: SPID, CIE, directory');
    await checkPage(page, 'no provider yet');
    await follow(page, 'OpenID Connect');
    await checkPage(page, 'a new provider');
    await press(page, 'Aggiungi');
    await page.locator('.ded-errors').waitFor();
    for (const field of ['nome', 'issuer', 'client']) assert.ok(await page.locator(`#${field}-errore`).isVisible(), field);
    await checkPage(page, 'a new provider with faults');
    await page.locator('#nome').fill('Prova');
    await page.locator('#issuer').fill(provider.issuer);
    await page.locator('#client').fill('town');
    await page.locator('#segreto').fill(SECRET);
    await press(page, 'Aggiungi');
    await toast(page, 'Aggiunto');
    assert.equal(await page.locator('#segreto').inputValue(), '', 'a secret is never shown again');
    assert.ok(!(await page.content()).includes(SECRET));
    await checkPage(page, 'a provider');
    await follow(page, 'Prova');
    await heading(page, 'Prova di Prova');
    await page.getByText('Tutto bene').waitFor();
    await page.getByText(`${town.base}/accedi/con/prova/ritorno`).waitFor();
    await checkPage(page, 'a provider tried out');

    for (const kind of ['cie', 'spid']) {
      await go(page, `/amministrazione/accessi/nuovo/${kind}`);
      assert.equal(await page.locator('#acr').inputValue(), LEVEL_TWO);
      assert.ok(await page.locator('#verifica').isChecked());
      await page.locator('#issuer').fill(provider.issuer);
      await page.locator('#client').fill('town');
      await page.locator('#segreto').fill(SECRET);
      await press(page, 'Aggiungi');
      await toast(page, 'Aggiunto');
    }
    await go(page, '/amministrazione/accessi');
    await checkPage(page, 'the list of providers');

    // A provider that is none, and one inside the town's own network.
    const away = await freePort();
    for (const [issuer, sentence] of [[`http://127.0.0.1:${away}`, 'Il fornitore non risponde'], [`${town.base}`, 'non come un fornitore'], ['https://10.11.12.13', 'rete privata']]) {
      await go(page, '/amministrazione/accessi/prova');
      await page.locator('#issuer').fill(issuer);
      await press(page, 'Salva');
      await toast(page, 'Salvato');
      await go(page, '/amministrazione/accessi/prova/prova');
      await page.getByText(sentence).waitFor();
    }
    await checkPage(page, 'a provider that cannot be used');
    await go(page, '/amministrazione/accessi/prova');
    await page.locator('#issuer').fill(provider.issuer);
    await press(page, 'Salva');
    await toast(page, 'Salvato');
  }));

  test('the directory has a page with its groups', () => visiting({ name: 'directory-admin', width: NARROW }, async (page) => {
    await signIn(page, town.signIn('system administrator'));
    await go(page, '/amministrazione/accessi/nuovo/ldap');
    await checkPage(page, 'a new directory');
    await page.locator('#nome').fill('Directory degli uffici');
    await page.locator('#slug').fill('uffici');
    await page.locator('#url').fill('ldaps://ldap.comune.example');
    await page.locator('#base').fill('ou=persone,dc=comune,dc=example');
    await press(page, 'Aggiungi');
    await toast(page, 'Aggiunto');
    const groups = page.locator('section').filter({ has: page.locator('#gruppi') });
    await groups.locator('#gruppo').fill('anagrafe');
    await groups.locator('#ruolo').selectOption('operator');
    await groups.locator('#ufficio').selectOption({ index: 1 });
    await groups.getByRole('button', { name: 'Aggiungi', exact: true }).click();
    await toast(page, 'Aggiunto');
    await checkPage(page, 'a directory with a group');
    await groups.getByRole('button', { name: /^Togli/ }).click();
    await toast(page, 'Tolto');
    await go(page, '/amministrazione/accessi/uffici/chiusura');
    await checkPage(page, 'closing a directory');
    await press(page, 'Chiudi questo accesso');
    await toast(page, 'Accesso chiuso');
    await checkPage(page, 'a closed directory');
  }));
});

for (const width of WIDTHS) describe(`at ${width} px`, { concurrency: 1 }, () => {
  test(`SPID and CIE come first, explained, without script (${width})`, () => visiting({ width, javaScript: false, name: 'providers-buttons' }, async (page) => {
    await go(page, '/accedi');
    assert.deepEqual(await page.locator('.ded-provider').allInnerTexts(), ['Entra con SPID', 'Entra con CIE', 'Entra con Prova']);
    for (const words of ['Cos’è SPID?', 'Non hai SPID?', 'Cos’è la CIE?']) assert.equal(await main(page).getByRole('link', { name: words }).count(), 1, words);
    const boxes = await page.locator('.ded-provider').evaluateAll((all) => all.map((one) => [one.offsetWidth, one.offsetHeight, getComputedStyle(one).backgroundColor]));
    assert.deepEqual(new Set(boxes.map(String)).size, 1, `all of one size and colour: ${boxes}`);
    assert.equal(boxes[0][2], 'rgb(0, 102, 204)');
    await checkPage(page, 'sign-in with providers');
  }));

  test(`somebody new chooses a name, and is known the next time (${width})`, () => visiting({ width, name: 'providers-new' }, async (page) => {
    await go(page, '/accedi?torna=%2Fnovita');
    await follow(page, 'Entra con Prova');
    await sayAt(page, `nuova-${width}`);
    await heading(page, 'Benvenuto: ancora un passo');
    assert.equal(await page.locator('#nome').inputValue(), 'Nunzia D\'Amico', 'capitals of a register are put right');
    assert.equal(await page.locator('#email').count(), 0, 'the provider vouches for the address');
    await checkPage(page, 'somebody new');
    await press(page, 'Crea il profilo');
    await page.locator('#privacy-errore').waitFor();
    await checkPage(page, 'somebody new with a fault');
    await page.locator('#nickname').fill(`nunzia_${width}`);
    await page.locator('#privacy').check();
    await press(page, 'Crea il profilo');
    await toast(page, 'Benvenuto in piazza');
    assert.equal(new URL(page.url()).pathname, '/novita', 'on to where one was going');
    await go(page, '/io');
    await page.getByText(`nunzia-${width}@example.org`).waitFor();
    await go(page, '/io/sicurezza');
    await checkPage(page, 'the account with its link');
    // It is the only way in: it stays.
    await main(page).getByRole('link', { name: /^Scollega/ }).click();
    await checkPage(page, 'unlinking');
    await press(page, 'Scollega');
    await page.getByText('È l’unico modo che hai per entrare').waitFor();
    await signOut(page);
    await go(page, '/accedi');
    await follow(page, 'Entra con Prova');
    // Still signed in there, so no question.
    await toast(page, 'Hai fatto l’accesso');
  }));

  test(`somebody new comes by keyboard alone, and reads what a wrong answer means (${width})`, () => visiting({ width, name: 'providers-keys' }, async (page) => {
    const hands = keyboard(page);
    const sayByKeys = async (who) => {
      await page.getByRole('heading', { name: 'Fornitore di prova' }).waitFor();
      await hands.fill(page.locator('#login'), who);
      await hands.press(page.getByRole('button', { name: 'Entra' }));
    };
    await provider.misbehave('nonce');
    try {
      await go(page, '/accedi');
      await hands.skip();
      await hands.press(main(page).getByRole('link', { name: 'Entra con Prova', exact: true }));
      await sayByKeys(`tasti-${width}`);
      await page.getByText('non è quella alla tua richiesta').waitFor();
    } finally {
      await provider.misbehave('');
    }
    await page.context().clearCookies();
    await go(page, '/accedi');
    await hands.press(main(page).getByRole('link', { name: 'Entra con Prova', exact: true }));
    await sayByKeys(`tasti-${width}`);
    await heading(page, 'Benvenuto: ancora un passo');
    await hands.fill(page.locator('#nickname'), `tasti_${width}`);
    await hands.tick(page.locator('#privacy'));
    await hands.press(main(page).getByRole('button', { name: 'Crea il profilo' }));
    await toast(page, 'Benvenuto in piazza');
    await checkPage(page, 'arrived by keyboard');
  }));

  test(`an address the provider does not vouch for is confirmed by mail first (${width})`, () => visiting({ width, name: 'providers-mail' }, async (page) => {
    const email = `pippo-${width}@example.org`;
    await enterAs(page, `senza-${width}`);
    await heading(page, 'Benvenuto: ancora un passo');
    await page.locator('#nickname').fill(`pippo_${width}`);
    await page.locator('#email').fill(town.signIn('verified citizen').email);
    await page.locator('#privacy').check();
    await press(page, 'Crea il profilo');
    await heading(page, 'Manca un clic: apri la posta');
    const hint = await waitForMail(town.outbox, { to: new RegExp(town.signIn('verified citizen').email), subject: /già/ });
    assert.doesNotMatch(hint.text, /conferma\//, 'an address with an account gets no key');
    await page.goBack();
    await page.locator('#email').fill(email);
    await press(page, 'Crea il profilo');
    const mail = await waitForMail(town.outbox, { to: new RegExp(email) });
    for (let opened = 0; opened < 2; opened++) await go(page, linkIn(mail, /conferma/));
    await checkPage(page, 'confirming the address');
    await press(page, 'Sì, è il mio');
    await toast(page, 'Benvenuto in piazza');
    await go(page, linkIn(mail, /conferma/), 410);
    await checkPage(page, 'the link is used up');
  }));

  test(`a fiscal code from SPID makes the account a verified one (${width})`, () => visiting({ width, name: 'providers-spid' }, async (page) => {
    await enterAs(page, `verificata-${width}`, 'Entra con SPID');
    await page.locator('#nickname').fill(`rosa_${width}`);
    await page.locator('#privacy').check();
    await press(page, 'Crea il profilo');
    await toast(page, 'Benvenuto');
    await go(page, '/io');
    await page.getByText('Verificato').first().waitFor();
  }));

  test(`an account is linked only after both sides are proved (${width})`, () => visiting({ width, name: 'providers-link' }, async (page) => {
    const marta = town.signIn('verified citizen');
    await enterAs(page, `marta-${width}`);
    await heading(page, 'Hai già un profilo');
    await checkPage(page, 'an address with an account');
    await follow(page, 'Accedi e collega');
    await page.locator('#email').fill(marta.email);
    await page.locator('#password').fill(marta.password);
    await press(page, 'Accedi');
    await heading(page, 'Collega Prova');
    await checkPage(page, 'going to link');
    await follow(page, 'Vai a Prova');
    await page.getByText('È questa la tua identità?').waitFor();
    await checkPage(page, 'is this you?');
    await press(page, 'Sì, collega');
    await toast(page, 'Collegato');
    const told = await waitForMail(town.outbox, { to: new RegExp(marta.email), subject: /Prova/ });
    assert.match(told.text, /collegato Prova/);
    await page.getByRole('heading', { name: 'Accessi collegati' }).waitFor();
    await checkPage(page, 'the account with a link');
    await signOut(page);
    await go(page, '/accedi');
    await follow(page, 'Entra con Prova');
    await toast(page, 'Hai fatto l’accesso');
    await go(page, '/io');
    await page.getByText(marta.email).waitFor();
    await go(page, '/io/sicurezza');
    await main(page).getByRole('link', { name: /^Scollega/ }).click();
    await press(page, 'Scollega');
    await toast(page, 'Scollegato');
  }));

  test(`what opens one account cannot be linked to another (${width})`, () => visiting({ width, name: 'providers-taken' }, async (page) => {
    await known(page, `altra-${width}`, `altra_${width}`);
    await signOut(page);
    await signIn(page, town.signIn('citizen'));
    await go(page, '/io/accessi/prova/collega');
    await follow(page, 'Vai a Prova');
    await heading(page, 'Questa identità è già collegata');
    await checkPage(page, 'linked already');
  }));

  test(`before something sensitive the provider asks anew, and the right person answers (${width})`, () => visiting({ width, name: 'providers-prove' }, async (page) => {
    await known(page, `altra-${width}`, `altra_${width}`);
    await go(page, '/io/conferma?torna=%2Fnovita');
    await checkPage(page, 'proving with a provider');
    await follow(page, 'Conferma con Prova');
    await sayAt(page, `altra-${width}`); // though still signed in there
    await toast(page, 'Confermato');
    assert.equal(new URL(page.url()).pathname, '/novita');
    // Somebody else at the same browser.
    await go(page, '/io/conferma');
    await follow(page, 'Conferma con Prova');
    await sayAt(page, `nuova-${width}`);
    await page.getByText('un’altra persona').waitFor();
    await checkPage(page, 'another person');
    await provider.misbehave('stale');
    await go(page, '/io/conferma');
    await follow(page, 'Conferma con Prova');
    await sayAt(page, `altra-${width}`);
    await page.getByText('non ti ha chiesto di nuovo').waitFor();
    await provider.misbehave('');
  }));

  test(`a wrong answer is refused with its page (${width})`, async () => {
    const wrong = [
      ['nonce', 403, 'non è quella alla tua richiesta'], ['issuer', 403, 'ma da qualcun altro'], ['audience', 403, 'era per un altro sito'],
      ['expired', 403, 'è scaduta prima di arrivare'], ['future', 403, 'è scaduta prima di arrivare'], ['forged', 403, 'non porta la firma'],
      ['unsigned', 403, 'non porta la firma'], ['mixed', 403, 'ma da qualcun altro'], ['silent', 403, 'ma da qualcun altro'],
      ['replayed', 403, 'non ha accettato la conferma'],
    ];
    // A code to be played again.
    await visiting({ width }, async (page) => {
      await enterAs(page, `senza-${width}`);
      await page.waitForURL((url) => url.origin === town.base);
    });
    for (const [mode, status, sentence] of wrong) await visiting({ width, name: `providers-${mode}` }, async (page) => {
      await provider.misbehave(mode);
      try {
        await enterAs(page, `altra-${width}`);
        await page.getByText(sentence).waitFor();
      } finally {
        await provider.misbehave('');
      }
      assert.equal(answerOf(page).status(), status, mode);
      await checkPage(page, `refused: ${mode}`);
      await follow(page, 'Torna ad Accedi');
      await page.locator('#email').waitFor();
      await go(page, '/io'); // nobody is signed in
      assert.equal(new URL(page.url()).pathname, '/accedi', mode);
    });
  });

  test(`a lower level than asked for is refused (${width})`, () => visiting({ width, name: 'providers-level' }, async (page) => {
    await provider.misbehave('level');
    try {
      await enterAs(page, `altra-${width}`, 'Entra con SPID');
      await page.getByText('livello di sicurezza più basso').waitFor();
    } finally {
      await provider.misbehave('');
    }
    await checkPage(page, 'refused: level');
  }));

  test(`clocks may differ by a minute, and keys may change (${width})`, async () => {
    for (const mode of ['late', 'rotated', '']) await visiting({ width, name: `providers-${mode || 'good'}` }, async (page) => {
      await provider.misbehave(mode);
      try {
        await enterAs(page, `senza-${width}`);
        await page.waitForURL((url) => url.origin === town.base);
      } finally {
        await provider.misbehave('');
      }
      assert.equal(await page.getByText('L’accesso non è riuscito').count(), 0, mode);
    });
  });

  test(`changing one’s mind, an old step and another tab are told in words (${width})`, () => visiting({ width, name: 'providers-lost' }, async (page) => {
    await go(page, '/accedi');
    await follow(page, 'Entra con Prova');
    await page.getByRole('button', { name: 'Annulla' }).click();
    await heading(page, 'Hai annullato l’accesso');
    await checkPage(page, 'cancelled');
    // The same address again: its step is used.
    const back = page.url();
    await go(page, back, 410);
    await page.getByText('è già stato usato una volta').waitFor();
    await checkPage(page, 'used');
    // Begun in two tabs: the first one is lost, the second goes on.
    await go(page, '/accedi');
    await follow(page, 'Entra con Prova');
    await page.getByRole('heading', { name: 'Fornitore di prova' }).waitFor();
    const other = await page.context().newPage();
    await other.goto('/accedi');
    await other.locator('main').getByRole('link', { name: 'Entra con Prova', exact: true }).click();
    await other.getByRole('heading', { name: 'Fornitore di prova' }).waitFor();
    await sayAt(page, `senza-${width}`);
    await heading(page, 'Questo passaggio non vale più');
    await checkPage(page, 'lost');
    await sayAt(other, `tarda-${width}`);
    await other.waitForURL('**/nuovo');
    await go(page, '/accedi/con/prova/ritorno?state=x&code=y', 410);
    await go(page, '/accedi/con/nessuno', 404);
  }));

  test(`the browser’s way back after signing in changes nothing (${width})`, () => visiting({ width, name: 'providers-back' }, async (page) => {
    let back;
    page.on('request', (request) => { if (request.url().includes('/ritorno?')) back = request.url(); });
    await known(page, `altra-${width}`, `altra_${width}`);
    await go(page, back);
    assert.equal(new URL(page.url()).pathname, '/');
    await go(page, '/io');
    await page.getByText(`altra-${width}@example.org`).waitFor();
  }));

  test(`a provider that is away leaves the password (${width})`, () => visiting({ width, name: 'providers-away' }, async (page) => {
    await provider.misbehave('down');
    try {
      await enterAs(page, `altra-${width}`);
      await page.getByText('Prova non risponde').waitFor();
    } finally {
      await provider.misbehave('');
    }
    await checkPage(page, 'away');
    await follow(page, 'Torna ad Accedi');
    await signIn(page, town.signIn('citizen'));
  }));
});
