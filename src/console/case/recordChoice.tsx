import { Button } from "@mantine/core";
import type { Route } from "../../client/index.ts";
import { en } from "../words/en.ts";

const words = en.cases;

/** Writes down what the owner says on the phone, after asking once more. */
export function RecordChoice(props: {
  readonly route: Route;
  readonly saying: Route | undefined;
  readonly pending: boolean;
  readonly onSay: (route: Route | undefined) => void;
  readonly onSure: () => void;
}) {
  const { route, saying, pending, onSay, onSure } = props;
  if (saying !== route) {
    return (
      <Button
        variant="default"
        aria-label={words.recordChoiceOf(en.field.routes[route])}
        onClick={() => onSay(route)}
      >
        {words.recordChoice}
      </Button>
    );
  }
  return (
    <div className="row">
      <Button loading={pending} onClick={onSure}>
        {words.recordSure}
      </Button>
      <Button variant="default" autoFocus onClick={() => onSay(undefined)}>
        {words.recordBack}
      </Button>
    </div>
  );
}
