import { equal, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import { ANSWER_ABOVE, trimQuoted } from "./trimQuoted.ts";

describe("what somebody wrote, without what they answer to", () => {
  const table: readonly (readonly [what: string, mail: string, own: string])[] = [
    ["a mail that answers to nothing", "Hello,\n\nmy drone fell.\n", "Hello,\n\nmy drone fell."],
    ["Gmail", "Yes.\n\nOn Mon, 2 Nov 2026 at 10:11, Care <care@x.org> wrote:\n> Is it?\n> Yes?\n", "Yes."],
    [
      "Gmail in two lines",
      "Yes.\nOn Mon, 2 Nov 2026 at 10:11, Care Team of Example\n<care@x.org> wrote:\n> Is it?",
      "Yes.",
    ],
    ["German", "Ja.\n\nAm 02.11.26 um 10:11 schrieb Care:\n> Ist es?\n", "Ja."],
    ["French", "Oui.\n\nLe lun. 2 nov. 2026 à 10:11, Care <c@x.org> a écrit :\n> Est-ce?\n", "Oui."],
    ["Outlook", "Yes.\n\nFrom: Care <care@x.org>\nSent: Monday\nTo: Ada\nSubject: Re\n\nIs it?\n", "Yes."],
    ["an old Outlook", "Yes.\n-----Original Message-----\nFrom: Care\nIs it?", "Yes."],
    ["our own line", `Yes.\n\n${ANSWER_ABOVE}\n\nHello Ada,\nIs it?`, "Yes."],
    ["an answer below", "On Mon, 2 Nov 2026 at 10:11, Care wrote:\n> Is it?\n\nYes, it is.\n", "Yes, it is."],
    ["answers between the lines", "> Is it?\nYes.\n> Sure?\nSure.\n", "> Is it?\nYes.\n> Sure?\nSure."],
    ["nothing but a quote", "> Is it?\n> Sure?\n", "> Is it?\n> Sure?"],
    [
      "a sentence that only begins so",
      "On Monday I wrote: nothing.\nBye",
      "On Monday I wrote: nothing.\nBye",
    ],
  ];
  for (const [what, mail, own] of table) {
    it(what, () => equal(trimQuoted(mail), own));
  }

  it("comes to an end, whatever it is made of", () => {
    for (const piece of ["On a ", "From: @", "> ", "_", "-", "<", "wrote:"]) {
      for (const text of [piece.repeat(100_000), `${piece}\n`.repeat(50_000)]) {
        ok(trimQuoted(text).length <= text.length);
      }
    }
  });
});
