import { fileURLToPath } from 'node:url'
import { defineConfig } from 'prisma/config'

// The CLI looks for a downloaded binary; ours speaks the same protocol on the WASM build that npm delivers.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(new URL('./prisma/engine/schema-engine.ts', import.meta.url))

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  // Not `env()`: `prisma generate` has to work on a machine that has no database.
  datasource: { url: process.env.DATABASE_URL ?? '' },
})
