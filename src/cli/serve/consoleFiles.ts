import { existsSync } from "node:fs";
import path from "node:path";
import fastifyStatic from "@fastify/static";
import type {} from "@fastify/swagger";
import type { FastifyInstance, RouteHandlerMethod } from "fastify";

/** Where the build of the console stands. */
const FOLDER = path.join(import.meta.dirname, "../../../dist/console");

/** What the console may load: its own files, and inline styles, which its component library writes. */
const POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; object-src 'none'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/**
 * Serves the console's files under /console/. Every path that is no file is the application itself, which
 * knows its own pages. Files carry their content's hash in their name and are kept; the page that names them
 * is not.
 */
export async function serveConsole(http: FastifyInstance): Promise<void> {
  if (!existsSync(path.join(FOLDER, "index.html"))) {
    http.log.warn("the console is not built: run npm run prepare");
    return;
  }
  await http.register(async (scope) => {
    await scope.register(fastifyStatic, {
      root: FOLDER,
      prefix: "/console/",
      wildcard: false,
      index: false,
      setHeaders: (reply, file) => {
        reply.header(
          "cache-control",
          file.includes(`${path.sep}assets${path.sep}`) ? "public, max-age=31536000, immutable" : "no-cache",
        );
      },
    });
    const page = { schema: { hide: true } };
    const show: RouteHandlerMethod = (_request, reply) =>
      reply
        .header("content-security-policy", POLICY)
        .header("x-content-type-options", "nosniff")
        .header("referrer-policy", "same-origin")
        .sendFile("index.html");
    // Not a redirect: trailing slashes are ignored, so /console/ is this path too, and would go round in
    // circles.
    scope.get("/console", page, show);
    scope.get("/console/*", page, show);
  });
}
