import { type Asker, termsOf } from "../catalogue/index.ts";
import { contractId, periodAfter } from "../contracts/index.ts";
import { keptCardOf } from "../money/index.ts";
import type { Money } from "../platform/index.ts";
import { printMoney } from "../terms/index.ts";
import { contractFacts } from "./contractLetters.ts";
import { dayIn, formatDay } from "./formatDay.ts";
import type { Letter } from "./letter.ts";
import type { Addressed, Mailing } from "./mailing.ts";
import {
  autoRenewalEnded,
  renewalAnnounced,
  renewalCardEnds,
  renewalNeedsHolder,
} from "./templates/autoRenewalLetters.ts";
import { type OfferFacts, renewalOffered } from "./templates/renewalOffered.ts";

type Body = Readonly<Record<string, unknown>>;

/** What a letter of this kind is made from: the contract that ends, and what would follow. */
interface Ending {
  readonly facts: OfferFacts;
  readonly zone: string;
  /** Whether something follows already: then nobody need be told that it may. */
  readonly isFollowed: boolean;
  /** Whether it was given up: a letter of its own says so. */
  readonly isGivenUp: boolean;
  /** The card it is charged to, as its holder knows it; undefined where that is not kept. */
  readonly card: string | undefined;
}

/** The letters about the end of a contract and what may follow, to its holder. */
export const renewalMailings: readonly Mailing[] = [
  {
    on: "RenewalOffered",
    template: "renewalOffered",
    address: aboutTheEnd(({ facts, isFollowed }) => (isFollowed ? undefined : renewalOffered(facts))),
  },
  {
    on: "RenewalAnnounced",
    template: "renewalAnnounced",
    address: aboutTheEnd(({ facts, zone, isFollowed }, { chargesAt }) =>
      isFollowed
        ? undefined
        : renewalAnnounced({ ...facts, chargedOn: dayIn(Temporal.Instant.from(String(chargesAt)), zone) }),
    ),
  },
  {
    on: "RenewalCardEnds",
    template: "renewalCardEnds",
    address: aboutTheEnd(({ facts, isFollowed, card }) =>
      isFollowed ? undefined : renewalCardEnds(facts, card),
    ),
  },
  {
    on: "RenewalNeedsHolder",
    template: "renewalNeedsHolder",
    address: aboutTheEnd(({ facts, isFollowed }) => (isFollowed ? undefined : renewalNeedsHolder(facts))),
  },
  {
    on: "AutoRenewalEnded",
    template: "autoRenewalEnded",
    address: aboutTheEnd(({ facts, isGivenUp }, { reason }) =>
      isGivenUp ? undefined : autoRenewalEnded(facts, String(reason)),
    ),
  },
];

function aboutTheEnd(write: (ending: Ending, body: Body) => Letter | undefined): Mailing["address"] {
  return async (db, deviceId, body) => {
    const { contract, facts, record } = await contractFacts(db, deviceId, Number(body.contractNo));
    const isFollowed = record.contracts.some(
      ({ renewsNo, state }) => renewsNo === contract.no && state !== "cancelled",
    );
    const price = body.price as Money | undefined;
    const renewUrl = `${db.platform.config.publicUrl}/renew/${contractId(contract)}`;
    const letter = write(
      {
        facts: {
          ...facts,
          price: price === undefined ? "" : printMoney(price.amount, price.currency),
          newLastDay: await newLastDay(db, { record, contract }, body.product),
          renewUrl,
        },
        zone: contract.zone,
        isFollowed,
        isGivenUp: contract.state === "cancelled",
        card: await cardNamed(db, deviceId, body.cardNo),
      },
      body,
    );
    return letter && ({ personId: contract.holderId, letter } satisfies Addressed);
  };
}

/** A card by what its holder knows: its brand and its last four digits. */
async function cardNamed(db: Asker, deviceId: string, cardNo: unknown): Promise<string | undefined> {
  const card = cardNo === undefined ? undefined : await keptCardOf(db, deviceId, cardNo);
  const { brand = null, lastFour = null } = card ?? {};
  return brand === null || lastFour === null ? undefined : `${brand} ending in ${lastFour}`;
}

/** The last day of what would follow. */
async function newLastDay(
  db: Asker,
  { record, contract }: Pick<Awaited<ReturnType<typeof contractFacts>>, "record" | "contract">,
  asked: unknown,
): Promise<string> {
  const terms = await termsOf(db, contract.programme, contract.termsVersion);
  const product = typeof asked === "string" ? asked : contract.product;
  const at = db.platform.clock.now();
  const period = periodAfter(terms, at, { record, contract, product, startsAt: contract.endsAt });
  return formatDay(Temporal.PlainDate.from(period.lastDay));
}
