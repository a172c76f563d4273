import pg from "pg";

/** A transaction of the database's owner that stays open. */
export interface OpenTransaction {
  rollBack(): Promise<void>;
}

/** Opens one, with what its first statement does or locks. */
export async function openTransaction(
  { address }: { readonly address: object },
  statement: string,
): Promise<OpenTransaction> {
  const owner = new pg.Client(address);
  await owner.connect();
  await owner.query("begin");
  await owner.query(statement);
  return {
    rollBack: async () => {
      await owner.query("rollback");
      await owner.end();
    },
  };
}
