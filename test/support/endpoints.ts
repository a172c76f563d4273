import { type TObject, type TSchema, Type } from "typebox";
import { permissions } from "../../src/identity/index.ts";
import { Email, Instant, type Module, type Role, shape } from "../../src/platform/index.ts";
import { plain, sampleOf } from "./sampleOf.ts";

/** One thing the application answers to, as a test of all of them sees it. */
export interface Endpoint {
  /** `POST /v1/claims/{id}/choice`. */
  readonly route: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly permission: string;
  readonly params?: TObject | undefined;
  /** Undefined where questions are not looked at. */
  readonly query?: TObject | undefined;
  /** The body of an act, or of a read that is asked in one; another act takes an empty object. */
  readonly body?: TSchema | undefined;
  /** Whether a request needs a key, and whether the key is kept with its answer. */
  readonly key: "none" | "kept";
  /** Whether a browser's form is read as well. */
  readonly takesForms?: boolean;
}

/** The only route with a schema that is no module's: it is there with the test clock alone. */
export const testClock: Endpoint = {
  route: "POST /v1/test-clock",
  method: "POST",
  path: "/v1/test-clock",
  permission: "clock.move",
  query: shape({}),
  body: shape({ now: Instant }),
  key: "none",
};

const open = { method: "POST", permission: "catalogue.read", key: "none", takesForms: true } as const;
const text = Type.String();

/** Sign-in by code, which the modules do not list. */
export const signIn: readonly Endpoint[] = [
  { ...open, route: "POST /auth/code", path: "/auth/code", body: shape({ email: Email }) },
  {
    ...open,
    route: "POST /auth/session",
    path: "/auth/session",
    body: shape({ email: Email, code: Type.String({ minLength: 6, maxLength: 20 }) }),
  },
];

/** Sign-in by passkey: the library behind it reads what it is sent, so its shape is only drawn after here. */
export const passkeys: readonly Endpoint[] = ["verify-authentication", "verify-registration"].map((name) => ({
  ...open,
  route: `POST /auth/passkey/${name}`,
  path: `/auth/passkey/${name}`,
  body: shape({
    response: shape({
      ...{ id: text, rawId: text, type: text },
      response: shape({ clientDataJSON: text, authenticatorData: text, signature: text, userHandle: text }),
    }),
  }),
}));

/** Every route of the modules, so that a new one is tested from the day it is there. */
export function endpointsOf(modules: readonly Module[]): readonly Endpoint[] {
  return modules
    .flatMap((module) => module.routes)
    .map((route) => {
      const [method, path] = route.route.split(" ") as [Endpoint["method"], string];
      const { permission, params, query } = route;
      const place = { route: route.route, method, path, permission, params, query };
      if (route.kind === "read") {
        return { ...place, query: query ?? shape({}), body: route.body, key: "none" };
      }
      // A DELETE has no body, so whatever is sent with one is not looked at.
      const body = method === "DELETE" ? undefined : (route.body ?? shape({}));
      const dryRun = route.dryRun === true ? { dryRun: Type.Optional(Type.Boolean()) } : {};
      return { ...place, query: shape(dryRun), body, key: "kept" };
    });
}

/** Those who see everything come first. */
const preferred: readonly Role[] = ["staff", "manager", "integrator", "reseller", "owner"];

/** A role that may call an endpoint. */
export function roleFor({ permission }: Pick<Endpoint, "permission">): Exclude<Role, "public" | "system"> {
  const role = preferred.find((name) => permissions.get(permission)?.has(name));
  if (role === undefined) {
    throw new Error(`nobody with a key has the permission ${permission}`);
  }
  return role as Exclude<Role, "public" | "system">;
}

const NOBODY = "01m7ynaym0vqhpgnwdrkms6x8c";
/** Well-formed ids of what is not there, by the noun in the path. */
const absent: Readonly<Record<string, string>> = {
  claims: `clm_${NOBODY}_1`,
  contracts: `ctr_${NOBODY}_1`,
  devices: `dev_${NOBODY}`,
  orders: `ord_${NOBODY}`,
  keys: `key_${NOBODY}`,
  letters: `evt_${NOBODY}_1`,
  transfers: `trf_${NOBODY}_1`,
  overrides: `ovr_${NOBODY}_1`,
  appeals: `apl_${NOBODY}_1`,
  coverage: "AC4NEVERSEEN1",
  products: "U-0000000",
  terms: "no-programme",
};

/**
 * The path with this in the place of its parameter, or else with an id that is well-formed and not there;
 * whatever else it takes is a sample.
 */
export function pathOf({ path, params }: Pick<Endpoint, "path" | "params">, value?: string): string {
  const noun = path.split("/")[2] ?? "";
  const { properties = {} } = params === undefined ? {} : plain(params);
  return path
    .replace(/\{\w+\}/, value ?? absent[noun] ?? NOBODY)
    .replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(sampleOf(properties[name] ?? {}))));
}

/** What must be asked, as samples: `month=2026-01`. */
export function demandedQuery({ query }: Pick<Endpoint, "query">): Readonly<Record<string, string>> {
  const { properties = {}, required = [] } = query === undefined ? {} : plain(query);
  return Object.fromEntries(required.map((name) => [name, String(sampleOf(properties[name] ?? {}))]));
}
