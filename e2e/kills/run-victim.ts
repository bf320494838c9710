import { join } from 'node:path'
import { startProcess } from '#world/processes.ts'
import { bundle } from './bundle.ts'
import type { RoundOrder } from './round.ts'

const BUNDLE = join('.data', 'kills', 'victim.mjs')
const LOG = join('.data', 'logs', 'kills.log')

export const bundleVictim = () => bundle('e2e/kills/victim.ts', BUNDLE)

/** Plays one round in a process of its own; says by which signal or with which code it ended. */
export async function runVictim({ run, slot }: RoundOrder, env: Record<string, string>) {
  const command = [process.execPath, BUNDLE, run, slot.toISOString()]
  const victim = await startProcess({ command, env, logFile: LOG })
  const code = await victim.exited
  return victim.child.signalCode ?? code
}
