import type {} from "@fastify/swagger";
import type { FastifyPluginAsync, FastifyReply } from "fastify";
import { Type } from "typebox";
import { modelNamed } from "../catalogue/index.ts";
import { claimId, quoteByNo, readClaim } from "../claims/index.ts";
import { answer, IdParams, notFound, type Platform, read, shape } from "../platform/index.ts";
import { pdfOfLabel, placeOf, svgOfLabel } from "./bins/index.ts";
import { pdfOfQuote } from "./makeQuote/pdfOfQuote.ts";

interface Paper {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer | string;
}

const PaperSchema = Type.Unsafe<Paper>({});

/** The question behind a label: who takes parcels in prints it. */
const askLabel = read({
  route: "GET /v1/claims/{id}/bin-label.{form}",
  permission: "claim.receive",
  summary: "Prints the label of a case's bin: a Data Matrix that the intake reads, as PDF or SVG.",
  params: shape({ ...IdParams.properties, form: Type.Enum(["pdf", "svg"]) }),
  reply: PaperSchema,
  run: async (db, { id, form }) => {
    const found = await readClaim(db, id);
    if (found === undefined) {
      throw notFound("claim");
    }
    const { claim, record } = found;
    const { deviceId, no, serial } = claim;
    const [model, lies] = await Promise.all([modelNamed(db, record.device.model), placeOf(db, deviceId, no)]);
    const device = model?.name ?? record.device.model;
    const label = { claimId: claimId(claim), serial, device, place: lies?.place };
    const name = `bin-${label.claimId}.${form}`;
    return form === "svg"
      ? { name, type: "image/svg+xml", bytes: svgOfLabel(label) }
      : { name, type: "application/pdf", bytes: await pdfOfLabel(label) };
  },
});

/** The question behind a quote's paper: who may see the case may have it. */
const askQuote = read({
  route: "GET /v1/claims/{id}/quotes/{no}.pdf",
  permission: "claim.read",
  summary: "Prints a quote.",
  params: shape({ ...IdParams.properties, no: Type.Integer({ minimum: 1, maximum: 10_000 }) }),
  reply: PaperSchema,
  run: async (db, { id, no: quoteNo }) => {
    const found = await readClaim(db, id);
    const quote =
      found === undefined ? undefined : await quoteByNo(db, found.claim.deviceId, found.claim.no, quoteNo);
    if (found === undefined || quote === undefined) {
      throw notFound("quote");
    }
    const { claim, record } = found;
    const model = await modelNamed(db, record.device.model);
    const dayOf = (at: Temporal.Instant) =>
      at.toZonedDateTimeISO(claim.zone).toPlainDate().toLocaleString("en-GB", { dateStyle: "full" });
    const bytes = await pdfOfQuote({
      ...{ quote, claimId: claimId(claim), serial: claim.serial },
      device: model?.name ?? record.device.model,
      brand: db.platform.config.brandName,
      validUntil: dayOf(quote.validUntil.subtract({ nanoseconds: 1 })),
      madeOn: dayOf(quote.madeAt),
    });
    return { name: `quote-${claimId(claim)}-${quoteNo}.pdf`, type: "application/pdf", bytes };
  },
});

/** The papers of the desk: files, so they are no acts. */
export function deskPlugin(platform: Platform): FastifyPluginAsync {
  return async (http) => {
    for (const form of ["pdf", "svg"] as const) {
      http.get<{ Params: { id: string } }>(
        `/v1/claims/:id/bin-label.${form}`,
        { schema: { hide: true } },
        async (request, reply) =>
          send(reply, await answer(platform, request.caller, askLabel, { ...request.params, form })),
      );
    }
    http.get<{ Params: { id: string; no: string } }>(
      "/v1/claims/:id/quotes/:no(^\\d{1,4}).pdf",
      { schema: { hide: true } },
      async (request, reply) => {
        const { id, no } = request.params;
        return send(reply, await answer(platform, request.caller, askQuote, { id, no: Number(no) }));
      },
    );
  };
}

function send(reply: FastifyReply, { name, type, bytes }: Paper): FastifyReply {
  return reply
    .header("cache-control", "private, no-store")
    .header("content-disposition", `inline; filename="${name}"`)
    .type(type)
    .send(bytes);
}
