// Reports on the map: the server counts what lies close together, a tile at a time; a single one opens its summary. The list says the same.

import L from "./leaflet.js";

const WIDER = 2; // levels: a tile of reports is as wide as four of the ground
const APART = 48; // pixels between the middles of two marks, so that a finger hits one

/** The tiles of reports that the window shows. */
function tilesOf(map) {
  const z = Math.max(map.getZoom() - WIDER, 7);
  const side = 256, { min, max } = L.bounds(map.project(map.getBounds().getNorthWest(), z), map.project(map.getBounds().getSouthEast(), z));
  const tiles = [];
  for (let x = Math.floor(min.x / side); x <= Math.floor(max.x / side); x++)
    for (let y = Math.floor(min.y / side); y <= Math.floor(max.y / side); y++) tiles.push(`${z}/${x}/${y}`);
  return tiles;
}

const line = (name, className, text) => Object.assign(document.createElement(name), { className, textContent: text });

/** The summary of a report: words that somebody wrote never become markup. */
function summary({ titolo, pagina, categoria, numero, luogo, stato, quando }) {
  const box = document.createElement("div");
  const link = line("a", "", titolo);
  link.href = pagina;
  box.append(line("span", "ded-kind", [categoria, numero].filter(Boolean).join(" · ")), link, line("p", "m-0", [stato, quando, luogo].filter(Boolean).join(" · ")));
  return box;
}

/** Many at one point, which no level pulls apart: the list shows them. */
function led(said, count, [west, south, east, north]) {
  const link = line("a", "", said.toList.replace("%n", count));
  const address = new URL(said.list, location.href);
  address.searchParams.set("zona", [south, west, north, east].join(","));
  link.href = address.pathname + address.search;
  return link;
}

/** A mark that says what it is; its balloon takes the focus and gives it back. */
function mark(place, icon, words, content) {
  const marker = L.marker(place, { icon, riseOnHover: true, autoPanOnFocus: false });
  marker.on("add", () => marker.getElement().setAttribute("aria-label", words));
  if (content) {
    marker.bindPopup(content, { closeButton: false, autoPanPadding: [16, 16] });
    marker.on("popupopen", ({ popup }) => {
      const link = popup.getElement().querySelector("a");
      link.focus({ preventScroll: true });
      link.addEventListener("keydown", (event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        marker.closePopup();
        marker.getElement()?.focus();
      });
    });
  }
  return marker;
}

/** What would lie under another mark goes into it: the largest stays where it is. */
function apart(map, features) {
  const groups = [];
  const order = ({ properties, geometry: { coordinates: [lon, lat] } }) => [-properties.n, lat, lon];
  const sorted = features.map((one) => [order(one), one]).sort(([a], [b]) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
  for (const [, feature] of sorted) {
    const place = L.latLng(feature.geometry.coordinates[1], feature.geometry.coordinates[0]);
    const at = map.project(place);
    const near = groups.find((group) => group.at.distanceTo(at) < APART);
    if (near) {
      near.n += feature.properties.n;
      near.box.extend([feature.bbox[1], feature.bbox[0]]).extend([feature.bbox[3], feature.bbox[2]]);
    } else {
      const box = L.latLngBounds([feature.bbox[1], feature.bbox[0]], [feature.bbox[3], feature.bbox[2]]);
      groups.push({ at, place, box, n: feature.properties.n, one: feature.properties });
    }
  }
  return groups;
}

function drawn(map, said, { place, n, box, one }) {
  if (n === 1) {
    const icon = L.divIcon({ className: `ded-live-mark ded-live-mark--${one.fase}`, iconSize: [44, 44], iconAnchor: [22, 22] });
    return mark(place, icon, `${one.titolo}, ${one.stato}`, () => summary(one));
  }
  const icon = L.divIcon({ className: "ded-live-cluster", html: String(Number(n)), iconSize: [44, 44], iconAnchor: [22, 22] });
  const words = said.some.replace("%n", n);
  const together = map.getZoom() >= map.getMaxZoom() || box.getNorthEast().equals(box.getSouthWest());
  if (together) return mark(place, icon, words, () => led(said, n, box.toBBoxString().split(",")));
  const closer = () => {
    map.getContainer().focus(); // the mark is gone in a moment
    map.fitBounds(box, { animate: false, padding: [40, 40] });
  };
  return mark(place, icon, words).on("click", closer).on("keypress", ({ originalEvent }) => { if (originalEvent.key === "Enter") closer(); });
}

/** Shows the reports in a map, and others when it moves. A mark that stays keeps its balloon. */
export function clusters(map, element) {
  const said = element.dataset;
  const status = element.parentElement.querySelector("[data-map-said]");
  const read = new Map(), marks = new Map();
  let turn = 0;
  const ask = async (tile) => {
    const [z, x, y] = tile.split("/");
    const answer = await fetch(said.clusters.replace("{z}", z).replace("{x}", x).replace("{y}", y));
    if (!answer.ok) throw new Error(String(answer.status));
    return (await answer.json()).features;
  };
  // only what lies in the window: the keyboard goes from mark to mark, and the map stays where it is
  const show = (features, seen) => {
    const inside = element.contains(document.activeElement);
    const groups = new Map(apart(map, features).filter(({ place }) => seen.contains(place)).map((group) => [`${map.getZoom()} ${group.place} ${group.box.toBBoxString()} ${group.n}`, group]));
    for (const [key, old] of marks) {
      if (groups.has(key)) continue;
      old.remove();
      marks.delete(key);
    }
    for (const [key, group] of groups) if (!marks.has(key)) marks.set(key, drawn(map, said, group).addTo(map));
    if (inside && !element.contains(document.activeElement)) element.focus();
  };
  const update = async () => {
    const now = turn += 1;
    const tiles = tilesOf(map);
    element.setAttribute("aria-busy", "true"); // what is marked belongs to where the map was
    try {
      await Promise.all(tiles.filter((tile) => !read.has(tile)).map(async (tile) => read.set(tile, await ask(tile))));
    } catch {
      if (now === turn) {
        status.textContent = said.failed;
        element.removeAttribute("aria-busy");
      }
      return;
    }
    if (now !== turn) return;
    element.removeAttribute("aria-busy");
    const features = tiles.flatMap((tile) => read.get(tile));
    const seen = map.getBounds();
    show(features, seen);
    const counted = features.filter(({ geometry: { coordinates: [lon, lat] } }) => seen.contains([lat, lon]));
    status.textContent = said.all.replace("%n", counted.reduce((sum, { properties }) => sum + properties.n, 0));
  };
  map.on("moveend", update);
  update();
}
