import type { DoorRule } from "../rules.ts";
import type { Condition } from "../tests.ts";
import { condition } from "./conditions.ts";
import { clauseId, type FieldReader, slug } from "./fields.ts";
import { writeOneOf } from "./noSuchName.ts";

const doorFields = ["door", "clause", "when"];

/** A door is a word, or `{ door, clause, when }`: what is open, the clause that opens it, and for whom. */
export const doorField: FieldReader = (node, report): DoorRule | undefined => {
  if (node.kind !== "map") {
    const door = slug(node, report) as string | undefined;
    return door === undefined ? undefined : { door, when: null };
  }
  for (const [name, { key }] of node.entries) {
    if (!doorFields.includes(name)) {
      report.error("field_unknown", key, `A door has no field "${name}". ${writeOneOf(name, doorFields)}`);
    }
  }
  const read = (name: string, reader: FieldReader): unknown => {
    const entry = node.entries.get(name);
    return entry === undefined ? undefined : reader(entry.node, report);
  };
  const door = read("door", slug) as string | undefined;
  if (door === undefined) {
    return report.error("field_missing", node.place, "The door has no name. Add door and a word.");
  }
  return {
    door,
    clause: read("clause", clauseId) as string | undefined,
    when: (read("when", condition) as Condition | undefined) ?? null,
  };
};
