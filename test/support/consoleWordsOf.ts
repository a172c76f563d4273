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
import { en } from "../../src/console/words/en.ts";
import {
  finder,
  inbox,
  intake,
  languages,
  pool,
  quotes,
  report,
  returns,
  review,
  verifications,
  warranty,
  withdrawals,
} from "./deskWords.ts";

const { bench, field, receipt } = en;
type Names = Readonly<Record<string, unknown>>;

/** What can stand in a field of an answer, and where the console has words for it. */
export const WORDS: Readonly<Record<string, readonly Names[]>> = {
  about: [shelf.abouts],
  answers: [intake.answers],
  appeal: [review.appealStates],
  causes: [field.causes],
  clock: [inbox.dues.clocks],
  flightLog: [review.flightLogs],
  gives: [review.gifts],
  language: [languages],
  lost: [report.losses],
  name: [report.questions],
  parts: [field.parts],
  promise: [inbox.promises.names],
  reason: [review.reasons, verifications.reasons],
  shouldBe: [review.outcomes],
  side: [inbox.thread.sides],
  stage: [returns.stages],
  tax: [quotes.taxes],
  toldBy: [warranty.tellers],
  easy: [report.easy],
  clip: [verifications.clips],
  decision: [verifications.decisionWords],
  family: [verifications.families],
  unfit: [verifications.clips],
  addedBy: [evidence.adders],
  account: [reseller.accounts],
  action: [reconciliation.ways],
  basis: [warranty.bases],
  beginsBy: [warranty.begins],
  moves: [en.cases.movesAt],
  planMoves: [en.cases.movesAt],
  component: [warranty.components],
  answer: [money.answers],
  attention: [money.attentions],
  cause: [reconciliation.causes, field.causes],
  delivery: [parcels.deliveries],
  codeSupply: [shelf.codeSupplies],
  channel: [field.channels, calendar.channels],
  channels: [calendar.channels],
  code: [calendar.unfit],
  eligible: [tools.eligibles],
  entry: [reconciliation.entries],
  format: [supply.formats],
  grade: [pool.grades],
  how: [bench.further.ways],
  kind: [
    money.kinds,
    reconciliation.kinds,
    ledger.curveNames,
    money.taxKinds,
    reseller.kinds,
    issued.kinds,
    evidence.kinds,
    warranty.kinds,
    warranty.agreementKinds,
    verifications.kinds,
    ...[quotes.kinds, quotes.priceKinds, quotes.codeKinds, review.kinds, finder.kinds],
  ],
  by: [finder.by],
  more: [finder.kinds],
  means: [money.meansNames],
  origin: [reconciliation.origins],
  outcome: [shelf.outcomes, receipt.outcomes, tools.outcomes, tools.messageOutcomes, inbox.mails.outcomes],
  payment: [money.tries],
  purpose: [money.purposes, evidence.purposes],
  role: [field.roles],
  route: [field.routes],
  settled: [parcels.settledWays],
  state: [
    ...[verifications.states, verifications.invitations],
    pool.states,
    ...[field.states, field.contracts, field.uses, field.orders, money.charges, money.tries, money.refunds],
    ...[money.holds, money.authorisationStates, money.disputes, money.transfers, money.creditViews],
    ...[money.saleStates, reconciliation.differenceStates, reconciliation.runStates, money.cards],
    ...[tools.codeStates, tools.shopStates, tools.messageStates],
    ...[supply.states, shelf.priceStates, shelf.reportStates, batches.states, batches.figures],
    ...[reseller.states, reseller.correctionStates],
    ...[parcels.states, parcels.orderStates, calendar.states],
    ...[evidence.states, withdrawals.states, warranty.states, report.states, quotes.states],
    ...[inbox.mails.states, intake.strayStates, review.overrideStates, review.appealStates],
  ],
  teamRole: [reseller.teamRoles],
  step: [tools.steps],
  unit: [field.units],
  wants: [field.wants],
  warranty: [field.warranty],
  what: [field.what, warranty.bases, reconciliation.sideNames],
  who: [field.who, verifications.whos],
  why: [tools.lefts, pool.why, intake.whys],
};
