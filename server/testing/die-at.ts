import { spawn } from 'node:child_process'
import type { LeadFailpoint, SlackFailpoint } from '#server/failpoint.ts'

/**
 * Runs this module in a process of its own, which dies at the failpoint as in a power cut. Resolves with the signal that
 * ended it, or with its exit code when it came through.
 */
export const dieAt = (failpoint: LeadFailpoint | SlackFailpoint, module: string) =>
  new Promise<string | number | null>((resolve) => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', module], {
      env: { ...process.env, DATABASE_POOL: '2', PALMETTO_FAILPOINT: failpoint },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    child.once('exit', (code, signal) => resolve(signal ?? code))
  })
