import { type Static, Type } from "typebox";
import { modelNamed } from "../../catalogue/index.ts";
import { normaliseSerial } from "../../contracts/index.ts";
import { captureFrom, holdStates } from "../../money/index.ts";
import {
  badField,
  Instant,
  Money,
  PageQuery,
  page,
  publicId,
  type ReadContext,
  read,
  Serial,
  shape,
  wrongCursor,
} from "../../platform/index.ts";
import { coreStates } from "../advance.ts";
import { claimId } from "../claim.ts";
import { coreReturns, type ListedCore } from "./coreListStore.ts";
import { type CoreStage, coreStages, daysLeft } from "./coreStage.ts";

const PAGE = 50;
const Maybe = Type.Optional(Instant);

/** An old device in a list. */
export const CoreReturnSchema = shape({
  claimId: Type.String(),
  holdId: Type.String(),
  serial: Type.String(),
  model: Type.String(),
  modelName: Type.String(),
  /** Whose case it is; for staff and managers. */
  owner: Type.Optional(Type.String()),
  state: Type.Enum([...coreStates]),
  stage: Type.Enum([...coreStages]),
  /** Civil days until the last one on which it may come; below 0 it is late. */
  daysLeft: Type.Integer(),
  shippedAt: Instant,
  dueAt: Instant,
  amount: Money,
  holdState: Type.Enum([...holdStates]),
  /** What the terms say of what came. */
  answer: Type.String(),
  attention: Type.Optional(Type.String()),
  coveredUntil: Maybe,
  remindedAt: Maybe,
  noticedAt: Maybe,
  captureFrom: Maybe,
  /** A capture waits for another person. */
  captureAsked: Type.Boolean(),
  cameAt: Maybe,
  cameSerial: Type.Optional(Type.String()),
  cameParts: Type.Array(Type.String()),
});
export type CoreReturnView = Static<typeof CoreReturnSchema>;

/** GET /v1/core-returns: the old devices of advance exchanges whose replacements have left. */
export const listCores = read({
  route: "GET /v1/core-returns",
  permission: "hold.read",
  summary: "Lists old devices that are to come back, the one that is due first, first",
  query: shape({
    ...PageQuery,
    /** One or more stages, separated by commas. */
    stage: Type.Optional(Type.String({ maxLength: 120 })),
    serial: Type.Optional(Serial),
    sort: Type.Optional(Type.Enum(["due", "latest", "amount"])),
  }),
  reply: page(CoreReturnSchema),
  csv: true,
  run: async (db, { limit = PAGE, after, stage, serial, sort = "due" }) => {
    const found = await coreReturns(db, {
      ...{ at: db.at, sort, stages: stagesOf(stage), after: readCursor(after), limit: limit + 1 },
      serial: serial === undefined ? null : normaliseSerial(serial),
    });
    const shown = found.slice(0, limit);
    const last = found.length > limit ? shown.at(-1) : undefined;
    return {
      data: await Promise.all(shown.map((core) => viewOf(db, core))),
      nextCursor: last === undefined ? null : `${last.place}_${last.deviceId}_${last.claimNo}`,
    };
  },
});

async function viewOf(db: ReadContext, core: ListedCore): Promise<CoreReturnView> {
  const { deviceId, claimNo, holdNo, serial, model, state, stage, zone, shippedAt, dueAt, answer } = core;
  const seesOwners = ["staff", "manager"].includes(db.caller.role);
  const instants = {
    coveredUntil: core.coveredUntil,
    remindedAt: core.remindedAt,
    noticedAt: core.noticedAt,
    captureFrom: captureFrom(core),
    cameAt: core.cameAt,
  };
  const known = Object.entries(instants).flatMap(([name, at]) =>
    at ? [[name, at.toString()] as const] : [],
  );
  return {
    claimId: claimId({ deviceId, no: claimNo }),
    holdId: publicId("hld", deviceId, holdNo),
    ...{ serial, model, modelName: (await modelNamed(db, model))?.name ?? model, state, stage, answer },
    ...(core.owner !== null && seesOwners ? { owner: core.owner } : {}),
    daysLeft: daysLeft(dueAt, zone, db.at),
    ...{ shippedAt: shippedAt.toString(), dueAt: dueAt.toString() },
    amount: { amount: core.amountMinor, currency: core.currency },
    holdState: core.holdState as CoreReturnView["holdState"],
    ...(core.attention === null ? {} : { attention: core.attention }),
    captureAsked: core.isCaptureAsked,
    ...Object.fromEntries(known),
    ...(core.cameSerial === null ? {} : { cameSerial: core.cameSerial }),
    cameParts: [...core.cameParts],
  };
}

function stagesOf(text: string | undefined): readonly CoreStage[] | null {
  const wanted = text?.split(",") ?? null;
  const unknown = wanted?.find((name) => !coreStages.some((stage) => stage === name));
  if (unknown !== undefined) {
    throw badField("/query/stage", "not_listed", `There is no stage ${unknown}: ${coreStages.join(", ")}.`);
  }
  return wanted as readonly CoreStage[] | null;
}

function readCursor(text: string | undefined): readonly [number | null, string | null, number | null] {
  if (text === undefined) {
    return [null, null, null];
  }
  const [, place, deviceId, no] = /^(-?\d{1,16})_([0-9a-z]{26})_(\d{1,9})$/.exec(text) ?? [];
  if (place === undefined || deviceId === undefined) {
    throw wrongCursor();
  }
  return [Number(place), deviceId, Number(no)];
}
