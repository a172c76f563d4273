import type { FastifyInstance } from "fastify";
import { catalogue, exportPlugin, loadSeed, publishProgrammes, watchFeeds } from "../../catalogue/index.ts";
import { claims, evidencePlugin, mailPlugin, sweepEvidence } from "../../claims/index.ts";
import {
  commerce,
  demoReseller,
  feedsPlugin,
  invoicePlugin,
  shopsPlugin,
  statementsPlugin,
} from "../../commerce/index.ts";
import { contracts } from "../../contracts/index.ts";
import {
  authenticate,
  firstManagerLink,
  identity,
  identityPlugin,
  type PersonaLink,
  permits,
  personaLinks,
} from "../../identity/index.ts";
import { money, moneyPlugin } from "../../money/index.ts";
import { notices, watchLetters } from "../../notices/index.ts";
import { type Authenticate, type Caller, feed, type Module, type Platform } from "../../platform/index.ts";
import { portalPlugin } from "../../portal/index.ts";
import { deskPlugin, seedCentres, service, slipPlugin, startClocks } from "../../service/index.ts";
import { serveConsole } from "./consoleFiles.ts";

/** What the platform is filled with: the modules, who may do what, and what happens around serving. */
export interface Assembly {
  readonly modules: readonly Module[];
  readonly permits: (caller: Caller, permission: string) => boolean;
  /** Finds out who asks; made once the platform stands. */
  readonly authenticate: (platform: Platform) => Authenticate;
  /** Puts published programmes and seed products where acts find them. Repeated at each start. */
  readonly prepare: (platform: Platform) => Promise<void>;
  /** Adds what is no act: pages, sign-in, the console's files. */
  readonly addPages: (http: FastifyInstance, platform: Platform) => Promise<void>;
  /** A sign-in link for a first manager, where there is none. */
  readonly firstManagerLink: (platform: Platform) => Promise<string | undefined>;
  readonly personaLinks: (platform: Platform) => Promise<readonly PersonaLink[]>;
}

/** Everything this release is made of, in the order of the line. */
export const assembly: Assembly = {
  modules: [feed, identity, catalogue, money, contracts, commerce, claims, service, notices],
  permits,
  authenticate,
  prepare: async (platform) => {
    await publishProgrammes(platform);
    await loadSeed(platform);
    await seedCentres(platform);
    await startClocks(platform);
    watchLetters(platform);
    watchFeeds(platform);
    await sweepEvidence(platform);
  },
  addPages: async (http, platform) => {
    await http.register(identityPlugin(platform));
    await http.register(exportPlugin(platform));
    await http.register(moneyPlugin(platform));
    await http.register(statementsPlugin(platform));
    await http.register(invoicePlugin(platform));
    await http.register(shopsPlugin(platform));
    await http.register(feedsPlugin(platform));
    await http.register(evidencePlugin(platform));
    await http.register(deskPlugin(platform));
    await http.register(slipPlugin(platform));
    await http.register(mailPlugin(platform));
    await http.register(portalPlugin(platform));
    await serveConsole(http);
  },
  firstManagerLink,
  personaLinks: async (platform) => await personaLinks(platform, await demoReseller(platform)),
};
