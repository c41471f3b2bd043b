// Video and audio in the form of a post: a file is sent as soon as it is chosen, with its progress, while one goes on writing.
// The server answers with the same part of the form that it draws without a script.

const PART = "[data-recording]";

/** Everything that is typed in the part, and the files that are chosen. */
function fieldsOf(part, button) {
  const fields = new FormData();
  for (const field of part.querySelectorAll("input, select, textarea")) {
    if (field.type === "file") [...field.files].forEach((file) => fields.append(field.name, file));
    else if (field.name) fields.append(field.name, field.value);
  }
  if (button?.name) fields.append(button.name, button.value);
  return fields;
}

function element(name, className) {
  const made = document.createElement(name);
  if (className) made.className = className;
  return made;
}

/** Puts the answer in the place of the part; what was typed meanwhile stays. */
function replace(part, html, count) {
  const drawn = new DOMParser().parseFromString(html, "text/html").querySelector(PART);
  if (!drawn) return false;
  const fresh = document.adoptNode(drawn);
  for (const field of part.querySelectorAll("input[type=text], textarea, select")) {
    const same = fresh.querySelector(`[name="${field.name}"]`);
    if (same && field.value) same.value = field.value;
  }
  part.replaceWith(fresh);
  fresh.querySelectorAll("textarea[maxlength][data-count]").forEach(count);
  const next = fresh.querySelector("[aria-invalid=true]") ?? fresh.querySelector("input[type=text], input[type=file]");
  next?.focus();
  return true;
}

function send(part, button, count) {
  if (part.dataset.busy) return;
  const files = [...part.querySelectorAll("input[type=file]")].flatMap((field) => [...field.files]);
  part.querySelectorAll("[data-said]").forEach((old) => old.remove());
  const said = element("p", "ded-small");
  said.dataset.said = "";
  said.setAttribute("role", "status");
  const fail = (words) => {
    delete part.dataset.busy;
    part.querySelector("progress")?.remove();
    said.className = "ded-error";
    said.textContent = words;
  };
  part.append(said);
  if (files.some((file) => file.size > Number(part.dataset.most))) return fail(part.dataset.large);
  part.dataset.busy = "yes";
  const bar = element("progress", "ded-progress");
  bar.max = 100;
  bar.value = 0;
  bar.setAttribute("aria-label", part.querySelector("legend").textContent);
  if (files.length) said.before(bar);
  const call = new XMLHttpRequest();
  let spoken = -1;
  call.upload.addEventListener("progress", ({ loaded, total, lengthComputable }) => {
    if (!lengthComputable || !files.length) return;
    const done = Math.floor((loaded / total) * 100);
    bar.value = done;
    // said aloud every tenth: each point would drown everything else
    if (Math.floor(done / 10) === spoken) return;
    spoken = Math.floor(done / 10);
    said.textContent = done < 100 ? part.dataset.sent.replace("%n", done) : part.dataset.checked;
  });
  call.addEventListener("load", () => {
    if (![200, 422].includes(call.status) || !replace(part, call.responseText, count)) fail(part.dataset.failed);
  });
  call.addEventListener("error", () => fail(part.dataset.failed));
  call.open("POST", part.dataset.recording);
  call.setRequestHeader("Accept", "text/html");
  call.send(fieldsOf(part, button));
}

export function recordings(count) {
  document.addEventListener("change", ({ target }) => {
    const part = target.closest?.(PART);
    if (part && target.type === "file" && target.files.length) send(part, null, count);
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.(`${PART} button[type=submit]`);
    if (!button) return;
    event.preventDefault();
    send(button.closest(PART), button, count);
  });
  // what is on its way would be sent a second time, or lost
  document.addEventListener("submit", (event) => {
    const part = event.target.querySelector?.(`${PART}[data-busy]`);
    if (!part) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    part.querySelector("[data-said]").textContent = part.dataset.wait;
    part.scrollIntoView({ block: "center" });
  }, true);
}
