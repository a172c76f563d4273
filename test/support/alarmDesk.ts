import assert from "node:assert/strict";
import { putMember } from "../../src/identity/index.ts";
import {
  type KeptMail,
  listMail,
  newId,
  type Platform,
  readPublicId,
  systemCaller,
  transact,
} from "../../src/platform/index.ts";
import { type ClaimDesk, claimDesk, OWNER } from "./claimDesk.ts";
import { ownerQuery } from "./ownerQuery.ts";

type Row = Readonly<Record<string, unknown>>;

/** The centre that the cameras of the desk go to. */
export const WARSAW = "cen_00000000000000000000000001";
export const DESK = "desk@warsaw.example";
export const LEAD = "lead@warsaw.example";
export const MARA = "mara@example.com";
/** Who is named at the centre; the desk reads Polish. */
export const contacts = {
  desk: { email: DESK, name: "Warsaw desk", language: "pl" },
  lead: { email: LEAD, name: "Lena" },
};

/** An alarm as the office sees it. */
export interface ListedAlarm {
  readonly kind: string;
  readonly claimId?: string;
  readonly verificationId?: string;
  readonly state: string;
  readonly why?: string;
  readonly letters: readonly { readonly addressee: string; readonly state: string }[];
}

/** A desk at which promises run out, and what its people are told. */
export interface AlarmDesk extends ClaimDesk {
  /** Says who is told of the centre in Warsaw; nobody of a role that is left out. */
  name(contacts: object, version?: number): Promise<number>;
  /** Makes a manager of somebody. */
  manager(email?: string): Promise<void>;
  /** Its owner has gone to another centre with the device of a case, where nobody is named. */
  standsAtAnother(id: string): Promise<void>;
  /** Asks the owner of a case whether what came is what they meant; they answer that it is. */
  ask(id: string): Promise<void>;
  answer(id: string): Promise<void>;
  /** Moves time on. */
  wait(duration: Temporal.DurationLike): Promise<void>;
  /** Moves to just after an instant that a clock of the case says. */
  waitFor(id: string, tier: "dueAt"): Promise<void>;
  /** Alarms of a case, the first at first: `promise_near gathered desk`, or with the reason. */
  told(id: string): Promise<readonly string[]>;
  alarms(state?: string): Promise<readonly ListedAlarm[]>;
  /** The mails to an address, the oldest first. */
  mailsTo(email: string): Promise<readonly KeptMail[]>;
}

/** Makes the letters of what waits now. */
export async function gatherAlarms(platform: Platform): Promise<void> {
  const gathers = platform.deadlineKinds.get("alarm_letters");
  const due = { rootId: "alarms", kind: "alarm_letters", key: "x", dueAt: platform.clock.now() };
  await transact(platform, systemCaller, async (tx) => await gathers?.run(tx, due));
}

/** Opens it; nobody is named yet. */
export async function alarmDesk(cameras = 12): Promise<AlarmDesk> {
  const desk = await claimDesk(cameras);
  const { app } = desk;
  const now = () => app.platform.clock.now();
  const wait: AlarmDesk["wait"] = async (duration) => await app.moveTo(now().add(duration).toString());
  const alarms: AlarmDesk["alarms"] = async (state) => {
    const asked = state === undefined ? "" : `&state=${state}`;
    const { status, body } = await app.call("staff", `GET /v1/alarms?limit=200${asked}`);
    assert.equal(status, 200, JSON.stringify(body));
    return body.data as ListedAlarm[];
  };
  return {
    ...desk,
    wait,
    alarms,
    standsAtAnother: async (id) => {
      const key = readPublicId("clm", id);
      await ownerQuery(
        app.database,
        `with other as (
           insert into service.centre
           select (jsonb_populate_record(c, jsonb_build_object('centre_id', $1::text, 'name', 'Elsewhere'))).*
             from service.centre c limit 1
           returning centre_id
         )
         insert into service.appointment (device_id, no, claim_no, centre_id, bench, starts_at, ends_at,
                                          state, made_at, arrived_at, closed_at)
         select $2, 1, $3, centre_id, 1, $4, $4::timestamptz + interval '1 hour', 'served', $4, $4, $4
           from other`,
        [newId(now()), key?.rootId, key?.no, now().toString()],
      );
    },
    ask: async (id) => {
      const { body: read } = await app.call("staff", `GET /v1/claims/${id}`);
      const { serial } = read.claim as { serial: string };
      const came = { serial, parts: ["camera", "battery"], condition: "scratched", conditionDiffers: true };
      const asked = { ...came, choice: "ask", reason: "Was it like this?" };
      const { status, body } = await app.call("staff", `POST /v1/claims/${id}/mismatch`, asked);
      assert.equal(status, 200, JSON.stringify(body));
    },
    answer: async (id) => {
      const told = { answer: "go_on" };
      const { status, body } = await app.call(OWNER, `POST /v1/claims/${id}/question/answer`, told);
      assert.equal(status, 200, JSON.stringify(body));
    },
    name: async (contacts, version) => {
      const { body: read } = await app.call("manager", `GET /v1/centres/${WARSAW}/contacts`);
      const told = { ...contacts, version: version ?? read.version };
      const { status } = await app.call("manager", `PUT /v1/centres/${WARSAW}/contacts`, told);
      await app.platform.jobs.drained();
      return status;
    },
    manager: async (email = MARA) => {
      await putMember(app.platform.database, { email, role: "manager", name: "Mara" }, now());
    },
    waitFor: async (id, tier) => {
      await app.platform.jobs.drained();
      const { body } = await app.call("staff", "GET /v1/service-clocks?limit=200&state=running");
      const clock = (body.data as Row[]).find(({ claimId }) => claimId === id);
      assert(clock !== undefined, "a clock of the case runs");
      const at = Temporal.Instant.from(String(clock[tier]));
      await app.moveTo(at.add({ seconds: 1 }).toString());
    },
    told: async (id) =>
      (await alarms())
        .filter(({ claimId, verificationId }) => claimId === id || verificationId === id)
        .toReversed()
        .map(({ kind, state, why, letters }) =>
          [kind, why ?? state, ...letters.map(({ addressee }) => addressee).toSorted()].join(" "),
        ),
    mailsTo: async (email) => {
      await app.platform.jobs.drained();
      const mails = await listMail(app.platform.config.dataFolder);
      return mails.filter(({ to }) => to === email).toReversed();
    },
  };
}
