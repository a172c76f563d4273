import { Button, Textarea } from "@mantine/core";
import { type KeyboardEvent, type SubmitEvent, useState } from "react";

/** A box to write into. Ctrl and Enter send it, so that no hand leaves the keys. */
export function WriteBox(props: {
  readonly label: string;
  readonly hint: string;
  readonly button: string;
  readonly pending: boolean;
  /** How often what was written here has arrived: it is taken out then, and what was typed since stays. */
  readonly arrived: number;
  readonly onWrite: (text: string) => void;
}) {
  const { label, hint, button, pending, arrived, onWrite } = props;
  const [text, setText] = useState("");
  const [sent, setSent] = useState("");
  const [seen, setSeen] = useState(arrived);
  if (seen !== arrived) {
    setSeen(arrived);
    setText(typedSince(sent, text));
  }
  const write = () => {
    if (text.trim() !== "") {
      setSent(text.trim());
      onWrite(text.trim());
    }
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    write();
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === "Enter" && event.ctrlKey) {
      event.preventDefault();
      event.stopPropagation();
      write();
    }
  };
  return (
    <form className="write" onSubmit={submit}>
      <Textarea
        label={label}
        description={hint}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={press}
        maxLength={8000}
        autosize
        minRows={2}
      />
      <Button type="submit" variant="default" loading={pending}>
        {button}
      </Button>
    </form>
  );
}

/** What stands in the box but for what was sent from it. */
function typedSince(sent: string, text: string): string {
  const now = text.trimStart();
  return now.startsWith(sent) ? now.slice(sent.length).trimStart() : text;
}
