import assert from "node:assert/strict";
import { type Asker, modelNamed, termsOf } from "../catalogue/index.ts";
import { deviceRecord, lastDayOf, type Transfer, transferId, transfersOf } from "../contracts/index.ts";
import { linkFor } from "../identity/index.ts";
import { publicId } from "../platform/index.ts";
import { dayIn, formatDay } from "./formatDay.ts";
import type { Addressed, Mailing } from "./mailing.ts";
import {
  type TransferLetterFacts,
  transferAsked,
  transferEnded,
  transferOffered,
  transferReceived,
  transferStopped,
} from "./templates/transferLetters.ts";

type Body = Readonly<Record<string, unknown>>;
type TransferLetter = (db: Asker, deviceId: string, body: Body) => Promise<Addressed | undefined>;

interface Told {
  readonly transfer: Transfer;
  readonly facts: TransferLetterFacts;
  readonly db: Asker;
  readonly body: Body;
}

/** The letters about passing a contract on, each to one of its two sides. */
export const transferMailings: readonly Mailing[] = [
  { on: "TransferAsked", template: "transferOffered", address: about(offered) },
  { on: "TransferAsked", template: "transferAsked", address: about(asked) },
  { on: "ContractTransferred", template: "transferReceived", address: about(received) },
  { on: "ContractTransferred", template: "transferEnded", address: about(ended) },
  { on: "TransferDeclined", template: "transferDeclined", address: about(ended) },
  { on: "TransferLapsed", template: "transferLapsed", address: about(ended) },
  { on: "TransferWithdrawn", template: "transferStopped", address: about(stoppedFor("fromId")) },
  { on: "TransferWithdrawn", template: "transferStoppedOffer", address: about(stoppedFor("toId")) },
];

/** The link opens the transfer for whoever reads the mail: that is the proof of the address. */
function offered({ transfer, facts, db }: Told): Addressed | undefined {
  const { config } = db.platform;
  const url = `${config.publicUrl}/open/${linkFor(db.platform, "transfer", transferId(transfer))}`;
  return transfer.state === "asked"
    ? { personId: transfer.toId, letter: transferOffered({ ...facts, url }) }
    : undefined;
}

function asked({ transfer, facts }: Told): Addressed {
  return { personId: transfer.fromId, letter: transferAsked(facts) };
}

function received({ transfer, facts, db }: Told): Addressed {
  const url = `${db.platform.config.publicUrl}/devices/${publicId("dev", transfer.deviceId)}`;
  return { personId: transfer.toId, letter: transferReceived({ ...facts, url }) };
}

function ended({ transfer, facts }: Told): Addressed | undefined {
  const { state } = transfer;
  return state === "asked" || state === "withdrawn"
    ? undefined
    : { personId: transfer.fromId, letter: transferEnded(facts, state) };
}

/** Who took it back themselves is told nothing; what ended it for both is told to both. */
function stoppedFor(side: "fromId" | "toId") {
  return ({ transfer, facts, body: { reason } }: Told): Addressed | undefined =>
    reason === "contract_cancelled" || reason === "contract_suspended"
      ? { personId: transfer[side], letter: transferStopped(facts, reason) }
      : undefined;
}

function about(address: (told: Told) => Addressed | undefined): TransferLetter {
  return async (db, deviceId, body) => {
    const [record, transfers] = await Promise.all([
      deviceRecord(db, { deviceId }),
      transfersOf(db, deviceId),
    ]);
    const transfer = transfers.find(({ no }) => no === body.transferNo);
    const contract = record?.contracts.find(({ no }) => no === transfer?.contractNo);
    assert(record && transfer && contract, "a transfer that was recorded is there");
    const [terms, model] = await Promise.all([
      termsOf(db, contract.programme, contract.termsVersion),
      modelNamed(db, record.device.model),
    ]);
    const facts = {
      plan: terms.title,
      device: model?.name ?? record.device.model,
      serial: record.device.serial,
      lastDay: formatDay(lastDayOf(contract)),
      answerBy: dayIn(transfer.lapsesAt, contract.zone),
      loses: transfer.loses,
      url: `${db.platform.config.publicUrl}/transfers/${transferId(transfer)}`,
    };
    return address({ transfer, facts, db, body });
  };
}
