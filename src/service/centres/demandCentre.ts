import { modelNamed } from "../../catalogue/index.ts";
import { badField, type Tx } from "../../platform/index.ts";
import type { CentreGiven, Opening } from "./centre.ts";

/** What no shape can say of a centre. Errors: Problem 400 that names the field. */
export async function demandCentre(tx: Tx, centre: CentreGiven): Promise<void> {
  demandZone(centre.zone, tx.at);
  for (const [day, openings] of Object.entries(centre.hours)) {
    demandOrder(`/hours/${day}`, openings);
  }
  for (const [index, { openings }] of centre.exceptions.entries()) {
    demandOrder(`/exceptions/${index}/openings`, openings);
  }
  demandOnce(
    "/exceptions",
    centre.exceptions.map(({ on }) => on),
    "a day stands there twice",
  );
  demandOnce(
    "/benches",
    centre.benches.map(({ no }) => String(no)),
    "two benches have one number",
  );
  const named = [
    ...centre.models.map((model, index) => [`/models/${index}`, model] as const),
    ...centre.benches.flatMap(({ models }, bench) =>
      models.map((model, index) => [`/benches/${bench}/models/${index}`, model] as const),
    ),
    ...centre.designations.flatMap(({ models }, place) =>
      models.map((model, index) => [`/designations/${place}/models/${index}`, model] as const),
    ),
  ];
  for (const [pointer, model] of named) {
    if ((await modelNamed(tx, model)) === undefined) {
      throw badField(pointer, "unknown_model", `The catalogue has no model ${model}.`);
    }
  }
}

function demandZone(zone: string, at: Temporal.Instant): void {
  try {
    at.toZonedDateTimeISO(zone);
  } catch {
    throw badField("/zone", "unknown_zone", `There is no zone ${zone}: write one as Europe/Berlin.`);
  }
}

function demandOrder(pointer: string, openings: readonly Opening[] = []): void {
  const wrong = openings.findIndex(
    ({ from, to }, index) => from >= to || from < (openings[index - 1]?.to ?? ""),
  );
  if (wrong >= 0) {
    const says = "Times go up: each ends after it begins, and begins after the one before has ended.";
    throw badField(`${pointer}/${wrong}`, "times", says);
  }
}

function demandOnce(pointer: string, words: readonly string[], says: string): void {
  const twice = words.findIndex((word, index) => words.indexOf(word) < index);
  if (twice >= 0) {
    throw badField(`${pointer}/${twice}`, "twice", `${words[twice]}: ${says}.`);
  }
}
