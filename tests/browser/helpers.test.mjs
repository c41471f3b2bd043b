// The helpers themselves, against a server of a few planted faults: each must turn red on its fault, and on no other page.
import assert from 'node:assert/strict';
import { access, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { NARROW, WIDE, closeBrowser, go, pressOn, problemsOf, shot, tabTo, typeInto, visit } from './lib/browser.mjs';
import { checkAxe, checkFrame, checkHtml, checkMarkup, checkPage, checkWidth } from './lib/checks.mjs';
import { linkIn, mails, parseMail, waitForMail } from './lib/mail.mjs';
import { freePort, parseSignIn, startTown } from './lib/town.mjs';

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'";
const html = (body, head = '') => `<!DOCTYPE html>
<html lang="it">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Prova · Città</title>${head}</head>
<body>
<header><a href="#main">Vai al contenuto</a></header>
<main id="main"><h1>Prova</h1>${body}</main>
</body>
</html>
`;
const PAGES = {
  '/good': html(`<p>Una pagina <a href="/second">come si deve</a>.</p>
<form action="/form" method="post"><label for="name">Nome</label> <input id="name" name="name" type="text" autocomplete="name"> <button type="submit">Invia</button></form>`,
  '<link rel="stylesheet" href="/style.css">'),
  '/second': html('<p>Seconda pagina.</p>'),
  '/axe': html('<img src="/dot.svg"><button type="button"></button>'),
  '/inline-script': html('<script>document.title = "no"</script>'),
  '/inline-style': html('<p style="color: #123">Colore</p>'),
  '/foreign': html('<p>Immagine altrui</p><img src="http://foreign.invalid/dot.svg" alt="di altri">'),
  '/script-error': html('<p>Errore</p>', '<script src="/throws.js"></script>'),
  '/console-error': html('<p>Errore</p>', '<script src="/complains.js"></script>'),
  '/missing-image': html('<p>Manca</p><img src="/no.svg" alt="manca">'),
  '/wide': html('<p class="wide">Larga</p>', '<link rel="stylesheet" href="/style.css">'),
  '/two-headings': html('<h1>Ancora</h1>'),
  '/nowhere-link': html('<p><a href="#manca">Più giù</a></p>'),
  '/no-icon': html('<p><svg aria-hidden="true"><use href="/dot.svg#manca"></use></svg> Icona</p>'),
  '/no-focus': html('<p><button type="button" class="bare">Nudo</button></p>', '<link rel="stylesheet" href="/style.css">'),
  '/bad-markup': html('<p><div>Un blocco dentro un paragrafo</div></p><p id="a">1</p><p id="a">2</p>'),
};
const FILES = {
  '/style.css': ['text/css', '.wide { width: 1500px } .bare:focus-visible { outline: none } body { color: #17324d; background: #fff } a { color: #0066cc }'],
  '/throws.js': ['text/javascript', 'throw new Error("planted");'],
  '/complains.js': ['text/javascript', 'console.error("planted");'],
  '/dot.svg': ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="4" cx="4" cy="4"/></svg>'],
  '/favicon.ico': ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
};

let server, base;
before(async () => {
  server = createServer((request, response) => {
    const path = new URL(request.url, 'http://x').pathname;
    if (path !== '/foreign') response.setHeader('Content-Security-Policy', POLICY); // which would stop the request itself
    if (FILES[path]) return response.setHeader('Content-Type', FILES[path][0]).end(FILES[path][1]);
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    if (path === '/form' && request.method === 'POST') {
      let form = '';
      request.on('data', (part) => { form += part; });
      return request.on('end', () => response.end(html(`<p>Ricevuto: ${new URLSearchParams(form).get('name')}</p>`)));
    }
    response.statusCode = PAGES[path] ? 200 : 404;
    response.end(PAGES[path] ?? html('<p>Non trovata</p>'));
  });
  const port = await freePort();
  await new Promise((resolve) => { server.listen(port, '127.0.0.1', resolve); });
  base = `http://127.0.0.1:${port}`;
});
after(async () => {
  await closeBrowser();
  server.closeAllConnections();
  server.close();
});

/** A visit that must fail, with a message that says why. */
const visitFails = (address, why) => assert.rejects(visit(base, { name: `planted${address.replace('/', '-')}` }, (page) => go(page, address)), why);

for (const width of [WIDE, NARROW]) {
  for (const javaScript of [true, false]) {
    test(`a good page passes every check at ${width} px ${javaScript ? 'with' : 'without'} script`, () =>
      visit(base, { width, javaScript }, async (page) => {
        await go(page, '/good');
        await checkPage(page, 'good');
        await access(await shot(page, `helpers-good-${javaScript}`));
      }));
  }
}

test('axe sees what is planted, and says where', () => visit(base, {}, async (page) => {
  await go(page, '/axe');
  await assert.rejects(checkAxe(page, 'planted'), /planted: axe found 2[\s\S]*button-name: [\s\S]*image-alt: [^\n]*\n *img\n/);
}));

test('axe works without script too', () => visit(base, { javaScript: false }, async (page) => {
  await go(page, '/axe');
  await assert.rejects(checkAxe(page, 'planted'), /image-alt/);
}));

test('an inline script fails the visit', () => visitFails('/inline-script', /policy: .*script/i));
test('an inline style fails the visit', () => visitFails('/inline-style', /policy: .*style/i));
test('a script error fails the visit', () => visitFails('/script-error', /script: planted/));
test('a console error fails the visit', () => visitFails('/console-error', /console: planted/));
test('a missing picture fails the visit', () => visitFails('/missing-image', /console: Failed to load resource[\s\S]*no\.svg/));
test('a request to another host is refused and fails the visit', () => visitFails('/foreign', /foreign: .*foreign\.invalid/));
test('an unexpected status fails the visit', () => visitFails('/nowhere', /answered 404/));

test('a page that is meant to be missing is no problem', () => visit(base, {}, async (page) => {
  await go(page, '/nowhere', 404);
  assert.deepEqual(problemsOf(page), []);
}));

test('a page wider than the window is seen', () => visit(base, { width: NARROW }, async (page) => {
  await go(page, '/wide');
  await assert.rejects(checkWidth(page, 'planted'), /sideways at 390 px: .*wide/);
}));

test('faults in the markup are seen', async () => {
  await checkMarkup(PAGES['/good'], 'good');
  await assert.rejects(checkMarkup(PAGES['/bad-markup'], 'planted'), /no-dup-id/);
  await visit(base, {}, async (page) => {
    await go(page, '/bad-markup');
    await assert.rejects(checkHtml(page), /element-permitted-content|no-implicit-close|close-order/);
  });
});

for (const javaScript of [true, false]) {
  test(`the keyboard alone fills and sends a form ${javaScript ? 'with' : 'without'} script`, () =>
    visit(base, { javaScript }, async (page) => {
      await go(page, '/good');
      await typeInto(page, page.getByLabel('Nome'), 'Anna');
      await pressOn(page, page.getByRole('button', { name: 'Invia' }));
      await page.getByText('Ricevuto: Anna').waitFor();
      await go(page, '/good');
      await pressOn(page, page.getByRole('link', { name: 'come si deve' }));
      await page.waitForURL('**/second');
    }));
}

test('what the keyboard cannot reach is said', () => visit(base, {}, async (page) => {
  await go(page, '/good');
  await assert.rejects(tabTo(page, page.getByText('Una pagina'), { most: 8 }), /cannot be reached/);
}));

test('a focus that cannot be seen fails the keyboard', () => visit(base, {}, async (page) => {
  await go(page, '/no-focus');
  await assert.rejects(tabTo(page, page.getByText('Nudo')), /the focus cannot be seen on .*bare/);
}));

for (const [address, why] of [['/two-headings', /2 h1: Prova,Ancora/], ['/nowhere-link', /lead nowhere[\s\S]*#manca/], ['/no-icon', /no icon .*#manca/]]) {
  test(`the frame of ${address} is seen to be wrong`, () => visit(base, {}, async (page) => {
    await go(page, address);
    await assert.rejects(checkFrame(page, 'planted'), why);
  }));
}

test('mail is read as a person reads it', async () => {
  const outbox = await mkdtemp(join(tmpdir(), 'dedalus-outbox-'));
  try {
    const plain = ['Date: Thu, 24 Feb 2028 10:00:00 +0000', 'From: Comune <no-reply@example.org>', 'To: anna@example.org',
      'Subject: =?utf-8?Q?Perch=C3=A9?= =?utf-8?B?IGNvc8Os?=', 'Message-ID: <1@example.org>',
      'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable', '',
      'Apra http://localhost:8080/iscriviti/conferma?codice=3Dabc=', 'def.', 'Citt=C3=A0 =3D bella', ''].join('\r\n');
    const parts = ['Date: Thu, 24 Feb 2028 11:00:00 +0000', 'To: anna@example.org', 'Subject: Nuova password',
      'Content-Type: multipart/alternative;', ' boundary="b=_1"', '', '--b=_1', 'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64', '', Buffer.from('Vada su https://town.example/reimposta/xyz, poi').toString('base64'),
      '--b=_1', 'Content-Type: text/html; charset=utf-8', '', '<p>Vada</p>', '--b=_1--', ''].join('\r\n');
    await writeFile(join(outbox, 'b.eml'), plain);
    setTimeout(() => writeFile(join(outbox, 'a.eml'), parts), 300);
    const first = await waitForMail(outbox, { to: /anna@/, subject: /così/ });
    assert.equal(first.subject, 'Perché così');
    assert.match(first.text, /Città = bella/);
    assert.equal(linkIn(first, /conferma/), '/iscriviti/conferma?codice=abcdef');
    const second = await waitForMail(outbox, { to: /anna@/, seen: [first] });
    assert.equal(linkIn(second), '/reimposta/xyz');
    assert.equal(second.html.trim(), '<p>Vada</p>');
    assert.deepEqual((await mails(outbox)).map((mail) => mail.name), ['b.eml', 'a.eml']);
    assert.throws(() => linkIn(second, /conferma/), /no link like/);
    await assert.rejects(waitForMail(outbox, { to: /nobody/, seconds: 0.2 }), /no mail to .*nobody/);
    assert.equal(parseMail('Subject: x\n\nciao\n').text, 'ciao\n');
  } finally {
    await rm(outbox, { recursive: true });
  }
});

const FAKE_TOWN = `
const at = process.argv[process.argv.indexOf('--listen') + 1];
if (process.argv.includes('--broken')) { console.error('the port is taken'); process.exit(3); }
console.log('Sign-ins:');
console.log('citizen           Anna Li Vigni  anna@example.org  piazza-duomo-1');
console.log('verified citizen  Capo D’Anna    capo@example.org  piazza-duomo-2');
require('http').createServer((q, r) => r.end('ciao')).listen(Number(at.split(':')[1]), '127.0.0.1', () => { console.log('ready http://' + at); console.log('http://localhost:1'); });
`;

test('a town is started, read and stopped', async () => {
  const town = await startTown({ command: [process.execPath, '-e', FAKE_TOWN, '--'] });
  try {
    assert.equal(await (await fetch(town.base)).text(), 'ciao');
    assert.deepEqual(town.signIn('citizen'), { role: 'citizen', name: 'Anna Li Vigni', email: 'anna@example.org', password: 'piazza-duomo-1' });
    assert.equal(town.signIn('verified citizen').password, 'piazza-duomo-2');
    assert.throws(() => town.signIn('mayor'), /no sign-in for mayor among: citizen, verified citizen/);
    await access(town.data);
  } finally {
    await town.stop();
  }
  await assert.rejects(fetch(town.base), 'it is gone');
  await assert.rejects(access(town.data), 'with its folder');
});

test('a town that does not start says why', async () => {
  await assert.rejects(startTown({ command: [process.execPath, '-e', FAKE_TOWN, '--'], args: ['--broken'] }), /ended \(3\) before it was ready:\nthe port is taken/);
  await assert.rejects(startTown({ command: ['/nowhere/dedalus'] }), /could not be started \(ENOENT\): run make build/);
});

test('other lines are no sign-ins', () => {
  for (const line of ['ready http://127.0.0.1:8080', 'http://localhost:8080', 'Sign-ins:', '', '  16 offices, 15 people of the staff, 7 pages',
    'mail is written to var/demo/outbox', 'ready http://localhost:1  (passkeys need this name instead of the number)']) assert.equal(parseSignIn(line), null);
});
