import type { Asker } from "../catalogue/index.ts";
import type { Choice, ClaimRow } from "../claims/index.ts";
import type { Tx } from "../platform/index.ts";
import { sendBackPrice } from "./prices/index.ts";
import { heldTurnarounds, type Turnaround } from "./turnaround/index.ts";

/** What a choice sheet says beside the receipts. */
export interface Sheet {
  readonly sendBackMinor: number | undefined;
  readonly days: Readonly<Partial<Record<Choice["unit"], number>>>;
}

/**
 * What the way back costs here, unless that is waived for the case, and how long ways took of late. Both are
 * held, so nothing is asked.
 */
export async function sheetOf(
  tx: Tx,
  claim: Pick<ClaimRow, "region" | "currency" | "country" | "device" | "waivedMinor">,
): Promise<Sheet> {
  const { region, currency, country, device } = claim;
  const asked = { model: device.model, region, currency, at: tx.at };
  const [sendBackMinor, turnarounds] = await Promise.all([
    sendBackPrice(tx, asked, country),
    heldTurnarounds.rows(tx as Asker),
  ]);
  const isWaived = (claim.waivedMinor ?? null) !== null;
  return { sendBackMinor: isWaived ? 0 : sendBackMinor, days: daysOf(turnarounds, asked) };
}

/** Working days by the unit that comes back, where they are known. Pure. */
export function daysOf(
  turnarounds: readonly Turnaround[],
  { region, model }: { readonly region: string; readonly model: string },
): Sheet["days"] {
  const own = turnarounds.filter((each) => each.region === region && each.model === model);
  return Object.fromEntries(own.map(({ unit, days }) => [unit, days]));
}
