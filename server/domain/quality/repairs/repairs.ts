import { contactRepairs } from './contacts.repairs.ts'
import { listingRepairs } from './listings.repairs.ts'
import type { Repair } from './repair.ts'
import { searchRepairs } from './searches.repairs.ts'

/** Rules with a safe repair. Nothing is merged or guessed: what needs a person's eye has none. */
export const REPAIRS: readonly Repair[] = [...contactRepairs, ...listingRepairs, ...searchRepairs]

export const repairOf = (ruleKey: string): Repair | undefined => REPAIRS.find((repair) => repair.ruleKey === ruleKey)
