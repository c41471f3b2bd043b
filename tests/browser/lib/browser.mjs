// One Chromium for a file of tests; a fresh visitor for each test, who notices everything that goes wrong.
import assert from 'node:assert/strict';
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

let browser;

/** Starts Chromium, headless, with an empty profile of its own; once. */
export async function openBrowser() {
  browser ??= await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, args: ARGUMENTS });
  return browser;
}

export async function closeBrowser() {
  await browser?.close();
  browser = undefined;
}

const diaries = new WeakMap();

/** What went wrong on a page so far: console errors, script errors, policy violations, requests to other hosts. */
export function problemsOf(page) {
  const { entries, refused } = diaries.get(page.context());
  // A page that answers 404 on purpose logs its own address; the test looks at the status itself.
  return entries.filter((one) => !(one.kind === 'console' && one.text.startsWith('Failed to load resource') && refused.has(one.url)))
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
    if (response.status() >= 400 && response.request().isNavigationRequest()) diary.refused.add(response.url());
  });
  page.on('websocket', (socket) => {
    if (new URL(socket.url()).host !== diary.host) diary.entries.push({ kind: 'foreign', text: 'socket to another host', url: socket.url() });
  });
}

/**
 * Runs `journey(page)` as one visitor of `base`, and fails if anything went wrong that the visitor's browser noticed.
 * Requests to other hosts are refused and noted. A picture of a failed page is left in var/shots.
 */
export async function visit(base, options, journey) {
  const { width = WIDE, javaScript = true, language = 'it-IT', name = 'failed' } = options;
  const context = await (await openBrowser()).newContext({
    baseURL: base, viewport: { width, height: width < 600 ? 844 : 900 }, locale: language,
    reducedMotion: 'reduce',
  });
  const diary = { entries: [], refused: new Set(), host: new URL(base).host, scriptless: null };
  diaries.set(context, diary);
  context.setDefaultTimeout(10_000);
  context.on('page', (page) => watch(page, diary));
  await context.route((url) => /^(https?|wss?):$/.test(url.protocol) && url.host !== diary.host, (route) => {
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

/** Presses Tab until the element has the focus, as somebody without a mouse would; fails when it is out of reach. */
export async function tabTo(page, target, { most = 150 } = {}) {
  await target.waitFor();
  for (let presses = 1; presses <= most; presses++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return presses;
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
