import { allImports, type Import, inWords, isTesting, type Rule } from './source.ts'

const within = (path: string, ...tops: string[]) => tops.some((top) => path.startsWith(`${top}/`))
const breaking =
  (rule: (link: Import) => boolean): Rule =>
  (files) =>
    allImports(files).filter(rule).map(inWords)

/** app -> server <- inngest; the world outside is known to nobody but tests. */
export const arrowsPointInwards = breaking(({ from, to }) => {
  if (within(from, 'server')) return within(to, 'app', 'inngest') || (within(to, 'e2e') && !isTesting(from))
  if (within(from, 'inngest')) return within(to, 'app') || (within(to, 'e2e') && !isTesting(from))
  if (within(from, 'app')) return within(to, 'e2e') || (within(to, 'inngest') && !within(from, 'app/api/inngest'))
  return false
})

export const productionKnowsNoTests = breaking(
  ({ from, to }) => within(from, 'app', 'server', 'inngest') && !isTesting(from) && isTesting(to),
)

/** Lower may not import higher. Mail, people, the audit, masters of features and the timeline serve everybody; legacy feeds them all. */
const RANK: Record<string, number> = {
  timeline: 0,
  mail: 0,
  slack: 0,
  push: 0,
  org: 0,
  audit: 0,
  cutover: 0,
  views: 1,
  contacts: 1,
  listings: 1,
  alerts: 2,
  calendar: 2,
  deals: 2,
  billing: 3,
  reports: 3,
  find: 3,
  leads: 3,
  legacy: 9,
  quality: 10,
}
const BESIDE = 'jobs'
const subjectOf = (path: string) => /^server\/domain\/([^/]+)\//.exec(path)?.[1]

function mayReach(from: string, to: string) {
  if (from === to || to === BESIDE) return true
  if (from === BESIDE) return to === 'mail' || to === 'org' || to === 'audit'
  if (from === 'timeline') return false
  const [a, b] = [RANK[from], RANK[to]]
  if (a === undefined || b === undefined) return false
  return b < a || (a === 0 && b === 0)
}

/** A view that mixes subjects is composed in a router, so routers reach where they like. */
export const subjectsStandInOrder = breaking(({ from, to }) => {
  const [a, b] = [subjectOf(from), subjectOf(to)]
  if (!a || !b || isTesting(from) || /\.router\.ts$/.test(from)) return false
  return !mayReach(a, b)
})

/** Services, queries and policies answer to anybody: a job, a seed and a test call them as a procedure does. */
export const useCasesKnowNoTransport = breaking(
  ({ from, to }) => /\.(service|queries|policy|bulk|sql)\.ts$/.test(from) && within(to, 'server/trpc', 'next'),
)

const PURE: Record<string, RegExp> = {
  '.schema.ts': /^zod$|\.(schema|words)\.ts$/,
  '.words.ts': /\.words\.ts$/,
  '.policy.ts': /\.(policy|words)\.ts$/,
}

/** A schema imports zod alone and words nothing, so that the browser may run them; a policy decides from values. */
export const pureFilesStayPure = breaking(({ from, to, typeOnly }) => {
  const kind = Object.keys(PURE).find((suffix) => within(from, 'server') && from.endsWith(suffix))
  return kind !== undefined && !typeOnly && !PURE[kind]?.test(to)
})
