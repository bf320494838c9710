import { email as emailSchema, personName } from '../leads.people.schema.ts'
import type { FieldName, FieldProblem, Fields } from './doors.words.ts'
import { type LeadDraft, MOST_MESSAGE } from './draft.schema.ts'
import * as read from './read-values.ts'

/**
 * `problems` keep it from being a lead at all. `doubts` are fields that were not understood and are left out: a program
 * is told to mend them, a mail or a file is taken in without.
 */
export type FieldsRead = { draft: LeadDraft | null; problems: FieldProblem[]; doubts: FieldProblem[] }

const MOST_NAME = 120
export const NOBODY_TO_REACH = 'An e-mail address or a telephone number is needed, or nobody can answer.'

/** Reads one lead out of named texts, whatever door they came by. Pure, and never throws. */
export function readFields(fields: Fields): FieldsRead {
  const problems: FieldProblem[] = []
  const doubts: FieldProblem[] = []
  const given = (field: FieldName) => read.cleanText(fields[field] ?? '') || null

  function take<Value>(field: FieldName, reader: (text: string) => Value | null, words: string): Value | null {
    const text = given(field)
    if (text === null) return null
    const value = reader(text)
    if (value === null) doubts.push({ field, words })
    return value
  }
  const mailOf = (text: string) => emailSchema.safeParse(text).data ?? null

  const email = take('email', mailOf, 'Write the e-mail address like name@example.com.')
  const phone = take('phone', read.readPhone, 'That is no telephone number: 7 digits at least.')
  if (!email && !phone) problems.push({ field: 'email', words: NOBODY_TO_REACH })

  const named = read.cleanLine(given('name') ?? [given('firstName'), given('lastName')].filter(Boolean).join(' '))
  // Who left no name is called by what they left.
  const fullName = personName.safeParse((named || email || phone || '').slice(0, MOST_NAME).trim())
  if (!fullName.success && (named || email || phone)) {
    problems.push({ field: 'name', words: 'Give the name alone: no addresses of pages, and no < or >.' })
  }

  const latitude = take('latitude', (text) => read.readDegrees(text, 90), 'Degrees between -90 and 90.')
  const longitude = take('longitude', (text) => read.readDegrees(text, 180), 'Degrees between -180 and 180.')
  const isPlaced = latitude !== null && longitude !== null
  const draft = {
    ...{ email, phone, wants: read.readWants(given('wants') ?? ''), proposedTimes: [], consentText: null },
    message: given('message')?.slice(0, MOST_MESSAGE) ?? null,
    home: given('home') && read.cleanLine(given('home') ?? '').slice(0, 600),
    address: given('address') && read.cleanLine(given('address') ?? '').slice(0, 200),
    leadType: take('leadType', read.readLeadType, 'Say buyer, seller or renter.'),
    tags: read.readTags(given('tags') ?? ''),
    priceCents: take('price', read.readPrice, 'Write the price in dollars, like 425000.'),
    citySlug: take('city', read.readCity, 'Write the name of the town.'),
    postalCode: take('postalCode', read.readPostalCode, 'A zip code has five digits.'),
    ...{ latitude: isPlaced ? latitude : null, longitude: isPlaced ? longitude : null },
    propertySubType: take('propertyType', read.readPropertyType, 'Say house, townhouse, condo, duplex or land.'),
    agentEmail: take('agentEmail', mailOf, "Write the agent's e-mail address like name@example.com."),
  }
  return {
    draft: problems.length === 0 && fullName.success ? { ...draft, fullName: fullName.data } : null,
    ...{ problems, doubts },
  }
}
