const BREAKS: ReadonlySet<string> = new Set(["br", "p", "div", "tr", "li", "h1", "h2", "h3", "blockquote"]);
const UNSEEN: ReadonlySet<string> = new Set(["script", "style", "head", "title"]);
const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", euro: "€", hellip: "…" },
  ...{ auml: "ä", ouml: "ö", uuml: "ü", Auml: "Ä", Ouml: "Ö", Uuml: "Ü", szlig: "ß", eacute: "é" },
};

/**
 * The words of a mail that is HTML alone. One pass from tag to tag, so that no mark-up, however broken, takes
 * longer than its length.
 */
export function textOfHtml(html: string): string {
  const parts: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    const close = open < 0 ? -1 : html.indexOf(">", open);
    if (close < 0) {
      parts.push(html.slice(at));
      break;
    }
    parts.push(html.slice(at, open));
    const name = /^\/?([a-z][a-z0-9]{0,11})/i.exec(html.slice(open + 1, open + 14))?.[1]?.toLowerCase() ?? "";
    const unseen = UNSEEN.has(name) && html[open + 1] !== "/" ? html.indexOf(`</${name}`, close) : -1;
    parts.push(BREAKS.has(name) ? "\n" : "");
    at = unseen < 0 ? close + 1 : unseen;
  }
  return parts
    .join("")
    .replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{1,10});/gi, (whole, name: string) => entity(name) ?? whole)
    .replaceAll(/[ \t\u00a0]+/g, " ")
    .replaceAll(/ ?\n ?/g, "\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

function entity(name: string): string | undefined {
  if (!name.startsWith("#")) {
    return ENTITIES[name];
  }
  const code = name[1]?.toLowerCase() === "x" ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 31 && code <= 0x10_ffff ? String.fromCodePoint(code) : " ";
}
