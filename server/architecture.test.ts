import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { browserRunsNoServerCode } from './testing/architecture/browser.ts'
import * as habits from './testing/architecture/habits.ts'
import * as layers from './testing/architecture/layers.ts'
import * as shape from './testing/architecture/shape.ts'
import { type Rule, readRepository } from './testing/architecture/source.ts'
import { tablesAreWrittenAtHome } from './testing/architecture/tables.ts'

type Case = {
  name: string
  rule: Rule
  /** Made-up files that break it, each group in its own way; the group's name says how. */
  breaks: Record<string, Record<string, string>>
  /** Made-up files that look like it and do not. */
  fine?: Record<string, string>
}
const lines = (count: number) => '1\n'.repeat(count)
const people = 'model Person {\n  id String\n  @@map("person")\n}\n'

const cases: Case[] = [
  {
    name: 'arrows point inwards: app and inngest know server, server knows neither',
    rule: layers.arrowsPointInwards,
    breaks: {
      'server to app': { 'server/a.ts': "import { x } from '#app/x.ts'" },
      'server to inngest': { 'server/a.ts': "import type { X } from '../inngest/x.ts'" },
      'server to the world, late': { 'server/a.ts': "const x = await import('#world/x.ts')" },
      'inngest to app': { 'inngest/a.ts': "export * from '#app/x.ts'" },
      'app to inngest': { 'app/a.tsx': "import {\n  type X,\n  y,\n} from '#inngest/x.ts'" },
    },
    fine: {
      'app/api/inngest/route.ts': "import { x } from '#inngest/x.ts'",
      'server/testing/global-setup.ts': "import { x } from '#world/x.ts'",
    },
  },
  {
    name: 'what runs in production knows no test code',
    rule: layers.productionKnowsNoTests,
    breaks: { 'a factory in a service': { 'server/a.ts': "import { aPerson } from '#server/testing/factories.ts'" } },
    fine: { 'e2e/a.ts': "import { x } from '#server/testing/session.ts'" },
  },
  {
    name: 'subjects stand in order',
    rule: layers.subjectsStandInOrder,
    breaks: {
      'contacts to alerts': { 'server/domain/contacts/a.ts': "import { x } from '../alerts/x.ts'" },
      'contacts to listings': { 'server/domain/contacts/a.ts': "import { x } from '../listings/x.ts'" },
      'org to contacts': { 'server/domain/org/a.ts': "import type { X } from '#server/domain/contacts/x.ts'" },
      'alerts to legacy': { 'server/domain/alerts/a.ts': "import { x } from '#server/domain/legacy/x.ts'" },
      'timeline to mail': { 'server/domain/timeline/a.ts': "import { x } from '#server/domain/mail/x.ts'" },
      'jobs to alerts': { 'server/domain/jobs/a.ts': "import { x } from '#server/domain/alerts/x.ts'" },
      'a subject without a place': { 'server/domain/weather/a.ts': "import { x } from '#server/domain/org/x.ts'" },
    },
    fine: {
      'server/domain/org/org.router.ts': "import { x } from '#server/domain/contacts/x.ts'",
      'server/domain/legacy/a.ts': "import { x } from '#server/domain/alerts/x.ts'",
      'server/domain/alerts/a.ts': "import { x } from '#server/domain/jobs/x.ts'",
    },
  },
  {
    name: 'use cases know no transport',
    rule: layers.useCasesKnowNoTransport,
    breaks: { 'a service': { 'server/domain/org/a.service.ts': "import { x } from '#server/trpc/init.ts'" } },
  },
  {
    name: 'schemas import zod alone, words nothing, and policies decide from values',
    rule: layers.pureFilesStayPure,
    breaks: {
      'a schema with a service': { 'server/domain/org/a.schema.ts': "import { x } from './a.service.ts'" },
      'words with zod': { 'server/domain/org/a.words.ts': "import { z } from 'zod'" },
      'a policy with the database': { 'server/domain/org/a.policy.ts': "import { db } from '#server/db.ts'" },
    },
    fine: { 'server/domain/org/a.policy.ts': "import type { Db } from '#server/db.ts'" },
  },
  {
    name: 'the browser runs no server code but schemas and words',
    rule: browserRunsNoServerCode,
    breaks: {
      directly: { 'app/a.tsx': "'use client'\nimport { x } from '#server/db.ts'" },
      'through another file': {
        'app/a.tsx': "'use client'\nimport { x } from './b.ts'",
        'app/b.ts': "export { x } from './c.ts'",
        'app/c.ts': "import { x } from '#server/domain/org/org.policy.ts'",
      },
      late: { 'app/a.tsx': "'use client'\nconst x = () => import('../server/db.ts')" },
      'a type that is not only a type': { 'app/a.tsx': "'use client'\nimport { type X, y } from '#server/a.ts'" },
      'through a schema': {
        'app/a.tsx': "'use client'\nimport { x } from '#server/a.schema.ts'",
        'server/a.schema.ts': "import { x } from './db.ts'",
      },
      'a part of Node': { 'app/a.tsx': "'use client'\nimport { x } from 'node:fs'" },
    },
    fine: {
      'app/a.tsx': "'use client'\nimport type { X } from '#server/a.ts'\nimport { y } from '#server/a.words.ts'",
      'app/page.tsx': "import { x } from '#server/db.ts'\nimport { A } from './a.tsx'",
    },
  },
  {
    name: 'files stay small',
    rule: shape.filesStaySmall,
    breaks: {
      'one far too long': { 'app/a.ts': lines(401), ...small(30) },
      'too many long ones': { 'app/a.ts': lines(251), 'app/b.ts': lines(251), ...small(30) },
      'most of them longish': { 'app/a.ts': lines(71), 'app/b.ts': lines(71), 'app/c.ts': lines(71) },
    },
    fine: { 'app/a.ts': lines(400), ...small(30) },
  },
  {
    name: 'folders are at most five deep',
    rule: shape.foldersStayShallow,
    breaks: { six: { 'app/a/b/c/d/e/f.ts': '' } },
    fine: { 'app/a/b/c/d/f.ts': '' },
  },
  {
    name: 'names say what is inside',
    rule: shape.namesSayWhatIsInside,
    breaks: {
      'a folder': { 'server/utils/a.ts': '' },
      'a file': { 'server/date-helpers.ts': '' },
      'a role': { 'server/common.ts': '' },
    },
    fine: { 'server/commonwealth.ts': '' },
  },
  {
    name: 'routes have fewer than 15 lines',
    rule: shape.routesStayThin,
    breaks: { fifteen: { 'app/api/a/route.ts': lines(15) } },
    fine: { 'app/api/a/route.ts': lines(14) },
  },
  {
    name: 'no import cycles',
    rule: shape.noImportCycles,
    breaks: {
      'over three files': {
        'server/a.ts': "import { b } from './b.ts'",
        'server/b.ts': "import { c } from './c.ts'",
        'server/c.ts': "import { a } from './a.ts'",
      },
    },
    fine: { 'server/a.ts': "import { b } from './b.ts'", 'server/b.ts': "import type { A } from './a.ts'" },
  },
  {
    name: 'a subject writes only its own tables',
    rule: tablesAreWrittenAtHome,
    breaks: {
      'with Prisma': { 'prisma/schema/org.prisma': people, 'server/domain/alerts/a.ts': 'tx.person.updateMany({})' },
      'with SQL': { 'prisma/schema/org.prisma': people, 'server/domain/alerts/a.sql.ts': 'UPDATE person SET x = 1' },
      'from a job': { 'prisma/schema/org.prisma': people, 'inngest/a.ts': 'INSERT INTO person VALUES (1)' },
    },
    fine: {
      'prisma/schema/org.prisma': people,
      'server/domain/org/a.ts': 'tx.person.delete({})',
      'server/auth/a.ts': 'DELETE FROM person',
      'server/domain/alerts/b.ts': 'db.person.findMany({})',
    },
  },
  {
    name: 'the environment is read in one place',
    rule: habits.environmentIsReadOnce,
    breaks: { 'in a service': { 'server/a.ts': 'const x = process.env.X' } },
    fine: { 'server/env.ts': 'process.env', 'e2e/start.ts': 'spawn(x, { env: { ...process.env, ...y } })' },
  },
  {
    name: 'nothing is left for later without a name',
    rule: habits.nothingIsLeftForLater,
    breaks: { 'in a comment': { 'server/a.ts': '// TODO: the rest' } },
    fine: { 'server/a.ts': '// TODO(weekly-digest): the rest' },
  },
  {
    name: 'no registry is named',
    rule: habits.noRegistryIsNamed,
    breaks: {
      'in the lockfile': { 'package-lock.json': '"resolved": "https://mirror.example/a.tgz"' },
      'in settings': { '.npmrc': 'registry=https://artifactory.example/npm' },
    },
  },
  {
    name: "nobody's own machine is named",
    rule: habits.noMachineIsNamed,
    breaks: { 'in a text': { 'README.md': 'See /home/robin/notes.md' } },
    fine: { 'README.md': 'https://example.com/homes/robin' },
  },
  {
    name: 'tests are honest',
    rule: habits.testsAreHonest,
    breaks: {
      'a mock': { 'server/a.test.ts': "vi.mock('./b.ts')" },
      'a skipped test': { 'e2e/a.spec.ts': "test.skip('x')" },
      'a wait': { 'e2e/a.spec.ts': 'await page.waitForTimeout(500)' },
    },
  },
]

function small(count: number) {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`app/small-${index}.ts`, lines(10)]))
}
const toFiles = (made: Record<string, string>) => Object.entries(made).map(([path, text]) => ({ path, text }))
const repository = readRepository(fileURLToPath(new URL('..', import.meta.url)))

test.each(cases.map((each) => [each.name, each] as const))('%s', (_, { rule, breaks, fine }) => {
  for (const [how, made] of Object.entries(breaks)) expect(rule(toFiles(made)), how).not.toEqual([])
  if (fine) expect(rule(toFiles(fine))).toEqual([])
  expect(rule(repository)).toEqual([])
})

test('the repository is read', () => {
  expect(repository.length).toBeGreaterThan(100)
  expect(repository.map(({ path }) => path)).toContain('server/env.ts')
})
