import type { Provider } from "./provider.ts";
import { testProvider } from "./testProvider.ts";

/** The payment providers there are. */
const providers: readonly Provider[] = [testProvider];

/** Every method that can be paid by. */
export function methods(): readonly string[] {
  return providers.flatMap((provider) => provider.methods);
}

/** The provider that takes a method. */
export function providerOf(method: string): Provider | undefined {
  return providers.find((provider) => provider.methods.includes(method));
}
