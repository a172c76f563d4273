import { readFileSync } from "node:fs";
import path from "node:path";
import type { Catalog, Constraint } from "./readCatalog.ts";

/** How the tables of a family are spread over nodes. Tables of one group stand together. */
export type Spread = "root" | "code" | "person" | "alone" | "everywhere" | "none";

/** Which table belongs to which family: db/families.json. */
export interface Families {
  readonly families: Readonly<Record<string, { readonly key?: string; readonly spread: Spread }>>;
  readonly tables: Readonly<Record<string, string>>;
  /** Tables whose rows the application may neither change nor delete. */
  readonly appendOnly: readonly string[];
  /** Tables whose rows it may take back, but not change. */
  readonly neverChanged: readonly string[];
}

/** The mapping as it is written down. */
export function readFamilies(): Families {
  const file = path.resolve(import.meta.dirname, "../../db/families.json");
  return JSON.parse(readFileSync(file, "utf8")) as Families;
}

/** How a table is spread; undefined for one that no family claims. */
export function spreadOf({ families, tables }: Families, table: string): Spread | undefined {
  return families[tables[table] ?? ""]?.spread;
}

/** The column a table is spread by: its family's key, or what its primary key leads with (key is value). */
export function keyOf(all: Families, catalog: Catalog, table: string): string | undefined {
  const family = all.families[all.tables[table] ?? ""];
  if (family?.spread === "alone") {
    return catalog.constraints.find((k) => k.table === table && k.kind === "p")?.leads ?? undefined;
  }
  return family?.key;
}

/** Everything in the catalog that breaks the keying of HOUSE.md section 6, one sentence each. */
export function findBreaches(all: Families, catalog: Catalog): readonly string[] {
  return [
    ...catalog.strangers.map((stranger) => `there is ${/^[aei]/.test(stranger) ? "an" : "a"} ${stranger}`),
    ...unclaimed(all, catalog),
    ...catalog.tables.flatMap(({ name }) => keyBreaches(all, catalog, name)),
    ...catalog.constraints
      .filter(({ kind }) => kind === "f")
      .flatMap((k) => foreignBreaches(all, catalog, k)),
    ...all.appendOnly.flatMap((table) =>
      grantBreaches(catalog, table, /^(?:update|delete|truncate)/, "which is append-only"),
    ),
    ...all.neverChanged.flatMap((table) =>
      grantBreaches(catalog, table, /^(?:update|truncate)/, "whose rows never change"),
    ),
  ];
}

function unclaimed(all: Families, catalog: Catalog): string[] {
  const present = new Set(catalog.tables.map(({ name }) => name));
  const listed = Object.keys(all.tables);
  return [
    ...[...present]
      .filter((name) => spreadOf(all, name) === undefined)
      .map((name) => `${name} is in no family`),
    ...[...listed, ...all.appendOnly, ...all.neverChanged]
      .filter((name) => !present.has(name))
      .map((name) => `${name} is not a table`),
  ];
}

function keyBreaches(all: Families, catalog: Catalog, table: string): string[] {
  const key = keyOf(all, catalog, table);
  const keys = catalog.constraints.filter((k) => k.table === table && (k.kind === "p" || k.kind === "u"));
  const primary = keys.some(({ kind }) => kind === "p") ? [] : [`${table} has no primary key`];
  if (key === undefined) {
    return primary;
  }
  const unique = catalog.indexes.filter((index) => index.table === table && index.unique);
  const wrong = [...keys, ...unique].filter(({ leads }) => leads !== key);
  return [...primary, ...wrong.map(({ name }) => `${name} on ${table} does not lead with ${key}`)];
}

function foreignBreaches(all: Families, catalog: Catalog, foreign: Constraint): string[] {
  const { table, target, name } = foreign;
  const breaches = /_fkey\d*$/.test(name) ? [`${name} on ${table} was named by the server, not by us`] : [];
  if (target === null || spreadOf(all, target) === "everywhere") {
    return breaches;
  }
  const from = spreadOf(all, table);
  const together = from === spreadOf(all, target) && from !== "alone" && from !== "everywhere";
  const byKey =
    foreign.leads === keyOf(all, catalog, table) && foreign.targetLeads === keyOf(all, catalog, target);
  return together && (from === "none" || byKey)
    ? breaches
    : [...breaches, `${name} on ${table} leaves its family`];
}

function grantBreaches(catalog: Catalog, table: string, forbidden: RegExp, why: string): string[] {
  const given = catalog.grants
    .filter(({ target }) => target === table)
    .flatMap(({ rights }) => rights.split(", "));
  const wrong = given.filter((right) => forbidden.test(right));
  return wrong.map((right) => `the application may ${right} ${table}, ${why}`);
}
