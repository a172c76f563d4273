import type { listProducts, packedTerms, showProduct, showTerms } from "../catalogue/index.ts";
import type {
  cancelClaim,
  chooseRoute,
  closeClaim,
  listClaims,
  listEvidence,
  openClaim,
  payClaim,
  shareEvidence,
  showChoices,
  showFacts,
  withdrawEvidence,
} from "../claims/index.ts";
import type {
  cancelOrder,
  listDeliveryRules,
  listOrders,
  payOrder,
  placeOrder,
  priceCart,
  revealCodes,
  setDeliveryRules,
  showOrder,
} from "../commerce/index.ts";
import type {
  activateContract,
  askCoverage,
  checkCode,
  listContracts,
  readContract,
  readDevice,
  renewContract,
} from "../contracts/index.ts";
import type { listLetters, sendAgain } from "../notices/index.ts";
import type { Act, eventFeed, Read } from "../platform/index.ts";
import type { CentreActs } from "./centreActs.ts";
import type { CodeActs } from "./codeActs.ts";
import type { DeliveryActs } from "./deliveryActs.ts";
import type { InvoiceActs } from "./invoiceActs.ts";
import type { MoneyActs } from "./moneyActs.ts";
import type { ResellerActs } from "./resellerActs.ts";
import type { ShelfActs } from "./shelfActs.ts";
import type { ToolActs } from "./toolActs.ts";

/** Every act and read of the server by the name it has here. Types only: nothing of the server is shipped. */
export interface Acts
  extends CentreActs,
    CodeActs,
    InvoiceActs,
    MoneyActs,
    ResellerActs,
    ShelfActs,
    ToolActs,
    DeliveryActs {
  readonly listProducts: typeof listProducts;
  readonly showProduct: typeof showProduct;
  readonly showTerms: typeof showTerms;
  readonly packedTerms: typeof packedTerms;

  readonly priceCart: typeof priceCart;
  readonly listDeliveryRules: typeof listDeliveryRules;
  readonly setDeliveryRules: typeof setDeliveryRules;
  readonly placeOrder: typeof placeOrder;
  readonly payOrder: typeof payOrder;
  readonly cancelOrder: typeof cancelOrder;
  readonly revealCodes: typeof revealCodes;
  readonly listOrders: typeof listOrders;
  readonly showOrder: typeof showOrder;

  readonly checkCode: typeof checkCode;
  readonly activateContract: typeof activateContract;
  readonly renewContract: typeof renewContract;
  readonly askCoverage: typeof askCoverage;
  readonly listContracts: typeof listContracts;
  readonly showContract: typeof readContract;
  readonly showDevice: typeof readDevice;

  readonly openClaim: typeof openClaim;
  readonly listClaims: typeof listClaims;
  readonly showChoices: typeof showChoices;
  readonly showFacts: typeof showFacts;
  readonly chooseRoute: typeof chooseRoute;
  readonly payClaim: typeof payClaim;
  readonly cancelClaim: typeof cancelClaim;
  readonly closeClaim: typeof closeClaim;
  readonly listEvidence: typeof listEvidence;
  readonly withdrawEvidence: typeof withdrawEvidence;
  readonly shareEvidence: typeof shareEvidence;

  readonly listLetters: typeof listLetters;
  readonly sendAgain: typeof sendAgain;

  readonly createKey: typeof import("../identity/createKey/createKey.ts").createKey;
  readonly listKeys: typeof import("../identity/readKeys/readKeys.ts").readKeys;
  readonly revokeKey: typeof import("../identity/revokeKey/revokeKey.ts").revokeKey;

  readonly listEvents: typeof eventFeed;
}

/** What one of them is told. */
export type CommandOf<Name extends keyof Acts> =
  Acts[Name] extends Act<infer Command, infer _>
    ? Command
    : Acts[Name] extends Read<infer Question, infer _>
      ? Question
      : never;

/** What one of them answers. */
export type ReplyOf<Name extends keyof Acts> =
  Acts[Name] extends Act<infer _, infer Reply>
    ? Reply
    : Acts[Name] extends Read<infer _, infer Reply>
      ? Reply
      : never;
