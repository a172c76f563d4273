import type { Config, Platform } from "../../platform/index.ts";
import type { Provider } from "../matter.ts";
import { balanceProvider } from "./balance/balanceProvider.ts";
import { bankProvider } from "./bank/bankProvider.ts";
import { invoiceProvider } from "./invoice/invoiceProvider.ts";
import { stripeProvider } from "./stripe/stripeProvider.ts";
import { testProvider } from "./test/testProvider.ts";

export { tellPayer } from "./bank/bankProvider.ts";

/** The payment providers there are. */
const providers: readonly Provider[] = [
  stripeProvider,
  bankProvider,
  balanceProvider,
  invoiceProvider,
  testProvider,
];

/** Every method that is offered to payers on this installation. */
export function methods({ config }: Pick<Platform, "config">): readonly string[] {
  return providers.filter((provider) => isOpen(provider, config)).flatMap((provider) => provider.methods);
}

/** The provider that takes a method, offered or not, on this installation. */
export function providerOf({ config }: Pick<Platform, "config">, method: string): Provider | undefined {
  return providers
    .filter((provider) => isOpen(provider, config))
    .find(({ methods: offered, takes }) => offered.includes(method) || takes?.(method) === true);
}

/** The offered methods by which a payer's card can be kept. */
export function methodsThatKeep({ config }: Pick<Platform, "config">): readonly string[] {
  return providers
    .filter((provider) => provider.keepsCards === true && isOpen(provider, config))
    .flatMap((provider) => provider.methods);
}

/** The provider that keeps the card of a hold placed by a method, also one that takes nothing new. */
export function keeperOfHeldCard(method: string): Provider | undefined {
  return providers.find((provider) => provider.keepsHeldCard?.(method) === true);
}

/**
 * The provider of that name, also one that takes nothing new: what was started is brought to its end.
 */
export function providerNamed(name: string): Provider | undefined {
  return providers.find((provider) => provider.name === name);
}

/** Whether a provider takes anything new here. */
function isOpen({ name }: Provider, config: Config): boolean {
  const isSet: Readonly<Record<string, boolean>> = {
    stripe: config.stripeKey !== undefined,
    bank: config.bankIban !== undefined,
    invoice: config.bankIban !== undefined && config.invoiceDays > 0,
    test: config.testPayments === "on",
  };
  return isSet[name] ?? true;
}
