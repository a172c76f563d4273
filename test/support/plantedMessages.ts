/** What must not be true of messages, mails and promises, and how it would come about. */
export const plantedMessages: readonly (readonly [number, string, string])[] = [
  [
    25,
    "a case at the bench in which nothing is promised",
    `delete from service.clock;
    update platform.event set at = at - interval '2 days';
    update claims.claim set state = 'received', closed_at = null,
           receipt = (receipt::jsonb || '{"outcome":"plan"}')::json`,
  ],
  [
    64,
    "a mail that was taken and is nowhere",
    `insert into claims.mail (mail_id, state, received_at, bytes, raw, device_id, claim_no, settled_at)
    select 'a', 'taken', now(), 1, 'x', device_id, no, now() from claims.claim limit 1`,
  ],
  [
    64,
    "a message of a mail that is not there",
    message("'owner', 'mail', 'ada', 'hello', 'm', 'ada@x.org', null"),
  ],
  [
    64,
    "an answered message that waits",
    `${message("'owner', 'page', 'ada', 'hello', null, null, null")};
    ${message("'staff', 'console', 'bench', 'hello', null, null, null", 2)}`,
  ],
  [
    64,
    "a promise that runs and never warns",
    `insert into service.clock (device_id, claim_no, no, promise, open_minutes, rule_version, calendar,
                                started_at, state, spent_seconds, resumed_at, warn_at, due_at, escalate_at)
    select device_id, no, 99, 'answer', 60, 0, '{}', now(), 'running', 0, now(), now(), now(), now()
      from claims.claim limit 1`,
  ],
  [
    66,
    "a promise that ran out and raised nothing",
    `insert into platform.event (root_id, seq, type, at, actor, body, hash)
    select root_id, seq + 1000, 'PromiseBroken', at - interval '1 day', actor,
           '{"claimNo": 1, "clockNo": 1}', hash
      from platform.event limit 1`,
  ],
  [66, "one that waits for letters nobody makes", `${alarm("'waiting', '{}', null")}`],
  [66, "one in a letter that is not there", `${alarm("'gathered', '{\"none\"}', now()")}`],
  [
    66,
    "one that is told twice",
    `insert into notices.alarm_letter (root_id, addressee, centre_id, made_at, alarms)
    select 'letter' || no, 'desk', 'c', now(), '[{"rootId": "d", "kind": "promise_near", "subject": "1/1"}]'
      from generate_series(1, 2) as no;
    insert into platform.event (root_id, seq, type, at, actor, body, hash)
    select 'letter' || no, 1, 'AlarmLetterMade', at, actor, '{}', hash
      from generate_series(1, 2) as no, (select * from platform.event limit 1) as one;
    ${alarm("'gathered', '{letter1,letter2}', now()")}`,
  ],
];

/** What somebody of ours is to be told: its state, its letters, since when it is settled. */
function alarm(values: string): string {
  return `insert into notices.alarm (root_id, kind, subject, at, state, letters, settled_at)
    values ('d', 'promise_near', '1/1', now(), ${values})`;
}

/** A message of one claim. */
function message(values: string, no = 1): string {
  return `insert into claims.message (device_id, claim_no, no, at, side, via, author_id, text, mail_id,
                                      sender, answered_at)
    select c.device_id, c.no, ${no}, now(), ${values}
      from (select device_id, no from claims.claim order by device_id limit 1) as c`;
}
