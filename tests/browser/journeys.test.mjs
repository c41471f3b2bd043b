// Journeys through the demo town, on the day of the demo: 24 February 2028, the week before carnival.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { NARROW, WIDE, closeBrowser, go, pressOn, shot, typeInto, visit } from './lib/browser.mjs';
import { checkPage } from './lib/checks.mjs';
import { startTown } from './lib/town.mjs';

let town;
before(async () => { town = await startTown(); });
after(async () => {
  await closeBrowser();
  await town?.stop();
});

/** What anybody may read: name of the picture, address, status. */
const PUBLIC = [
  ['home', '/', 200],
  ['sign-in', '/accedi', 200],
  ['sign-up', '/iscriviti', 200],
  ['library', '/pagine/biblioteca', 200],
  ['news', '/novita', 200],
  ['search', '/cerca?q=carnevale', 200],
  ['search-nothing', '/cerca?q=xyzzy', 200],
  ['not-found', '/pagine/non-esiste', 404],
];

for (const width of [WIDE, NARROW]) {
  for (const javaScript of [true, false]) {
    const how = `at ${width} px ${javaScript ? 'with' : 'without'} script`;
    for (const [name, address, status] of PUBLIC) {
      test(`${address} is accessible ${how}`, () => visit(town.base, { width, javaScript, name }, async (page) => {
        await go(page, address, status);
        await checkPage(page, `${name} ${how}`);
        if (javaScript) await shot(page, name);
      }));
    }

    test(`a post of the home has a page of its own ${how}`, () => visit(town.base, { width, javaScript, name: 'post' }, async (page) => {
      await go(page, '/');
      const address = await page.locator('main a[href^="/post/"]').first().getAttribute('href');
      await go(page, new URL(address, town.base).pathname);
      await checkPage(page, `post ${how}`);
      if (javaScript) await shot(page, 'post');
    }));

    test(`an administrator signs in by keyboard and reaches /amministrazione ${how}`, () =>
      visit(town.base, { width, javaScript, name: 'administration' }, async (page) => {
        await signInByKeyboard(page, town.signIn(/amministrator(?!.*sistem)/i));
        await go(page, '/amministrazione');
        await checkPage(page, `administration ${how}`);
        if (javaScript) await shot(page, 'administration');
      }));
  }
}

for (const language of ['en', 'de']) {
  test(`the home greets in ${language} who asks for it`, () => visit(town.base, { language, name: `home-${language}` }, async (page) => {
    await go(page, '/');
    assert.equal(await page.locator('html').getAttribute('lang'), language);
    await checkPage(page, `home ${language}`);
  }));
}

test('/amministrazione is closed to who has not signed in', () => visit(town.base, { name: 'closed' }, async (page) => {
  const response = await page.goto('/amministrazione');
  assert.ok(new URL(page.url()).pathname === '/accedi' || [401, 403, 404].includes(response.status()), `${page.url()} answered ${response.status()}`);
}));

/** Opens /accedi and signs in without a mouse. */
async function signInByKeyboard(page, person) {
  await go(page, '/accedi');
  const form = page.locator('main form').filter({ has: page.locator('input[type=password]') });
  await typeInto(page, form.locator('input[type=email], input[autocomplete~=username]').first(), person.email);
  await typeInto(page, form.locator('input[type=password]'), person.password);
  await pressOn(page, form.locator('button[type=submit]'));
  await page.waitForURL((url) => url.pathname !== '/accedi');
}
