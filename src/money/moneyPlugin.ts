import formbody from "@fastify/formbody";
import type { FastifyPluginAsync } from "fastify";
import type { Platform } from "../platform/index.ts";
import { readAttemptKey } from "./attempts/attempt.ts";
import { resolveAttempt } from "./attempts/resolveAttempt.ts";
import { matterOf } from "./matters.ts";
import { providerNamed } from "./providers/index.ts";
import { serveTestBank } from "./providers/test/bankPage.ts";
import { watchWorld } from "./reconcileMode/index.ts";
import { watchDifferences } from "./reconciliation/index.ts";
import { serveWebhooks } from "./webhooks/webhookRoutes.ts";

const FORM = "application/x-www-form-urlencoded";

/** What is no act: the messages of providers, and the page of the test bank. */
export function moneyPlugin(platform: Platform): FastifyPluginAsync {
  return async (http) => {
    if (!http.hasContentTypeParser(FORM)) {
      await http.register(formbody);
    }
    const world = await watchWorld(platform);
    http.addHook("onClose", () => world.stop());
    watchDifferences(platform);
    await serveWebhooks(http, platform);
    serveTestBank(http, platform, async (text) => {
      const key = readAttemptKey(text);
      if (key !== undefined) {
        await resolveAttempt(platform, matterOf(key.about), key, providerNamed);
      }
    });
  };
}
