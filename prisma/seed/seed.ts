import { db } from '#server/db.ts'
import { env } from '#server/env.ts'
import { DEMO_PASSWORD, seedAccounts } from './accounts.ts'
import { seedLeads } from './leads.ts'
import { seedOffices } from './offices.ts'
import { seedOwner } from './owner.ts'

// `offices` before the first sync, `accounts` (the demo's) after it: the people with something to show come from the
// old system. `owner <e-mail> <name>` opens the door of a new installation.
const [what, email, fullName] = process.argv.slice(2)
const say = (line: string) => process.stdout.write(line)

if (what === 'offices') await seedOffices(db)
else if (what === 'accounts') say(JSON.stringify({ password: DEMO_PASSWORD, accounts: await seedAccounts(db) }))
else if (what === 'leads') await seedLeads(db)
else if (what === 'owner' && email && fullName)
  say(`${await seedOwner(db, { email, fullName, appUrl: env.APP_URL })}\n`)
else throw new Error('Say what to seed: offices, accounts, leads, or owner <e-mail> <name>.')
await db.$disconnect()
