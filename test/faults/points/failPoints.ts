import assert from "node:assert/strict";

/** Sources by their paths. */
export type Sources = ReadonlyMap<string, string>;

const CALL = /failPoint\(\s*[\w.]+,\s*(?:"(?<plain>[a-z_]+)"|`(?<built>[^`]+)`),?\s*\)/g;
const MENTION = /\bfailPoint\(\s*(?!\{)/g;

/**
 * The names of all fail points in these sources, sorted. `abouts` are what money moves for. Errors: one whose
 * name cannot be read here, so that none is left out unseen.
 */
export function failPointsIn(sources: Sources, abouts: readonly string[]): string[] {
  const names = new Set<string>();
  for (const [file, text] of sources) {
    const calls = [...text.matchAll(CALL)];
    assert.equal(calls.length, [...text.matchAll(MENTION)].length, `a fail point in ${file} cannot be read`);
    for (const { groups } of calls) {
      const built = groups?.built === undefined ? [groups?.plain ?? ""] : expand(groups.built, file, sources);
      for (const name of built.flatMap((one) => withAbouts(one, abouts))) {
        assert.match(name, /^[a-z_]+$/, `a fail point in ${file} cannot be read`);
        names.add(name);
      }
    }
  }
  return [...names].toSorted();
}

function withAbouts(name: string, abouts: readonly string[]): readonly string[] {
  const about = /\$\{(?:\w+\.)?about\}/;
  return about.test(name) ? abouts.map((one) => name.replace(about, one)) : [name];
}

const STEP = /\$\{point\}/;
const ASKED = /\$\{asking\.name\}/;

/** What a name that is built may be: of the steps its own file names, or of what carriers are asked. */
function expand(built: string, file: string, sources: Sources): readonly string[] {
  if (STEP.test(built)) {
    const steps = [...(sources.get(file) ?? "").matchAll(/passAll\([^"]*?"([a-z_]+)"\)/g)];
    return steps.map(([, step = ""]) => built.replace(STEP, step));
  }
  if (ASKED.test(built)) {
    const asked = [...sources.values()].flatMap((text) => [
      ...text.matchAll(/Asking<\w+> = \{\s*name: "([a-z_]+)"/g),
    ]);
    return asked.map(([, name = ""]) => built.replace(ASKED, name));
  }
  return [built];
}

const KILL = /"(?<name>[a-z_]+):\d+"/g;
const TABLE = /const \w*(?:POINTS|STEPS|CONCLUDING)\b[^=]*= \[(?<items>[^\]]*)\]/g;
const BUILT = /`(?<prefix>[a-z_]*)\$\{[^}]+\}(?::\d+)?`/g;

/**
 * The names at which these tests kill a process: written out with the count at which it dies, or built from a
 * table of points in the same file. More than fail points may be among them.
 */
export function killsIn(tests: Sources): ReadonlySet<string> {
  const killed = new Set<string>();
  for (const text of tests.values()) {
    for (const { groups } of text.matchAll(KILL)) {
      killed.add(groups?.name ?? "");
    }
    const items = [...text.matchAll(TABLE)].flatMap(({ groups }) => [
      ...(groups?.items ?? "").matchAll(/"([a-z_]+)(?::\d+)?"/g),
    ]);
    const prefixes = new Set([...text.matchAll(BUILT)].map(({ groups }) => groups?.prefix ?? ""));
    for (const prefix of [...prefixes, ""]) {
      for (const [, item = ""] of items) {
        killed.add(prefix + item);
      }
    }
  }
  return killed;
}
