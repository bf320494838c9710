// Apart from the schema: a page that only shows stages would load all of zod with them.
export const CONTACT_STAGES = ['lead', 'active', 'client', 'past'] as const
export type ContactStageName = (typeof CONTACT_STAGES)[number]
