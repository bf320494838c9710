import { z } from 'zod'
import type { Fields } from '../doors.words.ts'
import type { LetterFormat } from './format.types.ts'
import { jsonLdIn, shapeOf } from './shape.ts'
import { toDraft } from './to-draft.ts'

// schema.org's words, as far as portals write them; anything else in the block is left alone.
const text = z
  .union([z.string(), z.number().transform(String)])
  .optional()
  .catch(undefined)
const person = z.object({ name: text, givenName: text, familyName: text, email: text, telephone: text })
const place = z.object({ streetAddress: text, addressLocality: text, postalCode: text })
const home = z.object({
  ...{ identifier: text, name: text, price: text, additionalType: text },
  address: place.optional().catch(undefined),
  geo: z.object({ latitude: text, longitude: text }).optional().catch(undefined),
  offers: z.object({ price: text }).optional().catch(undefined),
})
const action = z.object({
  '@type': z.union([z.string(), z.array(z.string())]).transform(String),
  ...{ identifier: text, description: text, text, name: text },
  agent: person.optional().catch(undefined),
  sender: person.optional().catch(undefined),
  object: home.optional().catch(undefined),
  about: home.optional().catch(undefined),
})

const ACTIONS = /(Ask|Communicate|Contact|Inquire|Reserve|Schedule|Register|Quote)\w*Action|Message|Question/

function fieldsOfAction(block: z.output<typeof action>): Fields {
  const [who, what] = [block.agent ?? block.sender, block.object ?? block.about]
  const given: [keyof Fields, string | undefined][] = [
    ['id', block.identifier],
    ['name', who?.name],
    ['firstName', who?.givenName],
    ['lastName', who?.familyName],
    ['email', who?.email?.replace(/^mailto:/i, '')],
    ['phone', who?.telephone?.replace(/^tel:/i, '')],
    ['message', block.description ?? block.text],
    ['wants', `${block['@type']} ${block.name ?? ''}`],
    ['home', what?.identifier],
    ['address', what?.address?.streetAddress],
    ['city', what?.address?.addressLocality],
    ['postalCode', what?.address?.postalCode],
    ['latitude', what?.geo?.latitude],
    ['longitude', what?.geo?.longitude],
    ['price', what?.offers?.price ?? what?.price],
    ['propertyType', what?.additionalType],
  ]
  return Object.fromEntries(given.filter(([, value]) => value !== undefined && value !== ''))
}

function readBlock(block: string): Fields | null {
  try {
    const json: unknown = JSON.parse(block)
    const parsed = z.array(z.unknown()).catch([json]).parse(json)
    const found = parsed.map((each) => action.safeParse(each).data).find((each) => each && ACTIONS.test(each['@type']))
    return found ? fieldsOfAction(found) : null
  } catch {
    return null
  }
}

/** A page that carries the same lead for machines, as schema.org writes an action. */
export const jsonLd: LetterFormat = {
  id: 'json-ld',
  read(letter) {
    if (shapeOf(letter) !== 'json-ld') return null
    for (const block of jsonLdIn(letter)) {
      const fields = readBlock(block)
      if (fields) return toDraft(fields)
    }
    return null
  },
}
