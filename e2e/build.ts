import { buildOnce } from '#demo/build.ts'

// The production build that the browser tests run on: made here, so that its time and its failure have their own line.
const [, , distDir = '.next-test'] = process.argv
await buildOnce({ distDir, tell: (line) => process.stdout.write(`${line}\n`) })
