import { contactRules } from './contacts.sql.ts'
import { legacyRules } from './legacy.sql.ts'
import { listingRules, staleListingRules } from './listings.sql.ts'
import { mailRules } from './mails.sql.ts'
import { peopleRules } from './people.sql.ts'
import type { Rule } from './rule.ts'
import { searchRules } from './searches.sql.ts'

/** Everything that is looked for. The job, the page and the tests go by this list. */
export const RULES: readonly Rule[] = [
  ...peopleRules,
  ...contactRules,
  ...listingRules,
  ...staleListingRules,
  ...searchRules,
  ...mailRules,
  ...legacyRules,
]

export const ruleOf = (key: string): Rule | undefined => RULES.find((rule) => rule.key === key)
