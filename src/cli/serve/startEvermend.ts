import type { FastifyInstance } from "fastify";
import type { PersonaLink } from "../../identity/index.ts";
import {
  type Config,
  createHttp,
  createPlatform,
  type Log,
  openWorld,
  type Platform,
  serveHealth,
  serveTestClock,
} from "../../platform/index.ts";
import { type Assembly, assembly } from "./assembly.ts";
import { claimPort, explainListening } from "./claimPort.ts";

/** Requests in flight get this long at the end; then their connections are cut. */
const LAST_REQUESTS_MS = 5_000;

/** A serving Evermend. */
export interface Evermend {
  /** The address it listens on, `http://localhost:4400`. */
  readonly url: string;
  readonly platform: Platform;
  firstManagerLink(): Promise<string | undefined>;
  personaLinks(): Promise<readonly PersonaLink[]>;
  /** Resolves when nothing of it runs any more. */
  stop(): Promise<void>;
}

/** What differs between serving, the demo and a test. */
export interface StartOptions {
  readonly log: Log;
  /** Hears of each step that takes a while. */
  readonly tell?: (step: string) => void;
  readonly assembly?: Assembly;
}

/** Starts everything, from the database to the port. When it fails nothing of it runs on. */
export async function startEvermend(settings: Config, options: StartOptions): Promise<Evermend> {
  const parts = options.assembly ?? assembly;
  const undo: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (let step = undo.pop(); step !== undefined; step = undo.pop()) {
      await step();
    }
  };
  try {
    const config = await claimPort(settings);
    const open = await openWorld(config, options.log, options.tell ?? (() => undefined));
    undo.push(open.stop);
    const { platform, stop: stopPlatform } = await createPlatform(open.world, parts.modules, parts.permits);
    undo.push(stopPlatform);
    await parts.prepare(platform);
    const http = await buildHttp(platform, parts);
    undo.push(() => closeHttp(http));
    const url = await listen(http, config);
    let stopped: Promise<void> | undefined;
    return {
      url,
      platform,
      firstManagerLink: () => parts.firstManagerLink(platform),
      personaLinks: () => parts.personaLinks(platform),
      stop: () => {
        stopped ??= stop();
        return stopped;
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function buildHttp(platform: Platform, parts: Assembly): Promise<FastifyInstance> {
  const http = await createHttp(platform, parts.authenticate(platform));
  serveHealth(http, platform);
  if ("set" in platform.clock) {
    serveTestClock(http, platform, platform.clock);
  }
  await parts.addPages(http, platform);
  return http;
}

async function listen(http: FastifyInstance, config: Config): Promise<string> {
  try {
    await http.listen({ port: config.port, host: config.host });
    return `http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${config.port}`;
  } catch (error) {
    throw explainListening(error, config);
  }
}

async function closeHttp(http: FastifyInstance): Promise<void> {
  const impatience = setTimeout(() => http.server.closeAllConnections(), LAST_REQUESTS_MS);
  await http.close();
  clearTimeout(impatience);
}
