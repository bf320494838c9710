import type { RootDb } from '#server/db.ts'
import type { CutoverFeatureName, CutoverMaster } from '#server/generated/prisma/enums.ts'

const STEPS = ['legacy', 'both', 'palmetto'] as const

/** Makes a system the master of a feature, step by step, as somebody would who has the evidence. */
export async function aMaster(
  db: RootDb,
  feature: CutoverFeatureName,
  wanted: CutoverMaster,
  by: { id: string },
): Promise<void> {
  for (;;) {
    const { master, version } = await db.cutoverFeature.findUniqueOrThrow({ where: { feature } })
    const way = Math.sign(STEPS.indexOf(wanted) - STEPS.indexOf(master))
    const next = STEPS[STEPS.indexOf(master) + way]
    if (way === 0 || !next) return
    const entry = { feature, version: version + 1, fromMaster: master, toMaster: next, byId: by.id }
    await db.$transaction([
      db.cutoverSwitch.create({ data: { ...entry, why: 'A test wants it so.', at: new Date() } }),
      db.cutoverFeature.update({ where: { feature }, data: { master: next, version: version + 1 } }),
    ])
  }
}
