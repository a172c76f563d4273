/** What an address may say of a screen: words and numbers, each left out when it says nothing. */
export type Search<Name extends string> = { readonly [Key in Name]?: string | undefined };

/** Reads these names out of an address and drops everything else. */
export function searchWith<Name extends string>(
  ...names: readonly Name[]
): (search: Record<string, unknown>) => Search<Name> {
  return (search) =>
    Object.fromEntries(
      names.flatMap((name) => {
        const value = search[name];
        const said = typeof value === "number" || typeof value === "boolean" ? String(value) : value;
        return typeof said === "string" && said !== "" ? [[name, said]] : [];
      }),
    ) as Search<Name>;
}

/** The query of an address as plain text: a serial of digits stays one. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

/** The query that says these words. */
export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const said = Object.entries(search).filter(([, value]) => value !== undefined && value !== "");
  const query = new URLSearchParams(said.map(([name, value]) => [name, String(value)]));
  return query.size === 0 ? "" : `?${query}`;
}
