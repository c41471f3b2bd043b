// What a script adds to posts: gestures without a reload, drafts that keep themselves, the news of new answers.

const PART = { "X-Parte": "1" };

/** A like, a bookmark, a share: the form is sent behind the page, and its buttons are drawn again. */
async function gesture(event) {
  const form = event.target.closest?.("[data-gesti] form");
  if (!form || event.defaultPrevented) return;
  const box = form.closest("[data-gesti]");
  event.preventDefault();
  if (box.dataset.sent) return;
  box.dataset.sent = "yes";
  const place = [...box.querySelectorAll("form")].indexOf(form);
  const answer = await fetch(form.action, { method: "POST", headers: PART, body: new URLSearchParams(new FormData(form)) }).catch(() => null);
  // whatever is in the way, the page itself says: signed out, gone, too often
  if (!answer?.ok || answer.redirected) {
    delete box.dataset.sent;
    return form.submit();
  }
  const drawn = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-gesti]");
  if (!drawn) return location.reload();
  box.replaceWith(document.adoptNode(drawn));
  drawn.querySelectorAll("form")[place]?.querySelector("button")?.focus();
}

/** Keeps what is written a few seconds after the hand rests, and says so. */
function keepDraft(form) {
  const said = form.querySelector("[data-bozza-stato]");
  let rest;
  let last = "";
  const send = async () => {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.append(name, value);
    if (fields.toString() === last || form.dataset.sent) return;
    const answer = await fetch(form.dataset.bozza, { method: "POST", headers: PART, body: fields }).catch(() => null);
    if (answer?.status !== 204) return;
    last = fields.toString();
    if (said) said.textContent = said.dataset.kept;
  };
  form.addEventListener("input", () => {
    if (said) said.textContent = "";
    clearTimeout(rest);
    rest = setTimeout(send, 3000);
  });
  form.addEventListener("submit", () => clearTimeout(rest));
}

/** Listens while somebody looks, and shows how many new answers there are. */
function listen(bar) {
  let source;
  const open = () => {
    source = new EventSource(bar.dataset.diretta);
    source.addEventListener("nuove", ({ data }) => {
      const { n, words } = JSON.parse(data);
      if (!n) return bar.replaceChildren();
      const link = bar.querySelector("a") ?? document.createElement("a");
      link.href = bar.dataset.pagina;
      link.className = "btn btn-primary btn-sm";
      link.textContent = words;
      if (!link.isConnected) bar.append(link);
    });
  };
  const look = () => {
    if (document.hidden) source?.close();
    else if (!source || source.readyState === EventSource.CLOSED) open();
  };
  look();
  document.addEventListener("visibilitychange", look);
  addEventListener("pagehide", () => source?.close());
}

export function posts() {
  document.addEventListener("submit", gesture, true);
  document.querySelectorAll("form[data-bozza]").forEach(keepDraft);
  document.querySelectorAll("[data-diretta]").forEach(listen);
}
