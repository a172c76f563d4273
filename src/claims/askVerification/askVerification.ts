import { Type } from "typebox";
import { termsInForce } from "../../catalogue/index.ts";
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
import { createPerson, demandEmail, isOwner, personIdsOf, sightOf, spend } from "../../identity/index.ts";
import { accepted, act, Email, line, Serial, shape, type Tx } from "../../platform/index.ts";
import {
  askerDigest,
  checklistFor,
  filmBy,
  insertVerification,
  openVerificationsOf,
  refuseVerification as refuse,
  remindedSince,
  type Verification,
  type VerificationKind,
  VerificationShape,
  verificationKinds,
  verificationView,
  waitForOwner,
} from "../verifications/index.ts";
import { decideAskVerification } from "./decideAskVerification.ts";

/** How many may be asked for in a day by a reseller's team, else from one address. The office: any number. */
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
  /**
   * Whoever has not proved the address of the asker is told of a new one, also where theirs is under way: its
   * mail says which. They get no id either, as its number would tell how many asked before.
   */
  reply: shape({ ...VerificationShape.properties, id: Type.Optional(Type.String()) }),
  status: 201,
  dryRun: true,
  run: async (tx, { serial: typed, kind = "video", device: toldDevice, asker }, at) => {
    const serial = demandSerial(typed);
    const told = demandTold(toldDevice, at);
    const model = await namedModel(tx, serial, toldDevice.model);
    if (model === undefined) {
      return refuse("serial_not_ours");
    }
    const { office } = sightOf(tx.caller);
    if (!office) {
      const { reseller, email: proved, address, id } = tx.caller;
      await spend(tx.platform, ASKED_A_DAY, reseller?.id ?? proved ?? address ?? id, tx);
    }
    const record = await registerDevice(tx, serial, model);
    const own = isOwner(tx.caller) ? tx.caller.email : undefined;
    const email = demandEmail(own ?? asker.email);
    const isKnown = own !== undefined || office;
    const known = await personIdsOf(tx, email);
    const { region, activatedAt } = told;
    const found = await around(tx, record, { kind, region, activatedAt, known });
    const [mine] = found.underWay;
    const isUnderWay = isKnown && mine !== undefined;
    const decision = decideAskVerification({ serial, record, ...found, isUnderWay });
    if (decision.refused !== undefined) {
      return decision;
    }
    const asked = asNew(tx, record, { ...found, kind, activatedAt, receipt: decision.accepted });
    const verification = mine ?? (await save(tx, asked, { name: asker.name, email }));
    if (isKnown) {
      return verification === undefined
        ? refuse("verification_open")
        : accepted(await verificationView(tx, verification));
    }
    if (mine !== undefined) {
      await remind(tx, mine);
    }
    const { id: _, ...shown } = await verificationView(tx, asked);
    return accepted(shown);
  },
});

/** Has its asker mailed where it stands: once in a day, as anybody may ask in their name. */
async function remind(tx: Tx, { deviceId, no }: Verification): Promise<void> {
  const { isReminded } = await remindedSince(tx, deviceId, no, tx.at.subtract({ hours: 24 }));
  if (!isReminded) {
    const told = { verificationNo: no, because: "asked_once_more" };
    tx.record(deviceId, [{ type: "VerificationReminded", ...told }]);
  }
}

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
  const invited = terms === undefined ? none : invitedOffer(record, { ...asked, terms, reason: kind });
  return {
    ...{ programme, region, now, zone: invited.zone, invited },
    underWay: open.filter(({ askerId }) => known.includes(askerId)),
    isInvited: invitation !== undefined,
    shown: now.receipt && publicReceipt(now.receipt, tx.at),
  };
}

/** One that is asked for now, as it is before it has its number and its asker. */
function asNew(
  { at }: Tx,
  { device }: DeviceRecord,
  asked: Pick<Verification, "kind" | "receipt" | "region" | "programme" | "zone"> &
    Pick<Asked, "activatedAt">,
): Verification {
  const { kind, receipt, region, programme, zone, activatedAt } = asked;
  const { name, clips } = checklistFor(device.group);
  return {
    ...{ deviceId: device.deviceId, serial: device.serial, no: 0, askerId: "" },
    ...{ kind, receipt, region, programme, zone, checklist: name, clips: clips.map(({ clip }) => clip) },
    activatedAt: activatedAt instanceof Temporal.Instant ? activatedAt : null,
    ...{ state: "asked", submission: 0, clipsAfter: 0, askedAt: at, dueAt: filmBy(at, zone) },
    ...{ submittedAt: null, closedAt: null, place: null },
  };
}

async function save(
  tx: Tx,
  asked: Verification,
  asker: { readonly name: string; readonly email: string },
): Promise<Verification | undefined> {
  const { deviceId, kind, serial, programme, region, zone, activatedAt, checklist, dueAt } = asked;
  const askerId = await createPerson(tx, asker);
  const written = await insertVerification(
    tx,
    ...[deviceId, kind, serial, askerId, programme, region, zone, activatedAt, checklist],
    ...[asked.clips, JSON.stringify(asked.receipt), tx.caller.id, asked.askedAt, dueAt],
    askerDigest(tx.platform, deviceId, asker.email),
  );
  if (written !== undefined && dueAt !== null) {
    waitForOwner(tx, written, dueAt);
    const told = { verificationNo: written.no, kind, dueAt: dueAt.toString() };
    tx.record(deviceId, [{ type: "VerificationAsked", ...told }]);
  }
  return written;
}
