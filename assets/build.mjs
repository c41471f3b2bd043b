// Makes assets/dist: everything a browser gets, with its content's hash in its name, compressed once.
// Run after `npm ci --ignore-scripts`; works from any folder. The same sources always give the same bytes.
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import zlib from "node:zlib";

const HERE = path.dirname(fileURLToPath(import.meta.url));
const HOUSE = path.dirname(HERE);
const NPM = path.join(HERE, "node_modules");
const KIT = path.join(NPM, "bootstrap-italia");
const DIST = path.join(HERE, "dist");
const DRAFT = path.join(NPM, `.draft-${process.pid}`);

/** Where class and icon names are looked for. A name is seen only when it is written whole. */
const SOURCES = [
  { folder: path.join(HOUSE, "crates"), ends: /\.(html|rs)$/ },
  { folder: path.join(HERE, "js"), ends: /\.js$/ },
  { folder: HERE, ends: /^(README\.md|sheet\.mjs)$/, flat: true },
];

/** Icons of pages that are drawn but not yet written. */
const ICONS_TO_COME = `arrow-left arrow-right burger calendar camera card chart-line check check-circle clip clock
  comment download error exchange-circle file file-image file-odt file-pdf files flag folder help-circle horn inbox
  lock mail map-marker map-marker-circle minus-circle pa pencil refresh restore search share star-full telephone tool
  upload user warning-circle`.split(/\s+/).map((name) => `it-${name}`);

/** Classes that a macro may put together from parts. */
const ALWAYS = ["icon-xs", "icon-sm", "icon-lg", "icon-xl"];

/** The town's sea, as hue, saturation and brightness: what Bootstrap Italia computes its blues from. */
const SEA = "$primary-h: 196; $primary-s: 92; $primary-b: 48;";

const FONTS = {
  "titillium-400.woff2": "Titillium_Web/titillium-web-v10-latin-ext_latin-regular.woff2",
  "titillium-600.woff2": "Titillium_Web/titillium-web-v10-latin-ext_latin-600.woff2",
  "lora-400.woff2": "Lora/lora-v20-latin-ext_latin-regular.woff2",
  "lora-400-italic.woff2": "Lora/lora-v20-latin-ext_latin-italic.woff2",
  "roboto-mono-400.woff2": "Roboto_Mono/roboto-mono-v13-latin-ext_latin-regular.woff2",
};

const COMPRESSIBLE = /\.(css|js|svg|json)$/;
const BROWSERS = { chrome: 105 << 16, firefox: 115 << 16, safari: (15 << 16) | (4 << 8), ios_saf: (15 << 16) | (4 << 8) };

class Stop extends Error {}

/** Files under a folder, in a fixed order. */
function files(folder, flat = false) {
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const at = path.join(folder, entry.name);
      if (entry.isDirectory()) return flat || entry.name === "target" ? [] : files(at);
      return [at];
    });
}

function readSources() {
  return SOURCES.flatMap(({ folder, ends, flat }) =>
    files(folder, flat)
      .filter((at) => ends.test(path.basename(at)))
      .map((at) => ({ name: path.relative(HOUSE, at), text: fs.readFileSync(at, "utf8") })));
}

// ── style ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** What the kit leaves to its own script or contradicts itself in. A pattern that is gone after an upgrade stops the build. */
const KIT_REPAIRS = [
  // the ring after a click is kept away by the kit's script; browsers know by themselves
  [/:focus:not\(\[data-focus-mouse=true\]\)/g, ":focus-visible"],
  // icons of the kit's own validator, and corners that nobody could round again
  [/\.form-control\{[^}]*background-size:45px[^}]*\}/g, ""],
];

function repaired(style) {
  return KIT_REPAIRS.reduce((text, [pattern, better]) => {
    if (text.search(pattern) < 0) throw new Stop(`Bootstrap Italia has changed: nothing matches ${pattern} any more; look whether the repair in build.mjs is still due`);
    return text.replace(pattern, better);
  }, style);
}

/** Every word that could be a class name. */
function wordsIn(sources) {
  const words = new Set(ALWAYS);
  for (const { text } of sources) for (const [word] of text.matchAll(/[A-Za-z][\w-]*/g)) words.add(word);
  return words;
}

/** Does a selector of the kit ask for a class that no page has? */
function isUnused(selector, words) {
  return selector.some((part) => {
    if (part.type === "class") return !words.has(part.name);
    if (part.type === "pseudo-class" && (part.kind === "is" || part.kind === "where"))
      return part.selectors.every((inner) => isUnused(inner, words));
    return false;
  });
}

/** Bootstrap Italia in the town's colours, only the rules whose classes appear in a page. */
function kitStyle(sass, lightning, words) {
  const whole = sass.compileString(`${SEA} @import "bootstrap-italia";`, {
    loadPaths: [path.join(KIT, "src/scss"), NPM],
    logger: sass.Logger.silent,
    style: "compressed",
    charset: false,
  }).css;
  const classes = new Set([...whole.matchAll(/\.(it-[\w-]+)/g)].map((found) => found[1]));
  const used = lightning.transform({
    filename: "kit.css",
    code: Buffer.from(repaired(whole)),
    errorRecovery: true,
    // the kit's own @font-face is a data: address, which the content-security policy refuses
    visitor: { Selector: (selector) => (isUnused(selector, words) ? [] : undefined), Rule: { "font-face": () => [] } },
  }).code;
  return { style: used, classes };
}

/** Drops custom properties nobody reads and keyframes nobody plays, until nothing more falls. */
function dropUnread(lightning, code) {
  for (;;) {
    const text = code.toString();
    const read = new Set([...text.matchAll(/var\(\s*(--[\w-]+)/g)].map((found) => found[1]));
    const played = new Set([...text.matchAll(/animation(?:-name)?:([^;}]+)/g)].flatMap((found) => found[1].split(/[\s,]+/)));
    const next = lightning.transform({
      filename: "dedalus.css",
      code,
      minify: true,
      errorRecovery: true,
      targets: BROWSERS,
      visitor: {
        Declaration: { custom: (property) => (property.name.startsWith("--") && !read.has(property.name) ? [] : undefined) },
        Rule: { keyframes: (rule) => (played.has(rule.value.name.value) ? undefined : []) },
      },
    }).code;
    if (next.length >= code.length) return next;
    code = Buffer.from(next);
  }
}

/** The one stylesheet: the kit's part, then ours. Fonts get their public addresses. */
async function style(sources, addressOf) {
  const sass = await import("sass");
  const lightning = await import("lightningcss");
  const { style: kit, classes } = kitStyle(sass, lightning, wordsIn(sources));
  const ours = lightning.bundle({ filename: path.join(HERE, "css/index.css"), minify: false }).code;
  const forbidden = ours.toString().match(/[^{};]*!important/);
  if (forbidden) throw new Stop(`our own style must do without !important: ${forbidden[0].trim()}`);
  const text = `${kit}\n${ours}`.replace(/url\("?font:([\w.-]+)"?\)/g, (_, name) => `url("${addressOf(name)}")`);
  return { code: dropUnread(lightning, Buffer.from(text)), classes };
}

// ── icons and pictures ─────────────────────────────────────────────────────────────────────────────────────────────

/** The sprite: only icons that a page names. A name the kit does not have stops the build. */
function sprite(sources, kitClasses) {
  const kit = fs.readFileSync(path.join(KIT, "dist/svg/sprites.svg"), "utf8");
  const symbols = new Map([...kit.matchAll(/<symbol id="(it-[\w-]+)".*?<\/symbol>/gs)].map((found) => [found[1], found[0]]));
  const wanted = new Set(ICONS_TO_COME);
  for (const { name, text } of sources) {
    text.split("\n").forEach((line, at) => {
      for (const [word] of line.matchAll(/(?<![\w-])it-[a-z][a-z0-9-]*/g)) {
        const isLanguage = /^it-(it|ch)$/.test(word) && !symbols.has(word);
        if (symbols.has(word)) wanted.add(word);
        else if (!kitClasses.has(word) && !isLanguage)
          throw new Stop(`${name}:${at + 1} names the icon "${word}", which Bootstrap Italia does not have (its ${symbols.size} names stand in assets/node_modules/bootstrap-italia/dist/svg/sprites.svg)`);
      }
    });
  }
  const missing = [...wanted].find((name) => !symbols.has(name));
  if (missing) throw new Stop(`the list of icons to come names "${missing}", which Bootstrap Italia does not have`);
  const body = [...wanted].sort().map((name) => symbols.get(name)).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg">${body}</svg>`;
}

/** Takes comments and the space between elements out of a drawing, nothing else. */
function lean(svg) {
  return svg.replace(/<!--.*?-->/gs, "").replace(/>\s+</g, "><").replace(/\s*\n\s*/g, " ").trim();
}

async function raster() {
  const { Resvg } = await import("@resvg/resvg-js");
  return (svg, width) => new Resvg(svg, { fitTo: { mode: "width", value: width }, font: { loadSystemFonts: false } }).render().asPng();
}

// ── the whole ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** Collects the public files under their logical names and writes them under hashed ones. */
class Shelf {
  entries = new Map();

  put(name, bytes) {
    if (this.entries.has(name)) throw new Stop(`two files want the name ${name}`);
    const body = Buffer.from(bytes);
    const hash = createHash("sha256").update(body).digest("hex").slice(0, 8);
    const { name: stem, ext } = path.parse(name);
    this.entries.set(name, { body, hashed: `${stem}.${hash}${ext}` });
  }

  address(name) {
    const entry = this.entries.get(name);
    if (!entry) throw new Stop(`the style asks for "${name}", which is not among the fonts`);
    return `/assets/${entry.hashed}`;
  }

  write(folder) {
    const manifest = {};
    for (const [name, { body, hashed }] of [...this.entries].sort(([a], [b]) => (a < b ? -1 : 1))) {
      manifest[name] = hashed;
      fs.writeFileSync(path.join(folder, hashed), body);
      if (!COMPRESSIBLE.test(name)) continue;
      const { BROTLI_PARAM_QUALITY: quality, BROTLI_PARAM_MODE: mode, BROTLI_PARAM_SIZE_HINT: hint, BROTLI_MODE_TEXT } = zlib.constants;
      fs.writeFileSync(path.join(folder, `${hashed}.br`), zlib.brotliCompressSync(body, { params: { [quality]: 11, [mode]: BROTLI_MODE_TEXT, [hint]: body.length } }));
      fs.writeFileSync(path.join(folder, `${hashed}.gz`), zlib.gzipSync(body, { level: 9 }));
    }
    fs.writeFileSync(path.join(folder, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  }
}

/** The script and its modules: where one names another, or a style, it gets that one's public address. */
function putScripts(shelf) {
  const folder = path.join(HERE, "js");
  const put = (name) => {
    if (shelf.entries.has(name)) return;
    const text = fs.readFileSync(path.join(folder, name), "utf8");
    shelf.put(name, text.replace(/"\.\/([\w-]+\.(?:js|css))"/g, (_, other) => {
      put(other);
      return `"${shelf.address(other)}"`;
    }));
  };
  files(folder).map((at) => path.basename(at)).forEach(put);
}

/** Leaflet as a module, and its style without the pictures that we do not use. */
async function putLeaflet(shelf) {
  const lightning = await import("lightningcss");
  const folder = path.join(NPM, "leaflet/dist");
  const script = fs.readFileSync(path.join(folder, "leaflet.js"), "utf8").replace(/\/\/# sourceMappingURL=.*/, "");
  shelf.put("leaflet.js", `const module={exports:{}},exports=module.exports;(function(){${script}}).call(globalThis);export default exports;\n`);
  const style = fs.readFileSync(path.join(folder, "leaflet.css"), "utf8").replace(/[\w-]+:\s*url\([^)]*\);?/g, "");
  shelf.put("leaflet.css", lightning.transform({ filename: "leaflet.css", code: Buffer.from(style), minify: true, errorRecovery: true, targets: BROWSERS }).code);
}

/** Two folders with the same files: then the old one stays, and nothing that was built from it is built again. */
function sameFolder(one, other) {
  const names = (folder) => files(folder).map((at) => path.relative(folder, at));
  return names(one).join() === names(other).join()
    && names(one).every((name) => fs.readFileSync(path.join(one, name)).equals(fs.readFileSync(path.join(other, name))));
}

async function build() {
  const packages = ["bootstrap-italia", "sass", "lightningcss", "@resvg/resvg-js", "leaflet"];
  const absent = packages.find((name) => !fs.existsSync(path.join(NPM, name)));
  if (absent) throw new Stop(`the npm package ${absent} is missing: run "make assets", or "npm ci --ignore-scripts" in the folder assets`);

  const sources = readSources();
  const shelf = new Shelf();
  for (const [name, at] of Object.entries(FONTS)) shelf.put(name, fs.readFileSync(path.join(KIT, "dist/fonts", at)));

  const { code, classes } = await style(sources, (name) => shelf.address(name));
  shelf.put("dedalus.css", code);
  await putLeaflet(shelf);
  putScripts(shelf);
  shelf.put("icons.svg", sprite(sources, classes));

  const png = await raster();
  const emblem = fs.readFileSync(path.join(HERE, "emblem.svg"), "utf8");
  const tile = fs.readFileSync(path.join(HERE, "emblem-tile.svg"), "utf8");
  shelf.put("favicon.svg", lean(emblem));
  for (const width of [180, 192, 512]) shelf.put(`icon-${width}.png`, png(tile, width));

  fs.rmSync(DRAFT, { recursive: true, force: true });
  fs.mkdirSync(path.join(DRAFT, "demo"), { recursive: true });
  for (const at of files(path.join(HERE, "illustrations")).filter((name) => name.endsWith(".svg"))) {
    const drawing = fs.readFileSync(at, "utf8");
    shelf.put(path.basename(at), lean(drawing));
    fs.writeFileSync(path.join(DRAFT, "demo", `${path.parse(at).name}.png`), png(drawing, 1600));
  }
  shelf.write(DRAFT);
  if (sameFolder(DRAFT, DIST)) {
    fs.rmSync(DRAFT, { recursive: true });
    return console.log("assets: nothing has changed");
  }
  fs.rmSync(DIST, { recursive: true, force: true });
  fs.renameSync(DRAFT, DIST);

  const brotli = (name) => (fs.statSync(path.join(DIST, `${shelf.entries.get(name).hashed}.br`)).size / 1000).toFixed(1);
  console.log(`assets: ${shelf.entries.size} files; dedalus.css ${brotli("dedalus.css")} kB, icons.svg ${brotli("icons.svg")} kB, dedalus.js ${brotli("dedalus.js")} kB (brotli)`);
}

build().catch((error) => {
  console.error(error instanceof Stop ? `assets: ${error.message}.` : error);
  process.exit(1);
});
