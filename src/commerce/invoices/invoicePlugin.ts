import type {} from "@fastify/swagger";
import type { FastifyPluginAsync } from "fastify";
import { Type } from "typebox";
import { answer, IdParams, type Platform, read } from "../../platform/index.ts";
import { paperOf } from "./paperOf.ts";

/** The question behind the file: who may see the order may have its paper. */
const askPaper = read({
  route: "GET /v1/invoices/{id}.pdf",
  permission: "order.read",
  summary: "Prints an invoice or a credit note.",
  params: IdParams,
  reply: Type.Unsafe<Awaited<ReturnType<typeof paperOf>>>({}),
  run: async (db, { id }) => await paperOf(db, id),
});

/** GET /v1/invoices/{id}.pdf: a file, so it is no act. */
export function invoicePlugin(platform: Platform): FastifyPluginAsync {
  return async (http) => {
    http.get<{ Params: { id: string } }>(
      "/v1/invoices/:id.pdf",
      { schema: { hide: true } },
      async (request, reply) => {
        const { name, bytes } = await answer(platform, request.caller, askPaper, request.params);
        return reply
          .header("cache-control", "private, no-store")
          .header("content-disposition", `inline; filename="${name}"`)
          .type("application/pdf")
          .send(bytes);
      },
    );
  };
}
