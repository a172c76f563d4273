import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { PageHead, Shown, useListSearch } from "../parts/index.ts";
import { inbox } from "../words/en/inbox.ts";
import { InboxNav } from "./inboxNav.tsx";
import { inboxQueries, type LetterText } from "./inboxQueries.ts";
import { WordingForm } from "./wordingForm.tsx";

const words = inbox.texts;
const names: Readonly<Record<string, string>> = words.languages;

/** The wording of every letter by language: what is missing, a preview, and a way to change it. */
export function TextsPage() {
  const { search, onFilter } = useListSearch();
  const query = useQuery(inboxQueries.texts());
  const language = search.language ?? "en";
  return (
    <div className="page">
      <PageHead title={words.title} />
      <InboxNav />
      <Shown query={query}>
        {({ data, languages }) => {
          const letter = data.find(({ template }) => template === search.template) ?? data[0];
          return (
            <>
              <div className="filters">
                <NativeSelect
                  label={words.language}
                  value={language}
                  data={languages.map((value) => ({ value, label: names[value] ?? value }))}
                  onChange={(event) => onFilter({ language: event.currentTarget.value })}
                />
                <NativeSelect
                  label={words.template}
                  value={letter?.template ?? ""}
                  data={data.map((one) => ({
                    value: one.template,
                    label: `${one.template}: ${standOf(one, language)}`,
                  }))}
                  onChange={(event) => onFilter({ template: event.currentTarget.value })}
                />
              </div>
              {letter === undefined ? null : (
                <WordingForm
                  key={`${letter.template} ${language} ${versionOf(letter, language)}`}
                  letter={letter}
                  language={language}
                />
              )}
            </>
          );
        }}
      </Shown>
    </div>
  );
}

function textOf({ texts }: LetterText, language: string) {
  return texts.find((text) => text.language === language);
}

function versionOf(letter: LetterText, language: string): number {
  return textOf(letter, language)?.version ?? 0;
}

/** How a letter stands in a language: in own words, as shipped, or missing. */
function standOf(letter: LetterText, language: string): string {
  const text = textOf(letter, language);
  if (text?.subject !== undefined) {
    return words.own(text.version);
  }
  return letter.missing.includes(language) ? words.missing : words.shipped;
}
