import type { listProducts, packedTerms, showProduct, showTerms } from "../catalogue/index.ts";
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
import type { CaseActs } from "./caseActs.ts";
import type { CentreActs } from "./centreActs.ts";
import type { MoneyActs } from "./moneyActs.ts";
import type { OrderActs } from "./orderActs.ts";
import type { ShelfActs } from "./shelfActs.ts";
import type { ToolActs } from "./toolActs.ts";

/** Every act and read of the server by the name it has here. Types only: nothing of the server is shipped. */
export interface Acts extends CaseActs, CentreActs, MoneyActs, OrderActs, ShelfActs, ToolActs {
  readonly listProducts: typeof listProducts;
  readonly showProduct: typeof showProduct;
  readonly showTerms: typeof showTerms;
  readonly packedTerms: typeof packedTerms;

  readonly checkCode: typeof checkCode;
  readonly activateContract: typeof activateContract;
  readonly renewContract: typeof renewContract;
  readonly askCoverage: typeof askCoverage;
  readonly listContracts: typeof listContracts;
  readonly showContract: typeof readContract;
  readonly showDevice: typeof readDevice;

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
