import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'

export type RunningProcess = {
  child: ChildProcess
  stop: () => Promise<void>
  kill: () => Promise<void>
  readonly exited: Promise<number | null>
}

type Options = { command: string[]; env: Record<string, string>; logFile: string; stopAfterMs?: number }

const alive = new Set<RunningProcess>()

/** Ends whatever was started and still runs, also what is only just starting. */
export const stopEveryProcess = async () => void (await Promise.all([...alive].map(({ stop }) => stop())))

/** Starts one of our own processes with its output in a file. `stop` asks first and insists after a while. */
export async function startProcess({ command, env, logFile, stopAfterMs = 10_000 }: Options): Promise<RunningProcess> {
  await mkdir(dirname(logFile), { recursive: true })
  const [program = '', ...args] = command
  const log = createWriteStream(logFile, { flags: 'a' })
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout?.pipe(log, { end: false })
  child.stderr?.pipe(log, { end: false })
  const exited = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => {
      log.end()
      resolve(code)
    })
  })
  const isOver = () => child.exitCode !== null || child.signalCode !== null
  const end = async (signal: NodeJS.Signals) => {
    if (!isOver()) child.kill(signal)
    await exited
  }
  const stop = async () => {
    const insist = setTimeout(() => isOver() || child.kill('SIGKILL'), stopAfterMs)
    await end('SIGTERM')
    clearTimeout(insist)
  }
  const running = { child, exited, stop, kill: () => end('SIGKILL') }
  alive.add(running)
  void exited.finally(() => alive.delete(running)).catch(() => {})
  return running
}

type Wait = { what: string; url: string; process: RunningProcess; timeoutMs: number; logFile: string }

/** Waits until an address answers below 500; a process that ended instead is named, with its log. */
export async function waitForAddress({ what, url, process, timeoutMs, logFile }: Wait): Promise<void> {
  const deadline = Date.now() + timeoutMs
  let ended = false
  void process.exited.then(() => {
    ended = true
  })
  while (Date.now() < deadline) {
    if (ended) throw new Error(`${what} ended before it was ready. Its log: ${logFile}`)
    const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => null)
    if (answer && answer.status < 500) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${what} did not answer at ${url} within ${timeoutMs / 1000} s. Its log: ${logFile}`)
}
