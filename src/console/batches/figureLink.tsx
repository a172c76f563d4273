import { Link } from "@tanstack/react-router";

/** A figure of the settlement that opens the codes it counts; nothing opens nothing. */
export function FigureLink(props: {
  readonly count: number;
  readonly search: Readonly<Record<string, string | undefined>>;
}) {
  const { count, search } = props;
  const shown = count.toLocaleString("en");
  return count === 0 ? (
    <span>{shown}</span>
  ) : (
    <Link to="/batches/codes" search={search as never}>
      {shown}
    </Link>
  );
}
