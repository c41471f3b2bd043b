// Photographs of a report are made smaller on the device: who stands in the street has little room and a slow line.
// Without script they go as they are, and the server makes them smaller.

const LONGEST = 1920;
const SMALL_ENOUGH = 1_200_000;

async function shrunk(file) {
  if (!/^image\/(jpeg|png|webp|heic|heif)$/.test(file.type) || file.size <= SMALL_ENOUGH) return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
    return blob && blob.size < file.size ? new File([blob], "foto.jpg", { type: "image/jpeg" }) : file;
  } catch {
    return file; // a kind that this browser cannot read: the server says what is wrong with it
  }
}

async function shrinkAll(input) {
  const files = await Promise.all([...input.files].map(shrunk));
  const list = new DataTransfer();
  files.forEach((file) => list.items.add(file));
  input.files = list.files;
}

export function requests() {
  for (const input of document.querySelectorAll("input[data-shrink]")) {
    let work = Promise.resolve();
    let busy = false;
    input.addEventListener("change", () => {
      busy = true;
      work = shrinkAll(input).finally(() => { busy = false; });
    });
    // Whoever sends before it is done waits for it.
    input.form?.addEventListener("submit", (event) => {
      if (!busy) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const { submitter } = event;
      work.then(() => input.form.requestSubmit(submitter));
    }, { capture: true });
  }
}
