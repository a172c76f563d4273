import { type Asker, priceIn, taxDependsOn, taxRateOf, type UnitPrice } from "../catalogue/index.ts";
import { personOf } from "../identity/index.ts";
import type { ChargeLine } from "../money/index.ts";
import { badField, type Tx } from "../platform/index.ts";
import type { Terms } from "../terms/index.ts";
import { autoRenewalOf } from "./autoRenewalStore.ts";
import type { Contract } from "./contract.ts";

/**
 * Where the holder of a contract lives, for the tax of what follows it: as they say now, as we have kept of
 * them, as they said when they bought it themselves, or the only country its region has. Where it makes no
 * difference, any country of the region; where it does, as they said when they agreed that it renews by
 * itself. Undefined where nobody has told us.
 */
export async function countryOfRenewal(
  db: Asker & { readonly at: Temporal.Instant },
  contract: Contract,
  terms: Pick<Terms, "regions">,
  told?: string,
): Promise<string | undefined> {
  const known = told ?? (await personOf(db, contract.holderId))?.country ?? countryWhenBought(contract);
  if (known !== undefined && known !== null) {
    return known;
  }
  const countries = terms.regions.get(contract.region)?.countries ?? [];
  if (!(await taxDependsOn(db, countries, db.at))) {
    return countries[0];
  }
  return (await autoRenewalOf(db, contract.deviceId))?.country ?? undefined;
}

/** The same, where it must be known. Errors: Problem 400 that names the field to fill in. */
export async function demandCountry(
  tx: Tx,
  contract: Contract,
  terms: Pick<Terms, "regions">,
  told: string | undefined,
): Promise<string | undefined> {
  const country = await countryOfRenewal(tx, contract, terms, told);
  const { countries = [] } = terms.regions.get(contract.region) ?? {};
  if (country === undefined && countries.length > 0) {
    throw badField(
      "/country",
      "country_needed",
      "Say in which country you live: the tax in the price is that of your country.",
    );
  }
  return country;
}

/**
 * Nothing where it makes no difference in which country of its region the holder lives, or they say it.
 * Errors: Problem 400 where it does, and nobody has told us.
 */
export async function demandCountryOfTax(
  tx: Tx,
  contract: Contract,
  terms: Pick<Terms, "regions">,
  told: string | undefined,
): Promise<void> {
  const { countries = [] } = terms.regions.get(contract.region) ?? {};
  if (told === undefined && (await taxDependsOn(tx, countries, tx.at))) {
    await demandCountry(tx, contract, terms, told);
  }
}

/** Who bought a code for others, or passed the plan on, lives elsewhere than its holder. */
function countryWhenBought({ purchase = null, renewsNo, heldFrom }: Contract): string | null | undefined {
  const isHolders = heldFrom === null && (renewsNo !== null || purchase?.kind === "consumer");
  return isHolders ? purchase?.country : undefined;
}

/** The line of a renewal's charge: one plan, with the tax of its holder's country in its price. */
export async function renewalLine(
  tx: Tx,
  { programme, region }: Contract,
  plan: string,
  price: Pick<UnitPrice, "net" | "gross">,
  country: string | undefined,
): Promise<ChargeLine> {
  const { net, gross, taxKind, taxRateBasisPoints } = priceIn(price, await taxRateOf(tx, country, tx.at));
  return {
    ...{ kind: "plan", programme, region, plan, quantity: 1 },
    netMinor: net.amount,
    taxMinor: gross.amount - net.amount,
    ...{ taxKind, taxCountry: country ?? null, taxRateBasisPoints },
  };
}
