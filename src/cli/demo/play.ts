import type { Speaker } from "./speaker.ts";
import type { Stage } from "./stage.ts";
import type { Storyteller } from "./storyteller.ts";

/** What every scene has at hand: the server with its clock, who tells the story, and when it began. */
export interface Play {
  readonly stage: Stage;
  readonly teller: Storyteller;
  /** Nine in the morning of the first day. */
  readonly opening: Temporal.ZonedDateTime;
  /** The people at the service centre. */
  readonly bench: Speaker;
}

/** A device somebody has a plan for. */
export interface Owned {
  readonly deviceId: string;
  readonly contractId: string;
}

/** Lets a morning come, so long after the first. */
export async function waitFor(
  { stage, opening }: Play,
  after: { readonly months?: number; readonly days?: number },
): Promise<void> {
  await stage.waitUntil(opening.add(after).toInstant());
}

/** Lets some days pass, until the same hour. */
export async function letPass({ stage }: Play, days: number): Promise<void> {
  await stage.waitUntil(stage.now().add({ hours: 24 * days }));
}

/** Tells what somebody does today. */
export function tell({ stage, teller }: Play, who: string, what: string): void {
  teller.tell(stage.now().toZonedDateTimeISO("UTC").toPlainDate(), who, what);
}
