/**
 * Undo for read models. Triggers write into follower_journal what a block changed: the key of an inserted row, the old
 * values of the changed columns, or a deleted row. follower_undo(block) replays that backwards. Only changes made while
 * the transaction-local setting follower.block is set are recorded, so what users write is neither recorded nor undone.
 */
import type { Sql } from "../database/sql.ts";
import { quoted, type ReadModelTables } from "./readModelTables.ts";

const JOURNAL = `
CREATE TABLE IF NOT EXISTS follower_journal (
  id bigserial PRIMARY KEY,
  block_number bigint NOT NULL,
  table_name text NOT NULL,
  operation text NOT NULL,
  key jsonb,
  old jsonb
);
CREATE INDEX IF NOT EXISTS follower_journal_block ON follower_journal (block_number);

CREATE OR REPLACE FUNCTION follower_record() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  block text := current_setting('follower.block', true);
  own_columns text[] := string_to_array(NULLIF(TG_ARGV[1], ''), ',');
  old_row jsonb;
  new_row jsonb;
  changed jsonb;
  stranger text;
  key jsonb;
BEGIN
  IF block IS NULL OR block = '' THEN RETURN NULL; END IF;
  IF own_columns IS NOT NULL AND TG_OP <> 'UPDATE' THEN
    RAISE EXCEPTION 'follower: applyBlock may only update rows of %, not % them', TG_TABLE_NAME, lower(TG_OP);
  END IF;
  IF TG_OP <> 'INSERT' THEN old_row := to_jsonb(OLD); END IF;
  IF TG_OP <> 'DELETE' THEN
    new_row := to_jsonb(NEW);
    SELECT jsonb_object_agg(name, new_row -> name) INTO key FROM unnest(string_to_array(TG_ARGV[0], ',')) AS name;
  END IF;
  changed := old_row;
  IF TG_OP = 'UPDATE' THEN
    SELECT jsonb_object_agg(each.key, each.value) INTO changed
      FROM jsonb_each(old_row) AS each WHERE each.value IS DISTINCT FROM new_row -> each.key;
    IF changed IS NULL THEN RETURN NULL; END IF;
    SELECT name INTO stranger FROM jsonb_object_keys(changed) AS name WHERE NOT name = ANY (own_columns) LIMIT 1;
    IF stranger IS NOT NULL THEN
      RAISE EXCEPTION 'follower: applyBlock changed %.%, which is not declared as derived', TG_TABLE_NAME, stranger;
    END IF;
  END IF;
  INSERT INTO follower_journal (block_number, table_name, operation, key, old)
    VALUES (block::bigint, TG_TABLE_NAME, TG_OP, key, changed);
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION follower_undo_entry(entry follower_journal) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  table_columns text;
  old_values text;
  match text;
BEGIN
  SELECT string_agg(format('%I', attname), ', ' ORDER BY attnum), string_agg(format('o.%I', attname), ', ' ORDER BY attnum)
    INTO table_columns, old_values
    FROM pg_attribute
    WHERE attrelid = format('%I', entry.table_name)::regclass AND attnum > 0 AND NOT attisdropped
      AND attgenerated = '' AND (entry.operation = 'DELETE' OR entry.old ? attname::text);
  SELECT format('(%s) = (SELECT %s FROM jsonb_populate_record(NULL::%I, $1))',
                string_agg(format('t.%I', name), ', '), string_agg(format('%I', name), ', '), entry.table_name)
    INTO match FROM jsonb_object_keys(entry.key) AS name;
  IF entry.operation = 'INSERT' THEN
    EXECUTE format('DELETE FROM %I AS t WHERE %s', entry.table_name, match) USING entry.key;
  ELSIF entry.operation = 'UPDATE' THEN
    EXECUTE format('UPDATE %1$I AS t SET (%2$s) = ROW(%3$s) FROM jsonb_populate_record(NULL::%1$I, $2) AS o WHERE %4$s',
                   entry.table_name, table_columns, old_values, match)
      USING entry.key, entry.old;
  ELSE
    EXECUTE format('INSERT INTO %1$I (%2$s) OVERRIDING SYSTEM VALUE SELECT %2$s FROM jsonb_populate_record(NULL::%1$I, $1)',
                   entry.table_name, table_columns)
      USING entry.old;
  END IF;
END $$;

-- A cascade records the children after their parent, so a child may have to wait for the next entry.
CREATE OR REPLACE FUNCTION follower_undo(target bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  entry follower_journal;
  again follower_journal;
  waiting follower_journal[] := '{}';
BEGIN
  PERFORM set_config('follower.block', '', true);
  FOR entry IN SELECT * FROM follower_journal WHERE block_number > target ORDER BY id DESC LOOP
    BEGIN
      PERFORM follower_undo_entry(entry);
    EXCEPTION WHEN foreign_key_violation THEN
      waiting := waiting || entry;
      CONTINUE;
    END;
    IF cardinality(waiting) > 0 THEN
      BEGIN
        FOREACH again IN ARRAY waiting LOOP PERFORM follower_undo_entry(again); END LOOP;
        waiting := '{}';
      EXCEPTION WHEN foreign_key_violation THEN NULL;
      END;
    END IF;
  END LOOP;
  FOREACH again IN ARRAY waiting LOOP PERFORM follower_undo_entry(again); END LOOP;
  DELETE FROM follower_journal WHERE block_number > target;
END $$;
`;

/** Makes journal and triggers fit `tables`; may be called at every start. Run it in a transaction. */
export async function installJournal(sql: Sql, tables: ReadModelTables): Promise<void> {
  await sql.script(JOURNAL);
  await refuseForeignKeysOfUsers(sql, tables);
  const stale = await sql.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
     WHERE t.tgname = 'follower_journal' AND NOT c.relname = ANY ($1)`,
    [Object.keys(tables)],
  );
  for (const { name } of stale) await sql.script(`DROP TRIGGER follower_journal ON ${quoted(name)}`);
  for (const [table, derived] of Object.entries(tables)) {
    const key = (await primaryKeyOf(sql, table)).join(",");
    const columns = derived === "rows" ? "" : derived.join(",");
    await sql.script(
      `CREATE OR REPLACE TRIGGER follower_journal AFTER INSERT OR UPDATE OR DELETE ON ${quoted(table)}
       FOR EACH ROW EXECUTE FUNCTION follower_record('${key}', '${columns}')`,
    );
  }
}

/** What follows in this transaction belongs to the block. */
export async function markBlock(tx: Sql, block: bigint): Promise<void> {
  await tx.query("SELECT set_config('follower.block', $1, true)", [String(block)]);
}

/** Takes back all blocks above `target`. */
export async function undoAbove(tx: Sql, target: bigint): Promise<void> {
  await tx.query("SELECT follower_undo($1)::text", [target]);
}

export async function primaryKeyOf(sql: Sql, table: string): Promise<string[]> {
  const rows = await sql.query<{ name: string }>(
    `SELECT a.attname::text AS name FROM pg_index i
     JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
     WHERE i.indrelid = to_regclass($1) AND i.indisprimary ORDER BY array_position(i.indkey::int2[], a.attnum)`,
    [quoted(table)],
  );
  if (rows.length === 0) throw new TypeError(`follower: expected a table ${table} with a primary key`);
  return rows.map(({ name }) => name);
}

/** A user's row that refers to a derived one would make the undo of that row impossible. */
async function refuseForeignKeysOfUsers(sql: Sql, tables: ReadModelTables): Promise<void> {
  const derived = Object.keys(tables).filter((table) => tables[table] === "rows");
  const [found] = await sql.query<{ name: string; from_table: string; to_table: string }>(
    `SELECT k.conname AS name, f.relname AS from_table, t.relname AS to_table FROM pg_constraint k
     JOIN pg_class f ON f.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
     WHERE k.contype = 'f' AND t.relname = ANY ($1) AND NOT f.relname = ANY ($1)`,
    [derived],
  );
  if (found !== undefined) {
    throw new TypeError(
      `follower: ${found.from_table} belongs to users and must not refer to ${found.to_table}, which a reorg may change (${found.name})`,
    );
  }
}
