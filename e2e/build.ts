import { buildOnce } from '#demo/build.ts'

// The production build that the browser tests run on: made here, so that its time and its failure have their own line.
const distDir = process.env.NEXT_DIST_DIR ?? '.next-test'
await buildOnce({ distDir, tell: (line) => process.stdout.write(`${line}\n`) })
