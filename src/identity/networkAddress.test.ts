import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { networkAddress } from "./index.ts";

for (const [typed, canonical] of [
  ["203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["::FFFF:cb00:7107", "203.0.113.7"],
  ["2001:DB8::1", "2001:db8:0:0::/64"],
  ["2001:0db8:0000:0000:ffff::", "2001:db8:0:0::/64"],
  ["2001:db8:0:1::1", "2001:db8:0:1::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["not an address", undefined],
  ["", undefined],
  [undefined, undefined],
] as const) {
  test(`${typed} is counted as ${canonical}`, () => {
    assert.equal(networkAddress(typed), canonical);
  });
}

test("the lower half of an IPv6 address changes nothing, the upper half everything", () => {
  const group = fc.integer({ min: 0, max: 0xffff });
  const upper = fc.tuple(fc.integer({ min: 0x2000, max: 0x3fff }), group, group, group);
  const lower = fc.tuple(group, group, group, group);
  const write = (groups: readonly number[]) => groups.map((each) => each.toString(16)).join(":");
  fc.assert(
    fc.property(upper, upper, lower, lower, (one, other, left, right) => {
      const address = networkAddress(write([...one, ...left]));
      assert.equal(networkAddress(write([...one, ...right])), address);
      const same = one.every((each, index) => each === other[index]);
      assert.equal(networkAddress(write([...other, ...left])) === address, same);
    }),
  );
});
