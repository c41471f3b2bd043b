// Photographs made on the spot.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openBrowser } from './browser.mjs';

/** A photograph, made by the browser: earth below, sky above. Its path in the folder. */
export async function photograph(folder, name, colour) {
  const page = await (await openBrowser()).newPage();
  const data = await page.evaluate((earth) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 800, height: 600 });
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#9fc4d8';
    pen.fillRect(0, 0, 800, 600);
    pen.fillStyle = earth;
    pen.fillRect(0, 240, 800, 360);
    return canvas.toDataURL('image/jpeg').split(',')[1];
  }, colour);
  await page.close();
  const path = join(folder, `${name}.jpg`);
  await writeFile(path, Buffer.from(data, 'base64'));
  return path;
}
