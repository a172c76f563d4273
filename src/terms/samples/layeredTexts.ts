/** The texts of documents that are laid over the sample. */

interface AnnexWords {
  readonly regions?: string;
  readonly replaces?: string;
  readonly adds?: string;
  readonly version?: string;
}

export const annexFront = ({
  regions = "JP",
  replaces = "",
  adds = "",
  version = "2026-01-japan",
}: AnnexWords): string => `---
terms: sample-plan
version: "${version}"
status: published
vocabulary: device-plan/1
language: en
legal-form: service-contract
effective: { from: 2026-01-01, picks-by: plan.startsAt }
annex: { of: "2026-01", regions: [${regions}], replaces: [${replaces}], adds: [${adds}] }
---
# In Japan
`;

export const longerWindow = `
## 1 Aircraft {#activate.aircraft}

In our region, within {{window}} of the first activation; handhelds have {{activate.handheld/window}}.
Source: made for the tests.

\`\`\`terms
kind: window
when: { device.group: aircraft }
from: device.activatedAt
window: 96 hours
\`\`\`

\`\`\`example
name: on the fourth day in Japan
decision: activation
at: 2026-03-05T11:00:00Z
given:
  code: { state: sold, models: [hawk], region: JP }
  device: { serial: H1, model: hawk-2, region: JP, activatedAt: 2026-03-01T12:00:00Z, plan: none }
  invitation: none
expect: { outcome: allowed, because: [activate.aircraft], until: 2026-03-05T12:00:00Z }
\`\`\`
`;

export const ownFees = `
## 2 Fees {#fee.table}

You pay these fees.
Source: made for the tests.

\`\`\`terms
kind: fee
tax: included
not-listed: incomplete
\`\`\`

| model | currency | each |
|---|---|---|
| clip-4 | JPY | 4000 |
| clip-4 | PLN | 90 |
`;

export const ownSeries = `
## 1 Series {#def.series}

| series | group |
|---|---|
| hawk | gimbal |

Source: made for the tests.
`;
export const lawFront = (name: string, applies: string, forms = "service-contract"): string => `---
terms: ${name}
version: "1"
status: published
vocabulary: device-plan/1
language: en
legal-form: statute
legal-forms: [${forms}]
effective: { from: 2026-01-15, picks-by: plan.concludedAt }
applies: ${applies}
---
# Law
`;

/** A clause of that rule. */
export const clause = (id: string, rule: string): string =>
  `\n## Clause {#${id}}\n\nWords.\nSource: made for the tests.\n\n\`\`\`terms\n${rule}\n\`\`\`\n`;

/** The sample in another language: every clause with its figures, and a word of its own. */
export function translationText(sampleText: string, edit: (text: string) => string = (same) => same): string {
  const ids = [...sampleText.matchAll(/ \{#([a-z][a-z.-]*[a-z0-9-]*)\}$/gm)].map(([, id = ""]) => id);
  const clauses = ids.map((id) => {
    const [, body = ""] = sampleText.split(`{#${id}}\n`);
    const [paragraph = ""] = body.split(/\n(?=```|\||##)/, 1);
    const words = paragraph.replace(/Source:.*/gs, "").trim();
    return `## Abschnitt {#${id}}\n\nAuf Deutsch: ${words}\n`;
  });
  const front = annexFront({})
    .replace(/annex: .*\n/, 'translates: "2026-01"\n')
    .replace("language: en", "language: de");
  return edit(front + clauses.join("\n"));
}
