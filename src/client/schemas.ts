import type { CommandOf, ReplyOf } from "./acts.ts";

type RowOf<List extends { readonly data: readonly unknown[] }> = List["data"][number];

/** A row of the queue. */
export type ListedClaim = RowOf<ReplyOf<"listClaims">>;
/** A claim as the bench sees it. */
export type Claim = ReplyOf<"showClaim">["claim"];
export type ClaimState = Claim["state"];
export type Channel = Claim["channel"];
/** One claim with everything that belongs to it. */
export type ClaimPage = ReplyOf<"showClaim">;
export type Choice = ReplyOf<"showChoices">["choices"][number];
export type Route = Choice["route"];
export type Findings = CommandOf<"inspectDevice">["findings"];
export type FurtherFinding = NonNullable<CommandOf<"inspectDevice">["further"]>[number];
export type Incident = CommandOf<"openClaim">["incident"];
export type Part = CommandOf<"receiveDevice">["parts"][number];
export type Occurrence = ClaimPage["timeline"][number];
export type Contract = NonNullable<ClaimPage["contract"]>;
export type Charge = NonNullable<ClaimPage["charge"]>;
export type RibbonFacts = ClaimPage["ribbon"];

export type EvidencePiece = RowOf<ReplyOf<"listEvidence">>;

export type Product = RowOf<ReplyOf<"listProducts">>;
export type ProductPage = ReplyOf<"showProduct">;
/** The page of a SKU that sells a plan. */
export type PlanPage = Exclude<ProductPage, { readonly soldAs: "goods" }>;
export type Order = RowOf<ReplyOf<"listOrders">>;
export type OrderPage = ReplyOf<"showOrder">;
/** An invoice or a credit note that was issued. */
export type IssuedInvoice = RowOf<ReplyOf<"listInvoices">>;
export type OpenCode = RowOf<ReplyOf<"revealCodes">>;

export type DevicePage = ReplyOf<"showDevice">;
export type TermsPage = ReplyOf<"showTerms">;
export type ApiKey = RowOf<ReplyOf<"listKeys">>;
export type NewApiKey = ReplyOf<"createKey">;
export type FeedEvent = RowOf<ReplyOf<"listEvents">>;

/** A charge as a list has it. */
export type ListedCharge = RowOf<ReplyOf<"listCharges">>;
export type ChargePage = ReplyOf<"showCharge">;
export type Refund = RowOf<ReplyOf<"listRefunds">>;
export type RefundPage = ReplyOf<"showRefund">;
export type Dispute = RowOf<ReplyOf<"listDisputes">>;
export type DisputePage = ReplyOf<"showDispute">;
export type Hold = RowOf<ReplyOf<"listHolds">>;
export type CoreReturn = RowOf<ReplyOf<"listCores">>;
export type HoldPage = ReplyOf<"showHold">;
export type BankCredit = RowOf<ReplyOf<"listCredits">>;
export type Receivable = RowOf<ReplyOf<"listReceivables">>;
export type Account = RowOf<ReplyOf<"listAccounts">>;
export type Posting = RowOf<ReplyOf<"listPostings">>;
export type Sale = RowOf<ReplyOf<"listSales">>;
export type Earnings = RowOf<ReplyOf<"showEarnings">>;
export type EarningCurve = RowOf<ReplyOf<"listEarningCurves">>;
export type Transfer = RowOf<ReplyOf<"listTransfers">>;

export type Override = RowOf<ReplyOf<"listOverrides">>;
export type Appeal = RowOf<ReplyOf<"listAppeals">>;
export type AppealPage = ReplyOf<"showAppeal">;
export type Signal = ReplyOf<"listSignals">["data"][number];
