// Tells the page around this piece how high it is, now and when that changes.
const tell = () => parent.postMessage({ dedalusHeight: document.documentElement.scrollHeight }, '*');
if (parent !== window) new ResizeObserver(tell).observe(document.body);
