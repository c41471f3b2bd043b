// Two ways to use a page: with a mouse or a finger, and with the keyboard alone. A journey is written once for both.
import assert from 'node:assert/strict';
import { tabTo } from './browser.mjs';

/** A mouse or a finger, of somebody who sees the page whole before they touch it. */
export const pointer = (page) => ({
  press: (target) => page.waitForLoadState('load').then(() => target.click()),
  tick: (target) => page.waitForLoadState('load').then(() => target.check()),
  fill: (target, text) => page.waitForLoadState('load').then(() => target.fill(text)),
  back: async () => {},
  skip: async () => {},
});

/** Tab, Shift+Tab, Enter and Space; arrows among the choices of one question, as browsers have it. */
export const keyboard = (page) => ({
  async press(target) {
    await tabTo(page, target);
    await page.keyboard.press('Enter');
  },
  async tick(target) {
    await tabTo(page, target);
    await page.keyboard.press('Space');
  },
  async fill(target, text) {
    await tabTo(page, target);
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(text);
  },
  /** Goes back to a field by Shift+Tab. */
  back: (target) => tabTo(page, target, { back: true }),
  /** Enters a group of choices and walks to one of them, from 1. */
  async walk(choices, number) {
    const chosen = await choices.evaluateAll((all) => all.findIndex((one) => one.checked));
    await tabTo(page, choices.nth(Math.max(chosen, 0)));
    if (chosen < 0) await page.keyboard.press('Space');
    for (let at = Math.max(chosen, 0) + 1; at < number; at++) await page.keyboard.press('ArrowRight');
  },
  /** Jumps over the header by the first link of the page. */
  async skip() {
    await tabTo(page, page.locator('.skiplinks a').first());
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.hash === '#contenuto');
    await page.keyboard.press('Tab');
    await page.waitForFunction(() => document.querySelector('#contenuto').contains(document.activeElement))
      .catch(() => assert.fail('the skip link leads past the header'));
  },
});

/** Signs in and waits for the page behind. */
export async function signIn(page, person) {
  await page.goto('/accedi');
  await page.locator('#email').fill(person.email);
  await page.locator('#password').fill(person.password);
  await page.locator('main form button[type=submit]').click();
  await page.locator('.ded-toast--ok').waitFor();
}
