// The newsroom: one editor speaks as two pages, each time with a picture and its description; the audit knows who it was.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { NARROW, WIDE, answerOf, closeBrowser, go, openBrowser, visit } from './lib/browser.mjs';
import { checkPage } from './lib/checks.mjs';
import { signIn } from './lib/hands.mjs';
import { startTown } from './lib/town.mjs';

let town, folder, pictures;
before(async () => {
  town = await startTown();
  folder = await mkdtemp(join(tmpdir(), 'dedalus-pictures-'));
  pictures = { png: await draw('png'), jpeg: await draw('jpeg') };
});
after(async () => {
  await closeBrowser();
  await town?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A small picture, drawn by the browser: red below, blue above. */
async function draw(type) {
  const page = await (await openBrowser()).newPage();
  const data = await page.evaluate((kind) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 400 });
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#0a5c7a';
    pen.fillRect(0, 0, 640, 400);
    pen.fillStyle = '#b5482a';
    pen.fillRect(0, 220, 640, 180);
    return canvas.toDataURL(`image/${kind}`).split(',')[1];
  }, type);
  await page.close();
  const path = join(folder, `disegno.${type}`);
  await writeFile(path, Buffer.from(data, 'base64'));
  return path;
}

const PAGES = [
  { voice: 'biblioteca', name: 'Biblioteca Liciniana', width: WIDE, type: 'png', title: 'Un cortile dipinto dai bambini' },
  { voice: 'comune', name: 'Comune', width: NARROW, type: 'jpeg', title: 'Due colori per la facciata della scuola' },
];
const BODY = 'Venite a vedere **sabato mattina**.\n\n- portate i colori\n- portate gli amici';
const ALT = 'Un muro: sopra è blu, sotto è rosso';

for (const { voice, name, width, type, title } of PAGES) {
  test(`an editor posts as ${name} with a ${type} picture`, () => visit(town.base, { width, name: `post-as-${voice}` }, async (page) => {
    await signIn(page, town.signIn('editor'));
    await go(page, `/post/nuovo?come=${voice}`);
    assert.equal(await page.locator('#voce').inputValue(), voice);
    await checkPage(page, 'an empty form');
    await page.locator('#titolo').fill(title);
    await page.locator('#testo').fill(BODY);
    await page.locator('#evidenza').fill('2028-02-26');
    await page.getByLabel('Nessuno', { exact: true }).check();
    await page.locator('#immagini').setInputFiles(pictures[type]);
    await page.locator('.ded-preview img').waitFor();
    await checkPage(page, 'a picture is chosen');

    // ---- without words for who cannot see it: said beside the field, nothing is lost
    await page.getByRole('button', { name: 'Pubblica', exact: true }).click();
    await page.locator('.ded-errors').waitFor();
    assert.equal(answerOf(page).status(), 422);
    const alt = page.getByLabel(/^Descrizione/);
    assert.equal(await alt.getAttribute('aria-invalid'), 'true');
    const field = await alt.getAttribute('id');
    assert.match(await page.locator(`#${field}-errore`).innerText(), /Scrivi che cosa si vede/);
    assert.equal(await page.locator(`.ded-errors a[href="#${field}"]`).count(), 1);
    const kept = page.locator('.ded-photos img');
    assert.equal(await kept.count(), 1);
    assert.ok(await kept.evaluate((image) => image.decode().then(() => image.naturalWidth > 0)), 'the picture is kept and shown');
    const values = async () => [await page.locator('#voce').inputValue(), await page.locator('#titolo').inputValue(),
      (await page.locator('#testo').inputValue()).replaceAll('\r', ''), await page.locator('#evidenza').inputValue(),
      await page.getByLabel('Nessuno', { exact: true }).isChecked()];
    assert.deepEqual(await values(), [voice, title, BODY, '2028-02-26', true]);
    await checkPage(page, 'the form with its fault');

    // ---- a look before it is published
    await alt.fill(ALT);
    await page.getByRole('button', { name: 'Anteprima', exact: true }).click();
    await page.getByRole('heading', { name: 'Ecco come si vedrà' }).waitFor();
    assert.equal(await page.locator('#anteprima strong').innerText(), 'sabato mattina');
    assert.deepEqual(await values(), [voice, title, BODY, '2028-02-26', true]);
    assert.equal(await page.getByLabel(/^Descrizione/).inputValue(), ALT);
    await checkPage(page, 'a preview');
    await page.getByLabel('Tutti gli iscritti', { exact: true }).check();
    await page.getByRole('button', { name: 'Pubblica', exact: true }).click();
    await page.locator('.ded-toast').filter({ hasText: 'Pubblicato' }).waitFor();
    assert.equal(await page.locator('h1').innerText(), title);
    assert.equal(await page.locator('.ded-post header .ded-who a').first().innerText(), name);
    const picture = page.locator('.ded-gallery img');
    assert.equal(await picture.getAttribute('alt'), ALT);
    await picture.scrollIntoViewIfNeeded();
    assert.ok(await picture.evaluate((image) => image.decode().then(() => image.naturalWidth > 0)));
    await checkPage(page, 'the post');
    const media = await page.context().request.get(await picture.getAttribute('src'));
    assert.match(media.headers()['cache-control'], /immutable/);
  }));
}

test('the audit knows who spoke as which page', () => visit(town.base, { name: 'audit' }, async (page) => {
  await signIn(page, town.signIn('system administrator'));
  await go(page, '/amministrazione/registro');
  for (const { name, title } of PAGES) {
    const row = page.locator('tbody tr').filter({ hasText: title });
    assert.equal(await row.count(), 1, `one row for “${title}”`);
    const words = await row.innerText();
    assert.match(words, /messaggio pubblicato/i);
    assert.ok(words.includes('Elena Virga') && words.includes(`come ${name}`), words);
    await row.locator('summary').click();
    await row.locator('dl').waitFor();
  }
  await checkPage(page, 'audit with rows open');
}));

test('a file that is no picture is refused in words, and the texts stay', () => visit(town.base, { width: NARROW, name: 'no-picture' }, async (page) => {
  const fake = join(folder, 'finta.jpg');
  await writeFile(fake, 'questa non è una fotografia');
  await signIn(page, town.signIn('citizen'));
  await go(page, '/post/nuovo');
  await page.locator('#testo').fill('Guardate che mare stamattina.');
  await page.locator('#immagini').setInputFiles(fake);
  await page.getByRole('button', { name: 'Pubblica', exact: true }).click();
  await page.locator('.ded-errors').waitFor();
  assert.match(await page.locator('#immagini-errore').innerText(), /Immagine 1: non è un’immagine/);
  assert.equal(await page.locator('#testo').inputValue(), 'Guardate che mare stamattina.');
  await checkPage(page, 'a file that is no picture');
}));
