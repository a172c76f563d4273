import type { Instruction, Provider, ProviderAnswer, ProviderEvent } from "../../../src/money/matter.ts";
import type { Chance } from "./chance.ts";

/** How the bank ends what it is told, before it has told anybody. */
const ENDS = ["succeeded", "succeeded", "succeeded", "failed", "pending", "wrong amount"] as const;
/** What happens to an answer on its way. */
const ANSWERS = ["honest", "honest", "lost", "broken", "late", "never arrived"] as const;

/** One instruction in the bank's own books. */
interface Entry {
  readonly key: string;
  readonly amount: Instruction["amount"];
  readonly about: Instruction["about"];
  outcome: "succeeded" | "failed" | "pending" | "wrong amount" | "given back";
  asks: number;
}

/** A bank of the world outside, with books we cannot see and a line that breaks. */
export interface StormyBank extends Provider {
  /** Every time money moved: key, amount in minor units, negative when it was given back. */
  readonly moved: { readonly key: string; readonly about: Instruction["about"]; readonly minor: number }[];
  /** What happened how often, for the report. */
  readonly seen: Map<string, number>;
  /** Messages it has for us, in the order it sends them: some twice, some late, some never. */
  takeMessages(): ProviderEvent[];
  /** A message that could not be followed yet. */
  tellAgain(event: ProviderEvent): void;
  /** From now on the line is good, and what is pending ends when it is asked about. */
  clearsUp(isClear: boolean): void;
}

/** Opens it. `forgetsKeys` is the control: a bank that does again what it has done under the same key. */
export function openStormyBank(chance: Chance, forgetsKeys = false): StormyBank {
  const books = new Map<string, Entry>();
  const moved: StormyBank["moved"] = [];
  const messages: ProviderEvent[] = [];
  const seen = new Map<string, number>();
  let isClear = false;
  let serial = 0;
  const note = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
  const tell = (key: string) => {
    serial += 1;
    const event = { id: `evt_${serial}`, kind: "changed", key };
    const copies = chance.pick([0, 1, 1, 2, 3] as const);
    note(`messages sent ${copies} times`);
    messages.push(...Array.from({ length: copies }, () => event));
  };
  const move = ({ key, about, amount }: Entry, minor: number = amount.amount) => {
    moved.push({ key, about, minor: about === "refund" ? -minor : minor });
  };
  const end = (entry: Entry, outcome: Entry["outcome"]) => {
    entry.outcome = outcome;
    note(`${entry.about} ${outcome}`);
    if (outcome === "succeeded") {
      move(entry);
    } else if (outcome === "wrong amount") {
      move(entry, entry.amount.amount - 1);
    } else if (outcome === "given back") {
      move(entry, 1 - entry.amount.amount);
    }
    tell(entry.key);
  };
  const answer = async (entry: Entry): Promise<ProviderAnswer> => {
    const how = isClear ? "honest" : chance.pick(ANSWERS);
    note(`answer ${how}`);
    if (how === "broken") {
      throw new Error("the line is dead");
    }
    if (how === "late") {
      await new Promise((resolve) => setImmediate(resolve));
    }
    return how === "lost" || how === "never arrived" ? { outcome: "unknown" } : said(entry);
  };
  return {
    name: "stormy",
    methods: ["stormy"],
    moved,
    seen,
    tellAgain: (event) => messages.push(event),
    takeMessages: () => chance.shuffle(messages.splice(0)),
    clearsUp: (clear) => {
      isClear = clear;
    },
    async carryOut(_, { key, amount, about }) {
      const known = books.get(key);
      if (known === undefined && !isClear && chance.one(8)) {
        note("request lost");
        return { outcome: "unknown" };
      }
      if (known !== undefined && !forgetsKeys) {
        return await answer(known);
      }
      const entry: Entry = { key, amount, about, outcome: "pending", asks: 0 };
      books.set(key, entry);
      end(entry, about === "refund" ? chance.pick(["succeeded", "pending"] as const) : chance.pick(ENDS));
      return await answer(entry);
    },
    async ask(_, { key }) {
      const entry = books.get(key);
      if (entry === undefined || (forgetsKeys && chance.one(2))) {
        return undefined;
      }
      entry.asks += 1;
      if (entry.outcome === "pending" && (isClear || chance.one(3))) {
        end(entry, entry.about === "refund" || chance.one(2) ? "succeeded" : "failed");
      } else if (entry.outcome === "wrong amount" && isClear && entry.asks > 1) {
        end(entry, "given back");
      }
      return await answer(entry);
    },
  };
}

function said({ key, outcome, amount }: Entry): ProviderAnswer {
  const providerRef = `stormy_${key}`;
  switch (outcome) {
    case "succeeded":
      return { outcome, providerRef, amount };
    case "wrong amount":
      return { outcome: "succeeded", providerRef, amount: { ...amount, amount: amount.amount - 1 } };
    case "given back":
      return { outcome: "failed", providerRef, reason: "given_back" };
    default:
      return { outcome, providerRef };
  }
}
