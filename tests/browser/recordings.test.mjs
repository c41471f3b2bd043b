// Video and audio: a video that is sent while one writes, with its captions and its progress; an audio without a script; the
// player of the demo town, its captions and a jump to the middle. At both widths, axe in every state.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { NARROW, WIDE, closeBrowser, expectFocus, go, shot, visit } from './lib/browser.mjs';
import { checkAxe, checkPage } from './lib/checks.mjs';
import { signIn } from './lib/hands.mjs';
import { ROOT, startTown } from './lib/town.mjs';

const SAMPLES = join(ROOT, 'crates/kit/tests/recordings');
const VTT = Buffer.from('WEBVTT\n\n00:00.000 --> 00:00.900\nUn disco che gira\n');

let town;
before(async () => { town = await startTown(); });
after(async () => {
  await closeBrowser();
  await town?.stop();
});

const main = (page) => page.locator('main');

/** Until the player knows what it has. */
const known = (player) => player.evaluate((element) => new Promise((resolve, reject) => {
  const answer = () => resolve({ seconds: element.duration, width: element.videoWidth ?? 0, tracks: element.textTracks.length });
  if (element.readyState > 0) return answer();
  element.addEventListener('loadedmetadata', answer);
  element.addEventListener('error', () => reject(new Error(`the player failed: ${element.error?.message}`)));
  element.load();
}));

for (const { width, role } of [{ width: WIDE, role: 'citizen' }, { width: NARROW, role: 'verified citizen' }]) {
  test(`a video is sent while one writes, and goes out with its captions (${width} px)`, () =>
    visit(town.base, { width, name: `recordings-${width}`, refusals: ['/registrazioni'] }, async (page) => {
      await signIn(page, town.signIn(role));
      await go(page, '/post/nuovo');
      await page.locator('#testo').fill('Il disco di prova della biblioteca');
      await page.locator('#registrazione-file').setInputFiles({ name: 'x.mp4', mimeType: 'video/mp4', buffer: Buffer.from('non è un video') });
      await main(page).getByText('Il file non è un video o un audio').waitFor();
      await checkAxe(page, 'a file that is none');
      await page.locator('#registrazione-file').setInputFiles(join(SAMPLES, 'place.webm'));
      await page.locator('#registrazione-titolo').waitFor();
      assert.equal(await page.locator('#testo').inputValue(), 'Il disco di prova della biblioteca');
      await page.locator('#registrazione-titolo').fill('Un disco che gira');
      await page.locator('#sottotitoli-file').setInputFiles({ name: 'a.vtt', mimeType: 'text/vtt', buffer: Buffer.from('WEBVTT\n\nsenza tempi\n') });
      await main(page).getByText('i tempi non si leggono').waitFor();
      await checkAxe(page, 'captions that cannot be read');
      await page.locator('#sottotitoli-file').setInputFiles({ name: 'a.vtt', mimeType: 'text/vtt', buffer: VTT });
      await page.locator('input[name=sottotitoli]').waitFor({ state: 'attached' });
      assert.equal(await page.locator('#registrazione-titolo').inputValue(), 'Un disco che gira');
      await checkPage(page, 'the form with a video');
      await shot(page, 'form');
      await page.locator('main button[value=pubblica]').click();
      await page.waitForURL(/\/post\/\d+/);
      const player = page.locator('video.ded-player');
      const { seconds, width: across, tracks } = await known(player);
      assert.ok(seconds > 0.8 && across === 96 && tracks === 1, JSON.stringify({ seconds, across, tracks }));
      await checkPage(page, 'a post with a video');
      await shot(page, 'post');
    }));

  test(`an audio needs its transcript, and goes out without a script (${width} px)`, () =>
    visit(town.base, { width, javaScript: false, name: `recordings-plain-${width}` }, async (page) => {
      await signIn(page, town.signIn(role));
      await go(page, '/post/nuovo');
      await page.locator('#testo').fill('Una nota per le prove');
      await page.locator('#registrazione-file').setInputFiles(join(SAMPLES, 'sound.mp3'));
      await page.locator('#registrazione button[value=carica]').click();
      await page.locator('#registrazione-titolo').fill('Una nota');
      await page.locator('main button[value=pubblica]').click();
      await main(page).getByText('Scrivi la trascrizione').first().waitFor();
      await checkAxe(page, 'without a transcript');
      assert.equal(await page.locator('#testo').inputValue(), 'Una nota per le prove');
      await page.locator('#registrazione-trascrizione').fill('Si sente un la per un secondo.');
      await page.locator('main button[value=pubblica]').click();
      await page.locator('audio.ded-player').waitFor();
      assert.equal(await page.getByText('Si sente un la per un secondo.').isVisible(), false);
      await page.getByText('Trascrizione').click();
      await page.getByText('Si sente un la per un secondo.').waitFor();
      await checkPage(page, 'a post with an audio');
    }));

  test(`the town's video plays from its middle, with captions and by the keyboard (${width} px)`, () =>
    visit(town.base, { width, name: `recordings-town-${width}` }, async (page) => {
      const parts = [];
      page.on('response', (answer) => { if (answer.url().includes('/media/') && answer.status() === 206) parts.push(answer.headers()['content-range']); });
      await go(page, '/cerca?q=carri+viaggiano');
      await main(page).getByRole('link', { name: /I carri viaggiano di notte/ }).first().click();
      const player = page.locator('video.ded-player');
      const { seconds, tracks } = await known(player);
      assert.ok(seconds > 9 && tracks === 1);
      assert.equal(await player.evaluate((element) => element.paused && !element.autoplay && element.controls), true);
      const said = await player.evaluate((element) => new Promise((resolve) => {
        const track = element.textTracks[0];
        track.mode = 'showing';
        element.addEventListener('seeked', () => setTimeout(() => resolve({ at: element.currentTime, cue: track.activeCues?.[0]?.text })), { once: true });
        element.currentTime = 8;
      }));
      assert.ok(said.at >= 7.9 && /Sotto i balconi/.test(said.cue ?? ''), JSON.stringify(said));
      assert.ok(parts.length > 0 && parts.every((range) => /^bytes \d+-\d+\/\d+$/.test(range)), 'no part was asked for');
      await player.focus();
      await expectFocus(page, player, 'the player takes the focus');
      await checkPage(page, 'the town\'s video');
      await shot(page, 'video');
    }));
}
