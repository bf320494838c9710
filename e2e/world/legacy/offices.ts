import type { Random } from '#world/random.ts'
import type { Office } from './documents.ts'
import { daysBefore, objectIdAt } from './timing.ts'

// The four that everybody knows, and the newest.
const OFFICES: Pick<Office, 'name' | 'address' | 'phone'>[] = [
  { name: 'Charleston', address: '48 Meridian Row, Charleston, SC 29401', phone: '843-555-0140' },
  { name: 'Mt. Pleasant', address: '710 Heron Bridge Way, Mount Pleasant, SC 29464', phone: '843-555-0164' },
  { name: 'Summerville', address: '22 Azalea Court, Summerville, SC 29483', phone: '843-555-0183' },
  { name: 'Beaufort', address: '9 Tabby Lane, Beaufort, SC 29902', phone: '843-555-0102' },
  { name: 'Georgetown', address: '115 Rice Mill Street, Georgetown, SC 29440', phone: '843-555-0171' },
]

/** The offices as the old site's footer names them. */
export const createOffices = (random: Random, now: Date): Office[] =>
  OFFICES.map((office, place) => {
    const at = daysBefore(now, 1825 - place * 90)
    return { _id: objectIdAt(random, at), ...office, timeZone: 'America/New_York', updatedAt: at }
  })
