// Notices: the number beside the bell as it changes, what is opened is read, this browser takes pushes.

/** The number in the header follows the town's; without script it changes with the next page. */
function follow(bell) {
  const count = bell.querySelector("[data-count-of-notices]");
  const words = bell.querySelector("[data-words-of-notices]");
  let shown = Number(count.textContent) || 0;
  const show = (unread) => {
    count.textContent = unread > 99 ? "99+" : String(unread);
    count.hidden = words.hidden = unread === 0;
    const fresh = document.querySelector("[data-notices-new]");
    if (fresh && unread > shown) fresh.hidden = false;
    shown = unread;
  };
  let events;
  const open = () => {
    events ??= new EventSource(bell.dataset.live);
    events.addEventListener("avvisi", (event) => show(Number(event.data)));
  };
  const close = () => { events?.close(); events = undefined; };
  // a tab nobody looks at does not listen
  const turn = () => (document.hidden ? close() : events || open());
  document.addEventListener("visibilitychange", turn);
  addEventListener("pagehide", close);
  addEventListener("pageshow", turn);
  turn();
}

/** What one opens is read. The page one goes to does not wait for that. */
function readOnOpen(link) {
  link.addEventListener("click", () => {
    fetch(link.dataset.notice, { method: "POST", keepalive: true, body: new URLSearchParams(), redirect: "manual" }).catch(() => {});
  });
}

const keyOf = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
const textOf = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

async function subscribe(form) {
  if (await Notification.requestPermission() !== "granted") throw new Error("refused");
  await navigator.serviceWorker.register("/sw.js");
  const { pushManager } = await navigator.serviceWorker.ready;
  const old = await pushManager.getSubscription();
  if (old) await old.unsubscribe();
  const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: keyOf(form.dataset.push) });
  form.elements.endpoint.value = subscription.endpoint;
  form.elements.p256dh.value = textOf(subscription.getKey("p256dh"));
  form.elements.auth.value = textOf(subscription.getKey("auth"));
}

/** The button is there where the browser can do it. */
function offerPush(form) {
  form.hidden = false;
  document.querySelectorAll("[data-push-none]").forEach((words) => { words.hidden = true; });
  const said = form.querySelector("[role=alert]");
  form.addEventListener("submit", async (event) => {
    if (form.elements.endpoint.value) return;
    event.preventDefault();
    said.textContent = "";
    try {
      await subscribe(form);
      form.requestSubmit();
    } catch {
      said.textContent = form.dataset.failed;
    }
  });
}

document.querySelectorAll("[data-live]").forEach(follow);
document.querySelectorAll("[data-notice]").forEach(readOnOpen);
if ("serviceWorker" in navigator && "PushManager" in window) document.querySelectorAll("form[data-push]").forEach(offerPush);
