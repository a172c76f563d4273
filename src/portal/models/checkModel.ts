import { type Information, type OrderView, taxSums } from "../../commerce/index.ts";
import type { CheckModel } from "../pages/checkoutPages.ts";
import type { Fact } from "../parts/facts.ts";
import type { FormState } from "../parts/frame.ts";
import type { Answers } from "../visit/draft.ts";
import { en } from "../words/en.ts";
import type { Money } from "../words/formatMoney.ts";
import { arrivesOn } from "./cartModel.ts";
import { plainVatId } from "./checkoutAnswers.ts";
import { countryName } from "./countries.ts";
import { taxName } from "./taxName.ts";

type Around = {
  readonly form: FormState;
  readonly order: string;
  readonly was: Money | undefined;
  readonly information: Information;
  readonly today: string;
};

/** The order as it would be placed, and who it is for, to be looked at once more. */
export function checkModel(order: OrderView, given: Answers, around: Around): CheckModel {
  const { lines, totals, delivery, deliveryOptions } = order;
  const hasParcel = delivery.option !== "email";
  const days = deliveryOptions.map(({ option, promisedOn }) => {
    const when = arrivesOn(option, promisedOn, around.today);
    return option === "email" ? en.checkout.codesCome(when) : `${en.shelf.ways[option] ?? option}: ${when}`;
  });
  return {
    ...{ form: around.form, order: around.order, was: around.was, information: around.information },
    buyer: buyerFacts(given, hasParcel ? delivery.option : "email"),
    lines: lines.map(({ name, quantity, gross }) => ({ name, quantity, sum: gross })),
    delivery: days.join("; "),
    deliverySum: hasParcel ? delivery.gross : undefined,
    net: totals.net,
    taxes: orderTaxes(order),
    total: totals.gross,
  };
}

/** The taxes of an order by what they are, each with its sum. */
export function orderTaxes({ lines, delivery, country, totals }: OrderView): CheckModel["taxes"] {
  const parts = [...lines, ...(delivery.gross.amount === 0 ? [] : [delivery])].map(({ net, gross, tax }) => ({
    ...{ netMinor: net.amount, grossMinor: gross.amount },
    ...{ taxKind: tax.kind, taxRateBasisPoints: tax.rateBasisPoints },
  }));
  const { currency } = totals.gross;
  return taxSums(parts, country).map(({ kind, rateBasisPoints, taxMinor }) => ({
    name: taxName(kind, rateBasisPoints, country),
    sum: { amount: taxMinor, currency },
  }));
}

function buyerFacts(given: Answers, option: string): readonly Fact[] {
  const words = en.checkout;
  const { name = "", email = "", country = "", company = "", vatId = "", purchaseOrder = "" } = given;
  const isCompany = given.kind === "company";
  const who = "/checkout/who";
  const optional = [
    [words.companyName, isCompany ? company : ""],
    [words.vatId, isCompany ? plainVatId(vatId) : ""],
    [words.purchaseOrder, isCompany ? purchaseOrder : ""],
  ] as const;
  return [
    { label: words.kind, value: isCompany ? words.company : words.person, change: "/checkout" },
    { label: words.country, value: countryName(country), change: "/checkout/country" },
    { label: words.name, value: name, change: who },
    { label: words.email, value: email, change: who },
    ...optional.filter(([, value]) => value !== "").map(([label, value]) => ({ label, value, change: who })),
    ...sendingFacts(given, option),
  ];
}

function sendingFacts(given: Answers, option: string): readonly Fact[] {
  const words = en.checkout;
  if (option === "email") {
    return [{ label: words.way, value: words.noParcel }];
  }
  const way = { label: words.way, value: en.shelf.ways[option] ?? option, change: "/checkout/way" };
  const { line1, line2, postcode, city, county, point, pointName } = given;
  const place = [line1, line2, [postcode, city].filter(Boolean).join(" "), county].filter(Boolean).join(", ");
  const where =
    option === "pickup"
      ? { label: words.pickupPoint, value: pointName || (point ?? ""), change: "/checkout/point" }
      : { label: words.address, value: place, change: "/checkout/address" };
  return [way, where];
}
