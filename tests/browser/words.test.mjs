// Words: three languages, searching, empty lists, and what one wrote: changed, taken away, put back.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { NARROW, WIDE, closeBrowser, go, visit } from './lib/browser.mjs';
import { checkPage } from './lib/checks.mjs';
import { signIn } from './lib/hands.mjs';
import { ROOT, startTown } from './lib/town.mjs';

let town, italian;
before(async () => {
  town = await startTown();
  italian = { en: await onlyItalian('en'), de: await onlyItalian('de') };
});
after(async () => {
  await closeBrowser();
  await town?.stop();
});

/** Sentences of the program without a variable in them, by key. */
async function sentences(language) {
  const folder = join(ROOT, 'crates', 'dedalus', 'locales', language);
  const found = new Map();
  for (const file of await readdir(folder)) {
    for (const [, key, value] of (await readFile(join(folder, file), 'utf8')).matchAll(/^([a-z][\w-]*) = ([^{}\n]+)$/gm)) found.set(key, value.trim());
  }
  return found;
}

/** Names of offices, pages and things to book of the demo town that topics of services or kinds of document happen to have, too. */
const NAMES = ['Anagrafe e stato civile', 'Protezione civile', 'Carta d’identità elettronica'];

/** Sentences that are Italian and nothing else. */
async function onlyItalian(language) {
  const [ours, theirs] = [await sentences('it'), await sentences(language)];
  const known = new Set(theirs.values());
  return [...ours].filter(([key, value]) => theirs.has(key) && value.length > 3 && !known.has(value) && !NAMES.includes(value)).map(([, value]) => value);
}

/** Everything a page says: its texts and what is said of its elements; not what is Italian by its mark, nor names of drawings. */
const saidOn = (page) => page.evaluate(() => {
  const said = [document.title.split(' · ')[0]];
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement.closest('script, style, [lang=it]:not(html), #copertina')) said.push(node.textContent.replace(/\s+/g, ' ').trim());
  }
  for (const name of ['alt', 'title', 'placeholder', 'aria-label', 'data-count', 'data-peek', 'data-peek-hide', 'content', 'data-label'])
    for (const element of document.querySelectorAll(`[${name}]`)) said.push(element.getAttribute(name).trim());
  return [...new Set(said)].filter(Boolean);
});

async function expectNoItalian(page, language, label) {
  assert.equal(await page.locator('html').getAttribute('lang'), language, label);
  const said = new Set(await saidOn(page));
  const left = italian[language].filter((sentence) => said.has(sentence));
  assert.deepEqual(left, [], `${label} still says it in Italian`);
}

const SQUARE = ['/', '/novita', '/pagine', '/pagine/biblioteca', '/uffici', '/uffici/urp', '/cerca?q=xyzzy', '/conversazioni', '/accedi', '/iscriviti',
  '/accedi/password-dimenticata', '/privacy', '/accessibilita', '/note-legali', '/regole', '/domande-frequenti', '/segnalazioni', '/prenotazioni'];
const OFFICE = ['/io', '/post/nuovo?come=comune', '/amministrazione', '/amministrazione/persone', '/amministrazione/persone/nuova', '/amministrazione/pagine',
  '/amministrazione/pagine/biblioteca', '/amministrazione/uffici/urp', '/amministrazione/lavori', '/amministrazione/posta', '/amministrazione/registro',
  '/amministrazione/chiarezza', '/amministrazione/pagine/museo/chiusura'];

describe('languages', { concurrency: 2 }, () => {
  for (const [language, button, width] of [['en', 'English', WIDE], ['de', 'Deutsch', NARROW]]) {
    test(`${button} by the button in the header`, () => visit(town.base, { width, name: `language-${language}` }, async (page) => {
      const choose = async (name) => {
        if (width === NARROW) await page.locator('details.ded-menu summary').click();
        await page.locator('button[name=lingua]:visible', { hasText: name }).click();
      };
      await go(page, '/novita');
      await choose(button);
      await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
      assert.equal(new URL(page.url()).pathname, '/novita', 'one stays on the page');
      for (const address of SQUARE) {
        await go(page, address);
        await expectNoItalian(page, language, address);
      }
      await go(page, '/');
      await checkPage(page, `home in ${language}`);
      await go(page, '/pagine/non-esiste', 404);
      await expectNoItalian(page, language, 'an error');
      await go(page, '/iscriviti');
      await page.locator('main form button[type=submit]').click();
      await page.locator('.ded-errors').waitFor();
      await expectNoItalian(page, language, 'faults');
      await checkPage(page, `faults in ${language}`);
      await go(page, '/');
      await choose('Italiano');
      await page.waitForFunction(() => document.documentElement.lang === 'it');
    }));

    test(`the administration in ${button}`, () => visit(town.base, { name: `language-office-${language}` }, async (page) => {
      await signIn(page, town.signIn('system administrator'));
      await page.locator('button[name=lingua]:visible', { hasText: button }).click();
      await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
      await page.setViewportSize({ width, height: 900 });
      for (const address of OFFICE) {
        await go(page, address);
        await expectNoItalian(page, language, address);
      }
      await checkPage(page, `administration in ${language}`);
    }));
  }
});

describe('searching', { concurrency: 2 }, () => {
  test('marks what was found, narrows, and says when there is nothing', () => visit(town.base, { name: 'search' }, async (page) => {
    await go(page, '/novita');
    await page.locator('#cerca-alto').fill('carnevale');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/cerca?q=carnevale');
    const marks = await page.locator('.ded-results mark').allInnerTexts();
    assert.ok(marks.length >= 3, 'what was searched is marked');
    for (const mark of marks) assert.match(mark, /carneval/i);
    await page.locator('#q').fill('posto');
    await page.locator('#tipo').selectOption('commenti');
    await page.locator('#ordine').selectOption('data');
    await page.locator('main').getByRole('button', { name: 'Cerca' }).click();
    await page.waitForURL((url) => ['q=posto', 'tipo=commenti', 'ordine=data'].every((part) => url.search.includes(part)));
    const kinds = await page.locator('.ded-kind').allInnerTexts();
    assert.ok(kinds.length > 0 && kinds.every((kind) => /^commento/i.test(kind)), kinds.join());
    await checkPage(page, 'comments found');
    await page.locator('#q').fill('xyzzy <b>"\'; drop table post');
    await page.locator('main').getByRole('button', { name: 'Cerca' }).click();
    await page.locator('.ded-empty').waitFor();
    assert.equal(await page.locator('#q').inputValue(), 'xyzzy <b>"\'; drop table post');
    await checkPage(page, 'nothing found');
  }));

  test('finds in spite of accents and endings', () => visit(town.base, { width: NARROW, name: 'search-words' }, async (page) => {
    for (const words of ['biblioteche', 'CARNEVALI', 'citta']) {
      await go(page, `/cerca?q=${words}`);
      assert.ok(await page.locator('.ded-results > li').count() > 0, words);
    }
  }));
});

test('empty lists say what one can do', () => visit(town.base, { width: NARROW, name: 'empty' }, async (page) => {
  await signIn(page, town.signIn('system administrator'));
  for (const address of ['/cerca?q=xyzzy', '/uffici?q=xyzzy', '/persone/dario_pusateri', '/amministrazione/persone?q=xyzzy', '/amministrazione/pagine?q=xyzzy',
    '/amministrazione/uffici?q=xyzzy', '/amministrazione/registro?q=xyzzy', '/amministrazione/lavori?stato=dead', '/amministrazione/chiarezza']) {
    await go(page, address);
    const empty = page.locator('.ded-empty');
    assert.equal(await empty.count(), 1, `${address} is empty in words`);
    assert.ok((await empty.innerText()).length > 20, address);
    await checkPage(page, `${address}, empty`);
  }
}));

describe('what one wrote', { concurrency: 2 }, () => {
  test('a post: published, changed, its versions, taken away, put back', () => visit(town.base, { width: NARROW, name: 'post-life' }, async (page) => {
    await signIn(page, town.signIn('citizen'));
    await go(page, '/');
    await page.locator('main').getByRole('link', { name: /Scrivi/ }).first().click();
    await page.waitForURL('**/post/nuovo');
    await page.getByRole('button', { name: 'Pubblica', exact: true }).click();
    await page.locator('.ded-errors a[href="#testo"]').waitFor();
    await checkPage(page, 'an empty post');
    await page.locator('#testo').fill('Cerco compagni per una passeggiata a Monte San Calogero.');
    await page.getByRole('button', { name: 'Pubblica', exact: true }).click();
    await page.locator('.ded-toast').filter({ hasText: 'Pubblicato' }).waitFor();
    const address = new URL(page.url()).pathname;
    await checkPage(page, 'my post');

    await page.locator('.ded-post').getByRole('link', { name: 'Modifica' }).click();
    await page.waitForURL('**/modifica');
    await checkPage(page, 'changing a post');
    await page.locator('#testo').fill('Cerco compagni per una passeggiata a Monte San Calogero, **domenica**.');
    await page.getByRole('button', { name: 'Salva le modifiche' }).click();
    await page.locator('.ded-toast').filter({ hasText: 'La modifica è pubblicata' }).waitFor();
    assert.equal(await page.locator('.ded-post strong').innerText(), 'domenica');
    await checkPage(page, 'a changed post');

    await page.getByRole('link', { name: /^modificato/ }).click();
    await page.waitForURL('**/versioni');
    assert.equal(await page.locator('main ol.ded-plainlist > li').count(), 2, 'both versions can be read');
    await checkPage(page, 'versions');

    await go(page, address);
    await page.locator('.ded-post').getByRole('link', { name: 'Cancella' }).click();
    await page.waitForURL('**/cancellazione');
    await checkPage(page, 'taking away: the question');
    await page.getByRole('link', { name: 'No, lascialo' }).click();
    await page.locator('.ded-post').getByRole('link', { name: 'Cancella' }).click();
    await page.getByRole('button', { name: 'Sì, cancella' }).click();
    await page.locator('.ded-toast').filter({ hasText: 'Hai sette giorni' }).waitFor();
    assert.equal(await page.locator('h1').innerText(), 'Qui c’era un messaggio');
    await checkPage(page, 'a post that was taken away');
    await visit(town.base, { name: 'post-life-nobody' }, async (other) => {
      const answer = await other.goto(address);
      assert.ok([404, 410].includes(answer.status()), `others get ${answer.status()}`);
      assert.ok(!(await other.content()).includes('San Calogero'), 'the words are gone for others');
      await checkPage(other, 'taken away, seen by others');
    });
    await page.getByRole('button', { name: 'Rimetti al suo posto' }).click();
    await page.locator('.ded-toast').filter({ hasText: 'È tornato al suo posto' }).waitFor();
    assert.equal(await page.locator('.ded-post strong').innerText(), 'domenica');
  }));

  test('a comment: answered, changed, taken away, put back', () => visit(town.base, { name: 'comment-life' }, async (page) => {
    await signIn(page, town.signIn('verified citizen'));
    await go(page, '/pagine/museo');
    await page.locator('.ded-feed h2 a').first().click();
    await page.waitForURL('**/post/*');
    const post = page.url();
    await page.locator('.ded-comment').getByRole('link', { name: /^Rispondi/ }).first().click();
    await page.locator('input[name=risponde]').waitFor({ state: 'attached' });
    await checkPage(page, 'answering somebody');
    await page.locator('#testo').fill('Ci sono stata ieri: vale la pena.');
    await page.getByRole('button', { name: 'Pubblica la risposta' }).click();
    await page.locator('.ded-toast').filter({ hasText: 'Commento pubblicato' }).waitFor();
    const mine = () => page.locator('.ded-thread ol .ded-comment').filter({ hasText: 'Ci sono stata ieri' });
    assert.equal(await mine().count(), 1, 'it stands under what it answers');

    await mine().getByRole('link', { name: 'Modifica' }).click();
    await page.waitForURL('**/modifica');
    await checkPage(page, 'changing a comment');
    await page.locator('#testo').fill('Ci sono stata ieri: vale la pena. Portate gli occhiali.');
    await page.getByRole('button', { name: 'Salva le modifiche' }).click();
    await mine().filter({ hasText: 'Portate gli occhiali' }).waitFor();
    await mine().getByRole('link', { name: 'Cancella' }).click();
    await page.waitForURL('**/cancellazione');
    await checkPage(page, 'taking a comment away: the question');
    await page.getByRole('button', { name: 'Sì, cancella' }).click();
    await page.locator('.ded-toast').filter({ hasText: 'Commento cancellato' }).waitFor();
    const gone = page.locator('.ded-comment--gone').filter({ has: page.getByRole('button', { name: 'Rimetti al suo posto' }) });
    assert.equal(await gone.count(), 1);
    await checkPage(page, 'a comment that was taken away');
    await gone.getByRole('button').click();
    await page.locator('.ded-toast').filter({ hasText: 'Il commento è tornato' }).waitFor();
    assert.equal(await mine().count(), 1);
    await checkPage(page, 'a comment put back');
    assert.equal(new URL(page.url()).pathname, new URL(post).pathname);
  }));

  test('an editor takes a comment away for the page, and puts it back', () => visit(town.base, { width: NARROW, name: 'comment-removed' }, async (page) => {
    await signIn(page, town.signIn('editor'));
    await go(page, '/pagine/comune');
    await page.locator('.ded-feed h2 a').first().click();
    await page.waitForURL('**/post/*');
    await page.locator('.ded-comment').getByRole('link', { name: 'Togli' }).first().click();
    await page.waitForURL('**/cancellazione');
    await checkPage(page, 'taking somebody’s comment away: the question');
    // whoever wrote it reads why
    await page.getByRole('button', { name: 'Sì, togli' }).click();
    await page.locator('.ded-errors').waitFor();
    await checkPage(page, 'taking somebody’s comment away: without a reason');
    await page.locator('#regola').selectOption('pubblicita');
    await page.locator('#fatti').fill('Vende cose sotto un avviso del Comune.');
    await page.getByRole('button', { name: 'Sì, togli' }).click();
    await page.getByText('Commento tolto dalla pagina.').waitFor();
    await checkPage(page, 'a comment the page took away');
    await page.locator('.ded-comment--gone').getByRole('button', { name: 'Rimetti al suo posto' }).first().click();
    await page.locator('.ded-toast').filter({ hasText: 'Il commento è tornato' }).waitFor();
  }));
});
