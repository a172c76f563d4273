import { caseAccess } from "./caseAccess.ts";

/**
 * Who asks, in the order of the columns below. Ada holds the first of two of everything, Bob the second;
 * the links open Ada's claim and Ada's order, which the reseller placed. Bob's order was placed by the
 * integrator.
 */
export const callers = [
  "public",
  "Ada",
  "claim link",
  "order link",
  "reseller",
  "staff",
  "manager",
  "integrator",
] as const;
export type AccessCaller = (typeof callers)[number];

/**
 * What becomes of each request about the first and the second of a kind: `+` it is heard (or listed), `-` it
 * is not there (or not listed), `x` it is not theirs to do (403), `?` they must sign in (401). Written down
 * by hand from what each role is for; a new route needs its line.
 */
const table = `
                                       public  Ada  claim  order  resel  staff  manag  integ
GET /v1/products                       ++      ++   ++     ++     ++     ++     ++     ++
GET /v1/products/{sku}                 ++      ++   ++     ++     ++     ++     ++     ++
GET /v1/terms/{programme}              ++      ++   ++     ++     ++     ++     ++     ++
GET /v1/terms/{programme}/pack         ++      ++   ++     ++     ++     ++     ++     ++
GET /v1/suppliers                      ??      xx   xx     xx     xx     ++     ++     ++
POST /v1/suppliers                     ??      xx   xx     xx     xx     xx     ++     xx
GET /v1/imports                        ??      xx   xx     xx     xx     xx     ++     ++
GET /v1/imports/{id}                   ??      xx   xx     xx     xx     xx     --     --
GET /v1/imports/{id}/refusals          ??      xx   xx     xx     xx     xx     --     --
POST /v1/imports                       ??      xx   xx     xx     xx     xx     ++     ++
POST /v1/imports/{id}/parts            ??      xx   xx     xx     xx     xx     --     --
POST /v1/imports/{id}/start            ??      xx   xx     xx     xx     xx     --     --
POST /v1/imports/{id}/stop             ??      xx   xx     xx     xx     xx     --     --
GET /v1/categories                     ++      ++   ++     ++     ++     ++     ++     ++
GET /v1/products/{sku}/similar         ++      ++   ++     ++     ++     ++     ++     ++
POST /v1/products/{sku}/errors         ++      ++   ++     ++     ++     ++     ++     ++
GET /v1/error-reports                  ??      xx   xx     xx     xx     ++     ++     ++
POST /v1/error-reports/{id}/closure    ??      xx   xx     xx     xx     xx     --     xx
GET /v1/shelf                          ??      xx   xx     xx     xx     ++     ++     ++
GET /v1/shelf/{sku}                    ??      xx   xx     xx     xx     --     --     --
POST /v1/products                      ??      xx   xx     xx     xx     xx     ++     xx
PUT /v1/products/{sku}                 ??      xx   xx     xx     xx     xx     ++     xx
PUT /v1/products/{sku}/offer           ??      xx   xx     xx     xx     xx     ++     xx
PUT /v1/products/{sku}/prices          ??      xx   xx     xx     xx     xx     ++     xx
GET /v1/products/{sku}/prices          ??      xx   xx     xx     xx     ++     ++     ++
GET /v1/products/{sku}/history         ??      xx   xx     xx     xx     ++     ++     ++
GET /v1/customer-groups                ??      xx   xx     xx     xx     ++     ++     ++
POST /v1/customer-groups               ??      xx   xx     xx     xx     xx     ++     xx
GET /v1/models                         ??      xx   xx     xx     xx     ++     ++     ++
POST /v1/models                        ??      xx   xx     xx     xx     xx     ++     xx
PUT /v1/models/{model}                 ??      xx   xx     xx     xx     xx     --     xx
PUT /v1/suppliers/{supplier}           ??      xx   xx     xx     xx     xx     --     xx
GET /v1/supplier-feeds                 ??      xx   xx     xx     xx     xx     ++     ++
GET /v1/supplier-feeds/{id}            ??      xx   xx     xx     xx     xx     --     --
POST /v1/supplier-feeds                ??      xx   xx     xx     xx     xx     ++     xx
PUT /v1/supplier-feeds/{id}            ??      xx   xx     xx     xx     xx     --     xx
POST /v1/supplier-feeds/{id}/run       ??      xx   xx     xx     xx     xx     --     xx
GET /v1/coverage/{serial}              ++      ++   ++     ++     ++     ++     ++     ++
POST /v1/codes/check                   ++      ++   ++     ++     ++     ++     ++     ++
POST /v1/activations/bulk              ??      xx   xx     xx     ++     xx     xx     ++
POST /v1/activations                   ++      ++   ++     ++     ++     ++     ++     ++
POST /v1/carts/prices                  ++      ++   ++     ++     ++     ++     ++     ++
GET /v1/delivery-rules                 ++      ++   ++     ++     ++     ++     ++     ++
PUT /v1/delivery-rules                 ??      xx   xx     xx     xx     xx     ++     xx
POST /v1/orders                        ++      ++   ++     ++     ++     ++     ++     ++
GET /v1/orders                         ??      +-   --     +-     +-     ++     ++     ++
GET /v1/orders/{id}                    ??      +-   --     +-     +-     ++     ++     ++
POST /v1/orders/{id}/payment           ??      +-   --     +-     +-     ++     ++     ++
POST /v1/orders/{id}/cancellation      ??      +-   --     +-     +-     ++     ++     ++
GET /v1/orders/{id}/delivery           ??      +-   --     +-     +-     ++     ++     ++
POST /v1/orders/{id}/delay             ??      +-   --     +-     +-     ++     ++     ++
GET /v1/pickup-points                  ++      ++   ++     ++     ++     ++     ++     ++
GET /v1/holidays                       ??      xx   xx     xx     xx     ++     ++     ++
POST /v1/holidays                      ??      xx   xx     xx     xx     xx     ++     xx
GET /v1/supplier-orders                ??      xx   xx     xx     xx     ++     ++     ++
GET /v1/supplier-orders/{id}           ??      xx   xx     xx     xx     --     --     --
POST /v1/supplier-orders/{id}/answer   ??      xx   xx     xx     xx     xx     --     xx
POST /v1/supplier-orders/{id}/arrival  ??      xx   xx     xx     xx     --     --     xx
GET /v1/parcels                        ??      xx   xx     xx     xx     ++     ++     ++
GET /v1/parcels/{id}                   ??      xx   xx     xx     xx     --     --     --
POST /v1/parcels/{id}/booking          ??      xx   xx     xx     xx     --     --     --
POST /v1/parcels/{id}/hand-over        ??      xx   xx     xx     xx     --     --     --
POST /v1/parcels/{id}/settlement       ??      xx   xx     xx     xx     --     --     xx
POST /v1/orders/{id}/codes             ??      +-   --     +-     +-     xx     xx     -+
POST /v1/orders/{id}/code-file         ??      +-   --     +-     +-     xx     xx     -+
GET /v1/contracts                      ??      +-   --     --     xx     ++     ++     ++
GET /v1/contracts/{id}                 ??      +-   --     --     xx     ++     ++     ++
GET /v1/devices/{id}                   ??      +-   --     --     xx     ++     ++     ++
POST /v1/contracts/{id}/renewal        ??      +-   --     --     xx     ++     ++     ++
GET /v1/contracts/{id}/renewals        ??      +-   --     --     xx     ++     ++     ++
POST /v1/contracts/{id}/auto-renewal   ??      +-   --     --     xx     ++     ++     ++
POST /v1/contracts/{id}/auto-renewal/cancellation ?? +- --  --     xx     ++     ++     ++
POST /v1/contracts/{id}/transfer       ??      +-   --     --     xx     ++     ++     ++
GET /v1/transfers                      ??      ++   ++     ++     xx     ++     ++     ++
GET /v1/transfers/{id}                 ??      --   --     --     xx     --     --     --
POST /v1/transfers/{id}/answer         ??      --   --     --     xx     --     --     --
POST /v1/transfers/{id}/withdrawal     ??      --   --     --     xx     --     --     --
POST /v1/contracts/{id}/cancellation   ??      +-   --     --     xx     ++     ++     ++
POST /v1/vat-numbers                   ++      ++   ++     ++     ++     ++     ++     ++
GET /v1/invoices                       ??      +-   --     +-     +-     ++     ++     ++
GET /v1/orders/{id}/information        ??      +-   --     +-     +-     ++     ++     ++
POST /v1/orders/{id}/withdrawal        ??      +-   --     +-     +-     ++     ++     ++
GET /v1/withdrawals                    ??      +-   --     +-     +-     ++     ++     ++
POST /v1/withdrawals/{id}/answer       ??      xx   xx     xx     xx     ++     ++     xx
GET /v1/orders/{id}/invoices           ??      +-   --     +-     +-     ++     ++     ++
POST /v1/orders/{id}/return            ??      +-   --     +-     +-     ++     ++     ++
POST /v1/orders/{id}/codes/resend      ??      +-   --     +-     +-     ++     ++     ++
POST /v1/codes/{id}/reissue            ??      xx   xx     xx     --     --     --     --
GET /v1/code-batches                   ??      xx   xx     xx     xx     xx     ++     ++
POST /v1/code-batches                  ??      xx   xx     xx     xx     xx     ++     xx
GET /v1/code-batches/{id}              ??      xx   xx     xx     xx     xx     --     --
POST /v1/code-batches/{id}/release     ??      xx   xx     xx     xx     xx     --     xx
POST /v1/code-batches/{id}/decline     ??      xx   xx     xx     xx     xx     --     xx
POST /v1/code-batches/{id}/void        ??      xx   xx     xx     xx     xx     --     xx
GET /v1/code-settlement                ??      xx   xx     xx     xx     xx     ++     ++
GET /v1/code-settlement/codes          ??      xx   xx     xx     xx     xx     ++     ++
GET /v1/codes                          ??      xx   xx     xx     ++     ++     ++     ++
GET /v1/codes/{id}                     ??      xx   xx     xx     --     --     --     --
POST /v1/codes/void                    ??      xx   xx     xx     ++     ++     ++     xx
POST /v1/eligibility                   ??      xx   xx     xx     ++     ++     ++     ++
GET /v1/shops                          ??      xx   xx     xx     ++     ++     ++     ++
POST /v1/shops                         ??      xx   xx     xx     ++     xx     ++     xx
POST /v1/shops/{id}/settings           ??      xx   xx     xx     --     xx     --     xx
POST /v1/shops/{id}/test               ??      xx   xx     xx     --     xx     --     xx
GET /v1/shops/{id}/messages            ??      xx   xx     xx     --     --     --     --
POST /v1/shops/{id}/messages/{message}/retry ?? xx xx    xx     --     xx     --     xx
GET /v1/resellers                      ??      xx   xx     xx     ++     ++     ++     ++
GET /v1/resellers/{id}                 ??      xx   xx     xx     --     --     --     --
POST /v1/resellers                     ??      xx   xx     xx     xx     xx     ++     xx
PUT /v1/resellers/{id}                 ??      xx   xx     xx     xx     xx     --     xx
POST /v1/resellers/{id}/suspension     ??      xx   xx     xx     xx     xx     --     xx
POST /v1/resellers/{id}/resumption     ??      xx   xx     xx     xx     xx     --     xx
POST /v1/resellers/{id}/end            ??      xx   xx     xx     xx     xx     --     xx
POST /v1/resellers/{id}/payout         ??      xx   xx     xx     xx     --     --     xx
POST /v1/resellers/{id}/corrections    ??      xx   xx     xx     xx     xx     --     xx
POST /v1/resellers/{id}/corrections/{no}/answer ??      xx   xx     xx     xx     xx     --     xx
GET /v1/resellers/{id}/corrections     ??      xx   xx     xx     xx     xx     --     --
POST /v1/resellers/{id}/top-ups        ??      xx   xx     xx     --     xx     --     xx
GET /v1/resellers/{id}/statements      ??      xx   xx     xx     --     xx     --     --
GET /v1/resellers/{id}/team            ??      xx   xx     xx     --     xx     --     xx
GET /v1/resellers/{id}/keys            ??      xx   xx     xx     --     xx     --     xx
POST /v1/resellers/{id}/team           ??      xx   xx     xx     --     xx     --     xx
DELETE /v1/resellers/{id}/team/{email} ??      xx   xx     xx     --     xx     --     xx
POST /v1/resellers/{id}/keys           ??      xx   xx     xx     --     xx     --     xx
POST /v1/resellers/{id}/keys/{key}/revocation ??      xx   xx     xx     --     xx     --     xx
GET /v1/ledger/accounts                ??      xx   xx     xx     xx     xx     ++     ++
GET /v1/ledger/accounts/{id}/postings  ??      xx   xx     xx     xx     xx     --     --
GET /v1/ledger/postings                ??      xx   xx     xx     xx     xx     ++     ++
GET /v1/sales                          ??      xx   xx     xx     xx     xx     ++     ++
GET /v1/earnings                       ??      xx   xx     xx     xx     xx     ++     ++
GET /v1/earning-curves                 ??      xx   xx     xx     xx     xx     ++     ++
POST /v1/earning-curves                ??      xx   xx     xx     xx     xx     ++     xx
GET /v1/charges                        ??      xx   xx     xx     xx     xx     ++     ++
GET /v1/charges/{id}                   ??      xx   xx     xx     xx     xx     --     --
GET /v1/receivables                    ??      xx   xx     xx     xx     xx     ++     ++
GET /v1/bank-credits                   ??      xx   xx     xx     xx     xx     ++     ++
POST /v1/bank-credits                  ??      xx   xx     xx     xx     xx     ++     ++
POST /v1/bank-credits/{id}/assignment  ??      xx   xx     xx     xx     xx     --     --
POST /v1/bank-credits/{id}/return      ??      xx   xx     xx     xx     --     --     xx
GET /v1/payer-balances                 ??      xx   xx     xx     xx     xx     ++     ++
POST /v1/payer-balances/{party}/payout ??      xx   xx     xx     xx     --     --     xx
GET /v1/refunds                        ??      ++   ++     ++     xx     ++     ++     ++
GET /v1/refunds/{id}                   ??      --   --     --     xx     --     --     --
POST /v1/refunds                       ??      xx   xx     xx     xx     --     --     xx
POST /v1/refunds/{id}/approval         ??      xx   xx     xx     xx     xx     --     xx
POST /v1/refunds/{id}/payment          ??      xx   xx     xx     xx     xx     --     xx
GET /v1/holds                          ??      xx   xx     xx     xx     ++     ++     ++
GET /v1/holds/{id}                     ??      xx   xx     xx     xx     --     --     --
POST /v1/holds/{id}/refund             ??      xx   xx     xx     xx     --     --     xx
POST /v1/holds/{id}/release            ??      xx   xx     xx     xx     --     --     xx
POST /v1/holds/{id}/capture            ??      xx   xx     xx     xx     xx     --     xx
POST /v1/holds/{id}/capture-approval   ??      xx   xx     xx     xx     xx     --     xx
POST /v1/holds/{id}/reminder           ??      xx   xx     xx     xx     --     --     xx
GET /v1/disputes                       ??      xx   xx     xx     xx     ++     ++     ++
GET /v1/disputes/{id}                  ??      xx   xx     xx     xx     --     --     --
POST /v1/disputes                      ??      xx   xx     xx     xx     xx     --     xx
POST /v1/disputes/{id}/outcome         ??      xx   xx     xx     xx     xx     --     xx
GET /v1/centres                        ++      ++   ++     ++     ++     ++     ++     ++
GET /v1/centres/{id}                   ++      ++   ++     ++     ++     ++     ++     ++
GET /v1/centres/{id}/slots             ++      ++   ++     ++     ++     ++     ++     ++
POST /v1/centres                       ??      xx   xx     xx     xx     xx     ++     xx
PUT /v1/centres/{id}                   ??      xx   xx     xx     xx     xx     ++     xx
GET /v1/centres/{id}/contacts          ??      xx   xx     xx     xx     ++     ++     ++
PUT /v1/centres/{id}/contacts          ??      xx   xx     xx     xx     xx     ++     xx
GET /v1/centres/{id}/calendar          ??      xx   xx     xx     xx     ++     ++     ++
GET /v1/centres/{id}/history           ??      xx   xx     xx     xx     ++     ++     ++
POST /v1/centres/{id}/blocks           ??      xx   xx     xx     xx     ++     xx     ++
POST /v1/blocks/{id}/lifting           ??      xx   xx     xx     xx     --     xx     --
POST /v1/walk-ins                      ??      xx   xx     xx     xx     ++     xx     ++
GET /v1/appointments                   ??      +-   --     --     xx     ++     ++     ++
POST /v1/appointments                  ??      +-   +-     --     xx     ++     xx     ++
GET /v1/appointments/{id}              ??      +-   --     --     xx     ++     ++     ++
POST /v1/appointments/{id}/booking     ??      +-   --     --     xx     ++     xx     ++
POST /v1/appointments/{id}/move        ??      +-   --     --     xx     ++     xx     ++
POST /v1/appointments/{id}/cancellation ??      +-   --     --     xx     ++     xx     ++
POST /v1/appointments/{id}/arrival     ??      xx   xx     xx     xx     ++     xx     ++
POST /v1/appointments/{id}/arrival/withdrawal ??  xx   xx     xx     xx     ++     xx     ++
POST /v1/appointments/{id}/no-show     ??      xx   xx     xx     xx     ++     xx     ++
POST /v1/appointments/{id}/departure   ??      xx   xx     xx     xx     ++     xx     ++
POST /v1/reports                       ??      xx   xx     xx     xx     xx     ++     ++
GET /v1/reports                        ??      xx   xx     xx     xx     xx     ++     ++
GET /v1/reports/{id}/lines             ??      xx   xx     xx     xx     xx     --     --
GET /v1/tariffs                        ??      xx   xx     xx     xx     xx     ++     ++
POST /v1/tariffs                       ??      xx   xx     xx     xx     xx     ++     xx
GET /v1/reconciliations                ??      xx   xx     xx     xx     xx     ++     ++
GET /v1/reconciliations/{id}           ??      xx   xx     xx     xx     xx     --     --
GET /v1/differences                    ??      xx   xx     xx     xx     xx     ++     ++
GET /v1/differences/{id}               ??      xx   xx     xx     xx     xx     --     --
POST /v1/differences/{id}/settlement   ??      xx   xx     xx     xx     xx     --     xx
GET /v1/ties                           ??      xx   xx     xx     xx     xx     ++     ++
GET /v1/status                         ??      xx   xx     xx     xx     ++     ++     ++
POST /v1/reconcile-mode                ??      xx   xx     xx     xx     xx     ++     xx
POST /v1/reconcile-mode/end            ??      xx   xx     xx     xx     xx     ++     xx
GET /v1/devices/{id}/warranty          ??      xx   xx     xx     xx     ++     ++     ++
POST /v1/devices/{id}/warranty         ??      xx   xx     xx     xx     ++     ++     ++
POST /v1/devices/{id}/warranty/preview ??      xx   xx     xx     xx     ++     ++     ++
GET /v1/warranty-rules                 ??      xx   xx     xx     xx     ++     ++     ++
PUT /v1/warranty-rules                 ??      xx   xx     xx     xx     xx     ++     xx
GET /v1/recoveries                     ??      xx   xx     xx     xx     ++     ++     ++
GET /v1/recoveries/{id}                ??      xx   xx     xx     xx     --     --     --
GET /v1/recoveries/{id}/pack           ??      xx   xx     xx     xx     --     --     --
POST /v1/recoveries/{id}/sending       ??      xx   xx     xx     xx     --     --     xx
POST /v1/recoveries/{id}/answer        ??      xx   xx     xx     xx     --     --     xx
POST /v1/recovery-payments             ??      xx   xx     xx     xx     xx     ++     xx
GET /v1/recovery-agreements            ??      xx   xx     xx     xx     ++     ++     ++
PUT /v1/recovery-agreements            ??      xx   xx     xx     xx     xx     ++     xx
GET /v1/texts                          ??      xx   xx     xx     xx     ++     ++     xx
POST /v1/texts/{template}/preview      ??      xx   xx     xx     xx     --     --     xx
PUT /v1/texts/{template}/{language}    ??      xx   xx     xx     xx     xx     --     xx
POST /v1/texts/{template}/{language}/reset ??  xx   xx     xx     xx     xx     --     xx
GET /v1/alarms                         ??      xx   xx     xx     xx     ++     ++     ++
GET /v1/letters                        ??      xx   xx     xx     xx     ++     ++     ++
POST /v1/letters/{id}/sending          ??      xx   xx     xx     xx     --     --     --
GET /v1/events                         ??      xx   xx     xx     xx     xx     ++     ++
GET /v1/keys                           ??      xx   xx     xx     xx     xx     ++     xx
POST /v1/keys                          ??      xx   xx     xx     xx     xx     ++     xx
POST /v1/keys/{id}/revocation          ??      xx   xx     xx     xx     xx     ++     xx
POST /v1/test-clock                    ??      ++   ++     ++     ++     ++     ++     ++
`;

/** What is expected, by route and caller. */
export const expectedAccess: ReadonlyMap<string, ReadonlyMap<AccessCaller, string>> = new Map(
  `${table.trim()}${caseAccess}`
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => {
      const [method, path, ...cells] = line.split(/\s+/);
      return [`${method} ${path}`, new Map(callers.map((caller, place) => [caller, cells[place] ?? ""]))];
    }),
);
