import { Button, Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";
import type { CommandOf, ProblemError } from "../../client/index.ts";
import { Section } from "../parts/index.ts";
import { languages as names } from "../words/en/languages.ts";
import { report as words } from "../words/en/report.ts";
import { en } from "../words/en.ts";

type Given = CommandOf<"addGuide">;
type Language = Given["texts"][number]["language"];

/** What is typed of a guide. */
export interface GuideTold {
  readonly models: string;
  readonly series: string;
  readonly causes: readonly string[];
  readonly texts: readonly { readonly language: string; readonly title: string; readonly steps: string }[];
}

export const emptyGuide: GuideTold = {
  ...{ models: "", series: "", causes: [] },
  texts: [{ language: "en", title: "", steps: "" }],
};

const listOf = (text: string) => text.split(",").flatMap((part) => part.trim() || []);
const stepsOf = (text: string) => text.split("\n").flatMap((step) => step.trim() || []);

/** The command of what is typed. */
export function guideGiven({ models, series, causes, texts }: GuideTold): Given {
  return {
    ...{ models: listOf(models), series: listOf(series), causes: [...causes] as Given["causes"] },
    texts: texts.map(({ language, title, steps }) => ({
      language: language as Language,
      ...{ title, steps: stepsOf(steps) },
    })),
  };
}

/** What is stored, back in its boxes. */
export function guideTold({ models, series, causes, texts }: Given): GuideTold {
  return {
    ...{ models: models.join(", "), series: series.join(", "), causes },
    texts: texts.map(({ language, title, steps }) => ({ language, title, steps: steps.join("\n") })),
  };
}

const languages = Object.entries(names).map(([value, label]) => ({ value, label }));

/** The boxes of a guide, and how owners will see it. */
export function GuideBoxes(props: {
  readonly told: GuideTold;
  readonly change: (change: Partial<GuideTold>) => void;
  readonly problem: ProblemError | undefined;
}) {
  const { told, change, problem } = props;
  const put = (index: number, more: object) =>
    change({ texts: told.texts.map((text, place) => (place === index ? { ...text, ...more } : text)) });
  return (
    <>
      <TextInput
        label={words.models}
        description={words.all}
        value={told.models}
        error={problem?.faultAt("/models/0") ?? problem?.faultAt("/models")}
        onChange={({ currentTarget }) => change({ models: currentTarget.value })}
      />
      <TextInput
        label={words.series}
        value={told.series}
        error={problem?.faultAt("/series/0")}
        onChange={({ currentTarget }) => change({ series: currentTarget.value })}
      />
      <Checkbox.Group
        label={words.causes}
        value={[...told.causes]}
        error={problem?.faultAt("/causes")}
        onChange={(causes) => change({ causes })}
      >
        <div className="row">
          {Object.entries(en.field.causes).map(([cause, label]) => (
            <Checkbox key={cause} value={cause} label={label} />
          ))}
        </div>
      </Checkbox.Group>
      {told.texts.map((text, index) => (
        <fieldset className="form" key={text.language}>
          <NativeSelect
            label={words.language}
            value={text.language}
            data={languages}
            error={problem?.faultAt(`/texts/${index}/language`)}
            onChange={({ currentTarget }) => put(index, { language: currentTarget.value })}
          />
          <TextInput
            label={words.guideTitle}
            required
            maxLength={120}
            value={text.title}
            error={problem?.faultAt(`/texts/${index}/title`)}
            onChange={({ currentTarget }) => put(index, { title: currentTarget.value })}
          />
          <Textarea
            label={words.steps}
            required
            autosize
            minRows={3}
            value={text.steps}
            error={problem?.faultAt(`/texts/${index}/steps`)}
            onChange={({ currentTarget }) => put(index, { steps: currentTarget.value })}
          />
        </fieldset>
      ))}
      <div className="row">
        <Button
          variant="default"
          onClick={() =>
            change({ texts: [...told.texts, { language: nextLanguage(told), title: "", steps: "" }] })
          }
        >
          {words.addText}
        </Button>
        {told.texts.length > 1 ? (
          <Button variant="default" onClick={() => change({ texts: told.texts.slice(0, -1) })}>
            {words.dropText}
          </Button>
        ) : null}
      </div>
    </>
  );
}

const nextLanguage = ({ texts }: GuideTold): string =>
  Object.keys(names).find((language) => !texts.some((text) => text.language === language)) ?? "en";

/** A guide as its owner reads it. */
export function GuidePreview({ told }: { readonly told: GuideTold }) {
  return (
    <Section title={words.preview}>
      {told.texts.map(({ language, title, steps }) => (
        <div key={language} lang={language}>
          <h3>{title}</h3>
          <ol>
            {stepsOf(steps).map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </div>
      ))}
    </Section>
  );
}
