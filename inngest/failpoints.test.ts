import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { scheduleOf } from '#server/domain/jobs/schedules.ts'
import { FAILPOINTS } from '#server/failpoint.ts'

/** The jobs that an alert passes through on its way from the old system to a person. */
const ALERT_PATH = ['sync-legacy', 'send-alerts', 'relay-outbox', 'deliver-mails', 'close-alert-books'] as const

const ROOT = new URL('../', import.meta.url)
const IMPORT = /^import \{([^}]+)\} from '#(server\/[^']+)'/gm
const FAILPOINT = /\bfailpoint\('([^']+)'\)/g

/** The text of each `step.run(...)` of a function, up to the bracket that closes it. */
function stepsOf(source: string): string[] {
  return [...source.matchAll(/step\.run\(/g)].map(({ index }) => {
    let depth = 0
    const rest = source.slice(index)
    const end = [...rest].findIndex((char) => {
      if (char === '(') depth += 1
      if (char === ')') depth -= 1
      return char === ')' && depth === 0
    })
    return rest.slice(0, end + 1)
  })
}

const readServer = (file: string) => readFile(new URL(file, ROOT), 'utf8')

/** A file with those beside it that it imports: a use case may be laid out over a few. */
async function readUseCase(file: string): Promise<string> {
  const text = await readServer(file)
  const beside = [...text.matchAll(/^import \{[^}]+\} from '\.\/([^']+)'/gm)].map(([, name = '']) => name)
  const folder = file.slice(0, file.lastIndexOf('/'))
  return [text, ...(await Promise.all(beside.map((name) => readServer(`${folder}/${name}`))))].join('\n')
}

/** The failpoints in the use cases that a step calls. */
async function failpointsOf(step: string, source: string): Promise<string[]> {
  const files = [...source.matchAll(IMPORT)].flatMap(([, names = '', file = '']) =>
    names.split(',').some((name) => new RegExp(`\\b${name.trim()}\\(`).test(step)) ? [file] : [],
  )
  const texts = await Promise.all(files.map(readUseCase))
  return texts.flatMap((text) => [...text.matchAll(FAILPOINT)].map(([, name = '']) => name))
}

const readFunction = (id: string) => readFile(new URL(`inngest/functions/${id}.ts`, ROOT), 'utf8')

test.each(ALERT_PATH)('each step of %s can be killed at a failpoint', async (id) => {
  expect(scheduleOf(id)).toBeDefined()
  const source = await readFunction(id)
  const steps = stepsOf(source)
  expect(steps).not.toHaveLength(0)
  for (const step of steps) expect(await failpointsOf(step, source), step).not.toEqual([])
})

test('every failpoint lies on the path of an alert, at one place', async () => {
  const found = await Promise.all(
    ALERT_PATH.map(async (id) => {
      const source = await readFunction(id)
      return Promise.all(stepsOf(source).map((step) => failpointsOf(step, source)))
    }),
  )
  expect(found.flat(2).toSorted()).toEqual(FAILPOINTS.toSorted())
})
