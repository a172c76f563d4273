import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { rulesIn } from "./rulesIn.ts";

const HEAD = "region,scope,component,validFrom,months,shippedDays,madeDays,replacementDays,setBy";

test("a file of rules is read in any order of its columns, and what is empty is never", () => {
  const [one, other] = ["EU,model:mini-3,device,2026-01-01,24,90,,,key:1", "*,*,battery,2026-01-01,6,,,30,x"];
  const csv = `\uFEFF${HEAD}\r\n${one}\r\n\r\n${other}\r\n`;
  const rule = { component: "device", validFrom: "2026-01-01", shippedDays: 90, madeDays: null };
  deepEqual(rulesIn(csv), {
    rules: [
      { ...rule, scope: "model:mini-3", region: "EU", months: 24, replacementDays: null },
      {
        ...rule,
        scope: "*",
        region: "*",
        component: "battery",
        months: 6,
        shippedDays: null,
        replacementDays: 30,
      },
    ],
  });
});

test("the line that is no rule is named", () => {
  for (const [csv, fault] of [
    ["scope,region\n*,*", 1],
    [HEAD, 2],
    [`${HEAD}\nEU,mini-3,device,2026-01-01,24,,,,x`, 2],
    [`${HEAD}\n*,*,device,2026-01-01,12,,,,x\n*,*,device,2026-01-01,1.5,,,,x`, 3],
    [`${HEAD}\n*,*,rotor,2026-01-01,12,,,,x`, 2],
  ] as const) {
    deepEqual(rulesIn(csv), { fault });
  }
});
