import type { ChargeView } from "../money/index.ts";
import type { Act, eventFeed, Money, Page, Read } from "../platform/index.ts";
import type { Receipt } from "../terms/index.ts";
import type {
  Channel,
  Choice,
  Claim,
  ClaimDetail,
  ClaimPage,
  ClaimState,
  Contract,
  Findings,
  Order,
  Part,
  Route,
} from "./shapes.ts";

type Key = { id: string };
type List = { limit?: number; after?: string };
type Device = {
  id: string;
  serial: string;
  model: string;
  name: string;
  units: { serial: string; from?: string; to?: string }[];
  contracts: Contract[];
  timeline: { type: string; at: string; actor: string }[];
};

/** Every act and read of the server by the name it has here. Types only: nothing of the server is shipped. */
export interface Acts {
  readonly listProducts: typeof import("../catalogue/listProducts.ts").listProducts;
  readonly showProduct: typeof import("../catalogue/showProduct.ts").showProduct;
  readonly showTerms: typeof import("../catalogue/showTerms.ts").showTerms;

  readonly placeOrder: Act<
    {
      lines: { sku: string; quantity: number }[];
      buyer: { email: string; name: string; country: string; vatId?: string };
      delivery: { option: "email" };
    },
    Order
  >;
  readonly payOrder: Act<Key & { method: string }, { order: Order; charge: ChargeView }>;
  readonly revealCodes: Act<Key, { data: { code: string; sku: string; last4: string }[] }>;
  readonly listOrders: Read<List, Page<Order>>;
  readonly showOrder: Read<Key, Order>;

  readonly listContracts: Read<List & { state?: Contract["state"]; serial?: string }, Page<Contract>>;
  readonly showContract: Read<Key, Contract>;
  readonly showDevice: Read<Key, Device>;

  readonly listClaims: Read<List & { state?: string; channel?: Channel; serial?: string }, ClaimPage>;
  readonly showClaim: Read<Key, ClaimDetail>;
  readonly listChoices: Read<Key, { choices: Choice[] }>;
  readonly chooseRoute: Act<Key & { route: Route }, { claim: Claim }>;
  readonly cancelClaim: Act<Key, { claim: Claim }>;
  readonly closeClaim: Act<Key, { claim: Claim }>;

  readonly receiveDevice: Act<Key & { serial: string; parts: Part[]; condition: string }, { claim: Claim }>;
  readonly inspectDevice: Act<
    Key & { findings: Findings; repairPrice?: Money },
    { claim: Claim; receipt: Receipt; choices: Choice[] }
  >;
  readonly replaceDevice: Act<Key & { serial: string }, { claim: Claim }>;
  readonly shipDevice: Act<Key & { carrier: string; tracking: string }, { claim: Claim }>;

  readonly createKey: typeof import("../identity/createKey/createKey.ts").createKey;
  readonly listKeys: typeof import("../identity/readKeys/readKeys.ts").readKeys;
  readonly revokeKey: typeof import("../identity/revokeKey/revokeKey.ts").revokeKey;

  readonly listEvents: typeof eventFeed;
}
export type { ClaimState };
