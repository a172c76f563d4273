import { catalogue, loadSeed, publishProgrammes } from "../../catalogue/index.ts";
import { claims } from "../../claims/index.ts";
import { commerce } from "../../commerce/index.ts";
import { contracts } from "../../contracts/index.ts";
import { authenticate, identity, identityPlugin, permits } from "../../identity/index.ts";
import { money } from "../../money/index.ts";
import { notices } from "../../notices/index.ts";
import { createHttp, type Platform } from "../../platform/index.ts";
import { service } from "../../service/index.ts";
import { portalPlugin } from "../visit/portalPlugin.ts";

/** The modules the portal stands on, for its tests. */
export const modules = [identity, catalogue, money, contracts, commerce, claims, service, notices];

export { permits };

/** The portal over HTTP as it is served, with the reference programme and the seed products. */
export async function servePortal(platform: Platform) {
  await publishProgrammes(platform);
  await loadSeed(platform);
  const http = await createHttp(platform, authenticate(platform));
  await http.register(identityPlugin(platform));
  await http.register(portalPlugin(platform));
  return http;
}
