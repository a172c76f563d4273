import type { FastifyPluginAsync } from "fastify";
import { type Platform } from "../platform/index.ts";
/**
 * Uploads by tus 1.0: POST makes the row and the place (and takes bytes already, where some come with it),
 * HEAD tells how far it came, PATCH goes on from there, DELETE takes it back. Who may is asked each time.
 */
export declare function serveUploads(platform: Platform): FastifyPluginAsync;
