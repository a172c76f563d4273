import { Button, NativeSelect, PasswordInput, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { client } from "../client.ts";
import { readToolsAgain } from "../codes/toolQueries.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { ProblemCard, useRole } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { tools as words } from "../words/en/tools.ts";
import { en } from "../words/en.ts";

export const methods = Object.entries(words.methodNames).map(([value, label]) => ({ value, label }));

/** Connects a shop. Its secret goes one way. */
export function ShopForm({ onClose }: { readonly onClose: () => void }) {
  const { role } = useRole();
  const [told, setTold] = useState({ reseller: "", domain: "", secret: "", method: "balance" });
  const announce = useAnnounce();
  const adding = useAct(client.addShop, async ({ domain }) => {
    announce(words.connected(domain));
    await readToolsAgain();
    onClose();
  });
  const box = (name: keyof typeof told, label: string, description?: string) => ({
    ...{ label, description, value: told[name], error: adding.problem?.faultAt(`/${name}`), required: true },
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      setTold({ ...told, [name]: event.currentTarget.value }),
  });
  const add = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { reseller, domain, ...rest } = told;
    adding.perform({ ...rest, domain: domain.trim().toLowerCase(), ...(reseller && { reseller }) });
  };
  return (
    <form className="form card" onSubmit={add}>
      {role === "manager" ? <TextInput {...box("reseller", words.reseller, words.resellerHint)} /> : null}
      <TextInput {...box("domain", words.domain, words.domainHint)} autoFocus maxLength={253} />
      <PasswordInput {...box("secret", words.secret, words.secretHint)} autoComplete="off" minLength={16} />
      <NativeSelect {...box("method", words.method)} data={methods} />
      <div className="row">
        <Button type="submit" loading={adding.pending}>
          {words.connect}
        </Button>
        <Button variant="default" onClick={onClose}>
          {en.shell.close}
        </Button>
      </div>
      {adding.problem === undefined ? null : <ProblemCard problem={adding.problem} />}
    </form>
  );
}
