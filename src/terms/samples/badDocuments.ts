/** A document that cannot be read: its name, the code and the place it is found by, and its text. */
export type BadDocument = readonly [name: string, code: string, place: string, text: string];

const deepLists = (levels: number): string =>
  Array.from({ length: levels }, (_, index) => `${" ".repeat(2 * index)}- a`).join("\n");

/** Whatever a disk, an editor or somebody who means no good makes of a sound document. */
export function badDocuments(sound: string): readonly BadDocument[] {
  const all = [...textFaults(sound), ...yamlFaults, ...prototype.flatMap(namesOf)];
  return all.map((each) => (each.length === 4 ? each : placedIn(sound, each)));
}

/** What is replaced by what in the sound document; `‸` stands where it must be found. */
type Change = readonly [name: string, code: string, change: readonly [string, string]];

function placedIn(sound: string, [name, code, [before, after]]: Change): BadDocument {
  if (sound.split(before).length !== 2) {
    throw new RangeError(`"${before}" does not stand there once`);
  }
  const text = sound.replace(before, () => after.replace("‸", ""));
  const lines = text.slice(0, sound.indexOf(before) + after.indexOf("‸")).split("\n");
  return [name, code, `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`, text];
}

const textFaults = (sound: string): readonly (BadDocument | Change)[] => [
  ["an empty file", "front_matter_missing", "1:1", ""],
  ["five megabytes", "file_too_long", "1:1", "x".repeat(5_000_000)],
  ["NUL bytes", "encoding_invalid", "1:1", "\0\0\0"],
  ["a NUL byte in a text", "encoding_invalid", ["The plan is not transferable.", "The plan ‸\0is."]],
  ["a letter that is no UTF-8", "encoding_invalid", ["We try to help.", "We try to ‸\uFFFDhelp."]],
  ["a sign that turns the text round", "character_hidden", ["We try to help.", "We try to ‸\u202Ehelp."]],
  ["a sign nobody sees", "character_hidden", ["kind: transfer", "kind: trans‸\u200Bfer"]],
  ["one line of a megabyte", "line_too_long", "1:10000", "a".repeat(1_000_000)],
  ["a line of a megabyte below", "line_too_long", "438:10000", `${sound}${"b".repeat(1_000_000)}`],
  ["quotations in quotations", "text_too_deep", "1:81", "> ".repeat(4000)],
  ["lists in lists", "text_too_deep", "52:101", deepLists(300)],
  ["lists on one line", "text_too_deep", "1:81", `${"- ".repeat(3000)}a`],
  ["emphasis in emphasis", "text_too_dense", "1:751", "*a_".repeat(3000)],
];

const none = "kind: transfer\nto: none";

const yamlFaults: readonly Change[] = [
  ["YAML in YAML", "yaml_too_deep", [none, `kind: transfer\nto: ${"[".repeat(24)}‸${"[".repeat(300)}`]],
  ["a key twice", "key_twice", [none, `${none}\n‸to: holder`]],
  ["a key of the front matter twice", "key_twice", ["language: en\n", "language: en\n‸language: de\n"]],
  ["a date that is none", "date_invalid", ["from: 2026-01-01,", "from: ‸2026-02-29,"]],
  ["a zone nobody has", "zone_unknown", ["Asia/Tokyo", "‸Asia/Atlantis"]],
  ["an offset for a zone", "zone_unknown", ["Asia/Tokyo", '‸"+09:00"']],
  [
    "tables that contradict",
    "row_twice",
    [
      "| care-2y | 2 years | 3 | none | clip |",
      "| care-2y | 2 years | 3 | none | clip |\n| ‸care-2y | 1 year | 3 | none | clip |",
    ],
  ],
  ["an anchor", "yaml_alias", [none, "kind: transfer\nto: ‸&a none"]],
  ["an alias", "yaml_alias", [none, "kind: transfer\nto: ‸*a"]],
  ["itself in itself", "yaml_alias", [none, "kind: transfer\nloses: ‸&a [*a]"]],
  ["a tag", "yaml_tag", [none, "kind: transfer\nto: ‸!!str none"]],
  ["a tag of a language", "yaml_tag", [none, "kind: transfer\nto: ‸!!js/function none"]],
  ["constructor as a base", "base_unknown", ["from: clip-case", "from: ‸constructor"]],
  ["constructor as an exclusion", "clause_unknown", ["of: excl.cosmetic\n", "of: ‸constructor\n"]],
  ["constructor as a column", "table_unknown", ["grants: replacements of", "grants: ‸constructor of"]],
  ["a merge key", "field_unknown", [none, `${none}\n‸<<: { times: 1 }`]],
];

/** Names that every object of the language has: none of them is a name of the format. */
const prototype = ["__proto__", "constructor", "toString", "hasOwnProperty"];

const namesOf = (word: string): readonly Change[] => [
  [`${word} as a field`, "field_unknown", [none, `${none}\n‸${word}: 1`]],
  [`${word} as a kind`, "kind_unknown", [none, `kind: ‸${word}`]],
  [`${word} as a fact`, "fact_unknown", ["when: { device.modified: yes }", `when: { ‸${word}: yes }`]],
  [`${word} as a fact of an example`, "fact_unknown", ["uses: 0 }", `uses: 0, ‸${word}: 3 }`]],
  [`${word} as a group of an example`, "fact_unknown", ["  plan: { uses: 1 }", `  ‸${word}: { uses: 1 }`]],
  [`${word} in the front matter`, "front_matter_key", ["language: en\n", `language: en\n‸${word}: 1\n`]],
  [`${word} as a region`, "region_unknown", ["  NO: {", `  ‸${word}: {`]],
  [`${word} as a series`, "value_unknown", ["| clip-4 | clip |", `| clip-4 | ‸${word} |`]],
];
