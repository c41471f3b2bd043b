// Shows the component sheet: every ```html block of README.md, drawn with the style in assets/dist.
//   node assets/sheet.mjs [port]      then open http://127.0.0.1:8090/
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";

const HERE = path.dirname(fileURLToPath(import.meta.url));
const DIST = path.join(HERE, "dist");
const TYPES = { ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".png": "image/png", ".woff2": "font/woff2", ".html": "text/html; charset=utf-8" };
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; form-action 'self'; base-uri 'none'";

/** `{icon it-user sm}` and `{asset golfo.svg}` stand for what the templates' macros write. */
function expand(text) {
  return text
    .replace(/\{icon (it-[\w-]+)(?: (\w+))?\}/g, (_, name, size) =>
      `<svg class="icon${size ? ` icon-${size}` : ""}" aria-hidden="true" focusable="false"><use href="/assets/icons.svg#${name}"></use></svg>`)
    .replace(/\{asset ([\w.-]+)\}/g, "/assets/$1")
    .replaceAll("{emblem}", fs.readFileSync(path.join(HERE, "emblem.svg"), "utf8").replace(/<svg.*?>/, '<svg viewBox="0 0 52 52" aria-hidden="true" focusable="false">').replace(/<!--.*?-->/s, ""));
}

/** The sections of the sheet: name, and the blocks below it. */
function sections() {
  const text = fs.readFileSync(path.join(HERE, "README.md"), "utf8");
  return text.split(/^## /m).slice(1)
    .map((part) => ({ name: part.split("\n")[0].trim(), blocks: [...part.matchAll(/```html( bare)?\n(.*?)```/gs)].map((found) => ({ bare: Boolean(found[1]), html: found[2] })) }))
    .filter((section) => section.blocks.length > 0);
}

function page(number) {
  const all = sections();
  const frame = all[0].blocks[0].html;
  const section = all[number];
  const list = `<div class="container ded-band"><h1>Component sheet</h1><ol>${all.map((each, at) => `<li><a class="ded-link" href="/${at}">${each.name}</a></li>`).join("")}</ol></div>`;
  const body = !section ? list : section.blocks.slice(number === 0 ? 1 : 0)
    .map(({ bare, html }) => (bare ? html : `<div class="container py-4">${html}</div>`)).join("\n");
  const title = /<h1/.test(body) ? "" : `<div class="container pt-4"><h1>${section?.name}</h1></div>`;
  return expand(frame.replace("TITLE", section?.name ?? "Component sheet").replace("MAIN", title + body));
}

/** A logical or hashed name, as a file of dist. */
function fileOf(name) {
  const manifest = JSON.parse(fs.readFileSync(path.join(DIST, "manifest.json"), "utf8"));
  return path.join(DIST, manifest[name] ?? path.basename(name));
}

const port = Number(process.argv[2] ?? 8090);
http.createServer((request, response) => {
  const { pathname } = new URL(request.url, "http://sheet");
  const isAsset = pathname.startsWith("/assets/");
  const at = isAsset ? fileOf(pathname.slice(8)) : "";
  if (isAsset && !fs.existsSync(at)) return response.writeHead(404).end();
  const type = TYPES[isAsset ? path.extname(at) : ".html"];
  response.writeHead(200, { "Content-Type": type, "Content-Security-Policy": POLICY, "Cache-Control": "no-store" });
  response.end(isAsset ? fs.readFileSync(at) : page(pathname === "/" ? -1 : Number(pathname.slice(1))));
}).listen(port, "127.0.0.1", () => console.log(`component sheet: http://127.0.0.1:${port}/`));
