import { isAbsent, isUnknown } from "../deciding/case.ts";
import type { FactTest, Members } from "../tests.ts";
import { no, type Truth, truthOf, unknown } from "../truth.ts";
import type { Context, ReadFact, Test } from "./context.ts";
import { compileMembers, isOfModels, type Looked } from "./references.ts";

type Membership = Extract<FactTest, { members: Members }>;
type Inner = (items: readonly string[], members: ReadonlySet<string>) => boolean;

/** `in`, `all in`, `some in`, `includes`: a value or a list against a set of members. */
export function compileMembership(
  fact: string,
  is: Membership,
  presume: ReadonlyMap<string, unknown>,
  context: Context,
): Test {
  const read = context.reader(fact, presume);
  const members = membersOf(is.members, isOfModels(fact), presume, context);
  if (is.test === "member") {
    return (c) => {
      const value = read(c);
      const set = members(c);
      return fails(value, set) ?? truthOf((set as ReadonlySet<string>).has(value as string));
    };
  }
  const inner = inners[is.test];
  return (c) => {
    const value = read(c);
    const set = members(c);
    return fails(value, set) ?? truthOf(Array.isArray(value) && inner(value, set as ReadonlySet<string>));
  };
}

/** What an absent or unknown side makes of the test; undefined when both sides are there. */
function fails(value: unknown, members: ReadonlySet<string> | undefined | null): Truth | undefined {
  if (isAbsent(value) || members === null) {
    return no;
  }
  return isUnknown(value) || members === undefined ? unknown : undefined;
}

const inners: Record<Exclude<Membership["test"], "member">, Inner> = {
  // Of an empty list nothing is said: it neither covers nor excludes.
  "all-in": (items, members) => {
    for (const item of items) {
      if (!members.has(item)) {
        return false;
      }
    }
    return items.length > 0;
  },
  "some-in": (items, members) => {
    for (const item of items) {
      if (members.has(item)) {
        return true;
      }
    }
    return false;
  },
  includes: (items, members) => {
    for (const member of members) {
      if (!items.includes(member)) {
        return false;
      }
    }
    return true;
  },
};

function membersOf(
  members: Members,
  ofModels: boolean,
  presume: ReadonlyMap<string, unknown>,
  context: Context,
): Looked<ReadonlySet<string>> {
  if ("reference" in members) {
    return compileMembers(members.reference, ofModels, context, presume);
  }
  if ("fact" in members) {
    return listFact(context.reader(members.fact, presume), ofModels, context);
  }
  const names = "regions" in members ? [...context.document.front.regions.keys()] : members.list;
  const fixed = new Set(ofModels ? context.tables.models(names) : names);
  return () => fixed;
}

/**
 * A list among the facts. A list of models may name series; what it stands for is remembered by the list
 * itself.
 */
function listFact(read: ReadFact, ofModels: boolean, context: Context): Looked<ReadonlySet<string>> {
  const expanded = new Map<string, ReadonlySet<string>>();
  return (c) => {
    const list = read(c);
    if (isUnknown(list)) {
      return undefined;
    }
    if (!Array.isArray(list)) {
      return null;
    }
    const key = list.join(",");
    let members = expanded.get(key);
    if (members === undefined) {
      members = new Set(ofModels ? [...list, ...context.tables.models(list)] : list);
      if (expanded.size < 1000) {
        expanded.set(key, members);
      }
    }
    return members;
  };
}
