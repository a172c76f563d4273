import cookie from "@fastify/cookie";
import swagger from "@fastify/swagger";
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from "fastify";
import type { Route } from "./act.ts";
import { answerAct } from "./answerAct.ts";
import { answerError, sendProblem } from "./answerError.ts";
import { answerRead } from "./answerRead.ts";
import type { Caller } from "./caller.ts";
import { compileReply, compileSchema, demandKeepableText } from "./compileSchema.ts";
import { describeApi } from "./describeApi.ts";
import { newId } from "./ids.ts";
import type { Platform } from "./platform.ts";
import { Problem } from "./problem.ts";
import { querySchema, shape } from "./schema.ts";

/** Finds out who asks, from the request's session, API key or case link. Identity's business, handed in. */
export type Authenticate = (request: FastifyRequest) => Promise<Caller>;

/**
 * Whether whoever asks is proved by what comes: acts that keep their answer claim its key first, and a key of
 * ours is asked for again with that.
 */
export function isProvedLater({ routeOptions, headers, query }: FastifyRequest): boolean {
  const isDry = (query as { dryRun?: unknown }).dryRun !== undefined;
  return routeOptions.config.isAct === true && headers["idempotency-key"] !== undefined && !isDry;
}

declare module "fastify" {
  interface FastifyContextConfig {
    /** Served by `answerAct`. */
    isAct?: boolean;
  }
  interface FastifyRequest {
    caller: Caller;
  }
}

/** Builds the server with the routes of every module. Pages and sign-in add theirs before it listens. */
export async function createHttp(platform: Platform, authenticate: Authenticate): Promise<FastifyInstance> {
  const http = Fastify({
    loggerInstance: platform.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1_048_576,
    // A busy machine compiles the schemas of all routes for longer than the ten seconds of the default.
    pluginTimeout: 120_000,
    genReqId: () => newId(Temporal.Now.instant()),
    trustProxy: platform.config.trustProxy,
    routerOptions: { ignoreTrailingSlash: true },
    frameworkErrors: (error, request, reply) => {
      answerError(platform, error as FastifyError, request as FastifyRequest, reply as FastifyReply);
    },
  });
  http.removeContentTypeParser("text/plain");
  http.setValidatorCompiler(({ schema, httpPart }) => compileSchema(schema as object, httpPart));
  http.setSerializerCompiler(({ schema }) => compileReply(schema as object));
  http.setErrorHandler((error: FastifyError, request, reply) => answerError(platform, error, request, reply));
  http.setNotFoundHandler((request, reply) => {
    sendProblem(new Problem(404, "no_such_path", `There is nothing at ${request.url}.`), request, reply);
  });
  http.decorateRequest("caller");
  await http.register(cookie);
  await http.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Evermend",
        version: "1",
        description: "Device protection plans: sold, bound, decided, kept.",
      },
      components: { securitySchemes: { key: { type: "http", scheme: "bearer" } } },
      security: [{ key: [] }],
    },
  });
  http.addHook("onRequest", async (request) => {
    request.caller = await authenticate(request);
  });
  followTestClock(http, platform);
  http.addHook("preHandler", async (request) => demandKeepableText(request));
  http.addHook("onResponse", (request, reply, done) => {
    const route = request.routeOptions.url ?? "none";
    platform.metrics.observeRequest(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
    done();
  });
  for (const route of platform.modules.flatMap((module) => module.routes)) {
    mount(http, platform, route);
  }
  http.get("/openapi.json", { schema: { hide: true } }, () => describeApi({ ...http.swagger() }, platform));
  return http;
}

/** Whoever reckons an age from an answer goes by the clock that made what the answer tells. */
function followTestClock(http: FastifyInstance, { config, clock }: Platform): void {
  if (config.clock === "test") {
    http.addHook("onSend", async (_, reply) => {
      reply.header("date", new Date(clock.now().epochMilliseconds).toUTCString());
    });
  }
}

function mount(http: FastifyInstance, platform: Platform, route: Route): void {
  const [method, path] = route.route.split(" ") as [string, string];
  const url = path.replaceAll(/\{(\w+)\}/g, ":$1");
  const body = route.body ?? (route.kind === "act" ? shape({}) : undefined);
  http.route({
    method,
    url,
    config: { isAct: route.kind === "act" },
    schema: {
      summary: route.summary,
      ...(body === undefined || method === "DELETE" ? {} : { body }),
      ...(route.params === undefined ? {} : { params: route.params }),
      querystring: querySchema(
        route.query,
        route.kind === "act" && route.dryRun === true,
        route.kind === "read" && route.csv === true,
      ),
      response: { [route.kind === "act" ? (route.status ?? 200) : 200]: route.reply },
    },
    ...(body === undefined ? {} : { preValidation: treatNoBodyAsEmpty }),
    handler: (request, reply) =>
      route.kind === "act"
        ? answerAct(platform, route, request, reply)
        : answerRead(platform, route, request, reply),
  });
}

/** A POST with nothing to say may leave its body out. */
async function treatNoBodyAsEmpty(request: FastifyRequest): Promise<void> {
  if (request.body === undefined || request.body === null) {
    request.body = {};
  }
}
