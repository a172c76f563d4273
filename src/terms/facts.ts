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
}

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
}

export interface InvitationFacts {
  readonly reason?: Known<string>;
  readonly serial?: Known<string>;
  readonly sentAt?: Known<When>;
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
  /** The device's series and group, given or read from the document's tables. */
  readonly series: unknown;
  readonly group: unknown;
}
