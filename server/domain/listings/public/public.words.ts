// Apart from their schema, so that a page can offer them without the parser.

/** What the public may be shown of what is for sale. */
export const PUBLIC_STATUSES = ['Active', 'ComingSoon', 'ActiveUnderContract', 'Pending'] as const
/** What one can still buy: what a search shows that does not say. */
export const STILL_TO_BUY = ['Active', 'ComingSoon'] as const satisfies readonly (typeof PUBLIC_STATUSES)[number][]
