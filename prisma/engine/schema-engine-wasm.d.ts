/** The package ships no types for its raw bindings. */
declare module '@prisma/schema-engine-wasm/schema_engine_bg' {
  export function __wbg_set_wasm(exports: WebAssembly.Exports): void
  type Method = (params: unknown) => Promise<{ stdout?: string } | null>
  export const SchemaEngine: (() => void) & {
    new: (options: object, log: (message: string) => void, adapter: unknown) => Promise<Record<string, Method>>
  }
}
