import { Drawer } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { formatInstant } from "../format/index.ts";
import { Shown } from "../parts/index.ts";
import { tools as words } from "../words/en/tools.ts";
import { type SoldCode, toolQueries } from "./toolQueries.ts";

/** What happened to one code, beside the list. */
export function CodeDrawer(props: { readonly code: SoldCode | undefined; readonly onClose: () => void }) {
  const { code, onClose } = props;
  return (
    <Drawer
      opened={code !== undefined}
      onClose={onClose}
      position="right"
      title={words.history(code?.last4 ?? "")}
      closeButtonProps={{ "aria-label": words.close }}
    >
      {code === undefined ? null : <History id={code.id} />}
    </Drawer>
  );
}

function History({ id }: { readonly id: string }) {
  const query = useQuery(toolQueries.code(id));
  return (
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
  );
}
