import { join } from 'node:path'
import { build } from 'esbuild'
import { startProcess } from '#world/processes.ts'
import type { RoundOrder } from './round.ts'

const BUNDLE = join('.data', 'kills', 'victim.mjs')
const LOG = join('.data', 'logs', 'kills.log')

/** Mail templates are JSX, which Node does not read: the victim is bundled as the worker is. */
export const bundleVictim = () =>
  build({
    entryPoints: ['e2e/kills/victim.ts'],
    outfile: BUNDLE,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    logLevel: 'warning',
  })

/** Plays one round in a process of its own; says by which signal or with which code it ended. */
export async function runVictim({ run, slot }: RoundOrder, env: Record<string, string>) {
  const command = [process.execPath, BUNDLE, run, slot.toISOString()]
  const victim = await startProcess({ command, env, logFile: LOG })
  const code = await victim.exited
  return victim.child.signalCode ?? code
}
