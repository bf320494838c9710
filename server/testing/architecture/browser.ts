import { importsOf, isCode, type Rule } from './source.ts'

const mayRun = (path: string) => !/^(server|inngest|e2e|prisma)\//.test(path) || /\.(schema|words)\.ts$/.test(path)
const isNodeOnly = (path: string) => path.startsWith('node:') || path === 'server-only'

/**
 * What reaches the browser: each 'use client' file and whatever it imports to run, however far, however late. It may
 * take types from the server, and run only its schemas and words.
 */
export const browserRunsNoServerCode: Rule = (files) => {
  const byPath = new Map(files.filter(isCode).map((file) => [file.path, file]))
  const queue = [...byPath.values()].filter(({ text }) => /^['"]use client['"]/.test(text)).map(({ path }) => [path])
  const seen = new Set<string>()
  const broken: string[] = []
  for (let way = queue.shift(); way; way = queue.shift()) {
    const path = way.at(-1) ?? ''
    const file = byPath.get(path)
    if (seen.has(path) || !file) continue
    seen.add(path)
    for (const { to, typeOnly } of importsOf(file)) {
      if (typeOnly) continue
      if (isNodeOnly(to) || !mayRun(to)) broken.push([...way, to].join(' -> '))
      else queue.push([...way, to])
    }
  }
  return broken
}
