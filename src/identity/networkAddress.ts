import { isIPv4, isIPv6 } from "node:net";

const MAPPED = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/;

/**
 * The one form of a network address that limits are kept on: an IPv4 address, or the /64 of an IPv6 one,
 * because whoever has one address of a /64 has them all. Undefined for what is no address.
 */
export function networkAddress(text: string | undefined): string | undefined {
  const bare = (text ?? "").replace(/%.*$/, "");
  if (isIPv4(bare)) {
    return bare;
  }
  if (!isIPv6(bare)) {
    return undefined;
  }
  const short = new URL(`http://[${bare}]/`).hostname.slice(1, -1);
  const [, high, low] = MAPPED.exec(short) ?? [];
  if (high !== undefined && low !== undefined) {
    const bits = Number.parseInt(high, 16) * 65_536 + Number.parseInt(low, 16);
    return [24, 16, 8, 0].map((shift) => (bits >>> shift) & 255).join(".");
  }
  return `${groupsOf(short).slice(0, 4).join(":")}::/64`;
}

function groupsOf(short: string): string[] {
  const [head = "", tail] = short.split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array<string>(zeros).fill("0"), ...after];
}
