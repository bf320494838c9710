import { z } from 'zod'

/** Slack's mrkdwn; what people wrote in it went through `plain`. Longer texts are refused by Slack. */
const markdown = z.string().min(1).max(3_000)
const label = z.string().min(1).max(75)

const button = z.object({
  label,
  /** What a press is called, e.g. "offer.accept". */
  action: z.string().min(1).max(100),
  value: z.string().max(2_000),
  /** Opens a page; Slack tells of the press as well. */
  url: z.url().max(3_000).optional(),
  tone: z.enum(['primary', 'danger']).optional(),
})

const choice = z.object({
  label,
  action: z.string().min(1).max(100),
  options: z
    .array(z.object({ label, value: z.string().min(1).max(150) }))
    .min(1)
    .max(100),
})

const part = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('title'), text: z.string().min(1).max(150) }),
  z.object({ kind: z.literal('text'), markdown }),
  /** Pairs side by side. */
  z.object({ kind: z.literal('fields'), fields: z.array(z.string().min(1).max(2_000)).min(1).max(10) }),
  /** Small and grey. */
  z.object({ kind: z.literal('note'), markdown }),
  z.object({
    kind: z.literal('actions'),
    buttons: z.array(button).max(10),
    choices: z.array(choice).max(5).default([]),
  }),
  z.object({ kind: z.literal('rule') }),
])

/** A message as Palmetto thinks of it: what a phone's lock screen shows, and the parts below each other. */
export const cardSchema = z.object({ text: z.string().min(1).max(3_000), parts: z.array(part).max(50) })

export type Card = z.output<typeof cardSchema>
export type CardPart = Card['parts'][number]
