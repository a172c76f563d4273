import { termsOf } from "../../catalogue/index.ts";
import { readContract, readDevice, renewContract, showRenewals } from "../../contracts/index.ts";
import { type ChargeView, chargesOf, chargeView, methods } from "../../money/index.ts";
import { type Refusal, readPublicId } from "../../platform/index.ts";
import {
  isCountry,
  isUnderway,
  paymentStateOf,
  paymentStepOf,
  refusalOf,
  seenPrice,
} from "../models/index.ts";
import { paymentPage, renewPage } from "../pages/index.ts";
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
import { planName } from "../words/planName.ts";
import { payingOn } from "./payingOn.ts";
import { countriesAsked, renewItselfRoutes, stopForm } from "./renewItselfRoutes.ts";

const words = en.device;

type Renewals = Awaited<ReturnType<(typeof showRenewals)["run"]>>;
type Offer = Renewals["offers"][number];

function idOf({ params }: Visit): string {
  return params.id ?? "";
}

/** The offer of the plan that was asked for, else the first there is. */
function offerIn({ offers }: Renewals, product: string | null): Offer | undefined {
  return offers.find((offer) => offer.product === product) ?? offers[0];
}

async function offerRenewal(visit: Visit, values: Answers = {}, mistakes: Answers = {}): Promise<PageAnswer> {
  const id = idOf(visit);
  const contract = await ask(visit, readContract, { id });
  const [device, renewals, charge] = await Promise.all([
    ask(visit, readDevice, { id: contract.deviceId }),
    ask(visit, showRenewals, { id }),
    chargeSoFar(visit),
  ]);
  const terms = await termsOf(reader(visit), contract.programme, contract.termsVersion);
  if (charge !== undefined && isUnderway(paymentStateOf(charge))) {
    return onItsWay(visit, contract, charge);
  }
  const asked = new URLSearchParams(visit.request.url.split("?")[1]).get("plan");
  const offer = offerIn(renewals, values.product ?? asked);
  const refused = await refusalNow(visit, offer);
  if (refused !== undefined && refused.code !== "price_changed") {
    return notNow(visit, refused, contract.deviceId);
  }
  if (offer === undefined) {
    return { goTo: `/devices/${contract.deviceId}` };
  }
  const owed = charge?.state === "open" ? charge.amount : undefined;
  const page = renewPage(frameOf(visit, contract.zone), {
    form: formOf(visit, values, mistakes),
    deviceId: contract.deviceId,
    contractId: id,
    product: offer.product,
    others: renewals.offers.map(({ product }) => product).filter((product) => product !== offer.product),
    ribbon: withAdded(device.ribbon, offer),
    startsAt: offer.startsAt,
    endsAt: offer.endsAt,
    until: renewals.until ?? undefined,
    inGrace: contract.state === "expired",
    price: owed ?? offer.price ?? undefined,
    grants: terms.plans().find(({ product }) => product === offer.product)?.replacements ?? 0,
    declined: isEmpty(mistakes) && paymentStateOf(charge) === "declined",
    methods: methods(visit.platform),
    countries: await countriesAsked(visit, contract, renewals),
    itself: {
      consent: renewals.autoRenewal,
      mayAgree: renewals.wording !== null,
      stop: stopForm(visit, id),
    },
  });
  return isEmpty(mistakes) ? page : { status: 400, page };
}

/** The newest charge of this renewal that is still owed or was paid. */
async function chargeSoFar(visit: Visit): Promise<ChargeView | undefined> {
  const { rootId = "", no } = readPublicId("ctr", idOf(visit)) ?? {};
  const charges = await chargesOf(reader(visit), rootId);
  const mine = charges.findLast(
    ({ purpose, subjectNo, state }) => purpose === "renewal" && subjectNo === no && state !== "cancelled",
  );
  return mine && chargeView(mine);
}

/** Whether it may be renewed now; where nothing can be paid by, that is not asked. */
async function refusalNow(visit: Visit, offer: Offer | undefined): Promise<Refusal | undefined> {
  const [method] = methods(visit.platform);
  if (method === undefined) {
    return undefined;
  }
  const product = offer && { product: offer.product };
  const tried = await attempt(
    visit,
    renewContract,
    { id: idOf(visit), method, ...product },
    // Where they live is asked on the page.
    { dryRun: true, fields: { "/country": "country" } },
  );
  return tried.refused;
}

type Renewed = Awaited<ReturnType<(typeof readContract)["run"]>>;

/** A payment that is on its way: what is left to do, and how it stands. */
function onItsWay(visit: Visit, { product, deviceId, zone }: Renewed, charge: ChargeView): PageAnswer {
  return paymentPage(frameOf(visit, zone), {
    title: words.renewTitles.payment_underway ?? "",
    place: planName(product),
    back: `/devices/${deviceId}`,
    sum: charge.amount,
    lines: [],
    methods: methods(visit.platform),
    form: formOf(visit),
    attempt: paymentStateOf(charge),
    ...paymentStepOf(charge),
  });
}

/** Why not now. */
function notNow(visit: Visit, refusal: Refusal, deviceId: string): PageAnswer {
  const back = `/devices/${deviceId}`;
  const device = { href: back, picture: "camera", label: en.report.toDevice } as const;
  return refusalOf(visit, refusal, {
    title: words.renewTitles[refusal.code] ?? words.renewNot,
    calm: words.renewCalm,
    back,
    ways: [device],
  });
}

/** The ribbon as it would be with the plan that follows. */
function withAdded(ribbon: RibbonFacts, { product, startsAt, endsAt }: Offer): RibbonFacts {
  const { renewal: _, ...rest } = ribbon;
  return {
    ...rest,
    contracts: [...ribbon.contracts, { product, startsAt, endsAt, state: "scheduled", slots: [] }],
  };
}

async function renew(visit: Visit): Promise<PageAnswer> {
  const id = idOf(visit);
  const { method = "", product = "", country = "" } = visit.sent;
  if (!methods(visit.platform).includes(method)) {
    return await offerRenewal(visit, visit.sent, { method: en.claim.payMethodMissing });
  }
  const { fee: price } = seenPrice(visit.sent);
  const asked = {
    ...{ id, method },
    ...(product === "" ? {} : { product }),
    ...(price && { price }),
    ...(isCountry(country) && { country }),
  };
  const fields = { "/product": "method", "/country": "country" };
  const renewed = await attempt(visit, renewContract, asked, { fields });
  if (renewed.mistakes?.country !== undefined) {
    return await offerRenewal(visit, visit.sent, { country: en.shop.countryMissing });
  }
  if (renewed.mistakes !== undefined || renewed.refused?.code === "price_changed") {
    return await offerRenewal(visit, visit.sent, { method: words.renewPriceChanged });
  }
  if (renewed.refused?.code === "payment_underway") {
    return { goTo: `/renew/${id}` };
  }
  const { deviceId } = await ask(visit, readContract, { id });
  if (renewed.refused !== undefined) {
    return notNow(visit, renewed.refused, deviceId);
  }
  const { charge } = renewed.reply;
  const payment = paymentStateOf(charge);
  if (payment === "declined") {
    return await offerRenewal(visit, visit.sent, { method: en.claim.payDeclined });
  }
  return payingOn(visit, charge, isUnderway(payment) ? `/renew/${id}` : `/devices/${deviceId}`);
}

/** Renewing: the new end drawn before anything is paid, by hand or by itself. */
export const renewRoutes = [
  get("/renew/:id", async (visit) => await offerRenewal(visit)),
  post("/renew/:id", renew),
  ...renewItselfRoutes,
];
