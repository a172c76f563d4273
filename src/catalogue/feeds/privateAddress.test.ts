import { equal } from "node:assert/strict";
import { test } from "node:test";
import { isPrivateAddress } from "./privateAddress.ts";

test("addresses within our own networks are known, however they are written", () => {
  const own = ["127.0.0.1", "10.1.2.3", "172.31.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1"];
  const own6 = ["0.0.0.0", "::1", "::", "fe80::1", "fd00::1", "::ffff:10.0.0.1", "64:ff9b::a00:1"];
  const within = ["::a00:1", "::ffff:a00:1", "::ffff:0:a00:1", "64:ff9b:1::a00:1", "2002:a00:1::1"];
  const old6 = ["2001:0:a00:1::1", "fec0::1", "ff02::1", "fe80::1%eth0"];
  const others = [
    "93.184.215.14",
    "172.32.0.1",
    "8.8.8.8",
    "2606:2800:21f:cb07::1",
    "2a00::1",
    "::ffff:8.8.8.8",
  ];
  for (const address of [...own, ...own6, ...within, ...old6]) {
    equal(isPrivateAddress(address), true, address);
  }
  for (const address of others) {
    equal(isPrivateAddress(address), false, address);
  }
});
