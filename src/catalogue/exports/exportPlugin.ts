import { Readable } from "node:stream";
import type {} from "@fastify/swagger";
import type { FastifyPluginAsync } from "fastify";
import { Type } from "typebox";
import { permits } from "../../identity/index.ts";
import { type Platform, Problem, shape } from "../../platform/index.ts";
import { exportRows } from "./exportRows.ts";

const TYPES = { csv: "text/csv; charset=utf-8; header=present", ndjson: "application/x-ndjson" } as const;

const Query = shape({ supplier: Type.Optional(Type.String({ maxLength: 40 })) });

/**
 * `GET /v1/products.csv` and `GET /v1/products.ndjson`: the whole catalogue as a file in the columns that an
 * import reads, sent as it is read. No act or read, because those answer with a value.
 */
export function exportPlugin(platform: Platform): FastifyPluginAsync {
  return async (http) => {
    for (const format of ["csv", "ndjson"] as const) {
      http.get<{ Querystring: { supplier?: string } }>(
        `/v1/products.${format}`,
        { schema: { hide: true, querystring: Query } },
        async ({ caller, query }, reply) => {
          if (!permits(caller, "product.read")) {
            throw caller.role === "public"
              ? new Problem(401, "not_signed_in", "Sign in, or send an API key.")
              : new Problem(403, "not_permitted", "This is for those who keep the shelf.");
          }
          reply.type(TYPES[format]).header("cache-control", "no-store");
          reply.header("content-disposition", `attachment; filename="products.${format}"`);
          return reply.send(Readable.from(exportRows(platform, format, query.supplier || undefined)));
        },
      );
    }
  };
}
