// The office's people in a browser: somebody says to be away, somebody is verified at the counter, a key is made, the glass
// is broken; at both widths, with the keyboard alone at the narrow one.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { NARROW, WIDE, closeBrowser, go, visit } from './lib/browser.mjs';
import { checkPage } from './lib/checks.mjs';
import { keyboard, pointer, signIn } from './lib/hands.mjs';
import { startTown } from './lib/town.mjs';

let town;
before(async () => { town = await startTown(); });
after(async () => {
  await closeBrowser();
  await town?.stop();
});

const button = (page, name) => page.locator('main').getByRole('button', { name, exact: true });

for (const width of [WIDE, NARROW]) {
  const handsFor = width === WIDE ? pointer : keyboard;
  const at = (label) => `${label} at ${width}`;

  describe(`the office at ${width} px`, () => {
    test('a manager is away, and calls it off', () => visit(town.base, { name: `away-${width}`, width }, async (page) => {
      const hands = handsFor(page);
      await signIn(page, town.signIn('manager'));
      await go(page, '/segreteria/assenze');
      await checkPage(page, at('absences'));
      await hands.press(button(page, 'Segna l’assenza'));
      await page.locator('.ded-errors').waitFor();
      await checkPage(page, at('absences with faults'));
      await page.locator('#dal').fill('2028-03-25T08:00');
      await page.locator('#al').fill('2028-03-27T08:00');
      await page.locator('#sostituto-1').selectOption({ index: 2 });
      await hands.press(button(page, 'Segna l’assenza'));
      await page.locator('.ded-toast').filter({ hasText: 'Assenza segnata' }).waitFor();
      await checkPage(page, at('an absence'));
      await hands.press(page.locator('main').getByRole('link', { name: /^Annulla l’assenza/ }).first());
      await button(page, 'Sì, annulla l’assenza').waitFor();
      await checkPage(page, at('calling it off'));
      await hands.press(button(page, 'Sì, annulla l’assenza'));
      await page.locator('.ded-toast').filter({ hasText: 'Assenza annullata' }).waitFor();
    }));

    test('somebody is verified at the counter', () => visit(town.base, { name: `verify-${width}`, width }, async (page) => {
      const hands = handsFor(page);
      await signIn(page, town.signIn('operator'));
      const name = town.signIn('citizen').name;
      await go(page, '/segreteria/verifiche');
      await hands.fill(page.locator('main #q'), name);
      await hands.press(button(page, 'Cerca'));
      await page.locator('main .ded-table a').first().waitFor();
      await checkPage(page, at('found at the counter'));
      await hands.press(page.locator('main').getByRole('link', { name: `Verifica ${name}` }));
      await page.locator('#codice').waitFor();
      await hands.press(button(page, 'Verifica questa persona'));
      await page.locator('.ded-errors').waitFor();
      await checkPage(page, at('verifying with faults'));
      assert.equal(await page.locator('#codice').getAttribute('aria-invalid'), 'true');
    }));

    test('a key for a program is shown once, and taken back', () => visit(town.base, { name: `keys-${width}`, width }, async (page) => {
      const hands = handsFor(page);
      await signIn(page, town.signIn('citizen'));
      await go(page, '/io/chiavi');
      await checkPage(page, at('keys'));
      await hands.fill(page.locator('#nome'), 'Telefono');
      await hands.press(button(page, 'Crea la chiave'));
      const key = await page.locator('.ded-code').innerText();
      assert.match(key, /^ded_[\w-]{43}$/);
      await checkPage(page, at('a new key'));
      await go(page, '/io/chiavi');
      assert.ok(!(await page.content()).includes(key), 'the key is not shown again');
      await hands.press(page.locator('main').getByRole('button', { name: 'Ritira Telefono' }).first());
      await page.locator('.ded-toast').filter({ hasText: 'Chiave ritirata' }).waitFor();
    }));

    test('who keeps the system breaks the glass, and everybody sees it', () => visit(town.base, { name: `glass-${width}`, width }, async (page) => {
      const hands = handsFor(page);
      await signIn(page, town.signIn('system administrator'));
      await go(page, '/amministrazione/persone');
      await hands.press(page.locator('main .ded-table tbody th a').first());
      await hands.press(page.locator('main').getByRole('link', { name: 'Riservato' }));
      await page.locator('#motivo').waitFor();
      await checkPage(page, at('the whole glass'));
      await hands.fill(page.locator('#motivo'), 'Prova della procedura d’emergenza');
      await hands.press(button(page, 'Rompi il vetro'));
      await page.getByRole('heading', { name: /^Riservato: / }).waitFor();
      await checkPage(page, at('what is confidential'));
      await go(page, '/amministrazione/vetro');
      await checkPage(page, at('the broken glass'));
      await hands.press(button(page, 'Richiudi adesso'));
      await page.locator('.ded-toast').filter({ hasText: 'di nuovo intero' }).waitFor();
    }));
  });
}
