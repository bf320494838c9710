/** Records that have a twin in the old system, as our pages call them. */
export const TWIN_KINDS = ['contact', 'listing', 'search', 'deal'] as const
export type TwinKind = (typeof TWIN_KINDS)[number]

/** How long a token opens the old system's door. */
export const TOKEN_SECONDS = 60
