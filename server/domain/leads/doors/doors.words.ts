import type { LeadArrivalState, LeadDoor, LeadType } from '#server/generated/prisma/enums.ts'

export const DOORS = ['own_page', 'form', 'webhook', 'email', 'csv', 'hand', 'old_system'] as const satisfies LeadDoor[]

/** By which way a lead came, as a page says it. */
export const DOOR_SAID: Record<LeadDoor, string> = {
  own_page: 'Our own pages',
  form: 'Form on a website',
  webhook: 'Webhook',
  email: 'Lead mail',
  csv: 'File',
  hand: 'Written down by hand',
  old_system: 'The old system',
}

/** Why something is held back that filled in what people do not see. */
export const TRAPPED = 'Filled in a field that people do not see.'

/** Doors that somebody outside can be given a source for. */
export const SOURCE_DOORS = ['webhook', 'form', 'email', 'csv'] as const satisfies LeadDoor[]
export type SourceDoor = (typeof SOURCE_DOORS)[number]
export const SOURCE_DOOR_SAID: Record<SourceDoor, string> = {
  webhook: 'A program of theirs calls us, and signs what it sends',
  form: 'A form on another site of the firm',
  email: 'A portal mails its leads to an address of ours',
  csv: 'Somebody here brings files of theirs',
}

export const LEAD_TYPES = ['Buyer', 'Seller', 'Renter'] as const satisfies LeadType[]
export const LEAD_TYPE_SAID: Record<LeadType, string> = {
  Buyer: 'Wants to buy',
  Seller: 'Wants to sell',
  Renter: 'Wants to rent',
}

export const ARRIVAL_STATE_SAID: Record<LeadArrivalState, string> = {
  received: 'Being read',
  taken: 'Taken in',
  held: 'Held back',
  unreadable: 'Could not be read',
  discarded: 'No lead',
}
/** What waits for a human. */
export const WAITING_STATES = ['held', 'unreadable'] as const satisfies LeadArrivalState[]
export type WaitingState = (typeof WAITING_STATES)[number]

/** What each field of a lead is called; a webhook's names, a form's names, and the choices for a file's columns. */
export const FIELD_SAID = {
  id: "The sender's number for it",
  name: 'Name',
  firstName: 'First name',
  lastName: 'Last name',
  email: 'E-mail',
  phone: 'Telephone',
  message: 'Message',
  home: 'MLS number of the home',
  address: 'Street of the home',
  city: 'Town',
  postalCode: 'Zip code',
  latitude: 'Latitude',
  longitude: 'Longitude',
  price: 'Price',
  leadType: 'Buyer, seller or renter',
  propertyType: 'Kind of home',
  tags: 'Tags',
  wants: 'What they want (a question, a visit)',
  agentEmail: "Their agent's e-mail",
} as const
export type FieldName = keyof typeof FIELD_SAID
export type Fields = Partial<Record<FieldName, string>>
/** What is wrong with a field, and what to do. */
export type FieldProblem = { field: FieldName; words: string }
