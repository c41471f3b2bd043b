// What every page must hold, whatever it shows.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { NARROW, WIDE, answerOf, withScript } from './browser.mjs';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function runAxe(page) {
  if (!(await page.evaluate('typeof axe === "object"'))) await page.evaluate(axeSource);
  return page.evaluate(async (values) => {
    const { violations } = await axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
    return violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ target, failureSummary }) => ({ target: target.join(' '), failureSummary })) }));
  }, TAGS);
}

/** No violation of WCAG 2.2 AA, nor of axe's best practices, in the page as it stands now. */
export async function checkAxe(page, label) {
  await page.waitForLoadState('load'); // before its style has come a page is another one
  const violations = await withScript(page, () => Promise.race([
    runAxe(page), pause(60_000, undefined, { ref: false }).then(() => assert.fail(`${label}: axe gave no answer within a minute`)),
  ]));
  const told = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}\n    ${target}\n    ${failureSummary.replaceAll('\n', '\n    ')}`));
  assert.equal(told.length, 0, `${label}: axe found ${told.length}\n  ${told.join('\n  ')}`);
}

const validator = new HtmlValidate(new FileSystemConfigLoader({
  root: true,
  extends: ['html-validate:standard'],
  // Templates indent and end lines as they please.
  rules: { 'no-trailing-whitespace': 'off', 'void-style': 'off', 'doctype-style': 'off', 'attr-quotes': 'off', 'no-inline-style': 'error' },
}));

/** The HTML of an address, as the server sends it to this visitor, is valid. */
export async function checkHtml(page, address = page.url()) {
  const answer = await page.context().request.get(address, { maxRedirects: 0 });
  await checkMarkup(await answer.text(), address);
}

/** A text of HTML is valid. */
export async function checkMarkup(text, label) {
  const report = await validator.validateString(text, 'page.html');
  const told = report.results.flatMap((one) => one.messages).map((one) => `${one.line}:${one.column} ${one.ruleId}: ${one.message}`);
  assert.equal(told.length, 0, `${label}: the HTML has faults\n  ${told.join('\n  ')}`);
}

/** Nothing is wider than the window. */
export async function checkWidth(page, label) {
  await page.waitForLoadState('load');
  const found = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return null;
    const wide = [...document.body.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > width + 1);
    return wide.slice(0, 5).map((element) => `<${element.tagName.toLowerCase()} class="${element.className}">`);
  });
  assert.equal(found, null, `${label}: the page scrolls sideways at ${page.viewportSize().width} px: ${found}`);
}

/** One h1; a title that names the page before the town; every #link leads somewhere; every icon exists. */
export async function checkFrame(page, label) {
  const found = await page.evaluate(() => {
    const said = (element) => element.textContent.replace(/\s+/g, ' ').trim();
    const nowhere = [...document.querySelectorAll('a[href*="#"]')].filter((link) => {
      const url = new URL(link.href);
      return url.origin + url.pathname + url.search === location.origin + location.pathname + location.search
        && url.hash.length > 1 && !document.getElementById(decodeURIComponent(url.hash.slice(1)));
    });
    return {
      headings: [...document.querySelectorAll('h1')].map(said), hidden: !!document.querySelector('h1.visually-hidden'), title: document.title,
      nowhere: nowhere.map((link) => link.getAttribute('href')),
      icons: [...new Set([...document.querySelectorAll('svg use')].map((use) => use.getAttribute('href')))],
    };
  });
  assert.equal(found.headings.length, 1, `${label}: ${found.headings.length} h1: ${found.headings}`);
  const [, name, town] = /^(.+) · (.+?)$/.exec(found.title) ?? assert.fail(`${label}: the title “${found.title}” is no page and town`);
  // the home greets with the town's name; a heading nobody sees stands for a text that is its own name
  if (!found.headings[0].startsWith(town) && !found.hidden)
    assert.ok(name.startsWith(found.headings[0]), `${label}: the title “${name}” does not begin with the h1 “${found.headings[0]}”`);
  assert.deepEqual(found.nowhere, [], `${label}: links that lead nowhere in the page`);
  for (const icon of found.icons) assert.ok(await hasIcon(page, icon), `${label}: there is no icon ${icon}`);
}

const sprites = new Map();

async function hasIcon(page, address) {
  const [file, name] = address.split('#');
  const url = new URL(file, page.url()).href;
  if (!sprites.has(url)) sprites.set(url, (await page.context().request.get(url)).text());
  return (await sprites.get(url)).includes(`id="${name}"`);
}

/** Everything, of the page as it stands now, and of the HTML it was drawn from. */
export async function checkPage(page, label) {
  await checkAxe(page, label);
  await checkDrawing(page, label);
}

/** Everything but axe: for states that another journey shows it. */
export async function checkDrawing(page, label) {
  await checkWidth(page, label);
  await checkFrame(page, label);
  await checkMarkup(await answerOf(page).text(), label);
}

/** All checks at 1280 px; what depends on the width again at 390 px. */
export async function lookAtBoth(page, address) {
  await page.setViewportSize({ width: WIDE, height: 900 });
  await checkPage(page, `${address} at ${WIDE}`);
  await page.setViewportSize({ width: NARROW, height: 844 });
  await checkWidth(page, `${address} at ${NARROW}`);
  await checkAxe(page, `${address} at ${NARROW}`);
}
