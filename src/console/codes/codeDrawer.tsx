import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { formatInstant } from "../format/index.ts";
import { Section, Shown } from "../parts/index.ts";
import { tools as words } from "../words/en/tools.ts";
import { type SoldCode, toolQueries } from "./toolQueries.ts";

/** What happened to one code, above the list it was opened from. It takes the focus, and Escape closes it. */
export function CodeDrawer(props: { readonly code: SoldCode; readonly onClose: () => void }) {
  const { code, onClose } = props;
  const close = useRef<HTMLButtonElement>(null);
  const query = useQuery(toolQueries.code(code.id));
  useEffect(() => close.current?.focus(), []);
  useEffect(() => {
    const leave = ({ key }: KeyboardEvent) => (key === "Escape" ? onClose() : undefined);
    addEventListener("keydown", leave);
    return () => removeEventListener("keydown", leave);
  }, [onClose]);
  return (
    <Section title={words.history(code.last4)}>
      <Shown query={query}>
        {({ history }) => (
          <ol>
            {history.map(({ step, at }) => (
              <li key={`${step} ${at}`}>
                {words.steps[step]} <time dateTime={at}>{formatInstant(at)}</time>
              </li>
            ))}
          </ol>
        )}
      </Shown>
      <Button ref={close} variant="default" onClick={onClose}>
        {words.close}
      </Button>
    </Section>
  );
}
