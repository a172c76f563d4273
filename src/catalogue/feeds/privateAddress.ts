import { BlockList, isIPv4 } from "node:net";

/** Networks that are nobody's but our own, or that lead into them: no supplier's server is there. */
const PRIVATE = blockList(
  ["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"],
  ["192.0.0.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/4", "240.0.0.0/4"],
  ["::/96", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8"],
  // An address of ours stands within these: NAT64, SIIT, Teredo, 6to4.
  ["64:ff9b::/96", "64:ff9b:1::/48", "::ffff:0:0:0/96", "2001::/32", "2002::/16"],
);

function blockList(...networks: readonly (readonly string[])[]): BlockList {
  const list = new BlockList();
  for (const network of networks.flat()) {
    const [start = "", prefix = ""] = network.split("/");
    list.addSubnet(start, Number(prefix), isIPv4(start) ? "ipv4" : "ipv6");
  }
  return list;
}

/** Whether an address is within our own networks, so that no feed may be fetched from it. Pure. */
export function isPrivateAddress(address: string): boolean {
  return PRIVATE.check(address, isIPv4(address) ? "ipv4" : "ipv6");
}

/** Whether it is this very machine: tests serve feeds from here. */
export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "127.0.0.1" || hostname === "[::1]";
}
