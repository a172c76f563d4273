import type { ClaimPage } from "../../client/index.ts";
import { Bin } from "../intake/bin.tsx";
import { Section } from "../parts/page.tsx";
import { en } from "../words/en.ts";
import { Cover } from "./cover.tsx";
import { ReporterAddress } from "./reporterAddress.tsx";
import { Story } from "./story.tsx";

const words = en.cases;

/** What a case rests on: what was told, by whom, where the device lies, and its cover. */
export function CaseGround({ page }: { readonly page: ClaimPage }) {
  return (
    <>
      <Section title={words.told}>
        <Story page={page} />
      </Section>
      <Bin page={page} />
      <Section title={words.address}>
        <ReporterAddress reporter={page.reporter} />
      </Section>
      <Section title={words.cover}>
        <Cover page={page} />
      </Section>
    </>
  );
}
