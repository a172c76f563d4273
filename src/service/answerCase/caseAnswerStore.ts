import { effect, many, maybeOne } from "../../platform/index.ts";

export const easyWords = ["yes", "partly", "no"] as const;
export type Easy = (typeof easyWords)[number];

/** Whether a case was easy, as its owner says. */
export interface CaseAnswer {
  readonly deviceId: string;
  readonly claimNo: number;
  readonly centreId: string | null;
  readonly centre: string | null;
  readonly easy: Easy;
  readonly at: Temporal.Instant;
}

/** Keeps it once, with the centre that had the case. Zero: there is an answer. */
export const insertCaseAnswer = effect(
  "insert_case_answer",
  `insert into service.case_answer (device_id, claim_no, centre_id, easy, at, actor)
   values ($1, $2, (select centre_id from service.designation d where d.device_id = $1 and d.claim_no = $2),
           $3, $4, $5)
   on conflict (device_id, claim_no) do nothing`,
);

const ANSWER = `a.device_id as "deviceId", a.claim_no as "claimNo", a.centre_id as "centreId",
  (select c.name from service.centre c where c.centre_id = a.centre_id) as centre, a.easy, a.at`;

/** The answer of a case. */
export const caseAnswerOf = maybeOne<CaseAnswer>(
  "case_answer_of",
  `select ${ANSWER} from service.case_answer a where a.device_id = $1 and a.claim_no = $2`,
);

/** A page of answers, the newest first, behind an instant and a case; of a kind, of a centre. */
export const pageOfCaseAnswers = many<CaseAnswer>(
  "page_of_case_answers",
  `select ${ANSWER} from service.case_answer a
    where ($1::timestamptz is null or (a.at, a.device_id, a.claim_no) < ($1, $2::text, $3::integer))
      and ($4::text is null or a.easy = $4) and ($5::text is null or a.centre_id = $5)
    order by a.at desc, a.device_id desc, a.claim_no desc limit $6`,
);

/** How many said what of each centre, from one instant to another. */
export const answersByCentre = many<{
  readonly centreId: string | null;
  readonly centre: string | null;
  readonly yes: number;
  readonly partly: number;
  readonly no: number;
}>(
  "case_answers_by_centre",
  `select a.centre_id as "centreId", c.name as centre,
          count(*) filter (where a.easy = 'yes')::integer as yes,
          count(*) filter (where a.easy = 'partly')::integer as partly,
          count(*) filter (where a.easy = 'no')::integer as no
     from service.case_answer a left join service.centre c using (centre_id)
    where a.at >= $1 and a.at < $2
    group by a.centre_id, c.name order by c.name nulls last`,
);
