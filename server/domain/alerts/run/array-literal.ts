import { EVENT_KINDS, KIND_WORDS } from '../matching/event-kinds.ts'

/** A PostgreSQL array as text: a column of arrays travels as a column of these. For ids, numbers and quoted words. */
export const arrayLiteral = (items: readonly (string | number)[]) => `{${items.join(',')}}`

/** What an event is to a search, as an element of such an array. */
export const QUOTED_KINDS = EVENT_KINDS.map((kind) => `"${KIND_WORDS[kind]}"`)
