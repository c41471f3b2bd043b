// Shows what the town pushes, and opens its address. It keeps no pages and reads nothing else.

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("push", (event) => {
  const { title, body, path, tag } = event.data?.json() ?? {};
  if (!title) return;
  event.waitUntil(self.registration.showNotification(title, { body, tag, data: { path } }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  // only addresses of this town
  const there = new URL(event.notification.data?.path ?? "/io/avvisi", self.location.origin);
  const address = there.origin === self.location.origin ? there.href : new URL("/io/avvisi", self.location.origin).href;
  event.waitUntil((async () => {
    const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
    const same = open.find((page) => page.url === address);
    return same ? same.focus() : self.clients.openWindow(address);
  })());
});
