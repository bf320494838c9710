import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import type { CutoverFeatureName, CutoverMaster } from '#server/generated/prisma/enums.ts'
import { FEATURES } from './cutover.words.ts'

/** Who is the master of a feature at this moment. Asked anew each time: a cache would go on for a while after a switch. */
export async function masterOf(tx: Db, feature: CutoverFeatureName): Promise<CutoverMaster> {
  const { master } = await tx.cutoverFeature.findUniqueOrThrow({ where: { feature }, select: { master: true } })
  return master
}

/**
 * The same for who is about to write: until this transaction ends nobody can switch. Without it a write that began under
 * the old master could commit after the switch, and never be written across.
 */
export async function holdMaster(tx: Db, feature: CutoverFeatureName): Promise<CutoverMaster> {
  const [row] = await tx.$queryRaw<{ master: CutoverMaster }[]>`
    SELECT master::text AS master FROM cutover_feature
     WHERE feature = ${FEATURE_LABELS[feature]}::cutover_feature_name FOR SHARE`
  if (!row) throw new Error(`No master is known for ${feature}.`)
  return row.master
}

/** Names in SQL, where Prisma does not translate them. */
const FEATURE_LABELS = {
  contacts: 'contacts',
  listings: 'listings',
  savedSearches: 'saved_searches',
  alerts: 'alerts',
  notes: 'notes',
  tasks: 'tasks',
  appointments: 'appointments',
  deals: 'deals',
  leads: 'leads',
} as const satisfies Record<CutoverFeatureName, string>

export type Standing = { master: CutoverMaster; version: number; since: Date; by: string | null; why: string }

/** Who is the master of each feature, since when, by whom and why. */
export async function mastersOf(tx: Db): Promise<Record<CutoverFeatureName, Standing>> {
  const rows = await tx.cutoverFeature.findMany({
    include: { switch: { select: { at: true, why: true, by: { select: { fullName: true } } } } },
  })
  const standings = new Map(
    rows.map(({ feature, master, version, switch: { at, why, by } }) => [
      feature,
      { master, version, since: at, by: by?.fullName ?? null, why },
    ]),
  )
  const of = (feature: CutoverFeatureName): Standing => {
    const standing = standings.get(feature)
    if (!standing) throw new Error(`No master is known for ${feature}.`)
    return standing
  }
  const [listings, contacts, savedSearches, alerts] = [
    of('listings'),
    of('contacts'),
    of('savedSearches'),
    of('alerts'),
  ]
  const [notes, tasks, appointments] = [of('notes'), of('tasks'), of('appointments')]
  return {
    listings,
    contacts,
    savedSearches,
    alerts,
    notes,
    tasks,
    appointments,
    deals: of('deals'),
    leads: of('leads'),
  }
}

/** For every page that has to say whose word counts: the master of each feature, nothing more. */
export async function listMasters({ db }: Context): Promise<{ feature: CutoverFeatureName; master: CutoverMaster }[]> {
  const masters = await mastersOf(db)
  return FEATURES.map((feature) => ({ feature, master: masters[feature].master }))
}
