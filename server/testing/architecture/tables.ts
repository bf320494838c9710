import { isTesting, type Rule, type SourceFile } from './source.ts'

/** A table is owned by the subject that its schema file is named after, but for these. */
const OWNERS: Record<string, string> = {
  OutboxEvent: 'outbox',
  OutboxMail: 'mail',
  MailAddress: 'mail',
  RetiredToken: 'mail',
  MailBody: 'mail',
  // The evidence for a move belongs to those who read the old system.
  LegacyParity: 'legacy',
  LegacyMismatch: 'legacy',
  LegacyRehearsal: 'legacy',
  // What is held out to whom stands in a file of its own for its length.
  LeadOffer: 'leads',
  LeadOfferPerson: 'leads',
  LeadLadderStep: 'leads',
  LeadPond: 'leads',
  // How far a reader of the listings' feed has come is the reader's own business; alerts are the only one.
  FeedReader: 'alerts',
}
/** Parts of a subject that stand outside of its folder. */
const HOMES: [RegExp, string][] = [
  [/^server\/domain\/([^/]+)\//, ''],
  [/^server\/auth(\/|\.ts$)/, 'org'],
  [/^server\/outbox\.ts$/, 'outbox'],
]

type Table = { model: string; table: string; owner: string }

const tablesOf = (files: readonly SourceFile[]): Table[] =>
  files.flatMap(({ path, text }) => {
    const subject = /^prisma\/schema\/(\w+)\.prisma$/.exec(path)?.[1]
    if (!subject) return []
    return [...text.matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)].map(([, model = '', body = '']) => ({
      model: model.charAt(0).toLowerCase() + model.slice(1),
      table: /@@map\("(\w+)"\)/.exec(body)?.[1] ?? model,
      owner: OWNERS[model] ?? subject,
    }))
  })

function homeOf(path: string) {
  for (const [pattern, subject] of HOMES) {
    const found = pattern.exec(path)
    if (found) return subject || found[1]
  }
  return undefined
}

const PRISMA_WRITE =
  /\.(\w+)\s*\.(?:create|createMany|createManyAndReturn|update|updateMany|updateManyAndReturn|upsert|delete|deleteMany)\(/g
const SQL_WRITE = /\b(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM|TRUNCATE(?:\s+TABLE)?|COPY|MERGE\s+INTO)\s+"?(\w+)"?/g

/** A subject writes only its own tables. */
export const tablesAreWrittenAtHome: Rule = (files) => {
  const tables = tablesOf(files)
  const byModel = new Map(tables.map((table) => [table.model, table]))
  const byTable = new Map(tables.map((table) => [table.table, table]))
  return files
    .filter(
      ({ path }) => /^(server|inngest|app)\/.*\.tsx?$/.test(path) && !isTesting(path) && !/generated\//.test(path),
    )
    .flatMap(({ path, text }) => {
      const written = [
        ...[...text.matchAll(PRISMA_WRITE)].map(([, model = '']) => byModel.get(model)),
        ...[...text.matchAll(SQL_WRITE)].map(([, table = '']) => byTable.get(table)),
      ].filter((table) => table !== undefined)
      const home = homeOf(path)
      return [...new Set(written.filter(({ owner }) => owner !== home).map(({ table }) => `${path} writes ${table}`))]
    })
}
