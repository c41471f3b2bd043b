// The town's directory, a real one: who keeps the system sets it up, who works for the town signs in by it, on a phone and by
// keyboard alone too; a wrong password, a directory that is away and an account that is there already each have their page.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { NARROW, WIDE, closeBrowser, go, visit } from './lib/browser.mjs';
import { checkDrawing, checkPage } from './lib/checks.mjs';
import { keyboard, pointer, signIn } from './lib/hands.mjs';
import { startDirectory } from './lib/ldap.mjs';
import { startTown } from './lib/town.mjs';

const SECRET = 'la porta di Sant’Anna';
const WAYS = [
  { name: 'with a mouse', width: WIDE, hands: pointer, user: 'lia' },
  { name: 'on a phone', width: NARROW, hands: pointer, user: 'leo' },
  { name: 'by keyboard alone', width: WIDE, hands: keyboard, user: 'pia', quick: true },
  { name: 'by keyboard alone on a phone', width: NARROW, hands: keyboard, user: 'ugo', quick: true },
];
const base64 = (text) => Buffer.from(text).toString('base64');
const entry = (user, name, mail) => `dn: uid=${user},dc=town,dc=test
objectClass: inetOrgPerson
uid: ${user}
cn:: ${base64(name)}
sn: x
mail: ${mail}
userPassword:: ${base64(SECRET)}
`;

let town, directory;
before(async () => {
  town = await startTown({ args: ['--private-host', '127.0.0.1'] });
  const here = WAYS.map(({ user }) => entry(user, `${user[0].toUpperCase()}${user.slice(1)} D’Amico`, `${user}@comune.test`));
  const citizen = town.signIn('citizen');
  const group = `dn: cn=sportello,dc=town,dc=test
objectClass: groupOfNames
cn: sportello
${WAYS.map(({ user }) => `member: uid=${user},dc=town,dc=test`).join('\n')}
`;
  directory = await startDirectory([...here, entry('anna', citizen.name, citizen.email), group].join('\n'));
});
after(async () => {
  await closeBrowser();
  await directory?.stop();
  await town?.stop();
});

const main = (page) => page.locator('main');
const button = (page, name) => main(page).getByRole('button', { name, exact: true });
const toast = (page, words) => page.locator('.ded-toast').filter({ hasText: words }).waitFor();

async function enter(page, hands, user, password) {
  await go(page, '/accedi');
  await hands.fill(page.locator('#email'), user);
  await hands.fill(page.locator('#password'), password);
  await hands.press(page.locator('main form button[type=submit]').first());
}

describe('the directory', { concurrency: 1 }, () => {
  test('is set up, tried out, and its groups give roles', () => visit(town.base, { name: 'directory-setup' }, async (page) => {
    await signIn(page, town.signIn('system administrator'));
    await go(page, '/amministrazione/accessi/nuovo/ldap');
    const fields = {
      nome: 'Directory', slug: 'directory', url: directory.url, bind: 'cn=admin,dc=town,dc=test', segreto: 'admin', base: 'dc=town,dc=test',
      filtro: '(&(objectClass=inetOrgPerson)(|(uid={user})(mail={user})))', 'attributo-nome': 'cn', 'attributo-mail': 'mail',
      'attributo-id': 'entryUUID', 'gruppi-base': 'dc=town,dc=test', 'gruppi-filtro': '(&(objectClass=groupOfNames)(member={dn}))',
    };
    for (const [field, value] of Object.entries(fields)) await page.locator(`#${field}`).fill(value);
    await button(page, 'Aggiungi').click();
    await toast(page, 'Aggiunto');
    await page.locator('#gruppo').fill('sportello');
    await page.locator('#ruolo').selectOption('operator');
    await page.locator('#ufficio').selectOption({ label: 'Anagrafe e stato civile' });
    await page.locator('form[action$="/gruppi"] button[type=submit]').click();
    await main(page).getByRole('rowheader', { name: 'sportello' }).waitFor();
    await go(page, '/amministrazione/accessi/directory/prova');
    await page.getByText('Tutto bene').waitFor();
    await checkPage(page, 'a directory tried out');
  }));

  for (const { name, width, hands, user, quick } of WAYS) {
    test(`lets in who works for the town ${name}`, () => visit(town.base, { width, name: `directory-${user}` }, async (page) => {
      const how = hands(page);
      const look = (state) => (quick ? checkDrawing : checkPage)(page, `directory ${name}: ${state}`);
      await enter(page, how, user, 'sbagliata');
      await main(page).getByText('L’indirizzo o la password non sono giusti').first().waitFor();
      assert.equal(await page.locator('#email').inputValue(), user, 'what was typed is kept');
      await look('a wrong password');
      await enter(page, how, user, SECRET);
      await page.getByRole('heading', { level: 1, name: /privacy|informativa|dati/i }).waitFor();
      await look('the notice that comes first');
      await how.tick(page.locator('main form input[type=checkbox]').first());
      await how.press(page.locator('main form button[type=submit]').first());
      await page.locator('details.ded-me').waitFor();
      await go(page, '/segreteria/verifiche');
      await look('the counter of who came by the directory');
      await go(page, '/io/sicurezza');
      await main(page).getByText('lo gestisce il Comune').waitFor();
      await look('the security of who came by the directory');
    }));
  }

  test('says so when the account is there already', () => visit(town.base, { width: NARROW, name: 'directory-known' }, async (page) => {
    await enter(page, pointer(page), 'anna', SECRET);
    await main(page).getByText('Hai già un profilo').first().waitFor();
    await checkPage(page, 'an account that is there already');
  }));

  test('that is away keeps nobody out who has a password', () => visit(town.base, { width: NARROW, name: 'directory-away' }, async (page) => {
    await directory.stop();
    await enter(page, pointer(page), 'lia', SECRET);
    await main(page).getByText('La directory del Comune non risponde').first().waitFor();
    await checkPage(page, 'a directory that is away');
    await signIn(page, town.signIn('citizen'));
  }));
});
