import { type Static, Type } from "typebox";
import { modelNamed } from "../../catalogue/index.ts";
import { digestsOf } from "../../contracts/index.ts";
import { permits } from "../../identity/index.ts";
import { Instant, type ReadContext, read, shape } from "../../platform/index.ts";
import { foundIdOf } from "./foundIdOf.ts";
import {
  devicesBySerial,
  EACH,
  type FoundKind,
  type FoundRow,
  foundByCode,
  foundById,
  foundByNumber,
  foundKinds,
  foundOfDevices,
  MOST_DEVICES,
} from "./foundStore.ts";
import { beyondOf, type FoundWay, foundWays, type Hit, type Looked } from "./hit.ts";
import { readTyped, type Typed } from "./readTyped.ts";
import { searchPersons } from "./searchPersons.ts";

/** What it takes to see each kind. Who has not got it is not even told that it is there. */
const PERMISSIONS: Readonly<Record<FoundKind, string>> = {
  case: "claim.read",
  device: "contract.read",
  contract: "contract.read",
  verification: "verification.read",
  order: "order.read",
  code: "sold_code.read",
  unit: "pool.read",
  stray: "stray.read",
  charge: "money.read",
  refund: "refund.read",
  hold: "hold.read",
  dispute: "dispute.read",
};

/** What a device may have. */
const ofDevices: readonly FoundKind[] = ["device", "case", "contract", "verification"];
const NOTHING: Looked = { hits: [], beyond: new Map() };
/** Things of one kind that are told. */
const SHOWN = 8;

const Found = shape({
  kind: Type.Enum([...foundKinds]),
  /** Its public id; of a unit of the pool, its serial. */
  id: Type.String(),
  /** What it is known by: a serial, the last four of a code, a place. */
  text: Type.Optional(Type.String()),
  /** The model, the programme, the plan: whatever tells it from others. */
  about: Type.Optional(Type.String()),
  state: Type.Optional(Type.String()),
  at: Type.Optional(Instant),
  by: Type.Enum([...foundWays]),
  /** What was found in it, where that is not its text: an old serial, a number, who it was. */
  found: Type.Optional(Type.String()),
});
type Found = Static<typeof Found>;

/**
 * POST /v1/search: anything by whatever somebody knows of it. Asked in a body: a code is worth a plan and a
 * name is somebody's, and what stands in an address is kept by logs, histories and whoever is linked to.
 */
export const searchAnything = read({
  route: "POST /v1/search",
  permission: "search.ask",
  summary:
    "Finds cases, devices, contracts, orders, codes and what else there is by an id, a serial (old ones " +
    "too), a code, a number of a parcel or an order, a place, an owner's mail or name.",
  body: shape({ q: Type.String({ minLength: 1, maxLength: 200 }) }),
  reply: shape({
    data: Type.Array(Found),
    /** Kinds of which there is more than is told, and how much; left out where there is too much to count. */
    more: Type.Array(
      shape({ kind: Type.Enum([...foundKinds]), count: Type.Optional(Type.Integer({ minimum: 1 })) }),
    ),
  }),
  run: async (db, { q }) => {
    const typed = readTyped(q);
    const sees = (kind: FoundKind) => permits(db.caller, PERMISSIONS[kind]);
    const looked = typed.id === undefined ? await byText(db, typed) : [await byId(db, typed)];
    const found = inOrder(looked.flatMap(({ hits }) => hits));
    const kinds = foundKinds
      .filter(sees)
      .map((kind) => ({ kind, hits: found.filter(({ row }) => row.kind === kind) }));
    const shown = kinds.flatMap(({ hits }) => hits.slice(0, SHOWN));
    return {
      data: await Promise.all(shown.map(async (hit) => await told(db, hit))),
      more: kinds.flatMap(({ kind, hits }) => {
        const unseen = looked.map(({ beyond }) => beyond.get(kind) ?? 0);
        const count = unseen.reduce((sum, one) => sum + one, Math.max(hits.length - SHOWN, 0));
        return count === 0 ? [] : [{ kind, ...(count === Infinity ? {} : { count }) }];
      }),
    };
  },
});

async function byId(db: ReadContext, { id }: Typed): Promise<Looked> {
  const rows = await foundById(db, id?.prefix, id?.rootId, id?.no ?? null);
  return { hits: rows.map((row) => ({ row, by: "id" })), beyond: new Map() };
}

async function byText(db: ReadContext, typed: Typed): Promise<readonly Looked[]> {
  return await Promise.all([
    bySerial(db, typed),
    byCode(db, typed),
    byNumber(db, typed),
    permits(db.caller, "person.find") ? searchPersons(db, typed) : NOTHING,
  ]);
}

/** Devices by a serial they have or had, and what there is of each. */
async function bySerial(db: ReadContext, { serial, alike }: Typed): Promise<Looked> {
  if (serial === undefined) {
    return NOTHING;
  }
  const rows = await devicesBySerial(db, serial, serial.split("").reverse().join(""), alike);
  const best = rows[0]?.rank ?? 0;
  // A slip is looked for only where nothing has the letters that were typed.
  const near = rows.filter(({ rank }) => rank < 3 || best === 3);
  const wayOf = new Map<string, Pick<Hit, "by" | "found">>();
  for (const device of near) {
    if (!wayOf.has(device.deviceId)) {
      wayOf.set(device.deviceId, { by: serialWay(device), found: device.found });
    }
  }
  const devices = rows.flatMap(({ deviceId, serial: text, model }) =>
    wayOf.has(deviceId) ? [deviceRow(deviceId, text, model)] : [],
  );
  const theirs = wayOf.size === 0 ? [] : await foundOfDevices(db, [...wayOf.keys()]);
  const hits = [...devices, ...theirs].map((row) => {
    const { by, found } = wayOf.get(row.root) as Pick<Hit, "by" | "found">;
    return { row, by, found: found === row.text ? undefined : found };
  });
  // Of devices that were not read we know nothing, and say so.
  const isCut = [1, 2, 3].some((way) => near.filter(({ rank }) => rank === way).length >= MOST_DEVICES);
  const unread = isCut ? ofDevices.map((kind) => [kind, Infinity] as const) : [];
  return { hits, beyond: new Map([...beyondOf(theirs), ...unread]) };
}

function serialWay({
  rank,
  found,
  serial,
}: {
  readonly rank: number;
  readonly found: string;
  readonly serial: string;
}): FoundWay {
  if (rank === 0) {
    return found === serial ? "serial" : "former_serial";
  }
  return rank === 3 ? "alike_serial" : "piece_of_serial";
}

function deviceRow(root: string, text: string, about: string): FoundRow {
  return { kind: "device", root, no: null, text, about, state: null, at: null, digest: null };
}

/** Codes by all of their characters, or the last four; one that was used brings its contract's device too. */
async function byCode(db: ReadContext, { code, last4 }: Typed): Promise<Looked> {
  if (code === undefined && last4 === undefined) {
    return NOTHING;
  }
  const digests = code === undefined ? [] : digestsOf(db.platform, code);
  const rows = await foundByCode(db, digests, last4 ?? null);
  const by = code === undefined ? "last4" : "code";
  const [only] = code === undefined ? [] : rows;
  const device = only?.redeemedBy?.split("_")[1];
  const theirs = device === undefined ? [] : await foundOfDevices(db, [device]);
  const all = [...rows, ...theirs];
  return { hits: all.map((row) => ({ row, by })), beyond: beyondOf(all) };
}

async function byNumber(db: ReadContext, { number, serial }: Typed): Promise<Looked> {
  const rows = await foundByNumber(db, number, serial === undefined ? [] : [serial]);
  const hits = rows.map((row) => ({
    ...{ row, by: row.matched, found: row.found === row.text ? undefined : row.found },
  }));
  const full = foundKinds.filter((kind) => rows.filter((row) => row.kind === kind).length >= EACH);
  return { hits, beyond: new Map(full.map((kind) => [kind, Infinity])) };
}

/** The surest first, each thing once. */
function inOrder(found: readonly Hit[]): Hit[] {
  const once = new Map<string, Hit>();
  for (const hit of found.toSorted((one, other) => foundWays.indexOf(one.by) - foundWays.indexOf(other.by))) {
    const id = foundIdOf(hit.row);
    if (!once.has(id)) {
      once.set(id, hit);
    }
  }
  return [...once.values()];
}

async function told(db: ReadContext, { row, by, found }: Hit): Promise<Found> {
  const model = row.about === null ? undefined : await modelNamed(db, row.about);
  const about = model?.name ?? row.about;
  return {
    ...{ kind: row.kind, id: foundIdOf(row), by },
    ...(row.text === null ? {} : { text: row.text }),
    ...(about === null ? {} : { about }),
    ...(row.state === null ? {} : { state: row.state }),
    ...(row.at === null ? {} : { at: row.at.toString() }),
    ...(found === undefined ? {} : { found }),
  };
}
