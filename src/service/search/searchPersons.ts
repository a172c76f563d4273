import type { ReadContext } from "../../platform/index.ts";
import {
  type FoundKind,
  foundOfPersons,
  MOST_PERSONS,
  type PersonFound,
  personsAlike,
  personsByEmail,
  personsByWords,
} from "./foundStore.ts";
import { beyondOf, type FoundWay, type Looked } from "./hit.ts";
import type { Typed } from "./readTyped.ts";

/** What somebody may have. */
const ofPersons: readonly FoundKind[] = ["case", "contract", "verification", "order"];
/** A word of which a slip can be told from another word. */
const SHORTEST_ALIKE = 5;

/** What somebody has whose address or name was typed; of a name misspelt, whose name is like it. */
export async function searchPersons(db: ReadContext, typed: Typed): Promise<Looked> {
  const [persons, by] = await personsOf(db, typed);
  if (persons.length === 0) {
    return { hits: [], beyond: new Map() };
  }
  const told = new Map(persons.map(({ personId, name, email }) => [personId, `${name}, ${email}`]));
  const rows = await foundOfPersons(db, [...told.keys()]);
  // Of persons who were not read we know nothing, and say so.
  const unread = persons.length < MOST_PERSONS ? [] : ofPersons.map((kind) => [kind, Infinity] as const);
  return {
    hits: rows.map((row) => ({ row, by, found: told.get(row.personId) })),
    beyond: new Map([...beyondOf(rows), ...unread]),
  };
}

async function personsOf(
  db: ReadContext,
  { email, words }: Typed,
): Promise<readonly [persons: readonly PersonFound[], by: FoundWay]> {
  if (email !== undefined) {
    return [await personsByEmail(db, email), "email"];
  }
  if (words.length === 0) {
    return [[], "name"];
  }
  const [first = "%", second = "%", third = "%"] = words.map((word) => `%${escaped(word)}%`);
  const named = await personsByWords(db, first, second, third);
  const [longest = ""] = words.filter((word) => !/\d/.test(word)).toSorted((a, b) => b.length - a.length);
  if (named.length > 0 || longest.length < SHORTEST_ALIKE) {
    return [named, "name"];
  }
  const [start, end] = [escaped(longest.slice(0, 3)), escaped(longest.slice(-3))];
  const alike = await personsAlike(db, longest, `${start}%`, `% ${start}%`, `%${end} %`);
  return [alike, "alike_name"];
}

/** What stands for itself in a pattern. */
function escaped(word: string): string {
  return word.replace(/[\\%_]/g, "\\$&");
}
