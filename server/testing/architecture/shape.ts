import { allImports, isCode, isTesting, type Rule, type SourceFile } from './source.ts'

const LIMITS = { median: 70, p95: 250, max: 400 }
const linesOf = ({ text }: SourceFile) => text.trimEnd().split('\n').length
const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

export const filesStaySmall: Rule = (files) => {
  const code = files.filter(isCode)
  const sizes = code.map(linesOf).sort((a, b) => a - b)
  const [median, p95] = [at(sizes, 0.5), at(sizes, 0.95)]
  return [
    ...(median > LIMITS.median ? [`the median file has ${median} lines`] : []),
    ...(p95 > LIMITS.p95 ? [`the 95th percentile is ${p95} lines`] : []),
    ...code.filter((file) => linesOf(file) > LIMITS.max).map((file) => `${file.path} has ${linesOf(file)} lines`),
  ]
}

export const foldersStayShallow: Rule = (files) =>
  files.filter((file) => isCode(file) && file.path.split('/').length - 1 > 5).map(({ path }) => path)

/** A drawer for everything is a drawer where nothing is found. */
export const namesSayWhatIsInside: Rule = (files) =>
  files
    .filter(isCode)
    .flatMap(({ path }) => (/(^|[/.-])(utils?|helpers?|misc|common)([/.-]|$)/i.test(path) ? [path] : []))

export const routesStayThin: Rule = (files) =>
  files.filter((file) => /^app\/.*\/route\.tsx?$/.test(file.path) && linesOf(file) >= 15).map(({ path }) => path)

export const noImportCycles: Rule = (files) => {
  const next = new Map<string, string[]>()
  for (const { from, to, typeOnly } of allImports(files.filter(({ path }) => !isTesting(path)))) {
    if (!typeOnly) next.set(from, [...(next.get(from) ?? []), to])
  }
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (file: string, way: string[]): void => {
    if (way.includes(file)) cycles.push([...way.slice(way.indexOf(file)), file].join(' -> '))
    if (done.has(file) || way.includes(file)) return
    for (const to of next.get(file) ?? []) visit(to, [...way, file])
    done.add(file)
  }
  for (const file of next.keys()) visit(file, [])
  return cycles
}
