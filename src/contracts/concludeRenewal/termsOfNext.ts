import { type Asker, termsBinding, termsInForce, termsOf } from "../../catalogue/index.ts";
import type { Terms } from "../../terms/index.ts";
import type { Contract } from "../contract.ts";
import type { DeviceRecord } from "../deviceRecord.ts";
import { deviceFacts } from "../facts.ts";
import { startOfNext } from "./decideConcludeRenewal.ts";

/**
 * The terms under which the contract is concluded that follows another, by the date each version is picked
 * by: where that is the first day, those that are published for it by now. Those of the contract itself where
 * the others no longer know the product that was promised.
 */
export async function termsOfNext(
  db: Asker & { readonly at: Temporal.Instant },
  record: DeviceRecord,
  contract: Contract,
  product: string,
): Promise<Terms> {
  const { programme, region } = contract;
  const startsAt = startOfNext({ at: db.at, record, contract }).toString();
  const plan = { product, region, startsAt, concludedAt: db.at.toString() };
  const facts = { at: db.at.toString(), device: deviceFacts(record), plan };
  const bound =
    (await termsBinding(db, programme, facts)) ?? (await termsInForce(db, programme, db.at, region));
  return bound.plans().some((each) => each.product === product)
    ? bound
    : await termsOf(db, programme, contract.termsVersion);
}
