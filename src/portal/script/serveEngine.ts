import type { FastifyInstance } from "fastify";
import { engineScript } from "./engineScript.ts";

/** Serves the terms engine, small for browsers that can unpack it. */
export function serveEngine(http: FastifyInstance): void {
  if (engineScript === undefined) {
    http.log.warn("the terms engine for browsers is not built: run npm run prepare");
    return;
  }
  const { path, text, gzipped } = engineScript;
  http.get(path, { schema: { hide: true } }, (request, reply) => {
    const isSmall = /\bgzip\b/.test(String(request.headers["accept-encoding"]));
    return reply
      .headers({
        "cache-control": "public, max-age=31536000, immutable",
        "x-content-type-options": "nosniff",
        vary: "accept-encoding",
        ...(isSmall ? { "content-encoding": "gzip" } : {}),
      })
      .type("text/javascript; charset=utf-8")
      .send(isSmall ? gzipped : text);
  });
}
