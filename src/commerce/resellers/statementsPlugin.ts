import type {} from "@fastify/swagger";
import type { FastifyPluginAsync } from "fastify";
import { Type } from "typebox";
import { answer, Month, type Platform, shape } from "../../platform/index.ts";
import { resellerInSight } from "./resellerInSight.ts";
import { showStatement } from "./statements/showStatement.ts";
import { statementPdf } from "./statements/statementPdf.ts";

const Params = shape({ id: Type.String({ minLength: 1, maxLength: 80 }) });
const Query = shape({ month: Month });

/** GET /v1/resellers/{id}/statements.pdf: a statement as it is printed, for whoever may read it. */
export function statementsPlugin(platform: Platform): FastifyPluginAsync {
  return async (http) => {
    http.get<{ Params: { id: string }; Querystring: { month: string } }>(
      "/v1/resellers/:id/statements.pdf",
      { schema: { hide: true, params: Params, querystring: Query } },
      async ({ caller, params, query }, reply) => {
        const { data, ...told } = await answer(platform, caller, showStatement, { ...params, ...query });
        const reseller = await resellerInSight(platform.database, params.id, caller);
        const statement = { ...told, lines: data };
        const pdf = await statementPdf(statement, reseller, platform.config.brandName);
        return reply
          .header("cache-control", "no-store")
          .header("content-disposition", `attachment; filename="statement-${query.month}.pdf"`)
          .type("application/pdf")
          .send(pdf);
      },
    );
  };
}
