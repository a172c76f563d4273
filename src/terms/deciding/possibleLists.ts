/** More lists than this are not tried. */
const mostLists = 200;

/**
 * The lists that tests for membership can tell apart. The sets they are held against cut the possible members
 * into groups whose members always stand together in a test; a list has none of a group, some of it, or all.
 */
export function tellingLists(
  sets: readonly (readonly string[])[],
  every: readonly string[],
): readonly (readonly string[])[] {
  let lists: readonly (readonly string[])[] = [[]];
  for (const group of groupsOf(sets, every)) {
    const [first = ""] = group;
    const parts = group.length === 1 ? [[], group] : [[], [first], group];
    if (lists.length * parts.length > mostLists) {
      return unique([...lists, ...usualLists(sets, every)]);
    }
    lists = lists.flatMap((list) => parts.map((part) => [...list, ...part]));
  }
  return lists;
}

/** The members by the sets they are in; those in none are one group. */
function groupsOf(
  sets: readonly (readonly string[])[],
  every: readonly string[],
): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const member of new Set([...sets.flat(), ...every])) {
    const key = sets.map((set) => Number(set.includes(member))).join("");
    groups.set(key, [...(groups.get(key) ?? []), member]);
  }
  return [...groups.values()];
}

/** Where there are too many groups: each set, alone and with what is in none of them. */
function usualLists(
  sets: readonly (readonly string[])[],
  every: readonly string[],
): readonly (readonly string[])[] {
  const others = every.filter((member) => !sets.some((set) => set.includes(member))).slice(0, 1);
  const pairs = sets.slice(0, 12).flatMap((a) => sets.slice(0, 12).map((b) => [...a, ...b]));
  const full = [...sets, ...sets.flatMap((set) => set.map((member) => [member])), ...pairs, every];
  return [[], others, ...full, ...full.map((set) => [...set, ...others])];
}

function unique(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map(lists.map((list) => [[...new Set(list)].sort().join(), [...new Set(list)]])).values()];
}
