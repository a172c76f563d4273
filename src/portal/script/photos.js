// Photos are made smaller here and sent piece by piece; what was chosen waits in this browser until it has left.

const SIDE = 1600;
const PIECE = 512 * 1024;
const TRIES = 6;

/** Opens what waits: files with where they go. It outlives a reload. */
function openWaiting() {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("evermend-photos", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("waiting", { autoIncrement: true });
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}

function asked(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

const storeOf = (database) => database.transaction("waiting", "readwrite").objectStore("waiting");

/** A photo of at most 1600 pixels; as it is where this browser cannot read it. */
async function shrink(file) {
  if (!/^image\/(jpeg|png|webp)$/.test(file.type)) {
    return file;
  }
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const small = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.85));
    return small !== null && small.size < file.size ? small : file;
  } catch {
    return file;
  }
}

const encode = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
const head = { "tus-resumable": "1.0.0" };

/** What a server said no to: trying again changes nothing. */
class Refused extends Error {}

async function begin({ path, purpose, blob }) {
  const metadata = `filetype ${encode(blob.type)},purpose ${encode(purpose)}`;
  const headers = { ...head, "upload-length": String(blob.size), "upload-metadata": metadata };
  const made = await fetch(path, { method: "POST", headers });
  if (made.status === 409 || made.status === 400) {
    const told = await made.json();
    throw new Refused(`${told.detail} ${told.next ?? ""}`);
  }
  if (!made.ok) {
    throw new Error(String(made.status));
  }
  return made.headers.get("location");
}

/** How many bytes have come; undefined where the place is gone by itself. Who took it back wants it no more. */
async function offsetOf(place) {
  const seen = await fetch(place, { method: "HEAD", headers: head });
  if (seen.status === 410) {
    throw new Refused();
  }
  if (seen.status >= 500 || seen.status === 429) {
    throw new Error(String(seen.status));
  }
  return seen.ok ? Number(seen.headers.get("upload-offset")) : undefined;
}

async function sendOn(blob, place, from, tell) {
  for (let at = from; at < blob.size; ) {
    const headers = {
      ...head,
      "upload-offset": String(at),
      "content-type": "application/offset+octet-stream",
    };
    const sent = await fetch(place, { method: "PATCH", headers, body: blob.slice(at, at + PIECE) });
    if (!sent.ok) {
      throw new Error(String(sent.status));
    }
    at = Number(sent.headers.get("upload-offset"));
    tell(at / blob.size);
  }
}

const rest = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Sends one file, however often the connection breaks, and forgets it once it is whole or refused. */
async function sendWaiting(database, key, row, words, line) {
  const said = line.querySelector("span");
  const bar = line.querySelector("progress");
  for (let tries = 1; tries <= TRIES; tries += 1) {
    try {
      said.textContent = words.sending;
      const offset = row.place === undefined ? undefined : await offsetOf(row.place);
      if (offset === undefined) {
        row.place = await begin(row);
        await asked(storeOf(database).put(row, key));
      }
      await sendOn(row.blob, row.place, offset ?? 0, (share) => {
        bar.value = share;
      });
      await asked(storeOf(database).delete(key));
      bar.value = 1;
      said.textContent = words.sent;
      return true;
    } catch (error) {
      if (error instanceof Refused) {
        await asked(storeOf(database).delete(key));
        said.textContent = error.message || words.gone;
        return false;
      }
      said.textContent = words.waits;
      await rest(500 * 2 ** tries);
    }
  }
  said.textContent = words.failed;
  return false;
}

function addLine(element, words) {
  const [line, said, bar] = ["p", "span", "progress"].map((name) => document.createElement(name));
  line.className = "sending";
  line.setAttribute("role", "status");
  bar.setAttribute("aria-label", words.sending);
  bar.value = 0;
  line.append(said, " ", bar);
  element.append(line);
  return line;
}

/** Takes over the forms of the page, and goes on with what waits from before. */
export async function takePhotos(element) {
  const words = element.dataset;
  const database = await openWaiting();
  const cases = words.case.startsWith("vrf_") ? "verifications" : "claims";
  const path = `/v1/${cases}/${words.case}/evidence`;
  let underway = 0;
  const send = async (key, row) => {
    underway += 1;
    const isSent = await sendWaiting(database, key, row, words, addLine(element, words));
    underway -= 1;
    const inputs = [...element.querySelectorAll("input[type=file]")];
    if (isSent && underway === 0 && inputs.every(({ files }) => files.length === 0)) {
      // What was sent is shown by the page, which the server writes.
      location.reload();
    }
  };
  for (const form of element.querySelectorAll("form")) {
    form.addEventListener("submit", async (event) => {
      const [input] = form.elements.namedItem("file").files;
      if (input === undefined) {
        return;
      }
      event.preventDefault();
      const blob = await shrink(input);
      const row = { path, purpose: form.elements.namedItem("purpose").value, blob };
      const key = await asked(storeOf(database).add(row));
      form.reset();
      await send(key, { ...row });
    });
  }
  element.querySelector(".muted").textContent = words.limits;
  element.dataset.ready = "yes";
  const [keys, rows] = await Promise.all([
    asked(storeOf(database).getAllKeys()),
    asked(storeOf(database).getAll()),
  ]);
  await Promise.all(rows.map((row, at) => (row.path === path ? send(keys[at], row) : undefined)));
}
