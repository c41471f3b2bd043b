// Every page there is, as nobody, as a citizen, as who keeps the system: found by following the links, and looked at
// at both widths.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { closeBrowser, visit } from './lib/browser.mjs';
import { lookAtBoth } from './lib/checks.mjs';
import { signIn } from './lib/hands.mjs';
import { startTown } from './lib/town.mjs';

let town;
before(async () => { town = await startTown(); });
after(async () => {
  await closeBrowser();
  await town?.stop();
});

const MOST_SHAPES = 120;
/** Lists whose members are all drawn by one template. */
const MEMBERS = /^(.*\/(?:argomenti|pagine|persone|uffici|redattori|post|lavori|ruoli|media|verifiche|assenze|chiavi|da-rivedere|segnalazioni|servizi|richieste|luoghi|cose|sala))\/(?!nuov[ao](?:$|\/)|parole|conflitti|importazione)[^/]+/;
const NO_PAGE = /\.(?:rss|atom|json|geojson|csv|txt|ics)$|\/file$|^\/(?:media|assets|open311)\//;

/** What an address shows: members of a list count as one, and of a query only which words it has. */
function shapeOf(url) {
  let path = url.pathname;
  for (let before = ''; before !== path;) {
    before = path;
    path = path.replace(MEMBERS, (_, list) => `${list}#`);
  }
  return [path, ...[...url.searchParams.keys()].filter((key) => key !== 'torna').sort()].join(' ');
}

/** The pages one can reach from the home by links, breadth-first, as far as they lie `within`; `look` sees each. */
async function crawl(page, { each, within = /^/, workers = 1, look }) {
  const seen = new Set(['/']), shapes = new Map([['/', 1]]), files = new Set(), queue = ['/'];
  const walk = async (tab) => {
    for (;;) {
      const address = queue.shift();
      if (!address) return;
      const response = await tab.goto(address);
      assert.equal(response.status(), 200, `${address} answered ${response.status()}`);
      assert.match(response.headers()['content-type'], /^text\/html/, address);
      for (const href of await tab.locator('a[href]').evaluateAll((links) => links.map((one) => one.href))) {
        const url = new URL(href);
        if (url.origin !== town.base) continue;
        const next = url.pathname + url.search;
        if (seen.has(next)) continue;
        seen.add(next);
        if (NO_PAGE.test(url.pathname)) {
          if (!url.pathname.startsWith('/media/')) files.add(next);
          continue;
        }
        if (!within.test(url.pathname)) continue;
        const shape = shapeOf(url), known = shapes.get(shape) ?? 0;
        if (known >= each || (known === 0 && shapes.size >= MOST_SHAPES)) continue;
        shapes.set(shape, known + 1);
        queue.push(next);
      }
      if (within.test(address)) await look(tab, address);
    }
  };
  await walk(page); // the home first: it has links for all
  const tabs = [page, ...await Promise.all(Array.from({ length: workers - 1 }, () => page.context().newPage()))];
  await Promise.all(tabs.map(walk));
  for (const file of files) {
    const answer = await page.context().request.get(file);
    assert.equal(answer.status(), 200, file);
  }
  return { shapes: [...shapes.keys()], count: [...shapes.values()].reduce((sum, one) => sum + one), files: [...files] };
}

describe('every page that links lead to', { concurrency: 2 }, () => {
  test('as nobody', (t) => visit(town.base, { name: 'crawl-nobody' }, async (page) => {
    const { shapes, count, files } = await crawl(page, { each: 2, look: lookAtBoth });
    t.diagnostic(`${count} pages of ${shapes.length} shapes, ${files.length} feeds`);
    for (const shape of ['/novita', '/pagine#', '/post#', '/persone#', '/uffici#', '/accedi', '/iscriviti', '/privacy', '/conversazioni'])
      assert.ok(shapes.includes(shape), `no link leads to ${shape}; only to ${shapes.join(', ')}`);
    assert.ok(!shapes.some((shape) => shape.startsWith('/amministrazione')), 'nobody is shown the administration');
  }));

  test('as a citizen', (t) => visit(town.base, { name: 'crawl-citizen' }, async (page) => {
    await signIn(page, town.signIn('citizen'));
    // what nobody sees was seen; here it is what the sign-in adds
    const { shapes, count } = await crawl(page, { each: 1, within: /^\/(?:$|io|bozze|comunita|conversazioni|post|persone)/, look: lookAtBoth });
    t.diagnostic(`${count} pages of ${shapes.length} shapes`);
    for (const shape of ['/io', '/post/nuovo', '/post#', '/post#/modifica']) assert.ok(shapes.includes(shape), `no link leads to ${shape}; only to ${shapes.join(', ')}`);
    assert.ok(!shapes.some((shape) => shape.startsWith('/amministrazione')));
  }));

  test('as who heads an office', (t) => visit(town.base, { name: 'crawl-office' }, async (page) => {
    await signIn(page, town.signIn('manager'));
    const { shapes, count } = await crawl(page, { each: 1, within: /^\/segreteria/, look: lookAtBoth });
    t.diagnostic(`${count} pages of ${shapes.length} shapes`);
    for (const shape of ['', '/assenze', '/verifiche', '/verifiche/conflitti', '/uffici', '/uffici#'])
      assert.ok(shapes.includes(`/segreteria${shape}`), `no link leads to /segreteria${shape}; only to ${shapes.join(', ')}`);
  }));

  test('as who keeps the system', (t) => visit(town.base, { name: 'crawl-system' }, async (page) => {
    await signIn(page, town.signIn('system administrator'));
    // what everybody sees was seen; here it is the administration
    const { shapes, count, files } = await crawl(page, { each: 1, within: /^\/amministrazione/, look: lookAtBoth });
    t.diagnostic(`${count} pages of ${shapes.length} shapes, ${files.length} files`);
    for (const shape of ['persone', 'persone#', 'persone/nuova', 'pagine#', 'pagine/nuova', 'pagine#/chiusura', 'uffici#', 'uffici/nuovo', 'registro', 'lavori', 'posta', 'chiarezza', 'permessi', 'inviti', 'vetro'])
      assert.ok(shapes.includes(`/amministrazione/${shape}`), `no link leads to /amministrazione/${shape}; only to ${shapes.join(', ')}`);
    for (const list of ['persone', 'pagine', 'uffici', 'registro', 'lavori', 'posta'])
      assert.ok(files.some((file) => file.startsWith(`/amministrazione/${list}.csv`)), `${list} can be taken away as CSV`);
  }));
});
