import type { FastifyPluginAsync } from "fastify";
import { type Platform } from "../platform/index.ts";
/**
 * Evidence as bytes: uploads by tus, the copy that is shown, and the original for those who may. Files, so
 * they are no acts.
 */
export declare function evidencePlugin(platform: Platform): FastifyPluginAsync;
