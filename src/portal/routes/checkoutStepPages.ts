import { cartModel } from "../models/cartModel.ts";
import type { CheckoutStep } from "../models/checkoutAnswers.ts";
import { countryName, everyCountry } from "../models/countries.ts";
import { shopCountry } from "../models/shopCountry.ts";
import { addressPage, countryPage, kindPage, wayPage, whoPage } from "../pages/checkoutPages.ts";
import { cartOf } from "../visit/cartCookie.ts";
import type { Answers } from "../visit/draft.ts";
import { pricedCart } from "../visit/pricedCart.ts";
import { isEmpty } from "../visit/readForm.ts";
import { formOf, frameOf, type PageAnswer, type Visit } from "../visit/visit.ts";
import { showPoints } from "./checkoutPoints.ts";

export { pointNamed } from "./checkoutPoints.ts";

/** Countries whose addresses name a state or a province. */
const withStates = new Set(["AU", "CA", "CN", "IT", "JP", "US"]);

/** Where each question is asked. */
export const stepPaths: Readonly<Record<CheckoutStep, string>> = {
  kind: "/checkout",
  country: "/checkout/country",
  who: "/checkout/who",
  way: "/checkout/way",
  address: "/checkout/address",
  point: "/checkout/point",
};

/** Answers so far; the country is what the cart was shown for until another is chosen. */
export function answersOf(visit: Visit): Answers {
  return { email: visit.email ?? "", ...visit.draft.parts.get("checkout") };
}

async function cartNow(visit: Visit) {
  const country = answersOf(visit).country || shopCountry(visit);
  return await pricedCart(visit, cartOf(visit), country);
}

/** Shows the page of a step, with what was said before or what is to put right. */
export async function showStep(
  visit: Visit,
  step: CheckoutStep,
  mistakes: Answers = {},
): Promise<PageAnswer> {
  const priced = await cartNow(visit);
  if (priced === undefined || (step !== "way" && priced.lines.some(({ refused }) => refused !== null))) {
    return { goTo: "/cart" };
  }
  const given: Answers = { country: shopCountry(visit), ...answersOf(visit), ...visit.sent };
  const state = { ...formOf(visit, given, mistakes), action: stepPaths[step] };
  const frame = frameOf(visit);
  const shown = async (): Promise<PageAnswer> => {
    switch (step) {
      case "kind":
        return kindPage(frame, state);
      case "country":
        return countryPage(frame, state, everyCountry);
      case "who":
        return whoPage(frame, state, given.kind === "company");
      case "way": {
        const around = { today: visit.now.slice(0, 10), names: new Map(), formOf: () => state };
        const ways = cartModel(priced, around).ways.filter(({ option }) => option !== "email");
        return ways.length === 0 ? { goTo: "/cart" } : wayPage(frame, state, ways);
      }
      case "address": {
        const { country = "" } = given;
        return addressPage(frame, state, {
          country: countryName(country),
          hasState: withStates.has(country),
        });
      }
      case "point":
        return await showPoints(visit, state, given.country ?? "");
    }
  };
  const page = await shown();
  return isEmpty(mistakes) || !("toString" in page) ? page : asMistaken(page);
}

function asMistaken(page: PageAnswer): PageAnswer {
  return "page" in page || "goTo" in page || "file" in page ? page : { status: 400, page };
}
