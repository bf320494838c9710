import { spawn } from 'node:child_process'
import { mkdir, readFile, rm } from 'node:fs/promises'

type Tally = { passed: number; failed: number }
type Stage = { name: string; command: string[]; env?: Record<string, string>; read?: () => Promise<Tally> }

const REPORTS = '.data/reports'

const run = (command: string[], env: Record<string, string> = {}) =>
  new Promise<number>((resolve) => {
    const [program = '', ...args] = command
    const child = spawn(program, args, { stdio: 'inherit', env: { ...process.env, ...env } })
    child.once('error', () => resolve(127))
    child.once('exit', (code) => resolve(code ?? 1))
  })

async function readVitest(): Promise<Tally> {
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(
    await readFile(`${REPORTS}/vitest.json`, 'utf8'),
  )
  return { passed: numPassedTests, failed: numFailedTests || numFailedTestSuites }
}

async function readPlaywright(): Promise<Tally> {
  const { stats } = JSON.parse(await readFile(`${REPORTS}/playwright.json`, 'utf8'))
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky }
}

const stages: Stage[] = [
  { name: 'Formatting and lint', command: ['biome', 'ci', '--error-on-warnings', '.'] },
  { name: 'Types', command: ['tsc', '--noEmit'] },
  { name: 'Unused code and packages', command: ['knip'] },
  {
    name: 'Rules, services and jobs',
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${REPORTS}/vitest.json`],
    read: readVitest,
  },
  {
    name: 'Production build',
    command: ['node', 'e2e/build.ts', '.next-test'],
  },
  {
    name: 'In the browser',
    command: ['playwright', 'test'],
    env: { NEXT_DIST_DIR: '.next-test' },
    read: readPlaywright,
  },
]

await rm(REPORTS, { recursive: true, force: true })
await mkdir(REPORTS, { recursive: true })
const total: Tally = { passed: 0, failed: 0 }
for (const { name, command, env, read } of stages) {
  process.stdout.write(`\n=== ${name}\n`)
  const started = Date.now()
  const code = await run(command, env)
  const tally = await read?.().catch(() => null)
  // A runner that ends badly without a failing test has still failed.
  const passed = tally?.passed ?? (code === 0 ? 1 : 0)
  const failed = tally?.failed || (code === 0 ? 0 : 1)
  total.passed += passed
  total.failed += failed
  process.stdout.write(
    `=== ${name}: ${passed} passed, ${failed} failed, ${Math.round((Date.now() - started) / 1000)} s\n`,
  )
}
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`)
process.exit(total.failed === 0 ? 0 : 1)
