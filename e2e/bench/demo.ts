import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Demo, startDemo } from '#demo/start.ts'
import { freePorts } from '#world/settings.ts'

/** The production build in a world of its own, on free ports; it is gone when `work` is over. */
export async function withDemo<T>(tell: (line: string) => void, work: (demo: Demo) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'palmetto-bench-'))
  const settings = { dataDir, distDir: '.next-demo', ports: await freePorts(), legacyMongoUrl: null }
  try {
    const demo = await startDemo(settings, { fresh: false, tell })
    try {
      return await work(demo)
    } finally {
      await demo.stop()
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}
