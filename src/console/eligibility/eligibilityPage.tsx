import { Button, FileInput, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { client } from "../client.ts";
import { ToolNav } from "../codes/toolNav.tsx";
import type { Eligibility } from "../codes/toolQueries.ts";
import { PageHead, ProblemCard } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { queries } from "../queries.ts";
import { tools as words } from "../words/en/tools.ts";
import { EligibilityTable } from "./eligibilityTable.tsx";
import { MOST_SERIALS, readSerials } from "./readSerials.ts";

/** For which of a list of customers a plan may be sold. */
export function EligibilityPage() {
  const [text, setText] = useState("");
  const [sku, setSku] = useState("");
  const [region, setRegion] = useState("");
  const [wrong, setWrong] = useState<string>();
  const [rows, setRows] = useState<readonly Eligibility[]>();
  const { data: products } = useQuery(queries.products({ limit: 200, kind: "plan" }));
  const asking = useAct(client.askEligibility, ({ data }) => setRows(data));
  const plans = products?.data.filter(({ soldAs }) => soldAs === "code") ?? [];
  const check = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const serials = readSerials(text);
    const fault = serials.length === 0 ? words.noSerials : words.tooMany;
    const isGood = serials.length > 0 && serials.length <= MOST_SERIALS;
    setWrong(isGood ? undefined : fault);
    if (isGood) {
      const told = { ...(sku && { sku }), ...(region && { region: region.toUpperCase() }) };
      asking.perform({ serials, ...told });
    }
  };
  return (
    <div className="page">
      <PageHead title={words.checkTitle} about={words.checkAbout} />
      <ToolNav />
      <form className="form card" onSubmit={check}>
        <Textarea
          label={words.serials}
          value={text}
          error={wrong}
          rows={6}
          spellCheck={false}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <FileInput
          label={words.serialsFile}
          accept=".csv,.txt,text/csv,text/plain"
          onChange={(file) => void file?.text().then(setText)}
        />
        <NativeSelect
          label={words.onlySku}
          value={sku}
          data={[
            { value: "", label: words.anyPlan },
            ...plans.map((plan) => ({ value: plan.sku, label: `${plan.name} (${plan.sku})` })),
          ]}
          onChange={(event) => setSku(event.currentTarget.value)}
        />
        <TextInput
          label={words.bought}
          value={region}
          pattern="[A-Za-z]{2}"
          maxLength={2}
          onChange={(event) => setRegion(event.currentTarget.value)}
        />
        <div className="row">
          <Button type="submit" loading={asking.pending}>
            {words.check}
          </Button>
        </div>
        {asking.problem === undefined ? null : <ProblemCard problem={asking.problem} />}
      </form>
      {rows === undefined ? null : <EligibilityTable rows={rows} />}
    </div>
  );
}
