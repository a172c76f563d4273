import { termsOf } from "../../catalogue/index.ts";
import { readContract, readDevice, renewContract } from "../../contracts/index.ts";
import { methods } from "../../money/index.ts";
import { refusalOf } from "../models/refusalOf.ts";
import { renewPage } from "../pages/renewPage.ts";
import type { RibbonFacts } from "../ribbon/ribbonFacts.ts";
import type { Answers } from "../visit/draft.ts";
import {
  ask,
  attempt,
  formOf,
  frameOf,
  get,
  type PageAnswer,
  post,
  reader,
  type Visit,
} from "../visit/visit.ts";
import { en } from "../words/en.ts";

const words = en.device;

async function offerRenewal(visit: Visit, values: Answers = {}, mistakes: Answers = {}): Promise<PageAnswer> {
  const id = visit.params.id ?? "";
  const contract = await ask(visit, readContract, { id });
  const device = await ask(visit, readDevice, { id: contract.deviceId });
  const tried = await attempt(
    visit,
    renewContract,
    { id, method: methods(visit.platform)[0] ?? "" },
    { dryRun: true },
  );
  if (tried.refused !== undefined) {
    const back = `/devices/${contract.deviceId}`;
    return refusalOf(visit, tried.refused, { title: words.renewNot, back, ways: [] });
  }
  const terms = await termsOf(reader(visit), contract.programme, contract.termsVersion);
  const following = terms.plans().find((plan) => plan.renewalClause !== null);
  if (following === undefined || tried.reply === undefined) {
    return { goTo: `/devices/${contract.deviceId}` };
  }
  const period = terms.period(following.product, contract.endsAt, contract.region);
  return renewPage(frameOf(visit, contract.zone), {
    form: formOf(visit, values, mistakes),
    deviceId: contract.deviceId,
    ribbon: withAdded(device.ribbon, following.product, period),
    endsAt: period.endsAt,
    price: tried.reply.charge.amount,
    grants: following.replacements,
    methods: methods(visit.platform),
  });
}

/** The ribbon as it would be with the plan that follows. */
function withAdded(
  ribbon: RibbonFacts,
  product: string,
  { startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string },
): RibbonFacts {
  const { renewal: _, ...rest } = ribbon;
  return {
    ...rest,
    contracts: [...ribbon.contracts, { product, startsAt, endsAt, state: "scheduled", slots: [] }],
  };
}

async function renew(visit: Visit): Promise<PageAnswer> {
  const id = visit.params.id ?? "";
  const method = visit.sent.method ?? "";
  if (!methods(visit.platform).includes(method)) {
    return await offerRenewal(visit, {}, { method: en.claim.payMethodMissing });
  }
  const renewed = await attempt(visit, renewContract, { id, method });
  if (renewed.refused !== undefined) {
    return refusalOf(visit, renewed.refused, { title: words.renewNot, back: "/devices", ways: [] });
  }
  const charge = renewed.reply?.charge;
  if (charge?.state === "open" && charge.payment?.state === "failed") {
    return await offerRenewal(visit, { method }, { method: en.claim.payDeclined });
  }
  return { goTo: `/devices/${renewed.reply?.contract.deviceId ?? ""}` };
}

/** Renewing: the new end drawn before anything is paid. */
export const renewRoutes = [
  get("/renew/:id", async (visit) => await offerRenewal(visit)),
  post("/renew/:id", renew),
];
