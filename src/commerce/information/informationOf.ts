import { createHash } from "node:crypto";
import { type Static, Type } from "typebox";
import { type Asker, documentInForce, type PriceIn, type Product, planFacts } from "../../catalogue/index.ts";
import { type Platform, shape } from "../../platform/index.ts";
import { taxSums, UNION } from "../taxes/index.ts";
import {
  type InformationFacts,
  type LineShown,
  precontractInformation,
  type Section,
} from "./precontractInformation.ts";
import { printInformation } from "./printInformation.ts";

/** What a buyer is told before paying: the words, and the digest by which an order names them. */
export interface Information {
  /** SHA-256 of the text, in hexadecimal. */
  readonly digest: string;
  readonly language: string;
  readonly text: string;
  readonly html: string;
  readonly sections: readonly Section[];
}

/** Information in an answer. The digest goes back with the order: `information`. */
export const InformationSchema = shape({
  digest: Type.String(),
  language: Type.String(),
  text: Type.String(),
  html: Type.String(),
});
export type InformationView = Static<typeof InformationSchema>;

/** An order as it would be placed: what the information is made from. Minor units of one currency. */
export interface OrderShown {
  /** Where it is delivered to. */
  readonly country: string;
  /** Of its plans; null where it has none. */
  readonly region: string | null;
  readonly currency: string;
  readonly lines: readonly {
    readonly product: Product;
    readonly quantity: number;
    readonly unit: PriceIn;
  }[];
  readonly delivery: {
    readonly option: "email" | "home" | "pickup";
    readonly netMinor: number;
    readonly grossMinor: number;
    readonly taxKind: PriceIn["taxKind"] | null;
    readonly taxRateBasisPoints: number | null;
    readonly promisedOn: Temporal.PlainDate;
  };
  readonly isReverseCharge: boolean;
  /** A VAT number was told. */
  readonly isBusiness: boolean;
}

/** Who is asked: held rows, and nothing is written. */
type Asking = Asker & { readonly at: Temporal.Instant; readonly platform: Pick<Platform, "config"> };

/** What a buyer of this order is told before paying. Terms are held in the process: it costs no statement. */
export async function informationOf(db: Asking, order: OrderShown): Promise<Information> {
  const sections = precontractInformation(await factsOf(db, order));
  const printed = printInformation(sections);
  const digest = createHash("sha256").update(printed.text).digest("hex");
  return { digest, language: "en", ...printed, sections };
}

/** The part of it that an answer carries. */
export function informationView({ digest, language, text, html }: Information): InformationView {
  return { digest, language, text, html };
}

/** The clause of the law that lets a buyer of a region change their mind, where we have that law. */
const RIGHTS: Readonly<Record<string, string>> = { EU: "eu.withdrawal" };

async function factsOf(db: Asking, order: OrderShown): Promise<InformationFacts> {
  const { country, currency, delivery, isBusiness, isReverseCharge } = order;
  const { seller, brandName: brand } = db.platform.config;
  const money = (amount: number) => ({ amount, currency });
  const { lines, withdrawalHtml } = await linesOf(db, order);
  const { option, promisedOn } = delivery;
  const parts = [
    ...order.lines.map(({ quantity, unit: { net, gross, taxKind, taxRateBasisPoints } }) => ({
      ...{ netMinor: net.amount * quantity, grossMinor: gross.amount * quantity },
      ...{ taxKind, taxRateBasisPoints },
    })),
    ...(delivery.grossMinor === 0 ? [] : [delivery]),
  ];
  const sum = (of: "netMinor" | "grossMinor") => parts.reduce((total, part) => total + part[of], 0);
  return {
    ...{ seller, brand, lines, isBusiness, isReverseCharge, withdrawalHtml },
    delivery: { option, price: money(delivery.grossMinor), promisedOn: promisedOn.toString() },
    taxes: taxSums(parts, country),
    net: money(sum("netMinor")),
    total: money(sum("grossMinor")),
    hasRight: UNION.has(country),
  };
}

async function linesOf(
  db: Asking,
  { lines, region }: OrderShown,
): Promise<Pick<InformationFacts, "lines" | "withdrawalHtml">> {
  const programme = lines.find(({ product }) => product.programme !== null)?.product.programme;
  const document =
    programme === undefined || programme === null || region === null
      ? undefined
      : await documentInForce(db, programme, db.at);
  const shown = lines.map(({ product, quantity, unit: { gross } }): LineShown => {
    const view =
      product.soldAs === "goods" || document === undefined ? undefined : planFacts(product, document);
    return {
      ...{ name: product.name, quantity, unit: gross },
      sum: { amount: gross.amount * quantity, currency: gross.currency },
      plan:
        view === undefined || document === undefined || region === null
          ? null
          : { title: document.terms.title, region, view },
    };
  });
  const clause = document?.terms.clauses.find(({ id }) => id === RIGHTS[region ?? ""]);
  return { lines: shown, withdrawalHtml: clause?.html };
}
