// What a script may add to a page that works without it. Reads attributes, adds classes, sets no style.

import { posts } from "./posts.js";
import { recordings } from "./recordings.js";
import { requests } from "./requests.js";

const FOLDED = "details.ded-menu, details.ded-me, details.ded-extra";

/** A second click on the same button must not send the form twice. */
function sendOnce(event) {
  const form = event.target;
  if (form.dataset.sent) return event.preventDefault();
  if (event.defaultPrevented || form.method === "dialog") return;
  form.dataset.sent = "yes";
  event.submitter?.setAttribute("aria-disabled", "true");
}

/** A page that comes back from the history can be sent again. */
function mayBeSentAgain() {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    form.querySelectorAll("[aria-disabled]").forEach((button) => button.removeAttribute("aria-disabled"));
  }
}

/** How many characters are left; said aloud only when they are few and the hand rests. */
function countCharacters(area) {
  const shown = document.createElement("p");
  const spoken = document.createElement("p");
  shown.className = "ded-left-over";
  shown.setAttribute("aria-hidden", "true");
  spoken.className = "visually-hidden";
  spoken.setAttribute("role", "status");
  area.after(shown, spoken);
  let rest;
  const update = () => {
    const left = area.maxLength - area.value.length;
    const words = area.dataset.count.replace("%n", left.toLocaleString(document.documentElement.lang));
    const few = left <= Math.max(20, area.maxLength / 10);
    shown.textContent = words;
    shown.classList.toggle("ded-left-over--few", few);
    clearTimeout(rest);
    rest = setTimeout(() => { spoken.textContent = few ? words : ""; }, 1200);
  };
  area.addEventListener("input", update);
  update();
}

/** Shows the pictures one is about to send. */
function previewPictures(input) {
  const list = document.createElement("ul");
  list.className = "ded-preview";
  list.hidden = true;
  (input.closest(".ded-drop") ?? input).after(list);
  let addresses = [];
  input.addEventListener("change", () => {
    addresses.forEach((address) => URL.revokeObjectURL(address));
    addresses = [];
    list.replaceChildren(...[...input.files].map((file) => {
      const item = document.createElement("li");
      if (file.type.startsWith("image/")) {
        const picture = document.createElement("img");
        picture.src = URL.createObjectURL(file);
        picture.alt = "";
        addresses.push(picture.src);
        item.append(picture);
      }
      const name = document.createElement("small");
      name.textContent = file.name;
      item.append(name);
      return item;
    }));
    list.hidden = list.childElementCount === 0;
  });
}

/** A button that shows what is typed into a password field. */
function peek(input) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "ded-quiet";
  button.setAttribute("aria-controls", input.id);
  button.textContent = input.dataset.peek;
  button.addEventListener("click", () => {
    const shows = input.type === "text";
    input.type = shows ? "password" : "text";
    button.textContent = shows ? input.dataset.peek : input.dataset.peekHide;
  });
  input.form?.addEventListener("submit", () => { input.type = "password"; });
  input.after(button);
}

/** Works a puzzle out before a form is sent, a piece at a time so that the page stays awake. Without it one waits a minute. */
async function solve(field) {
  if (!crypto.subtle) return;
  const { puzzle, bits } = field.dataset;
  const text = new TextEncoder();
  for (let number = 0; field.isConnected; number += 1) {
    const hash = new DataView(await crypto.subtle.digest("SHA-256", text.encode(puzzle + number)));
    if (Math.clz32(hash.getUint32(0)) < Number(bits)) continue;
    field.value = number;
    return;
  }
}

/** What is being made shows how far it is: the part of the page that waits is read again now and then, while somebody looks. */
function watch(part) {
  const spoken = document.createElement("p");
  spoken.className = "visually-hidden";
  spoken.setAttribute("role", "status");
  part.after(spoken);
  const again = () => setTimeout(look, 2500);
  const look = async () => {
    if (document.hidden) return again();
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
    if (!answer?.ok || answer.redirected) return;
    const there = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(part.id);
    if (!there) return;
    const now = document.adoptNode(there);
    part.replaceChildren(...now.childNodes);
    // how far it is would be said every few seconds: only the end is said aloud
    if ("watch" in now.dataset) return again();
    part.className = now.className;
    spoken.textContent = part.querySelector("p").textContent;
  };
  again();
}

/** Escape folds the menu one is in and gives the focus back. */
function foldOnEscape(event) {
  if (event.key !== "Escape") return;
  const open = event.target.closest?.(FOLDED) ?? document.querySelector("details.ded-me[open], details.ded-extra[open], details.ded-menu[open]");
  if (!open?.open) return;
  open.open = false;
  open.querySelector("summary").focus();
}

function foldOnClickOutside(event) {
  for (const open of document.querySelectorAll("details.ded-me[open], details.ded-extra[open]"))
    if (!open.contains(event.target)) open.open = false;
}

// ── passkeys (WebAuthn Level 3): the device's answer is sent with the form of its button ──────────────────────────────

const bytesOf = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
const textOf = (bytes) =>
  bytes && btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

/** The server's question as the browser wants it: bytes instead of text. */
function questionOf({ publicKey }) {
  publicKey.challenge = bytesOf(publicKey.challenge);
  if (publicKey.user) publicKey.user.id = bytesOf(publicKey.user.id);
  for (const one of [...(publicKey.excludeCredentials ?? []), ...(publicKey.allowCredentials ?? [])]) {
    one.id = bytesOf(one.id);
    if (!one.transports) delete one.transports;
  }
  return { publicKey };
}

/** The device's answer as the server wants it. */
function answerOf({ id, rawId, type, response }, extensions) {
  const { clientDataJSON, attestationObject, authenticatorData, signature, userHandle } = response;
  const made = { clientDataJSON: textOf(clientDataJSON), attestationObject: textOf(attestationObject), transports: response.getTransports?.() };
  const shown = { clientDataJSON: textOf(clientDataJSON), authenticatorData: textOf(authenticatorData), signature: textOf(signature), userHandle: textOf(userHandle) };
  return JSON.stringify({ id, rawId: textOf(rawId), type, response: attestationObject ? made : shown, extensions });
}

class Refused extends Error {}

async function askFor(button) {
  const answer = await fetch(button.dataset.sfida, {
    method: "POST", headers: { Accept: "application/json" },
    body: new URLSearchParams({ nickname: button.form.elements.nickname?.value ?? "" }),
  });
  if (answer.ok) return questionOf(await answer.json());
  const { status } = answer;
  throw Object.assign(new Refused((await answer.json()).detail), { status });
}

let waiting; // the question that stands beside the field of the address

/** Asks the server, then the device, and sends what the device said. */
async function usePasskey(button, mediation) {
  waiting?.abort();
  const stop = waiting = new AbortController();
  const question = { ...await askFor(button), signal: stop.signal };
  const credential = button.dataset.passkey === "crea"
    ? await navigator.credentials.create(question)
    : await navigator.credentials.get({ ...question, mediation });
  button.form.elements.passkey.value = answerOf(credential, credential.getClientExtensionResults());
  button.form.requestSubmit();
}

function passkeyButton(button) {
  const said = document.createElement("p");
  said.className = "ded-error mt-2";
  said.setAttribute("role", "alert");
  button.after(said);
  button.addEventListener("click", async (event) => {
    event.preventDefault();
    if (button.getAttribute("aria-disabled")) return;
    button.setAttribute("aria-disabled", "true");
    said.textContent = "";
    try {
      await usePasskey(button);
    } catch (error) {
      button.removeAttribute("aria-disabled");
      // the proof has run out, or the session: the page itself leads on; what is wrong with a field the form will say
      if ([401, 403].includes(error.status)) location.reload();
      else if (error.status === 422) button.form.requestSubmit();
      else said.textContent = error instanceof Refused ? error.message : button.dataset.failed;
    }
  });
}

/** Passkeys are offered among what the browser fills in. A question grows old, and another tab's replaces it: it is asked again. */
async function offerPasskeys(button) {
  if (!await PublicKeyCredential.isConditionalMediationAvailable?.()) return;
  const offer = () => { if (!document.hidden && !button.hasAttribute("aria-disabled")) usePasskey(button, "conditional").catch(() => {}); };
  offer();
  setInterval(offer, 8 * 60_000);
  document.addEventListener("visibilitychange", offer);
}

function passkeys() {
  document.querySelectorAll("[data-passkey-box]").forEach((box) => { box.hidden = false; });
  document.querySelectorAll("[data-passkey-none]").forEach((words) => { words.hidden = true; });
  document.querySelectorAll("[data-passkey]").forEach(passkeyButton);
  document.querySelectorAll("[data-passkey][data-autofill]").forEach(offerPasskeys);
}

/** A box that makes a field needless. */
function hides(box) {
  const field = document.getElementById(box.dataset.hides).closest(".ded-field");
  const update = () => { field.hidden = box.checked; };
  box.addEventListener("change", update);
  update();
}

/** Says now and then how many posts came since the page was made: a link, like the one the page has without a script. */
function news(bar) {
  const ask = async () => {
    if (document.hidden) return;
    const answer = await fetch(bar.dataset.news, { headers: { accept: "text/html" } }).catch(() => null);
    if (answer?.status !== 200) return;
    const found = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("a");
    if (found && found.textContent !== bar.textContent) bar.replaceChildren(document.importNode(found, true));
  };
  setInterval(ask, Number(bar.dataset.every ?? 60) * 1000);
  document.addEventListener("visibilitychange", ask);
}

posts();
requests();
recordings(countCharacters);
document.addEventListener("submit", sendOnce);
document.addEventListener("keydown", foldOnEscape);
document.addEventListener("click", foldOnClickOutside);
addEventListener("pageshow", mayBeSentAgain);
document.querySelectorAll("textarea[maxlength][data-count]").forEach(countCharacters);
document.querySelectorAll("input[type=file][data-preview]").forEach(previewPictures);
document.querySelectorAll("input[type=password][data-peek]").forEach(peek);
document.querySelectorAll("input[data-puzzle]").forEach(solve);
document.querySelectorAll("input[data-hides]").forEach(hides);
document.querySelectorAll("[data-print]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => print());
});
if (window.PublicKeyCredential) passkeys();
document.querySelectorAll("[id][data-watch]").forEach(watch);
document.querySelectorAll("[data-news]").forEach(news);
if (document.querySelector("[data-live], form[data-push]")) import("./notices.js");
if (document.querySelector("[data-place], [data-map]")) import("./place.js");
if (document.querySelector("[data-room]")) import("./room.js");
const urgent = document.querySelector(".ded-errors, .ded-toast[role=alert]");
urgent?.focus();
// an address with a #fragment takes the focus away once the page has loaded
if (urgent && location.hash) addEventListener("load", () => setTimeout(() => urgent.focus()));
