import { demandVatForm } from "../../commerce/index.ts";
import { Problem } from "../../platform/index.ts";
import {
  type CheckoutStep,
  checkoutSteps,
  checkStep,
  dueStep,
  plainVatId,
  stepFields,
} from "../models/checkoutAnswers.ts";
import { shopCountry } from "../models/shopCountry.ts";
import { cartOf, keepCart } from "../visit/cartCookie.ts";
import { type Answers, keep } from "../visit/draft.ts";
import { pricedCart } from "../visit/pricedCart.ts";
import { isEmpty, pick } from "../visit/readForm.ts";
import { get, type PageAnswer, post, type Visit } from "../visit/visit.ts";
import { checkoutCheckRoutes } from "./checkoutCheckRoutes.ts";
import { findPoints } from "./checkoutPoints.ts";
import { answersOf, showStep, stepPaths } from "./checkoutStepPages.ts";

/** Keeps the answers of a page, and goes on to the next question that is open. */
async function takeStep(visit: Visit, step: CheckoutStep): Promise<PageAnswer> {
  const sent = pick(visit.sent, stepFields[step]);
  const given: Answers = { ...answersOf(visit), ...sent };
  const mistakes = { ...vatMistake(step, given), ...checkStep(step, given) };
  if (!isEmpty(mistakes)) {
    return await showStep(visit, step, mistakes);
  }
  keep(visit.draft, "checkout", given);
  if (step === "country") {
    keepCart(visit, { ...cartOf(visit), country: given.country });
  }
  const priced = await pricedCart(visit, cartOf(visit), given.country || shopCountry(visit));
  const hasGoods = priced?.lines.some(({ price }) => price?.soldAs === "goods") ?? false;
  const due = dueStep(given, hasGoods);
  return { goTo: due === undefined ? "/checkout/check" : stepPaths[due] };
}

/** The form of a VAT number is judged as the order will judge it. */
function vatMistake(step: CheckoutStep, { kind, vatId = "", country = "" }: Answers): Answers {
  if (step !== "who" || kind !== "company" || vatId === "") {
    return {};
  }
  try {
    demandVatForm(plainVatId(vatId), country);
    return {};
  } catch (error) {
    if (error instanceof Problem) {
      return { vatId: error.faults[0]?.message ?? "" };
    }
    throw error;
  }
}

/** Signs in first, and comes back to where it began. */
async function signInFirst(visit: Visit): Promise<PageAnswer> {
  keep(visit.draft, "signIn", { next: "/checkout" });
  return await Promise.resolve({ goTo: "/sign-in" });
}

/** From the cart to the order, one question on each page. */
export const checkoutRoutes = [
  get("/checkout/sign-in", signInFirst),
  ...checkoutCheckRoutes,
  post("/checkout/point/near", findPoints),
  ...checkoutSteps.flatMap((step) => [
    get(stepPaths[step], (visit) => showStep(visit, step)),
    post(stepPaths[step], (visit) => takeStep(visit, step)),
  ]),
];
