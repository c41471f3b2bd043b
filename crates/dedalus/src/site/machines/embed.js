// Puts a piece of the town into another site:
//   <script src="https://TOWN/embed/dedalus.js" data-pezzo="novita" data-titolo="Notizie dal Comune" async></script>
(() => {
  const script = document.currentScript;
  if (!script) return;
  const town = new URL(script.src).origin;
  const frame = document.createElement('iframe');
  frame.src = `${town}/embed/${script.dataset.pezzo || 'novita'}`;
  frame.title = script.dataset.titolo || 'Dedalus';
  frame.loading = 'lazy';
  frame.width = '100%';
  frame.height = '600';
  frame.setAttribute('frameborder', '0');
  script.after(frame);
  // The piece says how high it is; nobody else is believed.
  addEventListener('message', (event) => {
    const high = event.data?.dedalusHeight;
    if (event.origin === town && event.source === frame.contentWindow && Number.isFinite(high)) {
      frame.height = String(Math.min(Math.max(Math.ceil(high), 80), 4000));
    }
  });
})();
