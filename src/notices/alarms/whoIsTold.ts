import type { Tx } from "../../platform/index.ts";
import { addresseesOf, type Reached } from "./addresseesOf.ts";
import type { AlarmKey } from "./alarm.ts";
import type { Late, Looked } from "./lookAtAlarms.ts";
import { reachOf } from "./reachOf.ts";

/** Who is told of what is late; nobody where nobody is named. */
export interface Told<Key extends AlarmKey = AlarmKey> {
  readonly alarm: Key;
  readonly late: Late;
  readonly reached: readonly Reached[];
}

/** Who is told of each of these that is late, by who is named now. */
export async function whoIsTold<Key extends AlarmKey>(
  tx: Tx,
  looked: readonly Looked<Key>[],
): Promise<readonly Told<Key>[]> {
  const all = looked.flatMap(({ alarm, late }) => (late === undefined ? [] : [{ alarm, late }]));
  if (all.length === 0) {
    return [];
  }
  const reach = await reachOf(
    tx,
    all.flatMap(({ late: { centre } }) => centre?.centreId ?? []),
  );
  return all.map(({ alarm, late }) => {
    const centreId = late.centre?.centreId;
    return { alarm, late, reached: addresseesOf(alarm.kind, centreId !== undefined, reach(centreId)) };
  });
}
