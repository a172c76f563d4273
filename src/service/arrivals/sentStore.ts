import { many } from "../../platform/index.ts";

/** A case by what came with it. */
export interface CaseFound {
  readonly deviceId: string;
  readonly no: number;
}

/** Open cases whose owner named this number of a parcel. */
export const casesSentWith = many<CaseFound>(
  "cases_sent_with",
  `select s.device_id as "deviceId", s.claim_no as no
     from service.sending s
     join claims.claim c on c.device_id = s.device_id and c.no = s.claim_no
      and c.state not in ('closed', 'cancelled')
    where upper(s.tracking) = upper($1)
    order by s.at desc limit 20`,
);
