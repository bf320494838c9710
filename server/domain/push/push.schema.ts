import { z } from 'zod'

const key = (bytes: number) =>
  z
    .string()
    .max(200)
    .regex(/^[A-Za-z0-9_-]+=*$/, 'This is no key of a browser.')
    .refine((text) => Math.floor((text.replace(/=+$/, '').length * 3) / 4) === bytes, 'This is no key of a browser.')

const endpoint = z.url().max(2_000)

/** As the browser made it. */
export const subscribeInput = z.object({
  endpoint,
  p256dh: key(65),
  auth: key(16),
  userAgent: z.string().max(400).nullable().default(null),
})
export const unsubscribeInput = z.object({ endpoint })

export type SubscribeInput = z.output<typeof subscribeInput>
