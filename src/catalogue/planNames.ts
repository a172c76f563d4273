import type { TermsDocument } from "../terms/index.ts";

/** What a document calls its products, by their slugs: the column Name of its table of products. */
export function planNames({ clauses }: TermsDocument): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { columns, rows } of clauses.flatMap(({ tables }) => tables)) {
    const place = (wanted: string) => columns.findIndex(({ name }) => name.toLowerCase() === wanted);
    const [product, name] = [place("product"), place("name")];
    for (const { cells } of rows) {
      const [slug, called] = [cells[product]?.text, cells[name]?.text];
      if (slug !== undefined && called !== undefined && !found.has(slug)) {
        found.set(slug, called);
      }
    }
  }
  return found;
}
