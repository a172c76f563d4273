import { Type } from "typebox";
import { type Model, termsInForce } from "../../catalogue/index.ts";
import {
  type DeviceRecord,
  demandSerial,
  demandTold,
  invitedOffer,
  namedModel,
  offersForModel,
  openInvitations,
  publicReceipt,
  registerDevice,
  ToldDevice,
} from "../../contracts/index.ts";
import {
  createPerson,
  demandEmail,
  isOwner,
  isOwnerOrGuest,
  personIdsOf,
  spend,
} from "../../identity/index.ts";
import { accepted, act, Email, line, Serial, shape, type Tx } from "../../platform/index.ts";
import {
  askerDigest,
  checklistFor,
  filmBy,
  insertVerification,
  openVerificationsOf,
  refuseVerification as refuse,
  type Verification,
  type VerificationKind,
  VerificationShape,
  verificationKinds,
  verificationView,
  waitForOwner,
} from "../verifications/index.ts";
import { decideAskVerification } from "./decideAskVerification.ts";

/** How many may be asked for in a day from one address. */
const ASKED_A_DAY = { name: "verifications_asked", tries: 10, seconds: 86_400 } as const;

/** POST /v1/verifications: somebody whose time for a plan is over asks to show the device. */
export const askVerification = act({
  route: "POST /v1/verifications",
  permission: "verification.ask",
  summary: "Asks to show a device whose time for a plan is over, on video or in a centre",
  body: shape({
    serial: Serial,
    kind: Type.Optional(Type.Enum([...verificationKinds])),
    device: ToldDevice,
    /** Who asks: a link is mailed there. Who is signed in asks for their own address. */
    asker: shape({ name: line(200), email: Email }),
  }),
  reply: VerificationShape,
  status: 201,
  dryRun: true,
  run: async (tx, { serial: typed, kind = "video", device: toldDevice, asker }, at) => {
    const serial = demandSerial(typed);
    const told = demandTold(toldDevice, at);
    const model = await namedModel(tx, serial, toldDevice.model);
    if (model === undefined) {
      return refuse("serial_not_ours");
    }
    if (isOwnerOrGuest(tx.caller)) {
      await spend(tx.platform, ASKED_A_DAY, tx.caller.email ?? tx.caller.address ?? tx.caller.id, tx);
    }
    const record = await registerDevice(tx, serial, model);
    const email = demandEmail(isOwner(tx.caller) ? (tx.caller.email ?? asker.email) : asker.email);
    const known = await personIdsOf(tx, email);
    const asked = { kind, region: told.region, activatedAt: told.activatedAt, known };
    const found = await around(tx, record, asked);
    const decision = decideAskVerification({ serial, record, ...found });
    if (decision.refused !== undefined) {
      return decision;
    }
    const askerId = await createPerson(tx, { name: asker.name, email });
    const { activatedAt } = told;
    const verification = await save(tx, record, {
      ...{ kind, askerId, email, model, receipt: decision.accepted, region: found.region },
      ...{ programme: found.programme, zone: found.invited.zone },
      activatedAt: activatedAt instanceof Temporal.Instant ? activatedAt : null,
    });
    return verification === undefined
      ? refuse("verification_open")
      : accepted(await verificationView(tx, verification));
  },
});

interface Asked {
  readonly kind: VerificationKind;
  readonly region: string;
  readonly activatedAt: Temporal.Instant | "never" | "unknown";
  /** The persons of the asker's address. */
  readonly known: readonly string[];
}

/** What stands around a device that somebody would have verified, and what the terms say to it. */
async function around(tx: Tx, record: DeviceRecord, { kind, region: told, activatedAt, known }: Asked) {
  const { deviceId, model } = record.device;
  const [open, [invitation], offers] = await Promise.all([
    openVerificationsOf(tx, deviceId),
    openInvitations(tx, [deviceId]),
    offersForModel(tx, model),
  ]);
  const programme = offers[0]?.programme ?? "";
  const plans = offers.filter((offer) => offer.programme === programme).map(({ plan }) => plan);
  const region = record.device.region ?? told;
  const asked = { at: tx.at, region, plans, activatedAt: activatedAt.toString() };
  const none = { receipt: undefined, endsAt: undefined, zone: "UTC" } as const;
  const terms = plans.length === 0 ? undefined : await termsInForce(tx, programme, tx.at, region);
  const now = terms === undefined ? none : invitedOffer(record, { ...asked, terms });
  return {
    ...{ programme, region, now },
    isUnderWay: open.some(({ askerId }) => known.includes(askerId)),
    isInvited: invitation !== undefined,
    shown: now.receipt && publicReceipt(now.receipt, tx.at),
    invited: terms === undefined ? none : invitedOffer(record, { ...asked, terms, reason: kind }),
  };
}

interface ToSave
  extends Pick<
    Verification,
    "kind" | "askerId" | "receipt" | "region" | "programme" | "zone" | "activatedAt"
  > {
  readonly model: Model;
  /** Of the asker. */
  readonly email: string;
}

async function save(tx: Tx, { device }: DeviceRecord, asked: ToSave): Promise<Verification | undefined> {
  const { kind, askerId, email, receipt, region, programme, zone, activatedAt } = asked;
  const { name, clips } = checklistFor(device.group);
  const dueAt = filmBy(tx.at, zone);
  const written = await insertVerification(
    tx,
    ...[device.deviceId, kind, device.serial, askerId, programme, region, zone, activatedAt, name],
    ...[clips.map(({ clip }) => clip), JSON.stringify(receipt), tx.caller.id, tx.at, dueAt],
    askerDigest(tx.platform, device.deviceId, email),
  );
  if (written !== undefined) {
    waitForOwner(tx, written, dueAt);
    const told = { verificationNo: written.no, kind, dueAt: dueAt.toString() };
    tx.record(device.deviceId, [{ type: "VerificationAsked", ...told }]);
  }
  return written;
}
