import type { Entry } from "./journal.ts";

/** A contract as the database has it. */
export interface KeptContract {
  readonly id: string;
  readonly serial: string;
}

/** What the clients' record and the database say of each other. */
export interface Verdict {
  /** Activations that were asked for. */
  readonly asked: number;
  readonly acknowledged: number;
  /** Of which at least one answer never came; nearly all were answered when asked again. */
  readonly unknown: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** Answers that should not be: a refusal of one's own code, another contract than is there. */
  readonly wrong: readonly string[];
}

/** The history check: what was acknowledged is there once, what is unknown once or not, and nothing else. */
export function judge(entries: readonly Entry[], kept: readonly KeptContract[]): Verdict {
  const bySerial = Map.groupBy(kept, ({ serial }) => serial);
  const byKey = Map.groupBy(entries, ({ key }) => key);
  const lost: string[] = [];
  const doubled: string[] = [];
  const wrong: string[] = [];
  let acknowledged = 0;
  for (const [key, story] of byKey) {
    const serial = story.flatMap((one) => (one.kind === "invoke" ? [one.serial] : []))[0] ?? "";
    const answers = story.flatMap((one) => (one.kind === "return" ? [one] : []));
    const found = bySerial.get(serial) ?? [];
    bySerial.delete(serial);
    const promised = answers.filter(({ status }) => status === 201);
    acknowledged += promised.length > 0 ? 1 : 0;
    if (promised.length > 0 && found.length === 0) {
      lost.push(`${key} ${serial}`);
    }
    if (found.length > 1) {
      doubled.push(`${key} ${serial}: ${found.map(({ id }) => id).join(", ")}`);
    }
    const another = promised.find(
      ({ contract }) => contract !== null && !found.some(({ id }) => id === contract),
    );
    if (another !== undefined && found.length > 0) {
      wrong.push(`${key} ${serial} was promised ${another.contract}`);
    }
    wrong.push(
      ...answers.flatMap(({ refusal }) => (refusal === null ? [] : [`${key} ${serial}: ${refusal}`])),
    );
  }
  wrong.push(...[...bySerial.keys()].map((serial) => `${serial} was never asked for`));
  const unknown = new Set(entries.filter(({ kind }) => kind === "unknown").map(({ key }) => key)).size;
  return { asked: byKey.size, acknowledged, unknown, lost, doubled, wrong };
}
