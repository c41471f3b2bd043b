// The demo's outbox: each mail that would have been sent is a file.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const decodeBytes = (bytes, charset = 'utf-8') => new TextDecoder(charset).decode(bytes);

function quotedPrintable(text) {
  const bytes = text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1');
}

/** `=?utf-8?Q?Perch=C3=A9?=` → `Perché` (RFC 2047). */
export function decodeHeader(value) {
  const one = (_, charset, encoding, text) => decodeBytes(
    encoding.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : quotedPrintable(text.replaceAll('_', ' ')), charset);
  return value.replace(/(=\?[^?]+\?[BQ]\?[^?]*\?=)\s+(?==\?)/gi, '$1').replace(/=\?([^?]+)\?([BQ])\?([^?]*)\?=/gi, one);
}

function split(raw) {
  const [, head, body] = /^([\s\S]*?)\r?\n\r?\n([\s\S]*)$/.exec(raw) ?? [null, raw, ''];
  const headers = {};
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const at = line.indexOf(':');
    if (at > 0) headers[line.slice(0, at).toLowerCase()] = line.slice(at + 1).trim();
  }
  return { headers, body };
}

function leaves(raw) {
  const { headers, body } = split(raw);
  const type = headers['content-type'] ?? 'text/plain';
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (boundary) {
    const mark = `--${boundary}`;
    return body.split(new RegExp(`(?:^|\\r?\\n)${mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:--)?[ \\t]*(?:\\r?\\n|$)`)).slice(1, -1).flatMap(leaves);
  }
  const encoding = (headers['content-transfer-encoding'] ?? '8bit').toLowerCase();
  const bytes = encoding === 'base64' ? Buffer.from(body, 'base64') : encoding === 'quoted-printable' ? quotedPrintable(body) : Buffer.from(body, 'latin1');
  return [{ type: type.split(';')[0].trim().toLowerCase(), text: decodeBytes(bytes, /charset="?([\w-]+)/i.exec(type)?.[1]) }];
}

/** { from, to, subject, messageId, text, html, headers } of one mail. */
export function parseMail(bytes) {
  const raw = Buffer.from(bytes).toString('latin1');
  const { headers } = split(raw);
  const parts = leaves(raw);
  const first = (type) => parts.find((part) => part.type === type)?.text ?? null;
  const named = (name) => decodeHeader(Buffer.from(headers[name] ?? '', 'latin1').toString('utf8'));
  return { headers, from: named('from'), to: named('to'), subject: named('subject'), messageId: headers['message-id'], text: first('text/plain'), html: first('text/html') };
}

/** All mails of a folder, oldest first. */
export async function mails(outbox) {
  const names = await readdir(outbox).catch(() => []);
  const all = [];
  for (const name of names.filter((one) => one.endsWith('.eml')).sort()) all.push({ name, ...parseMail(await readFile(join(outbox, name))) });
  return all.sort((a, b) => new Date(a.headers.date ?? 0) - new Date(b.headers.date ?? 0));
}

/** Waits for a mail to somebody, with a subject, that is not among those `seen` already; the newest. */
export async function waitForMail(outbox, { to = /./, subject = /./, seen = [], seconds = 15 } = {}) {
  const known = new Set(seen.map((mail) => mail.name));
  const until = Date.now() + seconds * 1000;
  for (;;) {
    const all = await mails(outbox);
    const found = all.filter((mail) => !known.has(mail.name) && new RegExp(to).test(mail.to) && new RegExp(subject).test(mail.subject));
    if (found.length > 0) return found.at(-1);
    if (Date.now() > until) assert.fail(`no mail to ${to} about ${subject}; there are: ${all.map((mail) => `${mail.to}: ${mail.subject}`).join('; ') || 'none'}`);
    await pause(100);
  }
}

/** The first link of a mail's text that matches, as a path: the demo's public address may differ from where we go. */
export function linkIn(mail, pattern = /./) {
  const links = (mail.text ?? mail.html ?? '').match(/https?:\/\/[^\s<>"')\]]+/g) ?? [];
  const found = links.map((one) => one.replace(/[.,;]+$/, '')).find((one) => pattern.test(one));
  assert.ok(found, `no link like ${pattern} in “${mail.subject}”: ${links.join(' ') || 'no links at all'}`);
  const url = new URL(found);
  return url.pathname + url.search;
}
