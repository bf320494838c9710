import { db } from '#server/db.ts'
import { DEMO_PASSWORD, seedAccounts } from './accounts.ts'
import { seedOffices } from './offices.ts'

// `offices` before the first sync, `accounts` after it: the people with something to show come from the old system.
const [what] = process.argv.slice(2)
if (what === 'offices') await seedOffices(db)
else if (what === 'accounts')
  process.stdout.write(JSON.stringify({ password: DEMO_PASSWORD, accounts: await seedAccounts(db) }))
else throw new Error('Say what to seed: offices or accounts.')
await db.$disconnect()
