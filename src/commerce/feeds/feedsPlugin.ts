import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type {} from "@fastify/swagger";
import type { FastifyPluginAsync } from "fastify";
import { groupChain } from "../../catalogue/index.ts";
import { permits } from "../../identity/index.ts";
import { type Caller, type Platform, Problem } from "../../platform/index.ts";
import { resellerOf } from "../resellers/index.ts";
import { feedLines } from "./feedLines.ts";
import { type FeedFor, type FeedFormat, feedFormats } from "./feedProduct.ts";
import { plansFor } from "./plansFor.ts";
import { shelfTag } from "./shelfTag.ts";

const TYPES: Readonly<Record<FeedFormat, string>> = {
  csv: "text/csv; charset=utf-8; header=present",
  json: "application/json",
  jsonld: "application/ld+json",
};

/**
 * `GET /v1/feeds/catalogue.csv`, `.json` and `.jsonld`: all that a reseller may buy, at its own prices,
 * sent as
 * it is read. No act or read, because those answer with a value. `If-None-Match` with the tag of an earlier
 * answer is 304 while nothing of it changed.
 */
export function feedsPlugin(platform: Platform): FastifyPluginAsync {
  return async (http) => {
    for (const format of feedFormats) {
      http.get(`/v1/feeds/catalogue.${format}`, { schema: { hide: true } }, async (request, reply) => {
        const asked = await feedFor(platform, request.caller);
        const { groups, currency, regions, plans } = asked;
        const shelf = await shelfTag(platform, asked);
        const told = [shelf, format, currency, ...groups, ...regions, JSON.stringify([...plans])].join(" ");
        const tag = `"${createHash("sha256").update(told).digest("base64url").slice(0, 22)}"`;
        reply.headers({ etag: tag, "cache-control": "private, no-cache", vary: "authorization" });
        if (request.headers["if-none-match"] === tag) {
          return reply.code(304).send();
        }
        return reply.type(TYPES[format]).send(Readable.from(feedLines(platform, format, asked)));
      });
    }
  };
}

/** For whom a feed is. Errors: Problem 401 for strangers, 403 for whoever is of no reseller. */
async function feedFor(platform: Platform, caller: Caller): Promise<FeedFor> {
  if (caller.role === "public") {
    throw new Problem(401, "not_signed_in", "Send an API key as `Authorization: Bearer …`.");
  }
  const id = permits(caller, "feed.read") ? caller.reseller?.id : undefined;
  const reseller = id === undefined ? undefined : await resellerOf(platform.database, id);
  if (reseller === undefined || reseller.state === "ended") {
    throw new Problem(
      403,
      "not_permitted",
      "A feed is for a reseller, at its own prices: use one of its keys.",
    );
  }
  const db = { query: platform.database.query, platform };
  const { currency, regions } = reseller;
  const at = platform.clock.now();
  const [groups, plans] = await Promise.all([
    groupChain(db, reseller.customerGroup),
    plansFor(platform, regions, at),
  ]);
  return { groups, currency, regions, plans, at, publicUrl: platform.config.publicUrl };
}
