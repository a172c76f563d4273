import { termsInForce } from "../../catalogue/index.ts";
import { type Platform, systemCaller, transact } from "../../platform/index.ts";
import { saveNewReseller } from "./addReseller/addReseller.ts";
import { resellerByEmail } from "./resellerStore.ts";

const EMAIL = "reseller@evermend.example";
const PROGRAMME = "dji-care-refresh";

/** The reseller that a new installation can be looked at with, made where it is missing. Its bare id. */
export async function demoReseller(platform: Platform): Promise<string> {
  return await transact(platform, systemCaller, async (tx) => {
    const known = await resellerByEmail(tx, EMAIL);
    if (known !== undefined) {
      return known.resellerId;
    }
    const { regions } = await termsInForce(tx, PROGRAMME, tx.at);
    const paidInEuro = [...regions].filter(([, { currencies }]) => currencies.includes("EUR"));
    const made = await saveNewReseller(tx, {
      ...{ name: "Rena's Cameras", email: EMAIL, country: "EE", customerGroup: "wholesale" },
      regions: paidInEuro.map(([region]) => region),
      ...{ currency: "EUR", creditMinor: 500_000, invoiceDays: 14 },
      beginsOn: tx.at.toZonedDateTimeISO("UTC").toPlainDate().toString(),
    });
    return made.resellerId;
  });
}
