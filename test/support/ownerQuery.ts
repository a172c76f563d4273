import pg from "pg";

/**
 * Asks as the database's owner, who may do what the application may not. Several statements answer with all
 * their rows.
 */
export async function ownerQuery<Row extends object>(
  { address }: { readonly address: object },
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const owner = new pg.Client(address);
  await owner.connect();
  try {
    const answered = await (values.length === 0 ? owner.query(text) : owner.query(text, [...values]));
    const results = (Array.isArray(answered) ? answered : [answered]) as pg.QueryResult<Row>[];
    return results.flatMap(({ rows }) => rows);
  } finally {
    await owner.end();
  }
}
