import type { Fields } from '../doors.words.ts'
import { cleanLine, cleanText } from '../read-values.ts'
import type { LetterFormat } from './format.types.ts'
import { shapeOf, xmlIn } from './shape.ts'
import { toDraft } from './to-draft.ts'
import { allNamed, type Element, firstNamed, parseXml } from './xml.ts'

const wordsOf = (element: Element | undefined) => element && cleanLine(element.text)

/** `<name part="first">Nora</name><name part="last">Hale</name>`, or one `<name part="full">`. */
function nameOf(contact: Element): Fields {
  const parts = new Map([...allNamed(contact, 'name')].map(({ attributes, text }) => [attributes.part ?? 'full', text]))
  const [name, firstName, lastName] = ['full', 'first', 'last'].map((part) => parts.get(part))
  return { ...(name ? { name } : {}), ...(firstName ? { firstName } : {}), ...(lastName ? { lastName } : {}) }
}

function fieldsOfProspect(prospect: Element): Fields {
  const customer = firstNamed(prospect, 'customer')
  const contact = firstNamed(customer, 'contact') ?? customer ?? prospect
  const home = firstNamed(prospect, 'property') ?? firstNamed(prospect, 'vehicle')
  const place = firstNamed(home, 'address') ?? home
  const comments = firstNamed(customer, 'comments') ?? firstNamed(prospect, 'comments')
  const street = firstNamed(place, 'street') ?? firstNamed(place, 'streetaddress')
  const given: [keyof Fields, string | undefined][] = [
    ['id', wordsOf(firstNamed(prospect, 'id'))],
    ['email', wordsOf(firstNamed(contact, 'email'))],
    ['phone', wordsOf(firstNamed(contact, 'phone'))],
    ['message', comments && cleanText(comments.text)],
    ['wants', wordsOf(firstNamed(prospect, 'requesttype'))],
    ['leadType', home?.attributes.interest ?? wordsOf(firstNamed(prospect, 'interest'))],
    ['home', wordsOf(firstNamed(home, 'mlsnumber') ?? firstNamed(home, 'stock') ?? firstNamed(home, 'listingid'))],
    ['address', wordsOf(street)],
    ['city', wordsOf(firstNamed(place, 'city'))],
    ['postalCode', wordsOf(firstNamed(place, 'postalcode'))],
    ['price', wordsOf(firstNamed(home, 'price'))],
    ['propertyType', wordsOf(firstNamed(home, 'propertytype') ?? firstNamed(home, 'bodystyle'))],
  ]
  return { ...nameOf(contact), ...Object.fromEntries(given.filter(([, value]) => value)) }
}

/** Lead XML: the Auto-lead Data Format, which real-estate systems have taken over, as a file or as the mail itself. */
export const leadXml: LetterFormat = {
  id: 'lead-xml',
  read(letter) {
    if (shapeOf(letter) !== 'lead-xml') return null
    const root = parseXml(xmlIn(letter) ?? '')
    if (!root) return null
    return toDraft(fieldsOfProspect(firstNamed(root, 'prospect') ?? firstNamed(root, 'lead') ?? root))
  },
}
