import type { Section } from "./precontractInformation.ts";

/** The same words as plain text, which is what is kept, and as a piece of HTML. Pure. */
export function printInformation(sections: readonly Section[]): {
  readonly text: string;
  readonly html: string;
} {
  const text = sections.map(({ title, says }) => [title, "-".repeat(title.length), ...says].join("\n"));
  const html = sections.map(
    ({ title, says }) =>
      `<h3>${escaped(title)}</h3>${says.map((paragraph) => `<p>${escaped(paragraph)}</p>`).join("")}`,
  );
  return { text: `${text.join("\n\n")}\n`, html: html.join("\n") };
}

const MARKS: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(words: string): string {
  return words.replaceAll(/[&<>"']/g, (mark) => MARKS[mark] ?? mark);
}
