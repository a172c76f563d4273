import type { FastifyRequest } from "fastify";
import type { Platform } from "../platform/index.ts";
import { budgets, giveBack, spend } from "./budgets.ts";
import { createMember, putMember } from "./member.ts";
import { networkAddress } from "./networkAddress.ts";
import { demandOwnOrigin } from "./ownOrigin.ts";
import { forgetWhatEnded, sessionCookie } from "./session.ts";
import { endSession } from "./signIn.ts";
import { signInLibrary } from "./signInLibrary.ts";
import { replaceSignInLink, selectManager, selectSignInLink, takeSignInLink } from "./store.ts";
import { newSecret, tokenDigest } from "./token.ts";

/**
 * Those who can look around a new installation. Nobody gets mail at `.example`: only the link signs them in.
 */
const PERSONAS = [
  { persona: "owner", name: undefined },
  { persona: "reseller", name: "Rena Reseller" },
  { persona: "staff", name: "Sam Staff" },
  { persona: "manager", name: "Mara Manager" },
] as const;

/** A link that signs a persona in once, within a day. */
export interface PersonaLink {
  readonly persona: "owner" | "reseller" | "staff" | "manager";
  readonly url: string;
}

/**
 * Makes one fresh link for each persona, and the persona where it is missing. Links made earlier stop
 * working. The reseller keeps the team of `resellerId`, where one is named.
 */
export async function personaLinks(platform: Platform, resellerId?: string): Promise<readonly PersonaLink[]> {
  const reseller =
    resellerId === undefined ? {} : { reseller: { id: resellerId, teamRole: "keeper" } as const };
  return await Promise.all(
    PERSONAS.map(async ({ persona, name }) => {
      const email = `${persona}@evermend.example`;
      if (persona !== "owner") {
        const team = persona === "reseller" ? reseller : {};
        await createMember(platform.database, { email, role: persona, name, ...team }, platform.clock.now());
      }
      const token = newSecret();
      const goesTo = persona === "owner" ? "/" : "/console/";
      await replaceSignInLink(platform.database, tokenDigest(token), email, goesTo);
      return { persona, url: `${platform.config.publicUrl}/sign-in/${token}` };
    }),
  );
}

/** Who looks after a new installation until somebody with an address of their own does. */
const FIRST_MANAGER = "first-manager@evermend.example";

/**
 * A link that signs a first manager in, once, within a day; undefined where there is a manager already. Until
 * it is used each start makes a fresh one.
 */
export async function firstManagerLink(platform: Platform): Promise<string | undefined> {
  const { database, clock, config } = platform;
  if ((await selectManager(database, FIRST_MANAGER)) !== undefined) {
    return undefined;
  }
  await putMember(database, { email: FIRST_MANAGER, role: "manager", name: "First manager" }, clock.now());
  const token = newSecret();
  await replaceSignInLink(database, tokenDigest(token), FIRST_MANAGER, "/console/");
  return `${config.publicUrl}/sign-in/${token}`;
}

/** Whether a link's token can still be used. Looking does not use it, so a mail scanner burns nothing. */
export async function linkIsReady(
  platform: Platform,
  token: string,
  network: string | undefined,
): Promise<boolean> {
  await spend(platform, budgets.wrongLinksNetwork, networkAddress(network));
  const link = await selectSignInLink(platform.database, tokenDigest(token));
  if (link !== undefined) {
    await giveBack(platform, budgets.wrongLinksNetwork, networkAddress(network));
  }
  return link !== undefined;
}

/**
 * Uses a link up: the set-cookie header and where to go, or undefined when it was used or has ended.
 * Errors: Problem 403 from another site's page, 429 after too many wrong ones.
 */
export async function signInWithLink(
  platform: Platform,
  token: string,
  request: FastifyRequest,
): Promise<{ readonly cookie: string; readonly goesTo: string } | undefined> {
  demandOwnOrigin(platform, request);
  const network = networkAddress(request.ip);
  await spend(platform, budgets.wrongLinksNetwork, network);
  const link = await takeSignInLink(platform.database, tokenDigest(token));
  if (link === undefined) {
    return undefined;
  }
  const [session] = await Promise.all([
    signInLibrary(platform).openProved(link.email),
    giveBack(platform, budgets.wrongLinksNetwork, network),
    endSession(platform, request),
    forgetWhatEnded(platform),
  ]);
  return { cookie: sessionCookie(platform, session), goesTo: link.goesTo };
}
