import type { Platform } from "../../platform/index.ts";
import type { Provider } from "../matter.ts";
import { testProvider } from "./test/testProvider.ts";

/** The payment providers there are. */
const providers: readonly Provider[] = [testProvider];

/** Every method that can be paid by on this installation. */
export function methods({ config }: Platform): readonly string[] {
  return providers
    .filter(({ name }) => name !== testProvider.name || config.testPayments === "on")
    .flatMap((provider) => provider.methods);
}

/** The provider that takes a method. */
export function providerOf(method: string): Provider | undefined {
  return providers.find((provider) => provider.methods.includes(method));
}

/**
 * The provider of that name, also one that takes nothing new: what was started is brought to its end.
 */
export function providerNamed(name: string): Provider | undefined {
  return providers.find((provider) => provider.name === name);
}
