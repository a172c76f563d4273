import type { Platform } from "./platform.ts";

const passed = new Map<string, number>();

/**
 * A place by name where a test may kill the process, as if its power was cut: `EVERMEND_FAILPOINT=name:n`
 * kills it when it comes there for the n-th time. Without the setting it is nothing. Points stand before
 * and after each commit and each call of a partner, because only there can a crash leave anything behind.
 */
export function failPoint({ config }: Pick<Platform, "config">, name: string): void {
  const [wanted, times] = config.failPoint?.split(":") ?? [];
  if (wanted !== name) {
    return;
  }
  const count = (passed.get(name) ?? 0) + 1;
  passed.set(name, count);
  if (count === Number(times)) {
    process.kill(process.pid, "SIGKILL");
  }
}
