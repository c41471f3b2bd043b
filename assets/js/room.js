// The wall of a waiting room: when somebody is called, the page is read again and the wall changes; without script one reloads.

function follow(wall) {
  let shown = wall.dataset.mark;
  let events;
  const bring = async (mark) => {
    const answer = await fetch(location.pathname, { headers: { accept: "text/html" }, cache: "no-cache" }).catch(() => null);
    if (answer?.status !== 200) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(wall.id);
    if (!fresh) return;
    // the region that speaks stays, its words change: that is what is said aloud
    const [spoken, ...rest] = wall.children;
    const [words, ...others] = fresh.children;
    spoken.replaceChildren(...words.childNodes);
    rest.forEach((old) => old.remove());
    wall.append(...others);
    shown = mark;
  };
  const open = () => {
    events ??= new EventSource(wall.dataset.room);
    events.addEventListener("chiamata", (event) => {
      const { mark } = JSON.parse(event.data);
      if (mark !== shown) bring(mark);
    });
  };
  const close = () => { events?.close(); events = undefined; };
  addEventListener("pagehide", close);
  addEventListener("pageshow", () => events || open());
  open();
}

document.querySelectorAll("[data-room]").forEach(follow);
