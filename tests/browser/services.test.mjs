// Services: somebody finds one and knows what to bring, an office writes, previews and publishes one; at both widths, with the
// keyboard alone at the narrow one, and without script.
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
const link = (page, name) => page.locator('main').getByRole('link', { name, exact: true });

for (const width of [WIDE, NARROW]) {
  const handsFor = width === WIDE ? pointer : keyboard;
  const at = (label) => `${label} at ${width}`;

  describe(`services at ${width} px`, () => {
    for (const javaScript of [true, false]) {
      const how = javaScript ? '' : ', without script';
      test(`somebody finds a service and what to bring${how}`, () => visit(town.base, { name: `service-${width}-${javaScript}`, width, javaScript }, async (page) => {
        const hands = javaScript ? handsFor(page) : pointer(page);
        await go(page, '/servizi');
        await checkPage(page, at(`the catalogue${how}`));
        if (javaScript) await shot(page, 'services');
        await hands.fill(page.locator('main #q'), 'carta identità');
        await hands.press(page.locator('main form[role=search] button[type=submit]'));
        await page.locator('.ded-results a').first().waitFor();
        await checkPage(page, at(`what was found${how}`));
        await hands.press(link(page, 'Carta d’identità elettronica'));
        await page.locator('[data-element=service-needed]').waitFor();
        await checkPage(page, at(`a card${how}`));
        if (javaScript) await shot(page, 'service');
        await page.locator('#serve-2').check();
        await checkPage(page, at(`a card with a tick${how}`));
        await hands.press(link(page, 'Apri il foglio da stampare'));
        await page.getByRole('heading', { name: /^Cosa serve: / }).waitFor();
        await checkPage(page, at(`the sheet${how}`));
      }));
    }

    test('the guide leads from what happens to a service', () => visit(town.base, { name: `guide-${width}`, width, javaScript: false }, async (page) => {
      await go(page, '/servizi/guida');
      await checkPage(page, at('the first question'));
      await shot(page, 'guide');
      await link(page, 'Nasce o arriva un figlio').click();
      await page.getByText('Domanda 2 di 3').waitFor();
      await checkPage(page, at('the second question'));
      await link(page, 'Famiglie con figli').click();
      await page.getByText('Domanda 3 di 3').waitFor();
      await link(page, 'Non lo so, mostrami tutto').click();
      await page.locator('.ded-results a').first().waitFor();
      await checkPage(page, at('the services'));
      assert.ok((await page.locator('.ded-results').innerText()).includes('Asilo nido comunale'));
    }));

    test('a suspended service says why', () => visit(town.base, { name: `suspended-${width}`, width }, async (page) => {
      await go(page, '/servizi/posto-al-mercato');
      await page.getByText('Nei giorni di Carnevale il mercato non si fa').waitFor();
      await checkPage(page, at('a suspended service'));
      await go(page, '/servizi/eventi/avvio-impresa');
      await checkPage(page, at('a life event'));
      await go(page, '/servizi?q=unicorno');
      await checkPage(page, at('nothing found'));
    }));

    for (const javaScript of [true, false]) {
      const how = javaScript ? '' : ', without script';
      test(`an office writes, previews and publishes a card${how}`, () => visit(town.base, { name: `editor-${width}-${javaScript}`, width, javaScript }, async (page) => {
        const hands = javaScript ? handsFor(page) : pointer(page);
        await signIn(page, town.signIn('manager'));
        await go(page, '/amministrazione/servizi');
        await checkPage(page, at(`the office’s cards${how}`));
        if (javaScript) await shot(page, 'services-admin');
        await hands.press(link(page, 'Nuovo servizio'));
        await page.locator('#titolo').waitFor();
        await checkPage(page, at(`a new card${how}`));
        if (javaScript) await shot(page, 'service-editor');
        await hands.press(button(page, 'Salva e pubblica'));
        await page.locator('.ded-errors').waitFor();
        await checkPage(page, at(`a card with faults${how}`));
        const code = `X-${width}-${javaScript ? 1 : 2}`;
        const title = `Prova d’ufficio ${code}`;
        await hands.fill(page.locator('#titolo'), title);
        await hands.fill(page.locator('#codice'), code);
        await hands.fill(page.locator('#sintesi'), 'Una prova che si capisce da sola.');
        const office = await page.locator('#ufficio option').evaluateAll((all) => all.map((one) => one.value).find(Boolean));
        await page.locator('#ufficio').selectOption(office);
        await page.locator('#categoria').selectOption('ambiente');
        for (const [name, text] of [['a-chi', 'Chi prova.'], ['come-fare', 'Si prova.'], ['cosa-serve', 'Pazienza | poca'], ['cosa-si-ottiene', 'Una prova.'],
          ['costo', 'Gratis.'], ['tempi', 'È subito.'], ['standard', 'Attesa | 5 | minuti']]) await page.locator(`#${name}`).fill(text);
        for (const box of ['#voce-canali-sportello', '#voce-destinatari-cittadini', '#voce-azioni-aiuto']) await hands.tick(page.locator(box));
        if (!await page.locator('#argomenti details').evaluate((one) => one.open)) await page.locator('#argomenti summary').click();
        await page.locator('#voce-argomenti-acqua').check();
        await hands.press(button(page, 'Anteprima'));
        await page.getByText('Non abbiamo ancora salvato niente').waitFor();
        await checkPage(page, at(`the preview${how}`));
        await hands.press(button(page, 'Continua a scrivere'));
        await page.locator('#titolo').waitFor();
        assert.equal(await page.locator('#titolo').inputValue(), title);
        assert.ok(await page.locator('#voce-argomenti-acqua').isChecked());
        await hands.press(button(page, 'Salva e pubblica'));
        await page.locator('.ded-toast').filter({ hasText: 'Scheda pubblicata' }).waitFor();
        await checkPage(page, at(`a published card in the editor${how}`));
        await hands.press(link(page, 'Versioni della scheda'));
        await page.locator('main .ded-table').waitFor();
        await checkPage(page, at(`its versions${how}`));
        await page.goBack();
        await hands.press(link(page, 'Sospendi il servizio'));
        await page.locator('#motivo').waitFor();
        await checkPage(page, at(`suspending${how}`));
        await hands.fill(page.locator('#motivo'), 'È solo una prova.');
        await hands.press(button(page, 'Sospendi il servizio'));
        await page.locator('.ded-toast').filter({ hasText: 'Servizio sospeso' }).waitFor();
      }));
    }

    test('versions are compared, a file is planned', () => visit(town.base, { name: `compare-${width}`, width }, async (page) => {
      const hands = handsFor(page);
      await signIn(page, town.signIn('system administrator'));
      await go(page, '/servizi/mensa-scolastica/versioni');
      await checkPage(page, at('three versions'));
      await go(page, '/servizi/mensa-scolastica/versioni/confronto?da=1&a=3');
      await checkPage(page, at('two versions beside each other'));
      await shot(page, 'service-compare');
      await go(page, '/servizi/mensa-scolastica/versioni/1');
      await checkPage(page, at('an older version'));
      await go(page, '/amministrazione/servizi/importazione');
      await checkPage(page, at('the import'));
      await hands.fill(page.locator('#testo'), 'codice,titolo,ufficio\nIS-01,Mensa scolastica,istruzione\nQ-1,,cultura');
      await hands.press(button(page, 'Mostra che cosa cambierebbe'));
      await page.getByText('C’è una riga da correggere').waitFor();
      await checkPage(page, at('a plan with faults'));
      await shot(page, 'service-plan');
    }));
  });
}
