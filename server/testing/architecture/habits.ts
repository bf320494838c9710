import { isCode, isTest, type Rule, type SourceFile } from './source.ts'

const linesWith = (file: SourceFile, pattern: RegExp) =>
  file.text
    .split('\n')
    .flatMap((line, index) => (pattern.test(line) ? [`${file.path}:${index + 1}: ${line.trim()}`] : []))

/** `server/env.ts` reads the environment; the world outside the app and the tests have one reader each. */
const READERS = new Set([
  'server/env.ts',
  'server/testing/global-setup.ts',
  'e2e/world/settings.ts',
  'e2e/global-setup.ts',
  'e2e/build.ts',
  'e2e/fixtures.ts',
])
/** Handing the whole environment on to a child, or filling it, is not reading it; Next replaces NEXT_RUNTIME in a build. */
const readsEnvironment = (line: string) =>
  line.includes('process.env') &&
  !/\.\.\.process\.env\b(?!\.)|Object\.assign\(process\.env|process\.env\.NEXT_RUNTIME/.test(line)

export const environmentIsReadOnce: Rule = (files) =>
  files
    .filter((file) => isCode(file) && /^(app|server|inngest|e2e)\//.test(file.path) && !READERS.has(file.path))
    .filter(({ path }) => !path.startsWith('server/testing/architecture/') && path !== 'server/architecture.test.ts')
    .flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, index) => (readsEnvironment(line) ? [`${path}:${index + 1}`] : [])),
    )

const isRuleBook = ({ path }: SourceFile) =>
  path.startsWith('server/testing/architecture/') || path === 'server/architecture.test.ts'
const ofOurs = (files: readonly SourceFile[]) => files.filter((file) => !isRuleBook(file))

/** What is missing has a name, or it is not missing. */
export const nothingIsLeftForLater: Rule = (files) =>
  ofOurs(files)
    .filter(isCode)
    .flatMap((file) => linesWith(file, /\b(?:TODO|FIXME|XXX|HACK)\b(?!\([\w -]+\))/))

/** A clone installs from whatever registry its owner uses. */
export const noRegistryIsNamed: Rule = (files) =>
  ofOurs(files).flatMap((file) =>
    linesWith(
      file,
      /"resolved": "http|https?:\/\/(?:registry\.|npm\.|[\w.-]*(?:npmjs|artifactory|nexus|jfrog|verdaccio))/i,
    ),
  )

/** A path of somebody's own machine means nothing on the next one. */
export const noMachineIsNamed: Rule = (files) =>
  ofOurs(files).flatMap((file) => linesWith(file, /(?<![\w.])\/(?:home|Users|root)\/\w/))

/** A mock says what we believe, a skipped test nothing, and a wait is too short one day in ten. */
export const testsAreHonest: Rule = (files) =>
  ofOurs(files)
    .filter(({ path }) => isTest(path) || path.startsWith('e2e/'))
    .flatMap((file) =>
      linesWith(
        file,
        /\bvi\.(?:mock|doMock|spyOn)\(|\b(?:test|it|describe)\.(?:skip|only|fixme|todo)\b|\.waitForTimeout\(/,
      ),
    )
