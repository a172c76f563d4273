import { termsOf } from "../../catalogue/index.ts";
import { agreeAutoRenewal, cancelAutoRenewal, readContract, showRenewals } from "../../contracts/index.ts";
import { methodsThatKeep } from "../../money/index.ts";
import { countryChoices, isCountry } from "../models/countries.ts";
import { refusalOf } from "../models/refusalOf.ts";
import { seenPrice } from "../models/seenPrice.ts";
import { renewItselfPage } from "../pages/renewItselfPage.ts";
import type { FormState } from "../parts/frame.ts";
import type { Answers } from "../visit/draft.ts";
import { isEmpty, mistakesIn } from "../visit/readForm.ts";
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
import { stepOn } from "./payingOn.ts";

const words = en.renew;

function idOf({ params }: Visit): string {
  return params.id ?? "";
}

/** The one button that stops it, on whatever page. */
export function stopForm(visit: Visit, contractId: string): FormState {
  return { ...formOf(visit), action: `/renew/${contractId}/by-itself/stop` };
}

/** Ways by which a card can be kept: it is asked by us when the time comes. */
function waysOf({ platform }: Visit): readonly string[] {
  return methodsThatKeep(platform);
}

async function showWords(visit: Visit, values: Answers = {}, mistakes: Answers = {}): Promise<PageAnswer> {
  const id = idOf(visit);
  const [contract, renewals] = await Promise.all([
    ask(visit, readContract, { id }),
    ask(visit, showRenewals, { id }),
  ]);
  const { wording, byItself, autoRenewal } = renewals;
  if (wording === null || byItself?.price == null || (autoRenewal !== null && !autoRenewal.needsCard)) {
    return { goTo: `/renew/${id}` };
  }
  const page = renewItselfPage(frameOf(visit, contract.zone), {
    form: formOf(visit, values, mistakes),
    back: `/renew/${id}`,
    product: byItself.product,
    price: byItself.price,
    startsAt: byItself.startsAt,
    wording,
    methods: waysOf(visit),
    countries: await countriesAsked(visit, contract, renewals),
  });
  return isEmpty(mistakes) ? page : { status: 400, page };
}

type Contract = Awaited<ReturnType<(typeof readContract)["run"]>>;
type Renewals = Awaited<ReturnType<(typeof showRenewals)["run"]>>;

/** Where the holder may live, where that has to be asked. */
export async function countriesAsked(
  visit: Visit,
  { programme, termsVersion, region }: Contract,
  { needsCountry }: Pick<Renewals, "needsCountry">,
): Promise<readonly (readonly [string, string])[] | undefined> {
  if (!needsCountry) {
    return undefined;
  }
  const { regions } = await termsOf(reader(visit), programme, termsVersion);
  return countryChoices(regions.get(region)?.countries ?? []);
}

async function agree(visit: Visit): Promise<PageAnswer> {
  const id = idOf(visit);
  const { method = "", agrees, country = "" } = visit.sent;
  const price = seenPrice(visit.sent).fee;
  const mistakes = mistakesIn([
    ["method", waysOf(visit).includes(method), en.claim.payMethodMissing],
    ["agrees", agrees === "yes", words.agreeMissing],
  ]);
  if (!isEmpty(mistakes) || price === undefined) {
    return await showWords(visit, visit.sent, mistakes);
  }
  const asked = { id, method, price, agrees: true as const, ...(isCountry(country) && { country }) };
  const agreed = await attempt(visit, agreeAutoRenewal, asked, { fields: { "/country": "country" } });
  if (agreed.mistakes !== undefined) {
    return await showWords(visit, visit.sent, { country: en.shop.countryMissing });
  }
  if (agreed.refused?.code === "price_changed") {
    return await showWords(visit, visit.sent, { method: en.device.renewPriceChanged });
  }
  const { deviceId } = await ask(visit, readContract, { id });
  const back = `/devices/${deviceId}`;
  if (agreed.refused !== undefined && agreed.refused.code !== "renews_itself_already") {
    const way = { href: back, picture: "camera" as const, label: en.giveBack.toDevice };
    const place = { title: words.agreeNot, calm: words.calm, back, ways: [way] };
    return refusalOf(visit, agreed.refused, place);
  }
  return stepOn(visit, agreed.reply?.card?.nextUrl, back);
}

/** One step, no reason asked; what was stopped already stays stopped. */
async function stop(visit: Visit): Promise<PageAnswer> {
  const id = idOf(visit);
  await attempt(visit, cancelAutoRenewal, { id });
  const { deviceId } = await ask(visit, readContract, { id });
  return { goTo: `/devices/${deviceId}` };
}

/** Agreeing that a plan renews by itself, and stopping that in one step. */
export const renewItselfRoutes = [
  get("/renew/:id/by-itself", async (visit) => await showWords(visit)),
  post("/renew/:id/by-itself", agree),
  post("/renew/:id/by-itself/stop", stop),
];
