import { batches } from "../../src/console/words/en/batches.ts";
import { calendar } from "../../src/console/words/en/calendar.ts";
import { evidence } from "../../src/console/words/en/evidence.ts";
import { issued } from "../../src/console/words/en/issued.ts";
import { ledger } from "../../src/console/words/en/ledger.ts";
import { money } from "../../src/console/words/en/money.ts";
import { parcels } from "../../src/console/words/en/parcels.ts";
import { reconciliation } from "../../src/console/words/en/reconciliation.ts";
import { reseller } from "../../src/console/words/en/reseller.ts";
import { shelf } from "../../src/console/words/en/shelf.ts";
import { supply } from "../../src/console/words/en/supply.ts";
import { tools } from "../../src/console/words/en/tools.ts";
import { withdrawals } from "../../src/console/words/en/withdrawals.ts";
import { en } from "../../src/console/words/en.ts";

const { bench, field, receipt } = en;
type Names = Readonly<Record<string, unknown>>;

/** What can stand in a field of an answer, and where the console has words for it. */
export const WORDS: Readonly<Record<string, readonly Names[]>> = {
  about: [shelf.abouts],
  addedBy: [evidence.adders],
  account: [reseller.accounts],
  action: [reconciliation.ways],
  answer: [money.answers],
  attention: [money.attentions],
  cause: [reconciliation.causes],
  delivery: [parcels.deliveries],
  codeSupply: [shelf.codeSupplies],
  channel: [field.channels, calendar.channels],
  channels: [calendar.channels],
  code: [calendar.unfit],
  eligible: [tools.eligibles],
  entry: [reconciliation.entries],
  format: [supply.formats],
  how: [bench.further.ways],
  kind: [
    money.kinds,
    reconciliation.kinds,
    ledger.curveNames,
    money.taxKinds,
    reseller.kinds,
    issued.kinds,
    evidence.kinds,
  ],
  means: [money.meansNames],
  origin: [reconciliation.origins],
  outcome: [shelf.outcomes, receipt.outcomes, tools.outcomes, tools.messageOutcomes],
  payment: [money.tries],
  purpose: [money.purposes, evidence.purposes],
  role: [field.roles],
  route: [field.routes],
  settled: [parcels.settledWays],
  state: [
    ...[field.states, field.contracts, field.uses, field.orders, money.charges, money.tries, money.refunds],
    ...[money.holds, money.authorisationStates, money.disputes, money.transfers, money.creditViews],
    ...[money.saleStates, reconciliation.differenceStates, reconciliation.runStates, money.cards],
    ...[tools.codeStates, tools.shopStates, tools.messageStates],
    ...[supply.states, shelf.priceStates, shelf.reportStates, batches.states, batches.figures],
    ...[reseller.states, reseller.correctionStates],
    ...[parcels.states, parcels.orderStates, calendar.states],
    ...[evidence.states, withdrawals.states],
  ],
  teamRole: [reseller.teamRoles],
  step: [tools.steps],
  unit: [field.units],
  wants: [field.wants],
  warranty: [field.warranty],
  what: [field.what, reconciliation.sideNames],
  who: [field.who],
  why: [tools.lefts],
};
