import { many, maybeOne } from "../../platform/index.ts";
import type { RecoveryAgreement } from "./agreement.ts";

const AGREEMENT = `supplier, begins_on as "validFrom", kind, models, series, currency,
  labour_minor as "labourMinor", part_minor as "partMinor", months, claim_days as "claimDays",
  answer_days as "answerDays", version, set_at as "setAt", set_by as "setBy"`;

/** All agreements there are. */
export const allAgreements = many<RecoveryAgreement>(
  "recovery_agreements",
  `select ${AGREEMENT} from service.recovery_agreement order by supplier, begins_on`,
);

/** A page of agreements behind a key; of one supplier, or of all (null). */
export const pageOfAgreements = many<RecoveryAgreement>(
  "page_of_recovery_agreements",
  `select ${AGREEMENT} from service.recovery_agreement
    where ($1 = '' or supplier || ' ' || begins_on > $1) and ($2::text is null or supplier = $2)
    order by supplier || ' ' || begins_on
    limit $3`,
);

/** Sets an agreement. */
export const setAgreement = maybeOne<RecoveryAgreement>(
  "set_recovery_agreement",
  `insert into service.recovery_agreement as a
     (supplier, begins_on, kind, models, series, currency, labour_minor, part_minor, months, claim_days,
      answer_days, set_at, set_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10, $11, $12, $13)
   on conflict (supplier, begins_on) do update
      set kind = excluded.kind, models = excluded.models, series = excluded.series,
          currency = excluded.currency, labour_minor = excluded.labour_minor,
          part_minor = excluded.part_minor, months = excluded.months, claim_days = excluded.claim_days,
          answer_days = excluded.answer_days, version = a.version + 1, set_at = excluded.set_at,
          set_by = excluded.set_by
   returning ${AGREEMENT}`,
);
