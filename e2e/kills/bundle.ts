import { build } from 'esbuild'

/** Mail templates are JSX, which Node does not read: what runs them in a process of its own is bundled first. */
export const bundle = (entry: string, outfile: string) =>
  build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    logLevel: 'warning',
  })
