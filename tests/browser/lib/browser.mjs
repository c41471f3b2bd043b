// One Chromium for a file of tests; a fresh visitor for each test, who notices everything that goes wrong.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { ROOT } from './town.mjs';

const SHOTS = join(ROOT, 'var', 'shots');
const ARGUMENTS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];
export const WIDE = 1280, NARROW = 390;

// Chromium without a window: the same pages, drawn with a third less work. It has no notifications.
const WHOLE = '/usr/bin/chromium', SHELL = '/usr/bin/chromium-headless-shell';
let executable = existsSync(SHELL) ? SHELL : WHOLE;
let browser;

/** For what only the whole browser has; before the first visit of a file of tests. */
export function takeWholeBrowser() {
  executable = WHOLE;
}

/** Starts Chromium, headless, with an empty profile of its own; once. */
export function openBrowser() {
  browser ??= chromium.launch({ executablePath: process.env.CHROMIUM ?? executable, headless: true, args: ARGUMENTS });
  return browser;
}

export async function closeBrowser() {
  await (await browser)?.close();
  browser = undefined;
}

const diaries = new WeakMap();

/** What went wrong on a page so far: console errors, script errors, policy violations, requests to other hosts. */
export function problemsOf(page) {
  const { entries, refused, excuses } = diaries.get(page.context());
  // A page that answers 404 on purpose logs its own address; the test looks at the status itself.
  return entries.filter((one) => !(one.kind === 'console' && one.text.startsWith('Failed to load resource') && refused.has(one.url?.split('#')[0])))
    .filter((one) => !excuses.some((words) => one.text.includes(words)))
    .map((one) => `${one.kind}: ${one.text}${one.url ? ` (${one.url})` : ''}`);
}

function watch(page, diary) {
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const text = message.text();
    diary.entries.push({ kind: /Content Security Policy|Content-Security-Policy/i.test(text) ? 'policy' : 'console', text, url: message.location().url });
  });
  page.on('pageerror', (error) => diary.entries.push({ kind: 'script', text: error.message }));
  page.on('response', (response) => {
    if (!response.request().isNavigationRequest()) return;
    diary.answers.set(page, response);
    if (response.status() >= 400) diary.refused.add(response.url().split('#')[0]);
  });
  page.on('websocket', (socket) => {
    if (new URL(socket.url()).host !== diary.host) diary.entries.push({ kind: 'foreign', text: 'socket to another host', url: socket.url() });
  });
}

/** The answer the page was drawn from: also of a form that came back with its faults. */
export const answerOf = (page) => diaries.get(page.context()).answers.get(page);

let visitors = 0;

/**
 * Runs `journey(page)` as one visitor of `base`, and fails if anything went wrong that the visitor's browser noticed.
 * Each visitor comes from a network address of their own, through a proxy that the town trusts, so nobody meets the
 * limits another one has used up. Requests to other hosts than those in `hosts` are refused and noted;
 * that the town says no to the addresses in `refusals` is expected, and so is what the browser says with the words in `excuses`. A picture of a failed page is left in var/shots.
 */
export async function visit(base, options, journey) {
  const { width = WIDE, javaScript = true, language = 'it-IT', name = 'failed', hosts = [], refusals = [], excuses = [] } = options;
  const context = await (await openBrowser()).newContext({
    baseURL: base, viewport: { width, height: width < 600 ? 844 : 900 }, locale: language,
    reducedMotion: 'reduce', extraHTTPHeaders: { 'X-Forwarded-For': `10.${process.pid >> 8 & 255}.${process.pid & 255}.${++visitors}` },
  });
  const diary = { entries: [], refused: new Set(refusals.map((path) => base + path)), excuses, answers: new WeakMap(), host: new URL(base).host, scriptless: null };
  diaries.set(context, diary);
  context.setDefaultTimeout(30_000); // for a machine that does much else; nothing waits that long for itself
  context.on('page', (page) => watch(page, diary));
  await context.route((url) => /^(https?|wss?):$/.test(url.protocol) && url.host !== diary.host && !hosts.includes(url.host), (route) => {
    diary.entries.push({ kind: 'foreign', text: 'request to another host', url: route.request().url() });
    return route.abort();
  });
  const page = await context.newPage();
  if (!javaScript) { // not by the context's own switch, which could not be turned again for the checks
    diary.scriptless = await context.newCDPSession(page);
    await diary.scriptless.send('Emulation.setScriptExecutionDisabled', { value: true });
  }
  try {
    await journey(page);
    assert.deepEqual(problemsOf(page), [], 'the browser noticed problems');
  } catch (error) {
    await shot(page, `failed-${name}`).catch(() => {});
    throw error;
  } finally {
    await context.close();
  }
}

/** Lets a check that needs script (axe) look at a page that was loaded without: the page's own scripts stay away. */
export async function withScript(page, check) {
  const { scriptless } = diaries.get(page.context());
  await scriptless?.send('Emulation.setScriptExecutionDisabled', { value: false });
  try {
    return await check();
  } finally {
    await scriptless?.send('Emulation.setScriptExecutionDisabled', { value: true });
  }
}

/** Opens an address and expects a status. */
export async function go(page, address, status = 200) {
  const response = await page.goto(address);
  assert.equal(response.status(), status, `${address} answered ${response.status()}`);
  return response;
}

/** A picture of the whole page: var/shots/NAME-WIDTH.png. */
export async function shot(page, name) {
  await mkdir(SHOTS, { recursive: true });
  const path = join(SHOTS, `${name.replace(/[^\w.-]+/g, '-')}-${page.viewportSize().width}.png`);
  await page.screenshot({ path, fullPage: true });
  return path;
}

/**
 * Where the focus is, and whether one sees it: an outline or a shadow on the element, or on the label or box that
 * stands for it, inside the window. Read in the page.
 */
function focusNow(target) {
  const element = document.activeElement;
  const shows = (one) => {
    const style = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    const rings = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
    return rings && box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  };
  const there = !element || element === document.body || element === document.documentElement
    || [element, element.closest('label'), element.closest('.ded-drop')].some((one) => one && shows(one));
  return { reached: element === target, visible: there, what: element?.outerHTML.slice(0, 160) ?? 'nothing' };
}

/** Where the focus is once it can be seen, or after two seconds. */
async function settled(page, element) {
  const until = Date.now() + 2_000;
  for (;;) {
    const found = await page.evaluate(focusNow, element);
    if (found.visible || Date.now() > until) return found;
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  }
}

/** The element has the focus, once the page's own scripts have had their turn. */
export async function expectFocus(page, target, words) {
  await page.waitForLoadState('load');
  const element = await target.elementHandle();
  await page.waitForFunction((one) => one === document.activeElement, element).catch(() => assert.fail(words));
}

/** Presses Tab (or Shift+Tab) until the element has the focus, as somebody without a mouse would; the focus must be visible at every stop. */
export async function tabTo(page, target, { most = 250, back = false } = {}) {
  await target.waitFor({ state: 'attached' });
  await page.waitForLoadState('load'); // a script that gives the focus to a message would take it from here
  const element = await target.elementHandle();
  if (await element.evaluate((one) => one === document.activeElement)) return 0;
  for (let presses = 1; presses <= most; presses++) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    let { reached, visible, what } = await page.evaluate(focusNow, element);
    // a busy machine may not yet have scrolled there or drawn it
    if (!visible) ({ reached, visible, what } = await settled(page, element));
    assert.ok(visible, `the focus cannot be seen on ${what}`);
    if (reached) return presses;
  }
  assert.fail(`${target} cannot be reached with ${most} presses of Tab`);
}

/** Reaches a control by keyboard and presses a key there: Enter for links and buttons, Space for boxes. */
export async function pressOn(page, target, key = 'Enter') {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Reaches a field by keyboard and types into it. */
export async function typeInto(page, target, text) {
  await tabTo(page, target);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}
