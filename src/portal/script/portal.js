// Comforts only: every page works without this file. Five elements, no library.
/* global codeLooksRight */

/** Groups a code in fours while it is typed, and tests its check characters on the spot. */
class CodeInput extends HTMLElement {
  connectedCallback() {
    const box = this.querySelector("input");
    const said = document.createElement("p");
    said.className = "mistake";
    said.setAttribute("role", "status");
    box?.before(said);
    // A printed card brings its code behind the #, which no server is sent; nor shall the history keep it.
    const brought = decodeURIComponent(location.hash.slice(1));
    if (box && box.value === "" && codeLooksRight(brought)) {
      box.value = brought;
      history.replaceState(null, "", location.pathname + location.search);
    }
    box?.addEventListener("input", () => {
      const atEnd = box.selectionStart === box.value.length;
      const plain = box.value.toUpperCase().replace(/[^0-9A-Z]/g, "");
      if (atEnd) {
        box.value = plain.match(/.{1,4}/g)?.join("-") ?? "";
      }
      said.textContent = "";
    });
    box?.addEventListener("change", () => {
      said.textContent = box.value === "" || codeLooksRight(box.value) ? "" : this.dataset.typo;
    });
  }
}

/** Adds a button that copies a code, and says so once. */
class CopyButton extends HTMLElement {
  connectedCallback() {
    const { label, done, text } = this.dataset;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    button.textContent = label;
    const said = document.createElement("span");
    said.setAttribute("role", "status");
    button.addEventListener("click", () => {
      const copied = () => {
        said.textContent = done;
      };
      const select = () => getSelection()?.selectAllChildren(this.querySelector("code"));
      navigator.clipboard.writeText(text).then(copied, select);
    });
    this.querySelector(".code-line")?.append(button, said);
  }
}

/**
 * Decides a question while its form is filled in, with the engine and the terms the server decides by. Both
 * come when the form is first touched; where they do not, or this browser lacks what the engine stands on, the
 * form is sent as ever.
 */
class LiveAnswer extends HTMLElement {
  connectedCallback() {
    this.said = this.querySelector("[aria-live]");
    if (this.dataset.engine !== undefined && typeof Temporal !== "undefined" && this.said !== null) {
      this.addEventListener("focusin", () => this.begin(), { once: true });
      this.addEventListener("input", () => this.answer());
    }
  }

  begin() {
    const { engine, pack } = this.dataset;
    Promise.all([import(engine), fetch(pack).then((got) => got.json())])
      .then(([loaded, packed]) => this.take(loaded, loaded.unpackTerms(packed)))
      .catch(() => {
        this.terms = undefined;
      });
  }

  /** Nothing was unpacked where the server packs in another form than this engine knows. */
  take(engine, unpacked) {
    if (unpacked !== undefined) {
      this.engine = engine;
      this.question = JSON.parse(this.dataset.question);
      this.terms = engine.compileTerms(unpacked.document, unpacked.layers);
      this.answer();
    }
  }

  answer() {
    const form = this.querySelector("form");
    if (this.terms === undefined || form === null) {
      return;
    }
    const sent = new FormData(form);
    const words = (name) => sent.getAll(name).filter((value) => typeof value === "string");
    const answers = Object.fromEntries([...sent.keys()].map((name) => [name, words(name).join(",")]));
    if (this.engine.fieldsDue(this.question, answers).length > 0) {
      this.said.replaceChildren();
      return;
    }
    const facts = this.engine.factsAnswered(this.question, answers);
    const says = this.engine.forOwner(this.terms.decide(this.question.decision, facts));
    if (this.said.childElementCount === 0) {
      const [answer, note] = [document.createElement("p"), document.createElement("p")];
      answer.className = "lede";
      note.className = "muted";
      note.textContent = this.dataset.note;
      this.said.append(answer, note);
    }
    const [answer] = this.said.children;
    if (answer.textContent !== says) {
      answer.textContent = says;
    }
  }
}

/**
 * Shows what fits while a search is typed: a few products below the box, asked for when the hand rests. Who
 * goes on typing is not waited for, and where nothing comes the form is sent as ever.
 */
class ShelfSearch extends HTMLElement {
  connectedCallback() {
    const box = this.querySelector("input[type=search]");
    this.list = document.createElement("ul");
    this.list.className = "suggestions";
    this.list.hidden = true;
    this.list.setAttribute("aria-label", this.dataset.label);
    this.append(this.list);
    box?.addEventListener("input", () => {
      clearTimeout(this.resting);
      this.asked?.abort();
      this.resting = setTimeout(() => this.ask(box.value.trim()), 180);
    });
    this.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        this.list.hidden = true;
        box?.focus();
      }
    });
    this.addEventListener("focusout", ({ relatedTarget }) => {
      this.list.hidden = this.list.hidden || !this.contains(relatedTarget);
    });
  }

  ask(typed) {
    if (typed.length < 2) {
      this.list.hidden = true;
      return;
    }
    this.asked = new AbortController();
    const { signal } = this.asked;
    fetch(`/v1/products?limit=6&search=${encodeURIComponent(typed)}`, { signal })
      .then((got) => (got.ok ? got.json() : { data: [] }))
      .then(({ data }) => this.show(data))
      .catch(() => undefined);
  }

  show(products) {
    const rows = products.map(({ sku, name }) => {
      const [row, link] = [document.createElement("li"), document.createElement("a")];
      link.href = `/shop/${encodeURIComponent(sku)}`;
      link.textContent = name;
      row.append(link);
      return row;
    });
    this.list.replaceChildren(...rows);
    this.list.hidden = rows.length === 0;
  }
}

/** Sends photos smaller and piece by piece, by a script that only this page loads. */
class PhotoUpload extends HTMLElement {
  connectedCallback() {
    import(this.dataset.script).then(({ takePhotos }) => takePhotos(this)).catch(() => undefined);
  }
}

customElements.define("code-input", CodeInput);
customElements.define("copy-button", CopyButton);
customElements.define("live-answer", LiveAnswer);
customElements.define("shelf-search", ShelfSearch);
customElements.define("photo-upload", PhotoUpload);
