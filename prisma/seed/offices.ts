import type { Db } from '#server/db.ts'

/** The firm as the old system's agents name it. */
const OFFICES = [
  { name: 'Charleston', postalAddress: '48 Meridian Row, Charleston, SC 29401', phone: '(843) 555-0140' },
  { name: 'Mount Pleasant', postalAddress: '710 Heron Bridge Way, Mount Pleasant, SC 29464', phone: '(843) 555-0164' },
  { name: 'Summerville', postalAddress: '22 Azalea Court, Summerville, SC 29483', phone: '(843) 555-0183' },
  { name: 'Beaufort', postalAddress: '9 Tabby Lane, Beaufort, SC 29902', phone: '(843) 555-0102' },
] as const

/** The offices have to be there before the first sync: agents name them. */
export const seedOffices = (db: Db) => db.office.createMany({ data: [...OFFICES], skipDuplicates: true })
