/**
 * Prisma's schema engine as WebAssembly: it writes and applies migrations without any download.
 * Node cannot import its `.wasm` without a flag, so the module is bound by hand.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";

const EMPTY_SCHEMA = 'datasource db {\n  provider = "postgresql"\n}\n';

/** Neither tables nor enums are managed outside the schema. */
export const noFilter: bindings.SchemaFilter = { externalTables: [], externalEnums: [] };

interface WasmExports {
  __wbindgen_start(): void;
}

/** The part used here; the compiler knows WebAssembly only with the browser's types. */
interface WasmApi {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { exports: WasmExports };
}

let loaded = false;

function loadWasm(): void {
  if (loaded) return;
  const module = import.meta.resolve("@prisma/schema-engine-wasm/schema_engine_bg").replace(/\.js$/, ".wasm");
  const { Module, Instance } = (globalThis as unknown as { WebAssembly: WasmApi }).WebAssembly;
  const { exports } = new Instance(new Module(readFileSync(fileURLToPath(module))), {
    "./schema_engine_bg.js": { ...bindings, ...unrefTimers(bindings) },
  });
  (bindings as unknown as { __wbg_set_wasm(exports: WasmExports): void }).__wbg_set_wasm(exports);
  exports.__wbindgen_start();
  loaded = true;
}

/** The engine's ten-second lock timer stays behind when it is done; it must not keep a process alive. */
function unrefTimers(imports: object): object {
  const start = (run: () => void, ms: number) => setTimeout(run, ms).unref();
  const names = Object.keys(imports).filter((name) => name.startsWith("__wbg_setTimeout_"));
  return Object.fromEntries(names.map((name) => [name, start]));
}

/** An engine on the adapter's database. The caller frees it. */
export async function openSchemaEngine(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  schema: string = EMPTY_SCHEMA,
): Promise<bindings.SchemaEngine> {
  loadWasm();
  return await bindings.SchemaEngine.new(
    { datamodels: [["schema.prisma", schema]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
}
