import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** "1-02:03:04", "02:03:04" or "03:04.56" as seconds. */
function parseTime(text: string): number {
  const [days, clock] = text.includes('-') ? text.split('-') : ['0', text]
  const seconds = (clock ?? '').split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
  return Number(days) * 86_400 + seconds
}

/** Processor seconds used so far and memory held now, of a process and nobody else on the machine. */
export async function readUse(pid: number | undefined): Promise<{ cpuSeconds: number; rssMb: number }> {
  const { stdout } = await run('ps', ['-o', 'time=,rss=', '-p', String(pid)])
  const [clock = '', rss = ''] = stdout.trim().split(/\s+/)
  return { cpuSeconds: parseTime(clock), rssMb: Number(rss) / 1024 }
}
