// A place in a form: addresses while somebody types (ARIA 1.2, combobox with a listbox), one's own position, a pin on the map. The map's
// code comes when the map does. Everything here only spares what the form does by itself.

const REST = 250; // milliseconds the hand rests before addresses are looked up

const ask = async (address, signal) => {
  const answer = await fetch(address, { headers: { Accept: "application/json" }, signal });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
};

/** Opens the map of an element as soon as it comes into view, or as somebody goes into its field; gives a promise of it. */
function soon(element, moved, field) {
  return new Promise((ready) => {
    let opened;
    const open = () => opened ??= (async () => ready(await (await import("./map.js")).openMap(element, moved)))();
    if ("waits" in element.dataset) {
      const button = element.querySelector("[data-open]");
      button.hidden = false;
      button.addEventListener("click", () => { open().then(() => element.focus()); });
      field.addEventListener("focusin", open, { once: true });
      return;
    }
    const watcher = new IntersectionObserver((seen) => {
      if (!seen.some((one) => one.isIntersecting)) return;
      watcher.disconnect();
      open();
    }, { rootMargin: "120px" });
    watcher.observe(element);
  });
}

/** The field of words: a list of addresses under it. */
function combobox(input, part, choose, say) {
  const said = part.dataset;
  const list = document.createElement("ul");
  list.id = `${input.id}-elenco`;
  list.className = "ded-combo-list";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", said.list);
  input.after(list);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) input.setAttribute(name, value);
  let found = [], at = -1, rest, under;

  const close = () => {
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const take = (number) => {
    const one = found[number];
    close();
    if (one) choose(one);
  };
  const walk = (to) => {
    at = (to + found.length) % found.length;
    [...list.children].forEach((item, number) => item.setAttribute("aria-selected", String(number === at)));
    input.setAttribute("aria-activedescendant", `${list.id}-${at}`);
    list.children[at].scrollIntoView({ block: "nearest" });
  };
  const show = () => {
    list.replaceChildren(...found.map((one, number) => {
      const item = document.createElement("li");
      item.id = `${list.id}-${number}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.append(one.text);
      if (one.district) item.append(Object.assign(document.createElement("small"), { textContent: one.district }));
      item.addEventListener("mousedown", (event) => event.preventDefault());
      item.addEventListener("click", () => take(number));
      return item;
    }));
    at = -1;
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(found.length > 0));
    input.removeAttribute("aria-activedescendant");
  };
  const look = async (aloud) => {
    under?.abort();
    const words = input.value.trim();
    if (words.length < 3) return close();
    under = new AbortController();
    try {
      found = (await ask(`${said.addresses}?${new URLSearchParams({ q: words })}`, under.signal)).addresses;
    } catch (error) {
      if (error.name !== "AbortError" && aloud) say(said.failed);
      return;
    }
    show();
    if (found.length) say(said.found.replace("%n", found.length));
    else if (aloud) say(said.none);
  };
  input.addEventListener("input", () => {
    clearTimeout(rest);
    rest = setTimeout(look, REST);
  });
  input.addEventListener("blur", () => { clearTimeout(rest); under?.abort(); close(); });
  input.addEventListener("keydown", (event) => {
    const open = !list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) return look(true);
      walk(at + (event.key === "ArrowDown" ? 1 : at < 0 ? 0 : -1));
    } else if (event.key === "Enter" && open && at >= 0) {
      event.preventDefault();
      take(at);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      close();
    }
  });
  return look;
}

function place(part, element) {
  const [input, lat, lon, bound] = ["luogo", "lat", "lon", "luogo-punto"].map((name) => part.querySelector(`[name=${name}]`));
  const [status, drop, search, own] = ["said", "drop", "search", "position"].map((name) => part.querySelector(`[data-${name}]`));
  const said = part.dataset;
  const say = (words) => { status.textContent = words; };
  let live, mine = "", turn = 0;

  const forget = () => {
    turn += 1;
    lat.value = lon.value = bound.value = "";
    drop.hidden = true;
    live?.then((map) => map.dropPin());
  };
  const keep = (point, words, of = "") => {
    bound.value = of; // the words the point belongs to; one of the map goes with any words
    [lat.value, lon.value] = [point.lat.toFixed(6), point.lon.toFixed(6)];
    drop.hidden = false;
    say(said.chosen.replace("%s", () => words));
  };
  /** A point of the map or of the device: inside the town or not, and which address is near. */
  const chosen = async (point) => {
    const now = turn += 1;
    let near;
    try {
      near = await ask(`${said.near}?${new URLSearchParams({ lat: point.lat, lon: point.lon })}`);
    } catch {
      near = { inside: true, words: null }; // the server looks again when the form is sent
    }
    if (now !== turn) return;
    if (!near.inside) {
      forget();
      return say(said.outside);
    }
    // words of somebody's own stay
    if (near.address && (!input.value.trim() || input.value === mine)) input.value = mine = near.address;
    keep(point, near.words ?? `${point.lat.toFixed(5)}, ${point.lon.toFixed(5)}`);
    return true;
  };
  if (element) {
    live = soon(element, (y, x) => chosen({ lat: y, lon: x }), input.closest(".ded-field"));
    const help = element.parentElement.querySelector("[data-map-help]");
    live.then((map) => {
      if (lat.value && lon.value) map.setPin(Number(lat.value), Number(lon.value), false);
      if (help) help.hidden = false;
    });
  }
  const look = combobox(input, part, (one) => {
    turn += 1;
    input.value = mine = one.text;
    keep(one, one.text, one.text);
    live?.then((map) => map.setPin(one.lat, one.lon));
  }, say);
  // an address that is written over takes its point away: the server's rule, said at once
  input.addEventListener("input", () => {
    const [old, now] = [bound.value, input.value].map((words) => words.trim().toLowerCase());
    const more = now.slice(old.length);
    if (!lat.value || !old || (now.startsWith(old) && !/^[\p{L}\p{N}]|\p{N}/u.test(more))) return;
    forget();
    say(said.gone);
  });
  search.type = "button";
  search.addEventListener("click", () => { input.focus(); look(true); });
  drop.hidden = !lat.value;
  drop.addEventListener("click", () => { forget(); say(said.gone); input.focus(); });
  if (!navigator.geolocation) return live;
  own.hidden = false;
  own.addEventListener("click", () => {
    say(said.waiting);
    own.setAttribute("aria-disabled", "true");
    const over = () => own.removeAttribute("aria-disabled");
    navigator.geolocation.getCurrentPosition(async ({ coords }) => {
      over();
      const point = { lat: coords.latitude, lon: coords.longitude };
      if (await chosen(point)) live?.then((map) => map.setPin(point.lat, point.lon));
    }, ({ code }) => {
      over();
      say([said.unavailable, said.denied, said.unavailable, said.late][code] ?? said.unavailable);
    }, { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 });
  });
  return live;
}

/** Boxes that show and hide what others have for the map. */
function layers(live) {
  for (const box of document.querySelectorAll("[data-layer]")) {
    box.closest("label").hidden = false;
    let layer;
    const update = async () => {
      const { map, features } = await live;
      try {
        layer ??= await features(box.dataset.layer);
      } catch {
        return;
      }
      if (box.checked) layer.addTo(map);
      else layer.remove();
    };
    box.addEventListener("change", update);
    if (box.checked) update();
  }
}

const maps = new Map();
for (const part of document.querySelectorAll("[data-place]")) {
  const element = part.querySelector("[data-map]") ?? (part.closest("[data-map-form]") && document.querySelector("[data-map]"));
  const live = place(part, element);
  if (live) maps.set(element, live);
}
for (const element of document.querySelectorAll("[data-map]")) if (!maps.has(element)) maps.set(element, soon(element));
const [first] = maps.values();
if (first) layers(first);
