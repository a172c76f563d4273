import type {} from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import { drawing } from "../parts/drawings.ts";
import { pageScript } from "../script/pageScript.ts";
import { photoScript } from "../script/photoScript.ts";
import { styleSheet } from "../style/styleSheet.ts";

const forEver = "public, max-age=31536000, immutable";
const aDay = "public, max-age=86400";

/** The mark in the browser's tab: our camera in the accent that both looks can bear. */
const mark = drawing("camera")
  .toString()
  .replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" fill="none" stroke="#0b6470" stroke-width="4" ');

/** What a phone needs to keep the portal on its home screen. */
function manifestOf(brandName: string): string {
  return JSON.stringify({
    name: brandName,
    start_url: "/",
    display: "minimal-ui",
    background_color: "#ffffff",
    theme_color: "#0b6470",
    icons: [{ src: "/assets/mark.svg", type: "image/svg+xml", sizes: "any" }],
  });
}

/** Style, script, mark and manifest. The first two carry a hash in their names. */
export function serveAssets(http: FastifyInstance, brandName: string): void {
  const assets = [
    { path: styleSheet.path, type: "text/css; charset=utf-8", text: styleSheet.text, cached: forEver },
    { path: pageScript.path, type: "text/javascript; charset=utf-8", text: pageScript.text, cached: forEver },
    {
      path: photoScript.path,
      type: "text/javascript; charset=utf-8",
      text: photoScript.text,
      cached: forEver,
    },
    { path: "/assets/mark.svg", type: "image/svg+xml", text: mark, cached: aDay },
    {
      path: "/assets/site.webmanifest",
      type: "application/manifest+json",
      text: manifestOf(brandName),
      cached: aDay,
    },
  ];
  for (const { path, type, text, cached } of assets) {
    http.get(path, { schema: { hide: true } }, (_, reply) =>
      reply.header("cache-control", cached).header("x-content-type-options", "nosniff").type(type).send(text),
    );
  }
}
