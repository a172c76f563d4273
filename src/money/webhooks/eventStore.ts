import { effect, maybeOne } from "../../platform/index.ts";

/** A message of a provider's, as it is kept. */
export interface KeptEvent {
  readonly provider: string;
  readonly eventId: string;
  readonly kind: string;
  readonly attemptKey: string | null;
  readonly providerRef: string | null;
  readonly disputeRef: string | null;
}

/** Keeps a message. No row: it was kept before. */
export const keepEvent = maybeOne<{ eventId: string }>(
  "keep_provider_event",
  `insert into money.provider_event
     (provider, event_id, kind, attempt_key, provider_ref, dispute_ref, received_at)
   values ($1, $2, $3, $4, $5, $6, $7)
   on conflict do nothing
   returning event_id as "eventId"`,
);

/** A message that was kept and not followed yet. */
export const newEvent = maybeOne<KeptEvent>(
  "new_provider_event",
  `select provider, event_id as "eventId", kind, attempt_key as "attemptKey", provider_ref as "providerRef",
          dispute_ref as "disputeRef"
     from money.provider_event
    where provider = $1 and event_id = $2 and state = 'new'`,
);

/** Says what became of a message. */
export const noteFollowed = effect(
  "note_event_followed",
  `update money.provider_event set state = $3, followed_at = $4
    where provider = $1 and event_id = $2 and state = 'new'`,
);

/** The try a key of ours names, or the one that a provider's reference is of. */
export const attemptNamed = maybeOne<{
  readonly rootId: string;
  readonly about: string;
  readonly no: number;
  readonly attemptNo: number;
  readonly key: string;
  readonly provider: string;
  readonly method: string;
  readonly state: string;
  readonly startedAt: Temporal.Instant;
  readonly providerRef: string | null;
}>(
  "attempt_named",
  `select root_id as "rootId", about, about_no as no, no as "attemptNo", key, provider, method, state,
          started_at as "startedAt", provider_ref as "providerRef"
     from money.attempt
    where root_id = $1 and about = $2 and about_no = $3 and no = $4 and provider = $5`,
);

/** The successful try that a provider's reference belongs to. */
export const attemptByRef = maybeOne<{
  readonly rootId: string;
  readonly about: string;
  readonly no: number;
  readonly attemptNo: number;
}>(
  "attempt_by_ref",
  `select root_id as "rootId", about, about_no as no, attempt_no as "attemptNo"
     from money.provider_ref
    where provider = $1 and provider_ref = $2
    order by case about when 'charge' then 0 when 'capture' then 1 else 2 end
    limit 1`,
);
