import { z } from 'zod'

/** A person and a home: why did they hear of it, or why not? */
export const whySchema = z.object({ contactId: z.uuid(), listingId: z.uuid() })
