// Communities and one's own square: found, joined, written in, kept; what one follows arrives, and a bar says so.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { NARROW, WIDE, answerOf, closeBrowser, go, shot, visit } from './lib/browser.mjs';
import { checkPage } from './lib/checks.mjs';
import { signIn } from './lib/hands.mjs';
import { startTown } from './lib/town.mjs';

let town;
before(async () => { town = await startTown(); });
after(async () => {
  await closeBrowser();
  await town?.stop();
});

const button = (page, name) => page.locator('main').getByRole('button', { name });
const toast = (page) => page.locator('.ded-toast--ok');

for (const width of [WIDE, NARROW]) {
  test(`a visitor looks around the communities at ${width} px`, () => visit(town.base, { width, name: 'communities-visitor' }, async (page) => {
    await go(page, '/comunita');
    await checkPage(page, 'the communities');
    await shot(page, 'communities');
    await page.locator('#q').fill('bici');
    await button(page, 'Filtra').click();
    await page.waitForURL(/q=bici/);
    await page.getByRole('link', { name: 'Termini in bici' }).click();
    await page.getByRole('heading', { level: 1, name: 'Termini in bici' }).waitFor();
    await checkPage(page, 'an open community');
    await shot(page, 'community');
    await page.getByRole('link', { name: 'Tutte le persone' }).click();
    await checkPage(page, 'its people');
    await go(page, '/comunita/mamme_e_papa');
    await checkPage(page, 'a closed door');
    await go(page, '/comunita?q=niente+di+niente');
    await checkPage(page, 'nothing found');
    await go(page, '/comunita/nessuna', 404);
  }));

  test(`a verified person founds a community and keeps it at ${width} px`, () => visit(town.base, { width, name: 'communities-keeper' }, async (page) => {
    await signIn(page, town.signIn('verified citizen'));
    await go(page, '/comunita/nuova');
    await checkPage(page, 'an empty form');
    await page.locator('#nome').fill('Ufficio dei vicini');
    await page.locator('#nickname').fill(`vicini_${width}`);
    await page.locator('#scopo').fill('Chi abita in via San Marco e si vuole dare una mano.');
    await page.locator('input[name=tipo][value=listed]').check();
    await page.locator('#argomento').selectOption({ label: 'Quartiere' });
    await button(page, 'Fonda la comunità').click();
    await page.locator('.ded-errors').waitFor();
    assert.equal(answerOf(page).status(), 422);
    assert.match(await page.locator('#scopo').inputValue(), /via San Marco/);
    await checkPage(page, 'a form with a fault');
    await page.locator('#nome').fill(`Vicini di via San Marco ${width}`);
    await button(page, 'Fonda la comunità').click();
    await toast(page).waitFor();
    await checkPage(page, 'a new community');

    // ---- writing: the form says who will read it
    await page.getByRole('link', { name: 'Scrivi alla comunità' }).click();
    await page.getByText(`Lo leggono solo i membri di Vicini di via San Marco ${width}`).waitFor();
    await checkPage(page, 'the form for a community');
    await shot(page, 'community-compose');
    await page.locator('#testo').fill('Chi ha una scala lunga da prestare?');
    await button(page, 'Pubblica').click();
    await toast(page).waitFor();
    await page.getByText('solo membri').first().waitFor();
    await checkPage(page, 'a post for members');
    await button(page, 'Tieni in alto per 7 giorni').click();
    await toast(page).waitFor();

    // ---- people and files
    await go(page, `/comunita/vicini_${width}/persone`);
    await page.locator('#chi').fill('@anna_livigni');
    await button(page, 'Invita').click();
    await toast(page).waitFor();
    await checkPage(page, 'the people, kept');
    await shot(page, 'community-people');
    await go(page, `/comunita/vicini_${width}/file`);
    await page.locator('#nome').fill('Orari della scala');
    await page.locator('#file').setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\nprova') });
    await button(page, 'Carica').click();
    await toast(page).waitFor();
    await checkPage(page, 'the files');
    await page.getByRole('link', { name: /^Togli/ }).click();
    await checkPage(page, 'the question before a file goes');
    await go(page, `/comunita/vicini_${width}/impostazioni`);
    await checkPage(page, 'the settings');
    await go(page, `/comunita/vicini_${width}/uscita`);
    await checkPage(page, 'the question before leaving');
    await go(page, `/comunita/vicini_${width}`);
    await checkPage(page, 'a community with a post on top');
    await shot(page, 'community-kept');
  }));

  test(`what one follows arrives in one's own square at ${width} px`, () => visit(town.base, { width, name: 'communities-square' }, async (page) => {
    await signIn(page, town.signIn('citizen'));
    await go(page, '/post/nuovo');
    await page.locator('#testo').fill(`Prima o poi lo scrivo (${width})`);
    await button(page, 'Salva la bozza').click();
    await toast(page).waitFor();
    await go(page, '/');
    await page.getByRole('heading', { name: 'La mia piazza' }).waitFor();
    const lively = page.getByRole('region', { name: 'Comunità vive questa settimana' });
    assert.ok(await lively.locator('article h3 a').count() > 0, 'the demo town has communities that are alive');
    const waits = page.getByRole('navigation', { name: 'Ti aspetta' });
    await waits.getByRole('link', { name: /bozz[ae] da finire/ }).waitFor();
    await checkPage(page, 'the home of somebody signed in');
    await shot(page, 'home-mine');
    await go(page, '/pagine/museo');
    await page.locator('main').getByRole('button', { name: /^Segui Museo/ }).click();
    await toast(page).waitFor();
    await checkPage(page, 'a page that is followed');
    await page.locator('main').getByRole('button', { name: /^Segui già/ }).click();
    await toast(page).waitFor();
    await go(page, '/io/seguiti');
    await checkPage(page, 'what is followed');
    await shot(page, 'followed');
    await go(page, '/io/richieste');
    await checkPage(page, 'who follows');
    await go(page, '/persone/toto_guarino');
    await page.locator('main summary', { hasText: 'Altro' }).click();
    await checkPage(page, 'a profile with its menu');
    await button(page, 'Metti in silenzio').click();
    await toast(page).waitFor();
    await checkPage(page, 'who is muted');
    await button(page, /^Togli il silenzio/).click();
    await go(page, '/persone/toto_guarino/blocco');
    await checkPage(page, 'the question before a block');

    await go(page, '/io/piazza');
    await checkPage(page, 'the own square');
    await shot(page, 'square');
    await visit(town.base, { width, name: 'communities-other' }, async (other) => {
      await signIn(other, town.signIn('verified citizen'));
      await go(other, '/post/nuovo?comunita=carnevale');
      await other.locator('#testo').fill(`Chi ha visto il drago? (${width})`);
      await button(other, 'Pubblica').click();
      await toast(other).waitFor();
    });
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.locator('.ded-new').waitFor();
    await checkPage(page, 'a bar with a new post');
    await shot(page, 'square-new');
    await page.locator('.ded-new').click();
    await page.getByText(`Chi ha visto il drago? (${width})`).first().waitFor();
  }));

  test(`the whole square, by who speaks, with a bar of news at ${width} px`, () => visit(town.base, { width, name: `town-${width}` }, async (page) => {
    const chip = (name) => page.locator('main .ded-chips').getByRole('link', { name, exact: true });
    await go(page, '/');
    await page.locator('main').getByRole('link', { name: 'Tutta la piazza' }).click();
    await page.getByRole('heading', { level: 1, name: 'Tutta la piazza' }).waitFor();
    await checkPage(page, 'the whole square');
    await shot(page, 'town');
    assert.equal(await chip('Tutti').getAttribute('aria-current'), 'true');
    await page.locator('main').getByRole('link', { name: 'Più vecchi' }).click();
    await checkPage(page, 'the whole square, further on');
    assert.equal(await page.locator('[data-news]').count(), 0, 'what is older does not ask for news');
    await chip('Pagine').click();
    await checkPage(page, 'what pages say');
    await chip('Persone').click();
    assert.equal(await chip('Persone').getAttribute('aria-current'), 'true');
    await checkPage(page, 'what people say');
    await shot(page, 'town-people');

    const words = `Qualcuno ha trovato un mazzo di chiavi al molo? (${width})`;
    await visit(town.base, { width, name: 'town-other' }, async (other) => {
      await signIn(other, town.signIn('verified citizen'));
      await go(other, '/post/nuovo');
      await other.locator('#testo').fill(words);
      await button(other, 'Pubblica').click();
      await toast(other).waitFor();
    });
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.locator('.ded-new').waitFor();
    await checkPage(page, 'the whole square with a bar of news');
    await shot(page, 'town-new');
    await page.locator('.ded-new').click();
    await page.getByText(words).first().waitFor();
    assert.equal(await chip('Persone').getAttribute('aria-current'), 'true', 'the choice stays');
  }));
}

test('without a script the square has a plain link, and following works', () => visit(town.base, { javaScript: false, name: 'communities-plain' }, async (page) => {
  await signIn(page, town.signIn('operator'));
  await go(page, '/io/piazza');
  await page.getByRole('link', { name: 'Vedi se c’è altro' }).click();
  await checkPage(page, 'the square without a script');
  await go(page, '/comunita/himera');
  await button(page, 'Entra').click();
  await toast(page).waitFor();
}));

test('administration closes a community after a question, with its reason', () => visit(town.base, { name: 'communities-admin' }, async (page) => {
  await signIn(page, town.signIn('system administrator'));
  await go(page, '/amministrazione/comunita');
  await checkPage(page, 'all communities');
  await shot(page, 'admin-communities');
  await page.getByRole('link', { name: 'Chiudi Commercio in centro' }).click();
  await checkPage(page, 'the question before closing');
  await page.locator('#motivo').fill('Vendita di biglietti falsi');
  await button(page, 'Chiudi').click();
  await toast(page).waitFor();
  await go(page, '/comunita/commercio_in_centro', 404);
  await go(page, '/amministrazione/comunita');
  await button(page, /^Riapri/).click();
  await toast(page).waitFor();
}));
