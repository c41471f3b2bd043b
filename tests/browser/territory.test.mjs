// The map and a place in a form: with a mouse, with the keyboard alone, with one's own position, without script; and the imports that
// everything comes from.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { NARROW, WIDE, answerOf, closeBrowser, go, shot, tabTo, visit } from './lib/browser.mjs';
import { checkAxe, checkPage } from './lib/checks.mjs';
import { signIn } from './lib/hands.mjs';
import { startTown } from './lib/town.mjs';

let town, folder;
before(async () => {
  [town, folder] = await Promise.all([startTown(), mkdtemp(join(tmpdir(), 'dedalus-strade-'))]);
});
after(async () => {
  await closeBrowser();
  await town?.stop();
  if (folder) await rm(folder, { recursive: true, force: true });
});

const field = (page) => page.locator('#luogo');
const said = (page) => page.locator('[data-said]');
const pin = (page) => page.locator('.ded-live-pin');
const point = (page) => page.evaluate(() => ['lat', 'lon'].map((name) => Number(document.querySelector(`[name=${name}]`).value)));
const button = (page, name) => page.locator('main').getByRole('button', { name });
const mapIsThere = async (page) => {
  await page.locator('.ded-live').scrollIntoViewIfNeeded();
  await page.locator('.ded-live--on .leaflet-tile-loaded').first().waitFor();
};

for (const width of [WIDE, NARROW]) {
  test(`somebody finds an address and moves the pin at ${width}`, () => visit(town.base, { width, name: `map-${width}` }, async (page) => {
    await go(page, '/mappa');
    await page.getByRole('heading', { level: 1, name: 'Mappa' }).waitFor();
    await mapIsThere(page);
    await checkPage(page, 'the map');
    await shot(page, 'map');

    // ---- a combobox: typing errors are forgiven, arrows walk, Enter takes
    await field(page).fill('via garibladi 7');
    const list = page.getByRole('listbox');
    await list.waitFor();
    assert.match(await said(page).textContent(), /Indirizzi trovati: \d/);
    await page.keyboard.press('ArrowDown');
    assert.equal(await field(page).getAttribute('aria-activedescendant'), 'luogo-elenco-0');
    await checkAxe(page, 'the list of addresses');
    await shot(page, 'map-list');
    await page.keyboard.press('Enter');
    await list.waitFor({ state: 'hidden' });
    assert.equal(await field(page).inputValue(), 'Via Garibaldi 7');
    assert.match(await said(page).textContent(), /Punto scelto: Via Garibaldi 7/);
    await pin(page).waitFor();
    await checkAxe(page, 'a pin on the map');

    // ---- the pin by arrow keys; the words that were found follow it
    const first = await point(page);
    await pin(page).focus();
    for (let steps = 0; steps < 3; steps++) await page.keyboard.press('Shift+ArrowRight');
    await page.waitForFunction(([, lon]) => Number(document.querySelector('[name=lon]').value) > lon + 0.0002, first);
    const second = await point(page);
    assert.equal(second[0], first[0], 'the right arrow moves to the east alone');
    await page.keyboard.press('Shift+ArrowUp');
    await page.waitForFunction(([lat]) => Number(document.querySelector('[name=lat]').value) > lat, second);

    // ---- and by a tap on the map, then gone again
    const box = await page.locator('.ded-live').boundingBox();
    await page.locator('.ded-live').click({ position: { x: box.width / 2, y: box.height - 60 } });
    await page.waitForFunction(([lat]) => Number(document.querySelector('[name=lat]').value) < lat, second);
    await checkAxe(page, 'after a tap on the map');
    await page.getByRole('button', { name: 'Avvicina' }).click();
    await page.getByRole('button', { name: 'Allontana' }).click();
    await checkAxe(page, 'after the zoom');
    await button(page, 'Togli il punto').click();
    await pin(page).waitFor({ state: 'detached' });
    assert.deepEqual(await point(page), [0, 0]);

    // ---- a layer is shown, and read as a list
    await page.getByRole('checkbox', { name: 'Quartieri' }).check();
    await page.locator('path.ded-live-area').first().waitFor();
    await checkAxe(page, 'with the districts');
    await shot(page, 'map-districts');
    await page.getByRole('link', { name: 'Quartieri: elenco' }).click();
    await page.getByRole('link', { name: 'Città alta' }).click();
    await page.getByRole('heading', { level: 2, name: /Via|Vicolo|Salita|Corso|Piazza|Serpentina|Belvedere|Largo/ }).waitFor();
    await checkPage(page, 'a district on the map');
  }));

  test(`an address without script at ${width}`, () => visit(town.base, { width, javaScript: false, name: `map-plain-${width}` }, async (page) => {
    await go(page, '/mappa');
    const drawing = page.locator('.ded-live img');
    assert.ok(await drawing.evaluate(async (image) => { await image.decode(); return image.naturalWidth > 100; }), 'the drawing is a picture');
    for (const name of ['Usa la mia posizione', 'Togli il punto']) assert.equal(await page.getByText(name).isVisible(), false, `${name} needs a script`);
    await field(page).fill('garibladi 7');
    await button(page, 'Cerca l’indirizzo').click();
    await page.getByRole('group', { name: 'Quale di questi?' }).waitFor();
    assert.equal(await field(page).inputValue(), 'garibladi 7');
    await checkPage(page, 'choices without script');
    await shot(page, 'map-plain-choices');
    await page.getByRole('radio').first().check();
    await button(page, 'Mostra sulla mappa').click();
    await page.getByRole('heading', { level: 2, name: 'Via Garibaldi 7' }).waitFor();
    await checkPage(page, 'the place without script');
    await shot(page, 'map-plain');
    // ---- outside the town: kindly, beside the field
    await go(page, '/mappa?luogo=Palermo&lat=38.115&lon=13.361', 422);
    await page.locator('#luogo-errore').waitFor();
    await checkPage(page, 'outside the town');
    await go(page, '/mappa/indirizzi?q=via+roma');
    await page.getByRole('link', { name: 'Via Roma', exact: true }).waitFor();
    await checkPage(page, 'addresses');
  }));
}

test('the keyboard alone reaches everything on the map', () => visit(town.base, { name: 'map-keys' }, async (page) => {
  await go(page, '/mappa');
  await tabTo(page, field(page));
  await page.keyboard.type('piazza duomo');
  await page.getByRole('listbox').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('listbox').waitFor({ state: 'hidden' });
  await page.locator('.ded-live').scrollIntoViewIfNeeded();
  await page.locator('.ded-live--on').waitFor();
  // Enter on the map sets the pin in its middle and leads there; the words of one's own stay
  await tabTo(page, page.locator('.ded-live'));
  await page.keyboard.press('Enter');
  await pin(page).waitFor();
  await page.waitForFunction(() => document.activeElement.classList.contains('ded-live-pin'));
  await page.waitForFunction(() => /Punto scelto/.test(document.querySelector('[data-said]').textContent));
  assert.equal(await field(page).inputValue(), 'piazza duomo');
  await tabTo(page, page.getByRole('button', { name: 'Avvicina' }));
}));

test('one’s own position: given, outside, denied', async () => {
  await visit(town.base, { width: NARROW, name: 'map-position' }, async (page) => {
    await page.context().grantPermissions(['geolocation']);
    await page.context().setGeolocation({ latitude: 37.9847, longitude: 13.6963, accuracy: 10 });
    await go(page, '/mappa');
    await button(page, 'Usa la mia posizione').click();
    await page.waitForFunction(() => /Punto scelto/.test(document.querySelector('[data-said]').textContent));
    const [lat, lon] = await point(page);
    assert.deepEqual([lat, lon], [37.9847, 13.6963]);
    assert.ok((await field(page).inputValue()).length > 4, 'the nearest address is written into the field');
    await mapIsThere(page);
    await pin(page).waitFor();
    await button(page, 'Mostra sulla mappa').click();
    await page.locator('#qui').waitFor();
    await checkPage(page, 'near one’s own position');
    await page.context().setGeolocation({ latitude: 45.46, longitude: 9.19, accuracy: 10 });
    await button(page, 'Usa la mia posizione').click();
    await page.waitForFunction(() => /fuori dal nostro Comune/.test(document.querySelector('[data-said]').textContent));
    assert.deepEqual(await point(page), [0, 0]);
  });
  await visit(town.base, { width: NARROW, name: 'map-denied' }, async (page) => {
    await page.context().clearPermissions();
    await go(page, '/mappa');
    await page.evaluate(() => { navigator.geolocation.getCurrentPosition = (_, refused) => refused({ code: 1 }); });
    await button(page, 'Usa la mia posizione').click();
    await page.waitForFunction(() => /non ha il permesso/.test(document.querySelector('[data-said]').textContent));
    await checkAxe(page, 'the position was denied');
  });
});

test('the map’s code comes only where a map comes into view', () => visit(town.base, { name: 'map-code' }, async (page) => {
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await go(page, '/uffici');
  await page.waitForLoadState('networkidle');
  assert.ok(!asked.some((path) => /leaflet|\/map\.|\/place\./.test(path)), 'no map code without a map');
  await page.setViewportSize({ width: NARROW, height: 300 });
  await go(page, '/mappa');
  await page.waitForLoadState('networkidle');
  assert.ok(asked.some((path) => /\/place\./.test(path)) && !asked.some((path) => /leaflet/.test(path)), 'the map is below: not yet');
  await mapIsThere(page);
  assert.ok(asked.some((path) => /leaflet/.test(path)));
}));

for (const width of [WIDE, NARROW]) {
  test(`the territory is imported and taken back at ${width}`, () => visit(town.base, { width, name: `ground-${width}` }, async (page) => {
    await signIn(page, town.signIn('system administrator'));
    await go(page, '/amministrazione/territorio');
    await checkPage(page, 'the territory in administration');
    await shot(page, 'ground');
    await page.getByRole('rowheader').getByRole('link', { name: 'Vie e numeri civici' }).click();
    await checkPage(page, 'a set of data');
    const faulty = join(folder, `rotto-${width}.csv`);
    const sound = join(folder, `strade-${width}.csv`);
    await writeFile(faulty, 'via;civico;lat;lon\nVia Prova;1;37.98;13.69\nVia Prova;due;37.98;13.69\n;3;37.98;13.69\n');
    await writeFile(sound, 'via;civico;lat;lon\nVia Prova;1;37.98;13.69\nVia Prova;2;37.9801;13.6902\nVia Altrove;3;45.46;9.19\n');
    await page.locator('#file').setInputFiles(faulty);
    await button(page, 'Carica e controlla').click();
    await page.locator('.ded-errors').waitFor();
    assert.equal(answerOf(page).status(), 422);
    await checkPage(page, 'a faulty file');
    await shot(page, 'ground-faults');
    await page.locator('#file').setInputFiles(sound);
    await button(page, 'Carica e controlla').click();
    await button(page, 'Importa 3 righe').waitFor();
    await page.getByText('è fuori dal confine').waitFor();
    await checkPage(page, 'the preview');
    await shot(page, 'ground-preview');
    await button(page, 'Importa 3 righe').click();
    await page.getByText('Questi dati sono in vigore').first().waitFor();
    await page.locator('main').getByRole('link', { name: 'Vie e numeri civici' }).last().click();
    await page.getByRole('link', { name: 'Annulla l’ultima importazione' }).click();
    await checkPage(page, 'the question before it is taken back');
    await button(page, 'Annulla l’importazione').click();
    await page.locator('.ded-toast--ok').waitFor();
    await checkPage(page, 'taken back');
    await go(page, '/mappa/indirizzi?q=via+garibaldi+7');
    await page.getByRole('link', { name: 'Via Garibaldi 7' }).waitFor();
  }));
}
