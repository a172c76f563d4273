import type {} from "@fastify/swagger";
import type { FastifyPluginAsync } from "fastify";
import { Type } from "typebox";
import { readClaim } from "../../claims/index.ts";
import { answer, IdParams, notFound, type Platform, read } from "../../platform/index.ts";
import { packingOf } from "./packing.ts";
import { pdfOfSlip } from "./pdfOfSlip.ts";

interface Slip {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The slip of a case as a file: who may see the case may have it. */
export const slipOf = read({
  route: "GET /v1/claims/{id}/slip",
  permission: "claim.read",
  summary: "Prints the packing slip and the label of a case.",
  params: IdParams,
  reply: Type.Unsafe<Slip>({}),
  run: async (db, { id }) => {
    const found = await readClaim(db, id);
    const packing = found === undefined ? undefined : await packingOf(db, found);
    // There is nothing to print where nothing is sent.
    if (found === undefined || packing === undefined || !packing.isAwaited) {
      throw notFound("slip");
    }
    const bytes = await pdfOfSlip({
      packing,
      brand: db.platform.config.brandName,
      sendBy: packing.sendBy === undefined ? undefined : lastDayOf(packing.sendBy, packing.zone),
      openedAt: found.claim.openedAt,
    });
    return { name: `slip-${packing.caseId}.pdf`, bytes };
  },
});

function lastDayOf(by: string, zone: string): string {
  const last = Temporal.Instant.from(by).subtract({ nanoseconds: 1 }).toZonedDateTimeISO(zone);
  return last.toPlainDate().toLocaleString("en-GB", { dateStyle: "full" });
}

/** GET /v1/claims/{id}/slip: a file, so it is no act. */
export function slipPlugin(platform: Platform): FastifyPluginAsync {
  return async (http) => {
    http.get<{ Params: { id: string } }>(
      "/v1/claims/:id/slip",
      { schema: { hide: true } },
      async (request, reply) => {
        const { name, bytes } = await answer(platform, request.caller, slipOf, request.params);
        return reply
          .header("cache-control", "private, no-store")
          .header("content-disposition", `inline; filename="${name}"`)
          .type("application/pdf")
          .send(bytes);
      },
    );
  };
}
