/**
 * The facts of a case, as TERMS.md section 3 names them. A key that is missing, `"unknown"` or `null` is a
 * fact not known yet; `"never"` and `"none"` say that there is nothing. A group may be `"none"`: then each
 * of its facts is absent.
 */
export interface Facts {
  /** The decision's instant: RFC 3339. */
  readonly at?: Known<string>;
  readonly code?: Group<CodeFacts>;
  readonly device?: Group<DeviceFacts>;
  readonly plan?: Group<PlanFactsGiven>;
  readonly incident?: Group<IncidentFacts>;
  readonly claim?: Group<ClaimFacts>;
  readonly invitation?: Group<InvitationFacts>;
  readonly order?: Group<OrderFacts>;
  readonly holder?: Group<HolderFacts>;
  readonly cancellation?: Group<CancellationFacts>;
  readonly transfer?: Group<TransferFacts>;
  /** The region whose terms apply; if not given, that of the plan, the code, the device, the claim. */
  readonly region?: Known<string>;
  /** What makes a case odd. A signal can send it to a person; it can refuse nothing. */
  readonly signals?: Known<SignalsFact>;
}

export type SignalsFact = readonly { readonly kind: string; readonly weight: number }[] | "none";

export type Known<T> = T | "unknown" | null | undefined;
export type Group<T> = T | "none" | "unknown" | null | undefined;
export type YesNo = boolean | "yes" | "no";
/** An instant (RFC 3339), a date, an interval of either, or `"never"`. */
export type When = string | { readonly from: string; readonly to: string };
/** Minor units and an ISO 4217 code. */
export type MoneyFact = { readonly amount: number; readonly currency: string } | "none";
/** Benefits taken; a number stands for so many replacements. Reversed uses do not count. */
export type UsesFact = number | readonly { benefit: string; at?: string; reversed?: YesNo | string | null }[];
export type ListFact = readonly string[] | "none";

export interface CodeFacts {
  readonly state?: Known<string>;
  readonly product?: Known<string>;
  readonly models?: Known<ListFact>;
  readonly region?: Known<string>;
  readonly soldAt?: Known<When>;
  readonly deliveredAt?: Known<When>;
}

export interface DeviceFacts {
  readonly serial?: Known<string>;
  readonly model?: Known<string>;
  readonly series?: Known<string>;
  readonly group?: Known<string>;
  readonly region?: Known<string>;
  readonly activatedAt?: Known<When>;
  readonly purchasedAt?: Known<When>;
  readonly shippedAt?: Known<When>;
  readonly priceBand?: Known<string>;
  readonly warrantyEndsAt?: Known<When>;
  readonly plan?: Known<string>;
  readonly everBound?: Known<YesNo>;
  readonly monthsCovered?: Known<number>;
  readonly replacedBy?: Known<string>;
  readonly modified?: Known<YesNo>;
  readonly manufacturedAt?: Known<When>;
  readonly deliveredAt?: Known<When>;
  readonly channel?: Known<string>;
  readonly proofOfPurchase?: Known<YesNo>;
  readonly price?: Known<MoneyFact>;
  readonly batteryHealth?: Known<number>;
  readonly qualifyingRepairs?: Known<number>;
}

export interface PlanFactsGiven {
  readonly product?: Known<string>;
  readonly version?: Known<string>;
  readonly region?: Known<string>;
  readonly serial?: Known<string>;
  readonly status?: Known<string>;
  readonly startsAt?: Known<When>;
  readonly endsAt?: Known<When>;
  readonly uses?: Known<UsesFact>;
  readonly balance?: Known<MoneyFact>;
  readonly price?: Known<MoneyFact>;
  readonly claimsPaid?: Known<MoneyFact>;
  readonly concludedAt?: Known<When>;
  readonly informed?: Known<YesNo>;
  readonly expressRequest?: Known<YesNo>;
  readonly holder?: Known<string>;
  readonly history?: Known<ListFact>;
  readonly limit?: Known<MoneyFact>;
  readonly billing?: Known<string>;
  readonly paidUntil?: Known<When>;
  readonly pooled?: Known<YesNo>;
  readonly poolOpenedAt?: Known<When>;
  readonly poolSize?: Known<number>;
  readonly copyReceivedAt?: Known<When>;
  readonly delivery?: Known<string>;
}

export interface IncidentFacts {
  readonly at?: Known<When>;
  readonly reportedAt?: Known<When>;
  readonly cause?: Known<string>;
  readonly country?: Known<string>;
  readonly parts?: Known<ListFact>;
  readonly lost?: Known<string>;
  readonly stolen?: Known<YesNo>;
  readonly abandoned?: Known<YesNo>;
  readonly intentional?: Known<YesNo>;
  readonly cosmeticOnly?: Known<YesNo>;
  readonly forceMajeure?: Known<YesNo>;
  readonly unauthorisedParts?: Known<YesNo>;
  readonly unauthorisedRepair?: Known<YesNo>;
  readonly unsuitableConditions?: Known<YesNo>;
  readonly causedBy?: Known<ListFact>;
  readonly assessedDamage?: Known<MoneyFact>;
  readonly boundThroughout?: Known<YesNo>;
  readonly flightLog?: Known<string>;
  readonly analysis?: Known<string>;
  readonly preExisting?: Known<YesNo>;
  readonly commercialUse?: Known<YesNo>;
  readonly otherInsurance?: Known<YesNo>;
  readonly damagedShare?: Known<number>;
  readonly foundAt?: Known<When>;
}

export interface ClaimFacts {
  readonly at?: Known<When>;
  readonly region?: Known<string>;
  readonly currency?: Known<string>;
  readonly channel?: Known<string>;
  readonly wants?: Known<string>;
  readonly returnedParts?: Known<ListFact>;
  readonly returnedSerial?: Known<string>;
  readonly returnedAt?: Known<When>;
  readonly shippedAt?: Known<When>;
  readonly quotedAt?: Known<When>;
  readonly paidAt?: Known<When>;
  readonly quote?: Known<MoneyFact>;
  readonly stock?: Known<string>;
  readonly returnedShare?: Known<number>;
  readonly returnedForeign?: Known<YesNo>;
  readonly extraDamage?: Known<MoneyFact>;
  readonly hold?: Known<MoneyFact>;
  readonly heldAt?: Known<When>;
  readonly remindedAt?: Known<When>;
}

export interface InvitationFacts {
  readonly reason?: Known<string>;
  readonly serial?: Known<string>;
  readonly sentAt?: Known<When>;
}

/** The order a plan is sold on. */
export interface OrderFacts {
  readonly includesDevice?: Known<YesNo>;
  readonly coversAllDevices?: Known<YesNo>;
  readonly devices?: Known<number>;
  readonly quotedAt?: Known<When>;
  readonly channel?: Known<string>;
}

/** The person or firm that has the contract, or wants it. */
export interface HolderFacts {
  readonly country?: Known<string>;
  /** ISO 3166-2: `US-TX`. */
  readonly state?: Known<string>;
  readonly age?: Known<number>;
  readonly kind?: Known<string>;
  readonly isFirstBuyer?: Known<YesNo>;
}

/** The end of a contract before its time. */
export interface CancellationFacts {
  readonly by?: Known<string>;
  readonly reason?: Known<string>;
  readonly noticeAt?: Known<When>;
  readonly deviceReturned?: Known<YesNo>;
  readonly refundedAt?: Known<When>;
}

/** A plan that goes to another holder or another device. */
export interface TransferFacts {
  readonly to?: Known<string>;
  readonly times?: Known<number>;
  readonly requestedAt?: Known<When>;
  readonly newModel?: Known<string>;
  readonly newPurchasedAt?: Known<When>;
  readonly newInWarranty?: Known<YesNo>;
  readonly oldInWarranty?: Known<YesNo>;
}

/** The facts of one case with their groups settled, as the engine reads them. */
export interface FactGroups {
  readonly at: unknown;
  readonly code: CodeFacts;
  readonly device: DeviceFacts;
  readonly plan: PlanFactsGiven;
  readonly incident: IncidentFacts;
  readonly claim: ClaimFacts;
  readonly invitation: InvitationFacts;
  readonly order: OrderFacts;
  readonly holder: HolderFacts;
  readonly cancellation: CancellationFacts;
  readonly transfer: TransferFacts;
  readonly signals: unknown;
  /** The region whose terms apply, given or taken from the plan, the code, the device, the claim. */
  readonly region: unknown;
  /** The device's series and group, given or read from the document's tables. */
  readonly series: unknown;
  readonly group: unknown;
}
