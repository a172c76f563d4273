// Comforts only: every page works without this file. Two elements, no library.
/* global codeLooksRight */

/** Groups a code in fours while it is typed, and tests its check characters on the spot. */
class CodeInput extends HTMLElement {
  connectedCallback() {
    const box = this.querySelector("input");
    const said = document.createElement("p");
    said.className = "mistake";
    said.setAttribute("role", "status");
    box?.before(said);
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

customElements.define("code-input", CodeInput);
customElements.define("copy-button", CopyButton);
