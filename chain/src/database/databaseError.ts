/** What can go wrong when a database is opened, migrated or held in a transaction. The message is one sentence with the remedy. */
export type DatabaseErrorCode =
  | "DatabaseUnreachable"
  | "DatabaseUnreadable"
  | "DatabaseFolderUnusable"
  | "OtherChain"
  | "MigrationFailed"
  | "TransactionTimeout";

export class DatabaseError extends Error {
  override name = "DatabaseError";
  readonly code: DatabaseErrorCode;

  constructor(code: DatabaseErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}
