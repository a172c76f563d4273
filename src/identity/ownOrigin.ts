import type { FastifyRequest } from "fastify";
import { type Platform, Problem } from "../platform/index.ts";

const OWN_SITES = new Set(["same-origin", "none"]);

/**
 * Lets a request through that a page of ours sent, or no page at all. A browser tells with `Sec-Fetch-Site`,
 * an older one with `Origin`, and neither can be set by a page elsewhere. Errors: Problem 403.
 */
export function demandOwnOrigin(platform: Platform, request: FastifyRequest): void {
  const site = request.headers["sec-fetch-site"];
  const ownSite = typeof site === "string" && OWN_SITES.has(site);
  const ownOrigin = request.headers.origin === new URL(platform.config.publicUrl).origin;
  if (!ownSite && !ownOrigin) {
    throw new Problem(403, "foreign_origin", "This was not sent from a page of ours, so nothing was done.");
  }
}
