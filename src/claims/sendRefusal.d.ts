import type { FastifyReply, FastifyRequest } from "fastify";
import { type Refusal } from "../platform/index.ts";
/** Answers with a refusal, as an act would. */
export declare function sendRefusal(reply: FastifyReply, { id }: Pick<FastifyRequest, "id">, refusal: Refusal): FastifyReply;
