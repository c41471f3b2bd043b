// Appointments in a browser: five steps without an account, moving and calling off by the private link, the day at the counter
// with the waiting room's wall, the calendar; at both widths, with the keyboard alone at the narrow one, and without script.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { NARROW, WIDE, closeBrowser, go, shot, visit } from './lib/browser.mjs';
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
const title = (page, number) => page.locator('.ded-steps [aria-current]', { hasText: `Passo ${number} di 5` }).waitFor();

/** The five steps; `look` is called at each. */
async function book(page, hands, look, mail) {
  await go(page, '/prenotazioni?cosa=carta-identita');
  await look('place');
  assert.equal(await page.locator('input[name=cosa]:checked').inputValue(), 'carta-identita', 'the card of the service has chosen');
  await hands.press(button(page, 'Scegli data e orario'));
  await title(page, 2);
  await look('time');
  await hands.press(button(page, 'Vai ai dettagli'));
  await page.locator('.ded-errors').waitFor();
  await look('time with a fault');
  await hands.press(page.locator('.ded-free-days a').nth(1));
  await page.waitForURL(/giorno=/);
  await look('another day');
  await hands.tick(page.locator('input[name=quando]').first());
  await hands.press(button(page, 'Vai ai dettagli'));
  await title(page, 3);
  await look('details');
  assert.equal(await page.locator('#motivo').inputValue(), 'Carta d’identità elettronica');
  await hands.press(button(page, 'Vai al richiedente'));
  await page.locator('.ded-errors').waitFor();
  await look('details with a fault');
  await hands.fill(page.locator('#dettagli'), 'Scade a marzo');
  await hands.press(button(page, 'Vai al richiedente'));
  await title(page, 4);
  await look('applicant');
  await hands.fill(page.locator('#nome'), 'Anna');
  await hands.fill(page.locator('#cognome'), 'D’Amico');
  await hands.fill(page.locator('#email'), 'anna');
  await hands.press(button(page, 'Vai al riepilogo'));
  await page.locator('.ded-errors').waitFor();
  await look('applicant with a fault');
  assert.equal(await page.locator('#cognome').inputValue(), 'D’Amico', 'what was typed stays');
  await hands.fill(page.locator('#email'), mail);
  await hands.press(button(page, 'Vai al riepilogo'));
  await title(page, 5);
  await look('summary');
  await hands.press(button(page, 'Prenota'));
  await page.getByRole('heading', { name: 'Appuntamento confermato' }).waitFor();
  await look('confirmed');
}

for (const width of [WIDE, NARROW]) {
  const handsFor = width === WIDE ? pointer : keyboard;
  const at = (label) => `${label} at ${width}`;

  describe(`appointments at ${width} px`, () => {
    test('somebody without an account books, moves and calls off', () => visit(town.base, { name: `booking-${width}`, width }, async (page) => {
      const hands = handsFor(page);
      await book(page, hands, async (label) => {
        await checkPage(page, at(label));
        await shot(page, `booking-${label}`);
      }, `anna${width}@example.org`);
      const file = await page.request.get(await page.getByRole('link', { name: 'Aggiungi al tuo calendario' }).getAttribute('href'));
      assert.match(await file.text(), /^BEGIN:VCALENDAR\r\n[^]*SUMMARY:Carta d’identità elettronica\\, Sportello anagrafe/);
      // back in the history: the same booking, no second one
      const mine = page.url();
      await page.goBack();
      await page.goForward();
      assert.equal(page.url(), mine);

      await hands.press(page.locator('main').getByRole('link', { name: 'Sposta', exact: true }));
      await page.getByRole('heading', { name: 'Sposta l’appuntamento' }).waitFor();
      await checkPage(page, at('moving'));
      await hands.tick(page.locator('input[name=quando]').first());
      await hands.press(button(page, 'Sposta qui'));
      await page.locator('.ded-toast').filter({ hasText: 'Appuntamento spostato' }).waitFor();
      await hands.press(page.locator('main').getByRole('link', { name: 'Annulla l’appuntamento' }));
      await button(page, 'Sì, annulla').waitFor();
      await checkPage(page, at('calling off'));
      await hands.press(button(page, 'Sì, annulla'));
      await page.getByRole('heading', { name: 'Appuntamento annullato' }).waitFor();
      await checkPage(page, at('called off'));
    }));

    test('the same without script', () => visit(town.base, { name: `booking-plain-${width}`, width, javaScript: false }, async (page) => {
      await book(page, pointer(page), async (label) => {
        if (label === 'time' || label === 'summary') await checkPage(page, at(`${label} without script`));
      }, `bruno${width}@example.org`);
    }));

    test('the counter calls by number and the wall follows', () => visit(town.base, { name: `counter-${width}`, width }, async (page) => {
      const hands = handsFor(page);
      await signIn(page, town.signIn('operator'));
      await go(page, `/segreteria/prenotazioni?sportello=${width === WIDE ? 2 : 3}`);
      await checkPage(page, at('the day'));
      await shot(page, 'booking-day');
      const wall = await page.context().newPage();
      await wall.goto('/sala/sportello-urp');
      await checkPage(wall, at('the wall'));
      const before = await wall.locator('#sala').getAttribute('data-mark');
      await hands.press(page.locator('main').getByRole('button', { name: /^Chiama / }).filter({ hasNotText: 'prossimo' }).first());
      await page.locator('.ded-tag', { hasText: 'chiamato' }).first().waitFor();
      await wall.locator('.ded-room-counter', { hasText: `sportello ${width === WIDE ? 2 : 3}` }).waitFor();
      await shot(wall, 'booking-wall');
      await checkPage(wall, at('the wall after a call'));
      assert.equal(await wall.locator('#sala').getAttribute('data-mark'), before, 'the page was not loaded again');
      await checkPage(page, at('the day after a call'));

      await go(page, '/segreteria/prenotazioni/nuova?cosa=aiuto-servizi-in-rete');
      await checkPage(page, at('at the counter'));
      await hands.press(button(page, 'Prenota'));
      await page.locator('.ded-errors').waitFor();
      await checkPage(page, at('at the counter with faults'));
      await hands.tick(page.locator('input[name=quando]').first());
      await hands.fill(page.locator('#nome'), 'Rosa');
      await hands.fill(page.locator('#cognome'), 'Lo Presti');
      await hands.press(button(page, 'Prenota'));
      await page.locator('.ded-table', { hasText: 'Rosa Lo Presti' }).waitFor();
    }));

    test('a head keeps the calendar and what can be booked', () => visit(town.base, { name: `keep-${width}`, width }, async (page) => {
      const hands = handsFor(page);
      await signIn(page, town.signIn('system administrator'));
      await go(page, '/amministrazione/calendario');
      await checkPage(page, at('calendar'));
      await shot(page, 'booking-calendar');
      await hands.press(button(page, 'Aggiungi la chiusura'));
      await page.locator('.ded-errors').waitFor();
      await checkPage(page, at('calendar with faults'));
      await page.locator('#dal').fill(width === WIDE ? '2028-08-14' : '2028-08-16');
      await hands.fill(page.locator('#motivo'), 'disinfestazione');
      await hands.press(button(page, 'Aggiungi la chiusura'));
      await page.locator('.ded-toast').filter({ hasText: 'Chiusura aggiunta' }).waitFor();
      await hands.press(page.locator('main').getByRole('button', { name: /^Togli disinfestazione/ }).first());
      await page.locator('.ded-toast').filter({ hasText: 'Chiusura tolta' }).waitFor();
      await checkPage(page, at('a closure taken away'));
      await hands.press(button(page, 'Rimetti com’era'));
      await page.locator('.ded-toast').filter({ hasText: 'Chiusura rimessa' }).waitFor();

      await go(page, '/amministrazione/prenotazioni');
      await checkPage(page, at('places'));
      await go(page, '/amministrazione/prenotazioni/luoghi/nuovo');
      await checkPage(page, at('a new place'));
      await go(page, '/amministrazione/prenotazioni');
      await hands.press(page.locator('main').getByRole('link', { name: 'Carta d’identità elettronica' }));
      await page.locator('#minuti').waitFor();
      await checkPage(page, at('a thing'));
    }));
  });
}
