import { z } from 'zod'

/** One line: a break would be a mail header of its own; control characters and halves of a pair are no text. */
export const oneLine = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `At most ${max} characters.`)
    .refine((text) => !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(text), 'Keep it on one line.')

/** A name with an address of a page in it is an advertisement: it would stand in mails that we send. */
export const personName = oneLine(120)
  .min(1, 'Tell us your name.')
  .refine((name) => !/:\/\/|www\.|[<>]/i.test(name), 'Write your name alone.')

export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'That is too long for an e-mail address.')
  .pipe(z.email('Write it like name@example.com.'))
