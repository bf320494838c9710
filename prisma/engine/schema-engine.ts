#!/usr/bin/env node
// Prisma's schema engine over stdio on its official WASM build: the CLI's protocol without the CLI's download.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as wasm from '@prisma/schema-engine-wasm/schema_engine_bg'
import { connectEngineTo, parseTarget, runDatabaseCommand, teachCharColumns } from './connection.ts'

type Request = { id: string | number; method?: string; params: Record<string, unknown> }
type Engine = Record<string, (params: unknown) => Promise<{ stdout?: string } | null>>
type Panic = { PRISMA_WASM_PANIC_REGISTRY?: { set_message: (message: string) => void } }

const args = process.argv.slice(2)
const valuesOf = (flag: string) => args.flatMap((arg, index) => (arg === flag ? [args[index + 1] ?? ''] : []))
const target = parseTarget(JSON.parse(valuesOf('--datasource')[0] ?? '{}').url)

/** Two requests find the shadow database only after a diagnosis on the same engine. */
const NEEDS_DIAGNOSIS = new Set(['evaluateDataLoss', 'createMigration'])

async function loadWasm() {
  const file = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/, '.wasm')
  const { instance } = await WebAssembly.instantiate(readFileSync(file), { './schema_engine_bg.js': wasm })
  wasm.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
}

async function serve() {
  await loadWasm()
  let panic = ''
  const registry: Panic = globalThis as Panic
  registry.PRISMA_WASM_PANIC_REGISTRY = {
    set_message: (message) => {
      panic = message
    },
  }
  teachCharColumns()

  const models = valuesOf('--datamodels').map((file): [string, string] => [file, readFileSync(file, 'utf8')])
  const send = (message: object) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
  const open = (): Promise<Engine> =>
    wasm.SchemaEngine.new(
      { datamodels: models.length > 0 ? models : undefined },
      (log: string) => process.stderr.write(`${log}\n`),
      bindMigrationAwareSqlAdapterFactory(connectEngineTo(target)),
    )

  for await (const line of createInterface({ input: process.stdin })) {
    if (!line.trim()) continue
    const { id, method, params }: Request = JSON.parse(line)
    if (method === undefined) continue // the CLI's answer to one of our own print requests
    try {
      // One engine a request: an engine uses its shadow-database factory up.
      const engine = await open()
      const call = (name: string, input: unknown) => {
        const fn = engine[name]
        if (!fn) throw new Error(`The schema engine has no method ${name}.`)
        return fn.call(engine, input)
      }
      if (NEEDS_DIAGNOSIS.has(method)) {
        await call('devDiagnostic', { migrationsList: params.migrationsList, filters: params.filters })
      }
      const result = await call(method === 'getDatabaseVersion' ? 'version' : method, params)
      if (method === 'diff' && result?.stdout) {
        send({ id: crypto.randomUUID(), method: 'print', params: { content: result.stdout } })
      }
      send({ id, result: result ?? null })
    } catch (error) {
      const { message, code } = error as Error & { code?: string }
      const data = { is_panic: panic !== '', message: panic || message, meta: null, error_code: code }
      send({ id, error: { code: 4466, message: 'An error happened. Check the data field for details.', data } })
    }
  }
}

try {
  const command = args[args.indexOf('cli') + 1]
  await (args.includes('cli') && command ? runDatabaseCommand(target, command) : serve())
  process.exit(0)
} catch (error) {
  const { message, code } = error as Error & { code?: string }
  const fields = { message, error_code: code === '3D000' ? 'P1003' : 'P1001' }
  process.stderr.write(
    `${JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', timestamp: new Date().toISOString(), fields })}\n`,
  )
  process.exit(1)
}
