// The map: Leaflet on tiles of our own, a pin that moves by hand and by arrow keys. Loaded only where a map comes into view.

import L from "./leaflet.js";

const STEP = 8; // pixels of one press of an arrow key; with Shift five times as many
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

let dressed;

/** Leaflet's own style comes with the first map. */
function dress() {
  dressed ??= new Promise((ready) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = "./leaflet.css";
    link.addEventListener("load", ready);
    link.addEventListener("error", ready);
    document.head.append(link);
  });
  return dressed;
}

function attribution({ attribution: words, attributionUrl: url }) {
  const control = L.control({ position: "bottomright" });
  control.onAdd = () => {
    const box = L.DomUtil.create("p", "ded-live-whose");
    if (url) box.append(Object.assign(document.createElement("a"), { href: url, textContent: words }));
    else box.textContent = words;
    return box;
  };
  return control;
}

/** Words that somebody wrote never become markup. */
function words(properties) {
  const { nome, pagina } = properties;
  const box = document.createElement(pagina ? "a" : "span");
  if (pagina) box.href = pagina;
  box.textContent = nome;
  return box;
}

const markIcon = (kind) => L.divIcon({ className: `ded-live-mark${kind ? ` ded-live-mark--${kind}` : ""}`, iconSize: [44, 44], iconAnchor: [22, 22] });

/** Features of an address as marks with words, areas with their names. */
async function features(address) {
  const answer = await fetch(address, { headers: { Accept: "application/geo+json" } });
  if (!answer.ok) throw new Error(String(answer.status));
  return L.geoJSON(await answer.json(), {
    style: { className: "ded-live-area", color: "#0a5c7a", weight: 2, fillColor: "#0a5c7a", fillOpacity: 0.06 },
    pointToLayer: ({ properties }, place) => {
      const mark = L.marker(place, { icon: markIcon(properties.stato), title: properties.nome, riseOnHover: true });
      return mark.on("add", () => mark.getElement().setAttribute("aria-label", properties.nome));
    },
    onEachFeature: ({ properties }, layer) => {
      if (properties?.nome) layer.bindPopup(() => words(properties), { closeButton: false });
    },
  });
}

/**
 * Opens a map in an element and gives what others do with it.
 * `moved(lat, lon)` is told when somebody moves or sets the pin; without it there is none.
 */
export async function openMap(element, moved) {
  await dress();
  const said = element.dataset;
  const [south, west, north, east] = said.bounds.split(",").map(Number);
  element.replaceChildren();
  element.classList.add("ded-live--on");
  element.setAttribute("role", "group");
  element.setAttribute("aria-label", said.words);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(element, {
    center: [Number(said.lat), Number(said.lon)], zoom: Number(said.level), minZoom: 11, maxZoom: 19, zoomControl: false, attributionControl: false,
    maxBounds: L.latLngBounds([south, west], [north, east]).pad(0.6), zoomAnimation: !still, fadeAnimation: !still, markerZoomAnimation: !still, inertia: !still,
    scrollWheelZoom: false,
  });
  L.control.zoom({ zoomInTitle: said.zoomIn, zoomOutTitle: said.zoomOut }).addTo(map);
  if (said.attribution) attribution(said).addTo(map);
  L.tileLayer("/mappa/tile/{z}/{x}/{y}", { minZoom: 11, maxZoom: 19, className: "ded-live-tile" }).addTo(map);
  // a wheel scrolls the page until somebody is in the map
  map.on("focus", () => map.scrollWheelZoom.enable());
  map.on("blur", () => map.scrollWheelZoom.disable());

  let pin;
  const tell = () => { const { lat, lng } = pin.getLatLng().wrap(); moved(lat, lng); };
  const byKeys = (event) => {
    const way = ARROWS[event.key];
    if (!way || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const step = STEP * (event.shiftKey ? 5 : 1);
    pin.setLatLng(map.unproject(map.project(pin.getLatLng()).add([way[0] * step, way[1] * step])));
    map.panInside(pin.getLatLng(), { padding: [50, 50] });
    tell();
  };
  const setPin = (lat, lon, look = true) => {
    if (!pin) {
      const icon = L.divIcon({ className: "ded-live-pin", iconSize: [44, 56], iconAnchor: [22, 50] });
      pin = L.marker([lat, lon], { icon, draggable: Boolean(moved), keyboard: Boolean(moved), autoPan: true, zIndexOffset: 1000 }).addTo(map);
      const drawn = pin.getElement();
      drawn.setAttribute("role", moved ? "button" : "img");
      drawn.setAttribute("aria-label", said.pinWords);
      if (moved) {
        drawn.addEventListener("keydown", byKeys);
        pin.on("dragend", tell);
      }
    } else pin.setLatLng([lat, lon]);
    if (look) map.setView([lat, lon], Math.max(map.getZoom(), 17));
  };
  const dropPin = () => { pin?.remove(); pin = undefined; };
  if (moved) {
    map.on("click", ({ latlng }) => { setPin(latlng.lat, latlng.lng, false); tell(); });
    element.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.target !== element) return;
      event.preventDefault();
      const { lat, lng } = map.getCenter();
      setPin(lat, lng, false);
      tell();
      pin?.getElement()?.focus();
    });
  }
  if (said.clusters) (await import("./clusters.js")).clusters(map, element);
  if (said.features) features(said.features).then((layer) => layer.addTo(map), () => {});
  return { map, setPin, dropPin, features };
}
