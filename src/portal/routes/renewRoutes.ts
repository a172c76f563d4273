import assert from "node:assert/strict";
import { termsOf } from "../../catalogue/index.ts";
import { deviceRecord, periodAfter, readContract, readDevice, renewContract } from "../../contracts/index.ts";
import { methods } from "../../money/index.ts";
import { type Refusal, readPublicId } from "../../platform/index.ts";
import type { Period, Terms } from "../../terms/index.ts";
import { isUnderway, paymentStateOf } from "../models/paymentState.ts";
import { refusalOf } from "../models/refusalOf.ts";
import { seenPrice } from "../models/seenPrice.ts";
import { renewPage } from "../pages/renewPage.ts";
import type { RibbonFacts } from "../ribbon/ribbonFacts.ts";
import type { Answers } from "../visit/draft.ts";
import { isEmpty } from "../visit/readForm.ts";
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
import type { Money } from "../words/formatMoney.ts";

const words = en.device;

async function offerRenewal(visit: Visit, values: Answers = {}, mistakes: Answers = {}): Promise<PageAnswer> {
  const id = visit.params.id ?? "";
  const contract = await ask(visit, readContract, { id });
  const device = await ask(visit, readDevice, { id: contract.deviceId });
  const price = await priceOf(visit, id);
  if (price !== undefined && "code" in price) {
    return notNow(visit, price, `/devices/${contract.deviceId}`);
  }
  const terms = await termsOf(reader(visit), contract.programme, contract.termsVersion);
  const following = terms.plans().find((plan) => plan.renewalClause !== null);
  if (following === undefined || (price === undefined && device.ribbon.renewal === undefined)) {
    return { goTo: `/devices/${contract.deviceId}` };
  }
  const period = await periodFollowing(visit, id, terms, following.product);
  const page = renewPage(frameOf(visit, contract.zone), {
    form: formOf(visit, values, mistakes),
    deviceId: contract.deviceId,
    ribbon: withAdded(device.ribbon, following.product, period),
    endsAt: period.endsAt,
    price,
    grants: following.replacements,
    methods: methods(visit.platform),
  });
  return isEmpty(mistakes) ? page : { status: 400, page };
}

/** When the plan that follows would run: reckoned as it will be when it is concluded. */
async function periodFollowing(visit: Visit, id: string, terms: Terms, product: string): Promise<Period> {
  const { rootId: deviceId = "", no } = readPublicId("ctr", id) ?? {};
  const context = reader(visit);
  const record = await deviceRecord(context, { deviceId });
  const contract = record?.contracts.find((each) => each.no === no);
  assert(record !== undefined && contract !== undefined, "a contract that was read is on record");
  return periodAfter(terms, context.at, { record, contract, product, startsAt: contract.endsAt });
}

/** What the added year costs, or why there is none. Where nothing can be paid by, no price is worked out. */
async function priceOf(visit: Visit, id: string): Promise<Money | Refusal | undefined> {
  const [method] = methods(visit.platform);
  if (method === undefined) {
    return undefined;
  }
  const tried = await attempt(visit, renewContract, { id, method }, { dryRun: true });
  return tried.refused ?? tried.reply?.charge.amount;
}

/** Why not now; a payment that is on its way is not a no. */
function notNow(visit: Visit, refusal: Refusal, back: string): PageAnswer {
  const look = { href: `/renew/${visit.params.id}`, picture: "check", label: en.claim.actions.look } as const;
  const device = { href: back, picture: "camera", label: en.report.toDevice } as const;
  return refusalOf(visit, refusal, {
    title: words.renewTitles[refusal.code] ?? words.renewNot,
    calm: words.renewCalm,
    back,
    ways: refusal.code === "payment_underway" ? [look, device] : [device],
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
  const { fee: price } = seenPrice(visit.sent);
  const renewed = await attempt(visit, renewContract, { id, method, ...(price && { price }) });
  if (renewed.refused?.code === "price_changed") {
    return await offerRenewal(visit, { method }, { method: words.renewPriceChanged });
  }
  if (renewed.refused !== undefined) {
    return notNow(visit, renewed.refused, "/devices");
  }
  const payment = paymentStateOf(renewed.reply?.charge);
  if (payment === "declined") {
    return await offerRenewal(visit, { method }, { method: en.claim.payDeclined });
  }
  return {
    goTo: isUnderway(payment) ? `/renew/${id}` : `/devices/${renewed.reply?.contract.deviceId ?? ""}`,
  };
}

/** Renewing: the new end drawn before anything is paid. */
export const renewRoutes = [
  get("/renew/:id", async (visit) => await offerRenewal(visit)),
  post("/renew/:id", renew),
];
