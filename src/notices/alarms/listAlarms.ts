import { type Static, Type } from "typebox";
import {
  Instant,
  PageQuery,
  page,
  publicId,
  read,
  readPublicId,
  shape,
  wrongCursor,
} from "../../platform/index.ts";
import { addressees } from "./addresseesOf.ts";
import { type Alarm, alarmKinds, alarmStates, alarmWhys, numbersOf } from "./alarm.ts";
import { alarmByKey, type ListedAlarm, pageOfAlarms } from "./alarmStore.ts";

const DEFAULT_LIMIT = 50;

/** An alarm as the office sees it. */
const AlarmShape = shape({
  kind: Type.Enum([...alarmKinds]),
  /** Of what: a case and which of its clocks, or a verification. */
  claimId: Type.Optional(Type.String()),
  clockNo: Type.Optional(Type.Integer()),
  verificationId: Type.Optional(Type.String()),
  at: Instant,
  state: Type.Enum([...alarmStates]),
  /** Why nobody is told, or why nobody could be. */
  why: Type.Optional(Type.Enum([...alarmWhys])),
  /** Who is told, and how far that letter is. */
  letters: Type.Array(
    shape({
      addressee: Type.Enum([...addressees]),
      centreId: Type.Optional(Type.String()),
      state: Type.Enum(["waiting", "sent", "needless", "undelivered"]),
    }),
  ),
});

/** GET /v1/alarms: who of ours is told of promises that run out, the newest first. */
export const listAlarms = read({
  route: "GET /v1/alarms",
  permission: "alarm.read",
  summary: "Lists what our own people are told of promises that run out, and what reaches nobody.",
  query: shape({ ...PageQuery, state: Type.Optional(Type.Enum([...alarmStates])) }),
  reply: page(AlarmShape),
  csv: true,
  run: async (db, { after, limit = DEFAULT_LIMIT, state }) => {
    const last = after === undefined ? undefined : await alarmAt(db, after);
    const place = [last?.at ?? null, last?.rootId ?? null, last?.kind ?? null, last?.subject ?? null];
    const rows = await pageOfAlarms(db, state ?? null, ...place, limit + 1);
    const shown = rows.slice(0, limit);
    const end = rows.length > limit ? shown.at(-1) : undefined;
    return { data: shown.map(alarmView), nextCursor: end === undefined ? null : cursorOf(end) };
  },
});

function alarmView({
  rootId,
  kind,
  subject,
  at,
  state,
  why,
  letters,
}: ListedAlarm): Static<typeof AlarmShape> {
  const [no, other] = numbersOf({ subject });
  const about =
    kind === "verification_late"
      ? { verificationId: publicId("vrf", rootId, no) }
      : { claimId: publicId("clm", rootId, no), clockNo: other };
  return {
    ...{ kind, ...about, at: at.toString(), state },
    ...(why === null ? {} : { why }),
    letters: letters.map(({ addressee, centreId, state: is }) => ({
      addressee,
      ...(centreId === null ? {} : { centreId: publicId("cen", centreId) }),
      state: is,
    })),
  };
}

const cursorOf = ({ rootId, kind, subject }: Alarm) =>
  `${publicId("dev", rootId)}~${kind}~${subject.replace("/", "~")}`;

async function alarmAt(db: Parameters<typeof alarmByKey>[0], after: string): Promise<Alarm> {
  const [id = "", kind = "", one = "", other = ""] = after.split("~");
  const root = readPublicId("dev", id)?.rootId;
  const isOne = root !== undefined && alarmKinds.some((known) => known === kind);
  const found = isOne ? await alarmByKey(db, root, kind, `${one}/${other}`) : undefined;
  if (found === undefined) {
    throw wrongCursor();
  }
  return found;
}
