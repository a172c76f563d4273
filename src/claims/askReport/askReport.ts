import { type Static, Type } from "typebox";
import { deviceRecord, normaliseSerial } from "../../contracts/index.ts";
import { accepted, act, ReceiptSchema, Serial, shape } from "../../platform/index.ts";
import { channels } from "../claim.ts";
import { contractOfCase } from "../claimFacts.ts";
import { type Incident, IncidentBody } from "../incident.ts";
import { mayReport } from "../mayReport.ts";
import { termsOfCase } from "../termsOfCase.ts";
import { decideAskReport } from "./decideAskReport.ts";
import { questionNames } from "./reportQuestions.ts";

const Reply = shape({
  /** The questions that are still to be asked, in order, and the facts each is to tell. */
  due: Type.Array(shape({ name: Type.Enum([...questionNames]), asks: Type.Array(Type.String()) })),
  /** Whether it happened while the plan ran; left out without a day or a plan. */
  inside: Type.Optional(Type.Boolean()),
  receipt: ReceiptSchema,
  /** The same question by each channel. */
  byChannel: Type.Array(shape({ channel: Type.Enum([...channels]), receipt: ReceiptSchema })),
  /** What the device is made of. */
  parts: Type.Array(Type.String()),
});
export type ReportAnswer = Static<typeof Reply>;
type AskedReceipt = Static<typeof ReceiptSchema>;

/**
 * POST /v1/claims/questions: what a report still has to tell, and what the terms say so far. A question:
 * nothing is kept.
 */
export const askReport = act({
  route: "POST /v1/claims/questions",
  permission: "claim.open",
  summary: "Tells what a report still has to say by the terms, and the provisional answer of each channel.",
  body: shape({
    serial: Serial,
    incident: Type.Partial(IncidentBody, { additionalProperties: false }),
    channel: Type.Optional(Type.Enum([...channels])),
    wants: Type.Optional(Type.Enum(["replacement", "repair"])),
  }),
  reply: Reply,
  isQuestion: true,
  run: async (tx, { incident, channel = "online", wants = "replacement", ...command }, at) => {
    const serial = normaliseSerial(command.serial);
    const happened = { at: incident.at ?? at.toString() };
    const found = await deviceRecord(tx, { serial });
    const may = found !== undefined && (await mayReport(tx, found, { incident: happened }));
    const record = may ? found : undefined;
    const contract = record && contractOfCase(record, { incident: happened as Incident });
    const terms = record && (await termsOfCase(tx, record, { incident: happened, openedAt: at, contract }));
    const asked = decideAskReport({ serial, incident, channel, wants }, { at, record, terms });
    if (asked.refused !== undefined) {
      return asked;
    }
    const { due, inside, receipt, byChannel, parts } = asked.accepted;
    return accepted({
      due: due.map(({ name, asks }) => ({ name, asks: [...asks] })),
      ...(inside === undefined ? {} : { inside }),
      receipt: receipt as AskedReceipt,
      byChannel: byChannel.map((each) => ({ channel: each.channel, receipt: each.receipt as AskedReceipt })),
      parts: [...parts],
    });
  },
});
