import { type Static, Type } from "typebox";
import {
  type Charge,
  ChargeSchema,
  chargeOf,
  chargeView,
  PaymentBody,
  settlePayment,
  startPayment,
} from "../../money/index.ts";
import {
  accepted,
  act,
  Country,
  IdParams,
  Money,
  ReceiptSchema,
  shape,
  type Tx,
} from "../../platform/index.ts";
import type { Terms } from "../../terms/index.ts";
import { allowRenewal, followingProduct, type RenewalAllowed } from "../allowRenewal.ts";
import { chargeRenewal } from "../chargeRenewal.ts";
import { type Contract, ContractShape, toContract } from "../contract.ts";
import { lockContract } from "../demandContract.ts";
import { refuse } from "../refusals.ts";
import { renewalPrice } from "../renewalPrice.ts";
import { renewalOfContract } from "../renewalStore.ts";
import { demandCountry } from "../renewalTax.ts";
import { termsNow } from "../termsNow.ts";
import { awaitSuccessor } from "./awaitSuccessor.ts";

const Reply = shape({
  contract: ContractShape,
  charge: ChargeSchema,
  receipt: ReceiptSchema,
  /** The contract that follows, once its charge is captured. */
  renewedBy: Type.Optional(ContractShape),
});

/**
 * POST /v1/contracts/{id}/renewal: the terms allow it, a charge is made; captured, it concludes the next
 * contract.
 */
export const renewContract = act({
  route: "POST /v1/contracts/{id}/renewal",
  permission: "contract.renew",
  summary: "Renews a running contract: makes its charge and starts the payment",
  params: IdParams,
  body: shape({
    product: Type.Optional(Type.String({ maxLength: 60 })),
    /** The price that was shown. Another one now is refused, so that nobody pays what they did not see. */
    price: Type.Optional(Money),
    /** Where the holder lives, where we do not know: the tax in the price is that of their country. */
    country: Type.Optional(Country),
    ...PaymentBody.properties,
  }),
  reply: Reply,
  dryRun: true,
  async run(tx, command, at) {
    const { record, contract } = await lockContract(tx, command.id);
    const terms = await termsNow(tx, record, contract, at);
    const following = followingProduct(terms, command.product);
    const [price, charge] = await Promise.all([
      renewalPrice(tx, contract, following, record.device.model),
      chargeSoFar(tx, contract),
    ]);
    if (charge?.state === "captured") {
      return refuse("renewed_already");
    }

    const { product, price: seen, country } = command;
    const found = { contract, terms, price, told: country };
    const owed = charge && { amount: charge.amountMinor, currency: charge.currency };
    const facts = { at, record, contract, terms, product, owed, seen };
    const decision = allowRenewal({ ...facts, price: price?.gross });

    if (decision.refused !== undefined) {
      return decision;
    }
    const paying = await pay(tx, charge ?? (await newCharge(tx, found, decision.accepted)), command.method);
    if (paying.refused !== undefined) {
      return paying;
    }
    const receipt = { ...decision.accepted.receipt, at: at.toString() };
    return accepted({
      contract: toContract(contract, record.device.serial),
      charge: paying.accepted,
      receipt,
    } satisfies Static<typeof Reply>);
  },
  async settle(platform, caller, reply) {
    const charge = await settlePayment(platform, caller, reply.charge);
    const renewedBy =
      charge.state === "captured" ? await awaitSuccessor(platform, reply.contract.id) : undefined;
    return { ...reply, charge, ...(renewedBy === undefined ? {} : { renewedBy }) };
  },
});

/** The charge of an earlier request whose payment failed, or is under way. */
async function chargeSoFar(tx: Tx, { deviceId, no }: Contract): Promise<Charge | undefined> {
  const renewal = await renewalOfContract(tx, deviceId, no);
  const charge = renewal === undefined ? undefined : await chargeOf(tx, deviceId, renewal.chargeNo);
  return charge?.state === "cancelled" ? undefined : charge;
}

/** Errors: Problem 400 where nobody has told us in which country its holder lives. */
async function newCharge(
  tx: Tx,
  found: {
    readonly contract: Contract;
    readonly terms: Terms;
    readonly price: Awaited<ReturnType<typeof renewalPrice>>;
    readonly told: string | undefined;
  },
  allowed: RenewalAllowed,
): Promise<Charge> {
  const { contract, terms, price, told } = found;
  const country = await demandCountry(tx, contract, terms, told);
  return await chargeRenewal(tx, contract, allowed, { price, country });
}

/** A charge of nothing is captured where it is made. */
async function pay(tx: Tx, charge: Charge, method: string): ReturnType<typeof startPayment> {
  return charge.state === "captured" ? accepted(chargeView(charge)) : await startPayment(tx, charge, method);
}
