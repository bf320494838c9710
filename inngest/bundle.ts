import { type BuildOptions, build, context } from 'esbuild'

/** The worker in one file, and the threads of the executor and the matcher: mail templates are JSX, which Node does not read by itself. */
const options: BuildOptions = {
  entryPoints: {
    worker: 'inngest/worker.ts',
    'engine-thread': 'inngest/engine-thread.ts',
    'matcher-thread': 'server/domain/alerts/matching/in-process/thread.ts',
  },
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  packages: 'external',
  jsx: 'automatic',
  sourcemap: true,
  logLevel: 'warning',
}

if (process.argv.includes('--watch')) await (await context(options)).watch()
else await build(options)
