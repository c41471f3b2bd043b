// What a script may add to a page that works without it. Reads attributes, adds classes, sets no style.

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

document.addEventListener("submit", sendOnce);
document.addEventListener("keydown", foldOnEscape);
document.addEventListener("click", foldOnClickOutside);
addEventListener("pageshow", mayBeSentAgain);
document.querySelectorAll("textarea[maxlength][data-count]").forEach(countCharacters);
document.querySelectorAll("input[type=file][data-preview]").forEach(previewPictures);
document.querySelectorAll("input[type=password][data-peek]").forEach(peek);
document.querySelectorAll("[id][data-watch]").forEach(watch);
const urgent = document.querySelector(".ded-errors, .ded-toast[role=alert]");
urgent?.focus();
// an address with a #fragment takes the focus away once the page has loaded
if (urgent && location.hash) addEventListener("load", () => setTimeout(() => urgent.focus()));
