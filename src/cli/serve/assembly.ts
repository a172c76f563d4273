import type { FastifyInstance } from "fastify";
import type { Authenticate, Caller, Module, Platform } from "../../platform/index.ts";

/** A page to open as one of the people a programme has, signed in by its one-time link. */
export interface PersonaLink {
  readonly persona: string;
  readonly url: string;
}

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
  readonly personaLinks: (platform: Platform) => Promise<readonly PersonaLink[]>;
}

/** Everything this release is made of. Without identity nobody is anybody, and nothing is permitted. */
export const assembly: Assembly = {
  modules: [],
  permits: () => false,
  authenticate: () => async () => ({ role: "public", id: "public" }),
  prepare: async () => undefined,
  addPages: async () => undefined,
  personaLinks: async () => [],
};
