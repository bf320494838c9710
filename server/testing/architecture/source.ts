import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

/** A file as the rules see it; a test makes them up, so that each rule is seen to bite. */
export type SourceFile = { path: string; text: string }
export type Import = { from: string; to: string; typeOnly: boolean }
/** What is wrong, a line each; nothing when all is well. */
export type Rule = (files: readonly SourceFile[]) => string[]

const isText = (path: string) =>
  /\.(tsx?|mjs|js|css|json|md|sql|prisma|ya?ml|toml|svg|example)$|(^|\/)(Dockerfile|\.npmrc|\.gitignore|run)$/.test(
    path,
  )

/** Every text file that git knows or would take in. */
export function readRepository(root: string): SourceFile[] {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const listed = execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })
  return [...new Set(listed.split('\0'))].filter(isText).flatMap((path) => {
    try {
      return [{ path, text: readFileSync(join(root, path), 'utf8') }]
    } catch {
      return [] // deleted, and not yet committed as such
    }
  })
}

export const isCode = ({ path }: SourceFile) =>
  /^(app|server|inngest|e2e|prisma)\/.*\.tsx?$|^[^/]+\.ts$/.test(path) && !/generated\/|\.d\.ts$/.test(path)
export const isTest = (path: string) => /\.(test|spec)\.tsx?$/.test(path)
/** Test code: tests, what they share, what they record, and the rows of the rights matrix. */
export const isTesting = (path: string) =>
  isTest(path) || /(^|\/)testing[./]/.test(path) || /\.(rights|recording)\.ts$/.test(path)

// A clause that cannot span statements: names, braces and commas only.
const NAMED =
  /^(?:import|export)\s+(type\s+)?(?:\{[^}]*\}|\*(?:\s+as\s+\w+)?|\w+(?:\s*,\s*(?:\{[^}]*\}|\*\s+as\s+\w+))?)\s+from\s+'([^']+)'/gm
const BARE = /^import\s+'([^']+)'/gm
const DYNAMIC = /\bimport\(\s*'([^']+)'\s*\)/g

const ALIASES: Record<string, string> = {
  '#app/': 'app/',
  '#server/': 'server/',
  '#inngest/': 'inngest/',
  '#world/': 'e2e/world/',
  '#demo/': 'e2e/demo/',
}

// Imports name the file they mean, extension and all, so resolving one is a string operation.
function resolve(from: string, to: string) {
  const alias = Object.keys(ALIASES).find((prefix) => to.startsWith(prefix))
  if (alias) return `${ALIASES[alias]}${to.slice(alias.length)}`
  return to.startsWith('.') ? normalize(join(dirname(from), to)) : to
}

/** What a file imports: statically, dynamically, for its types or to run. */
export const importsOf = ({ path, text }: SourceFile): Import[] => [
  ...[...text.matchAll(NAMED)].map(([, type, to = '']) => ({
    from: path,
    to: resolve(path, to),
    typeOnly: type !== undefined,
  })),
  ...[...text.matchAll(BARE), ...text.matchAll(DYNAMIC)].map(([, to = '']) => ({
    from: path,
    to: resolve(path, to),
    typeOnly: false,
  })),
]

/** Every import between code files; packages are named as they stand. */
export const allImports = (files: readonly SourceFile[]): Import[] => files.filter(isCode).flatMap(importsOf)

export const inWords = ({ from, to }: Import) => `${from} -> ${to}`
