import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { askSchema } from './ask.schema.ts'
import type { Kept } from './keep-ask.service.ts'

const fileSchema = z.object({ key: z.string().min(1), ask: askSchema, receivedAt: z.coerce.date() })

/** A folder on this machine for what the database could not take in time: one file a request, written through to the disk. */
export type Spool = {
  /** Resolves when the disk has it. The same request again is the same file. */
  add: (kept: Kept) => Promise<void>
  /** Hands on what lies here, the oldest first, each until it was kept. Says how many are left. */
  drain: (keep: (kept: Kept) => Promise<unknown>) => Promise<{ moved: number; left: number }>
}

const nameOf = ({ key, receivedAt }: Kept) =>
  `${String(receivedAt.getTime()).padStart(15, '0')}-${createHash('sha256').update(key).digest('hex').slice(0, 32)}.json`

export function openSpool(folder: string): Spool {
  return {
    async add(kept) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const path = join(folder, nameOf(kept))
      // The same request twice at once: each writes a part of its own.
      const part = `${path}.${randomUUID()}.part`
      const file = await open(part, 'wx', 0o600)
      try {
        await file.writeFile(JSON.stringify(kept))
        await file.sync()
      } finally {
        await file.close()
      }
      // A file is whole or not there: a reader never sees half of one.
      await rename(part, path)
    },
    async drain(keep) {
      const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json')).sort()
      let moved = 0
      for (const name of names) {
        const path = join(folder, name)
        const kept = fileSchema.parse(JSON.parse(await readFile(path, 'utf8')))
        const isKept = await keep(kept).then(
          () => true,
          () => false,
        )
        if (!isKept) break
        await rm(path)
        moved += 1
      }
      return { moved, left: names.length - moved }
    },
  }
}
