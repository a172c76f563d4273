import { type Static, Type } from "typebox";
import { type Asker, modelOf } from "../catalogue/index.ts";
import {
  bringsUnit,
  ClaimShape,
  FoundShape,
  movesOfClaim,
  readClaim,
  termsOfCase,
  toClaim,
  toFound,
} from "../claims/index.ts";
import {
  ContractShape,
  isToldOwners,
  partSeenBy,
  RibbonFacts,
  ribbonFacts,
  toContract,
  toldOwners,
} from "../contracts/index.ts";
import { isOwner, type Person, personOf, personsInSight, sightOf } from "../identity/index.ts";
import {
  ChargeSchema,
  chargeOf,
  chargeView,
  type Hold,
  HoldSchema,
  holdOf,
  holdView,
} from "../money/index.ts";
import {
  type CentreAddress,
  Country,
  eventsOf,
  IdParams,
  Instant,
  notFound,
  outsideType,
  publicId,
  type ReadContext,
  ReceiptSchema,
  type RecordedEvent,
  read,
  shape,
} from "../platform/index.ts";
import { planMoves } from "../terms/index.ts";
import { AppointmentSchema, newestOfClaim } from "./appointments/index.ts";
import { addressOf, centreOfClaim } from "./centres/index.ts";
import { CodesFound } from "./codes/index.ts";
import { deskOf, deskShape } from "./deskOf.ts";
import { inspectionsOf, intakesOf, shipmentsOf, swapOf } from "./store.ts";

const Parcel = shape({
  serial: Type.String(),
  parts: Type.Array(Type.String()),
  condition: Type.String(),
  weightGrams: Type.Optional(Type.Integer()),
  at: Instant,
});
const Look = shape({
  findings: Type.Record(Type.String(), Type.Unknown()),
  receipt: ReceiptSchema,
  /** By the catalogue of its family; left out where none were told. */
  codes: Type.Optional(CodesFound),
  /** Where it had several findings: each with its receipt. */
  found: Type.Optional(Type.Array(FoundShape)),
  at: Instant,
});
const Sent = shape({
  serial: Type.String(),
  carrier: Type.String(),
  tracking: Type.String(),
  state: Type.String(),
  at: Instant,
});
const Occurrence = shape({
  seq: Type.Integer(),
  type: Type.String(),
  at: Instant,
  /** Who did it; left out for owners. */
  actor: Type.Optional(Type.String()),
  data: Type.Record(Type.String(), Type.Unknown()),
});

/** Everything about one claim on one page. */
export const ClaimPage = shape({
  claim: ClaimShape,
  device: shape({
    id: Type.String(),
    serial: Type.String(),
    model: Type.String(),
    name: Type.String(),
    series: Type.String(),
    units: Type.Array(shape({ serial: Type.String(), from: Instant, to: Type.Optional(Instant) })),
  }),
  contract: Type.Optional(ContractShape),
  charge: Type.Optional(ChargeSchema),
  /** Of an advance exchange: what stands for the old device until it is back. */
  hold: Type.Optional(HoldSchema),
  expectedParts: Type.Array(Type.String()),
  /** Where the parts go. Left out where no address is set: then owners write for it. */
  sendTo: Type.Optional(
    shape({ name: Type.String(), street: Type.String(), town: Type.String(), country: Country }),
  ),
  /** Where it is brought, and when: the newest appointment there was. */
  appointment: Type.Optional(AppointmentSchema),
  intakes: Type.Array(Parcel),
  ...deskShape,
  inspections: Type.Array(Look),
  swap: Type.Optional(
    shape({
      ...{ oldSerial: Type.String(), newSerial: Type.String(), at: Instant },
      /** When the plan moves to the new serial; left out once it has. */
      moves: Type.Optional(Type.Enum([...planMoves])),
    }),
  ),
  /** When the plan moves to the unit that is given next; left out where none is to be given. */
  planMoves: Type.Optional(Type.Enum([...planMoves])),
  shipments: Type.Array(Sent),
  /** Whom it is sent to. Left out for partners. */
  reporter: Type.Optional(
    shape({
      name: Type.String(),
      country: Type.Union([Type.String(), Type.Null()]),
      address: Type.Unknown(),
      /** To write or to ask; for the programme's own people alone. */
      email: Type.Optional(Type.String()),
    }),
  ),
  timeline: Type.Array(Occurrence),
  ribbon: RibbonFacts,
});
export type ClaimPage = Static<typeof ClaimPage>;

/** GET /v1/claims/{id}. */
export const showClaim = read({
  route: "GET /v1/claims/{id}",
  permission: "claim.read",
  summary: "One claim with its device, contract, parcels, inspections, swap, shipment and history.",
  params: IdParams,
  reply: ClaimPage,
  run: async (db, { id }) => {
    const found = await readClaim(db, id);
    if (found === undefined) {
      throw notFound("claim");
    }
    return await pageOf(db, found);
  },
});

type Found = NonNullable<Awaited<ReturnType<typeof readClaim>>>;

async function pageOf(db: ReadContext, { claim, record: whole }: Found): Promise<ClaimPage> {
  const record = await partWith(db, claim, whole);
  const { device, units } = record;
  const { deviceId, no } = claim;
  const contract = record.contracts.find((held) => held.no === claim.contractNo);
  const open = claim.state !== "closed" && claim.state !== "cancelled";
  const sentence = `${claim.incident.cause}, ${claim.state}`;
  const [bench, model, events, charge, hold, reporter, ribbon, expectedParts, visit, sendTo] =
    await Promise.all([
      benchOf(db, claim),
      modelOf(db, device.serial, device.model),
      eventsOf(db, deviceId),
      claim.chargeNo === null ? undefined : chargeOf(db, deviceId, claim.chargeNo),
      claim.holdNo === null ? undefined : holdOf(db, deviceId, claim.holdNo),
      db.caller.role === "integrator" ? undefined : personOf(db, claim.reporterId),
      ribbonFacts(db, record, open ? { openClaim: { reportedAt: claim.openedAt.toString(), sentence } } : {}),
      expectedPartsOf(db, { claim, record }),
      newestOfClaim(db, deviceId, no),
      sendToOf(db, claim),
    ]);
  return {
    claim: toClaim(claim, claim.dueAt ?? undefined),
    device: {
      id: publicId("dev", deviceId),
      ...{ serial: device.serial, model: device.model, series: device.series },
      name: model?.name ?? device.model,
      units: units.map(({ serial, from, to }) => ({
        ...{ serial, from: from.toString() },
        ...(to === null ? {} : { to: to.toString() }),
      })),
    },
    ...(contract === undefined ? {} : { contract: toContract(contract, device.serial) }),
    ...(charge === undefined ? {} : { charge: chargeView(charge) }),
    ...(hold === undefined ? {} : { hold: holdFor(db, hold) }),
    expectedParts,
    ...(sendTo === undefined ? {} : { sendTo: { ...sendTo } }),
    ...(visit === undefined ? {} : { appointment: visit }),
    ...bench,
    ...(reporter === undefined ? {} : { reporter: reporterFor(db, reporter) }),
    timeline: events
      .filter((event) => concerns(event, no) && isShown(db, event))
      .map((event) => toOccurrence(db, event)),
    ribbon,
  };
}

/** Owners know their own address, and a link in a mail is no proof of it: it may have been passed on. */
function reporterFor({ caller }: ReadContext, person: Person): NonNullable<ClaimPage["reporter"]> {
  const { name, country, address, email } = person;
  const isOurs = caller.role === "staff" || caller.role === "manager";
  return { name, country, address, ...(isOurs ? { email } : {}) };
}

/** For the office all of the device; for others what is theirs of it, and the contract the claim is on. */
async function partWith(
  db: ReadContext,
  { holderId }: Found["claim"],
  record: Found["record"],
): Promise<Found["record"]> {
  const sight = sightOf(db.caller);
  const persons = sight.office ? [] : await personsInSight(db, sight);
  return sight.office ? record : partSeenBy(record, new Set([...persons, holderId ?? ""]));
}

async function expectedPartsOf(db: ReadContext, { claim, record }: Found): Promise<string[]> {
  const contract = record.contracts.find((held) => held.no === claim.contractNo);
  const terms = await termsOfCase(db, record, { ...claim, contract });
  return [...(terms?.parts(record.device.model) ?? [])];
}

/** The centre it is designated to, else the one address there is. */
export async function sendToOf(db: Asker, claim: Found["claim"]): Promise<CentreAddress | undefined> {
  const centre = await centreOfClaim(db, claim);
  return centre === undefined ? db.platform.config.centreAddress : addressOf(centre);
}

type Benched = "intakes" | "inspections" | "swap" | "planMoves" | "shipments" | "place" | "mismatches";

async function benchOf(db: ReadContext, claim: Found["claim"]): Promise<Pick<ClaimPage, Benched>> {
  const { deviceId, no, state, device } = claim;
  const { nextSerial, nextMoves } = device;
  const [desk, intakes, inspections, swap, shipments, moves] = await Promise.all([
    deskOf(db, deviceId, no),
    intakesOf(db, deviceId, no),
    inspectionsOf(db, deviceId, no),
    swapOf(db, deviceId, no),
    shipmentsOf(db, deviceId, no),
    state === "paid" && bringsUnit(claim) ? movesOfClaim(db, claim) : undefined,
  ]);
  return {
    ...desk,
    ...(moves === undefined ? {} : { planMoves: moves }),
    intakes: intakes.map(({ serial, parts, condition, weightGrams, at }) => ({
      ...{ serial, parts: [...parts], condition, at: at.toString() },
      ...(weightGrams === null ? {} : { weightGrams }),
    })),
    inspections: inspections.map(({ findings, receipt, codes, found, combined, at }) => ({
      ...(codes === null ? {} : { codes }),
      ...{ findings, receipt: receipt as Static<typeof ReceiptSchema>, at: at.toString() },
      ...(found === null || combined === null ? {} : { found: toFound(found, combined) }),
    })),
    ...(swap === undefined
      ? {}
      : {
          swap: {
            ...{ oldSerial: swap.oldSerial, newSerial: swap.newSerial, at: swap.at.toString() },
            ...(nextMoves && nextSerial === swap.newSerial ? { moves: nextMoves } : {}),
          },
        }),
    shipments: shipments.map(({ serial, carrier, tracking, state, at }) => ({
      ...{ serial, carrier, tracking, state, at: at.toString() },
    })),
  };
}

/** The events of a device that belong to this claim: those that name it, and the payments for it. */
function concerns({ body }: RecordedEvent, no: number): boolean {
  return body.claimNo === no || (body.purpose === "claim_fee" && body.subjectNo === no);
}

function isShown({ caller }: ReadContext, event: RecordedEvent): boolean {
  return !isOwner(caller) || isToldOwners(event);
}

/** Who of us asked for what is between us, until it is taken. */
function holdFor({ caller, at }: ReadContext, hold: Hold): NonNullable<ClaimPage["hold"]> {
  const view = holdView(hold, at);
  return isOwner(caller) ? { ...view, captureAsked: null } : view;
}

function toOccurrence(db: ReadContext, event: RecordedEvent): Static<typeof Occurrence> {
  const { seq, type, at, actor, body } = isOwner(db.caller) ? toldOwners(event) : event;
  return {
    ...{ seq, type: outsideType(type), at: at.toString(), data: { ...body } },
    ...(isOwner(db.caller) ? {} : { actor }),
  };
}
