const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};

/** The words of a clause that the terms engine printed as HTML: one line for each of its blocks. Pure. */
export function plainText(html: string): readonly string[] {
  return html
    .replaceAll(/<\/(?:p|li|tr|h\d|td|th|blockquote)>|<br ?\/?>/g, "\n")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity)
    .split("\n")
    .flatMap((line) => line.replaceAll(/\s+/g, " ").trim() || []);
}
