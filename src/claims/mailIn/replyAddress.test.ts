import { equal, notEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import type { Platform } from "../../platform/index.ts";
import { claimOfAddress, replyAddressOf } from "./replyAddress.ts";

const platform = (mailIn: string | undefined, sessionSecret = "one") =>
  ({ config: { mailIn }, secrets: { sessionSecret: Buffer.from(sessionSecret) } }) as unknown as Platform;
const ours = platform("care@example.com");
const id = `clm_${"0".repeat(25)}z_12`;

describe("the address of mails about one case", () => {
  const address = replyAddressOf(ours, id) ?? "";

  it("fits the 64 characters before the @, in lower case", () => {
    equal(address, address.toLowerCase());
    equal((address.split("@")[0] ?? "").length <= 64, true);
  });

  it("leads back to its case, however a server writes it", () => {
    equal(claimOfAddress(ours, address), id);
    equal(claimOfAddress(ours, address.toUpperCase()), id);
  });

  it("is none of ours at another host or under another name", () => {
    equal(claimOfAddress(ours, address.replace("example", "evil")), undefined);
    equal(claimOfAddress(ours, address.replace("care+", "help+")), undefined);
    equal(claimOfAddress(ours, "care@example.com"), undefined);
  });

  it("is wrong with another number, another device, another key, or a character off", () => {
    equal(claimOfAddress(ours, address.replace(/12@/, "13@")), "wrong");
    equal(claimOfAddress(ours, address.replace("z", "y")), "wrong");
    equal(claimOfAddress(platform("care@example.com", "two"), address), "wrong");
    equal(claimOfAddress(ours, "care+short@example.com"), "wrong");
    equal(claimOfAddress(ours, `care+${"0".repeat(53)}@example.com`), "wrong");
    notEqual(replyAddressOf(platform("care@example.com", "two"), id), address);
  });

  it("is not there where no mails come in", () => {
    equal(replyAddressOf(platform(undefined), id), undefined);
    equal(claimOfAddress(platform(undefined), address), undefined);
  });
});
