import { annexFront, clause, lawFront, longerWindow, ownSeries, translationText } from "./layeredTexts.ts";

/** A document that is laid over the sample with a fault in it, and the code it must be found by. */
export interface LayerFault {
  readonly code: string;
  readonly text: string;
  /** What stands beside it, the sample excepted. */
  readonly beside?: readonly string[];
}

const harmless = "kind: refund\nformula: full";
const anExample = "name: x\ndecision: offer\nat: 2026-01-01T00:00:00Z\nexpect: { outcome: allowed }";

const faultyAnnexes: readonly (readonly [string, string])[] = [
  ["annex_stray", annexFront({}) + longerWindow],
  ["annex_missing", annexFront({ replaces: "activate.aircraft, activate.handheld" }) + longerWindow],
  [
    "annex_kind",
    annexFront({ replaces: "activate.code" }) + longerWindow.replace("#activate.aircraft", "#activate.code"),
  ],
  ["annex_kind", annexFront({ replaces: "def.series" }) + ownSeries],
  ["clause_twice", annexFront({ adds: "activate.aircraft" }) + longerWindow],
  [
    "clause_unknown",
    annexFront({ replaces: "activate.boat" }) + longerWindow.replace("#activate.aircraft", "#activate.boat"),
  ],
  ["region_unknown", annexFront({ replaces: "activate.aircraft", regions: "CH" }) + longerWindow],
  [
    "figure_unknown",
    annexFront({ replaces: "activate.aircraft" }) + longerWindow.replace("{{window}}", "{{width}}"),
  ],
  [
    "clause_unknown",
    annexFront({ replaces: "activate.aircraft" }) +
      longerWindow.replace("window: 96", "door: { door: video, clause: activate.boat }\nwindow: 96"),
  ],
  [
    "source_missing",
    annexFront({ replaces: "activate.aircraft" }) + longerWindow.replace("Source: made for the tests.", ""),
  ],
];

const faultyTranslations: readonly (readonly [string, (text: string) => string])[] = [
  ["translation_ids", (text) => text.replace("{#activate.aircraft}", "{#activate.boat}")],
  ["translation_figures", (text) => text.replace("{{window}}", "48 Stunden")],
  ["translation_figures", (text) => text.replace("{{window}}", "{{when}}")],
  ["translation_rule", (text) => `${text}\n\`\`\`terms\nkind: note\nnot-coded: x\n\`\`\`\n`],
  ["translation_examples", (text) => `${text}\n\`\`\`example\n${anExample}\n\`\`\`\n`],
];

const unlawful: readonly (readonly [string, string])[] = [
  ["overlay_harms", clause("law.c", "kind: exclude\napplies-to: [plan]\nwhen: { incident.cause: drop }")],
  ["overlay_harms", clause("law.c", "kind: require\ndecision: coverage\nwhen: { plan.status: active }")],
  ["overlay_harms", clause("law.c", "kind: fee\ncurrency: EUR\ntax: included\nshare: 10 % of claim.quote")],
  ["overlay_harms", clause("law.c", "kind: window\ndecision: renewal\nfrom: plan.endsAt\nwindow: 3 days")],
  [
    "overlay_harms",
    clause(
      "law.c",
      ["kind: duty", "who: holder", "must: report", "decision: coverage", "within: 3 days", "of: incident.at"]
        .concat("done: claim.at", "if-not: refused")
        .join("\n"),
    ),
  ],
  ["overlay_clause_id", clause("refund.c", "kind: refund\nformula: full")],
  [
    "overlay_table",
    "\n## Models {#law.models}\n\n| model | series |\n|---|---|\n| x-1 | x |\n\nSource: x.\n",
  ],
];

const soundAnnex = annexFront({ replaces: "activate.aircraft" }) + longerWindow;
const onTop = soundAnnex
  .replace('"2026-01-japan"', '"2026-01-tokyo"')
  .replace('of: "2026-01"', 'of: "2026-01-japan"');
const twin = annexFront({ replaces: "activate.aircraft", version: "twin" }) + longerWindow;

/** What can be wrong with an annex, a statute, a translation, and with how they stand to one another. */
export const layerFaults = (sampleText: string): readonly LayerFault[] => [
  ...faultyAnnexes.map(([code, text]) => ({ code, text })),
  { code: "annex_overlap", text: soundAnnex, beside: [twin] },
  { code: "annex_of_annex", text: onTop, beside: [soundAnnex] },
  { code: "base_missing", text: soundAnnex.replace('of: "2026-01"', 'of: "2027"') },
  ...faultyTranslations.map(([code, edit]) => ({ code, text: translationText(sampleText, edit) })),
  {
    code: "base_missing",
    text: translationText(sampleText, (text) => text.replace('translates: "2026-01"', 'translates: "2027"')),
  },
  ...unlawful.map(([code, text]) => ({ code, text: lawFront("law", "{ holder.kind: consumer }") + text })),
  {
    code: "front_matter_key_missing",
    text: lawFront("law", "none").replace("applies: none\n", "") + clause("law.c", harmless),
  },
  { code: "overlay_unknown", text: sampleText.replace("regions:\n", "overlays: [law]\nregions:\n") },
];
