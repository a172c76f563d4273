/** A word that narrows a list, taken at Enter. */
export function WordBox(props: {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly onWord: (word: string | undefined) => void;
}) {
  const { name, label, value, onWord } = props;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const said = new FormData(event.currentTarget).get(name);
        onWord(typeof said === "string" && said.trim() !== "" ? said.trim() : undefined);
      }}
    >
      <input
        className="small-input"
        name={name}
        aria-label={label}
        placeholder={label}
        maxLength={80}
        defaultValue={value ?? ""}
      />
    </form>
  );
}
