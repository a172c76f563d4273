import { isAbsent, isUnknown } from "../deciding/case.ts";
import type { FactTest, Members } from "../tests.ts";
import { no, type Truth, truthOf, unknown } from "../truth.ts";
import type { Context, ReadFact, Test } from "./context.ts";
import { compileMembers, isOfModels, type Looked } from "./references.ts";
import { isWordAmong, WordSet } from "./wordLists.ts";

type Membership = Extract<FactTest, { members: Members }>;
/** `in`, `all in`, `some in`, `includes`: a value or a list against a set of members. */
export function compileMembership(
  fact: string,
  is: Membership,
  presume: ReadonlyMap<string, unknown>,
  context: Context,
): Test {
  const read = context.reader(fact, presume);
  const members = membersOf(is.members, isOfModels(fact), presume, context);
  return listTests[is.test](read, members);
}

/** What an absent or unknown side makes of the test; undefined when both sides are there. */
function fails(value: unknown, members: WordSet | undefined | null): Truth | undefined {
  if (isAbsent(value) || members === null) {
    return no;
  }
  return isUnknown(value) || members === undefined ? unknown : undefined;
}

type MembershipTest = (read: ReadFact, members: Looked<WordSet>) => Test;

/** Each is whole in itself: a call to one of several would cost as much as the test. */
const listTests: Record<Membership["test"], MembershipTest> = {
  member: (read, members) => (c) => {
    const value = read(c);
    const set = members(c);
    return fails(value, set) ?? truthOf((set as WordSet).has(value));
  },
  // Of an empty list nothing is said: it neither covers nor excludes.
  "all-in": (read, members) => (c) => {
    const value = read(c);
    const set = members(c);
    return (
      fails(value, set) ?? truthOf(Array.isArray(value) && value.length > 0 && (set as WordSet).hasAll(value))
    );
  },
  "some-in": (read, members) => (c) => {
    const value = read(c);
    const set = members(c);
    return fails(value, set) ?? truthOf(Array.isArray(value) && (set as WordSet).hasSome(value));
  },
  includes: (read, members) => (c) => {
    const value = read(c);
    const set = members(c);
    return (
      fails(value, set) ??
      truthOf(Array.isArray(value) && (set as WordSet).list.every((word) => isWordAmong(word, value)))
    );
  },
};

function membersOf(
  members: Members,
  ofModels: boolean,
  presume: ReadonlyMap<string, unknown>,
  context: Context,
): Looked<WordSet> {
  if ("reference" in members) {
    return compileMembers(members.reference, ofModels, context, presume);
  }
  if ("fact" in members) {
    return listFact(context.reader(members.fact, presume), ofModels, context);
  }
  const names = "regions" in members ? [...context.document.front.regions.keys()] : members.list;
  const fixed = new WordSet(ofModels ? context.tables.models(names) : names);
  return () => fixed;
}

/** More different lists of one fact are not remembered. */
const mostLists = 1000;

/**
 * A list among the facts. A list of models may name series; what a list stands for is remembered by its
 * items.
 */
function listFact(read: ReadFact, ofModels: boolean, context: Context): Looked<WordSet> {
  const expanded = new Map<unknown, { readonly list: readonly unknown[]; readonly members: WordSet }>();
  return (c) => {
    const list = read(c);
    if (isUnknown(list)) {
      return undefined;
    }
    if (!Array.isArray(list)) {
      return null;
    }
    const key = list.length === 1 ? list[0] : list.join(",");
    const known = expanded.get(key);
    if (known !== undefined && areSame(known.list, list)) {
      return known.members;
    }
    const members = new WordSet(ofModels ? [...list, ...context.tables.models(list)] : list);
    if (known === undefined && expanded.size < mostLists) {
      expanded.set(key, { list: [...list], members });
    }
    return members;
  };
}

/** An item may hold a comma itself, so that two lists have one key. */
function areSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  for (let i = 0; i < one.length; i += 1) {
    if (one[i] !== other[i]) {
      return false;
    }
  }
  return one.length === other.length;
}
