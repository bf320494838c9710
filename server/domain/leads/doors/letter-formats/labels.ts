import type { FieldName, Fields } from '../doors.words.ts'
import { cleanLine } from '../read-values.ts'

// What portals call the fields of a lead. Compared in lower case, without what is no letter or digit.
const LABELS: Record<FieldName, readonly string[]> = {
  id: ['leadid', 'referenceid', 'inquiryid', 'leadnumber', 'reference'],
  name: ['name', 'fullname', 'contactname', 'leadname', 'buyername', 'customername', 'contact'],
  firstName: ['firstname', 'givenname'],
  lastName: ['lastname', 'surname', 'familyname'],
  email: ['email', 'emailaddress', 'contactemail'],
  phone: ['phone', 'phonenumber', 'telephone', 'mobile', 'cell', 'contactphone', 'daytimephone'],
  message: ['message', 'comments', 'comment', 'notes', 'inquiry', 'question', 'consumermessage'],
  home: ['mls', 'mlsnumber', 'mlsid', 'listingid', 'listingnumber', 'listingkey'],
  address: ['address', 'propertyaddress', 'listingaddress', 'property', 'streetaddress'],
  city: ['city', 'town', 'preferredcity', 'location'],
  postalCode: ['zip', 'zipcode', 'postalcode'],
  latitude: ['latitude'],
  longitude: ['longitude'],
  price: ['price', 'listprice', 'askingprice', 'budget', 'pricerange', 'maxprice', 'estimatedvalue'],
  leadType: ['leadtype', 'iama', 'iaman', 'interest', 'interestedin', 'lookingto', 'intent'],
  propertyType: ['propertytype', 'hometype', 'typeofhome'],
  tags: ['tags', 'campaign'],
  wants: ['request', 'requesttype', 'inquirytype', 'wants'],
  agentEmail: ['agentemail', 'assignedagent', 'listingagentemail'],
}
const FIELD_OF = new Map(
  Object.entries(LABELS).flatMap(([field, labels]) => labels.map((label) => [label, field as FieldName] as const)),
)

/** "E-mail address:" -> email. */
export const fieldOf = (label: string): FieldName | null =>
  label.length > 40 ? null : (FIELD_OF.get(label.toLowerCase().replace(/[^a-z0-9]/g, '')) ?? null)

const LINE = /^[ \t>*•-]{0,6}([A-Za-z][A-Za-z0-9 #'()./-]{0,38}?)\*?\s*[:\t]\s*\*?\s*(.*)$/

/** The first thing under a label stands; an address further down is the portal's own. */
export function put(fields: Fields, field: FieldName, value: string) {
  if (value !== '' && fields[field] === undefined) fields[field] = value
}

/** Lines like "Phone: 843-555-0100". What follows a message without a label belongs to it, up to an empty line and a label. */
export function fieldsOfLines(text: string): Fields {
  const fields: Fields = {}
  let message: string[] | null = null
  for (const line of text.split('\n')) {
    const [, label = '', value = ''] = LINE.exec(line.slice(0, 4_000)) ?? []
    const field = label ? fieldOf(label) : null
    if (field === 'message') {
      message ??= []
      message.push(value.trim())
    } else if (field) {
      put(fields, field, cleanLine(value))
      if (message) endMessage(fields, message)
      message = null
    } else if (message) {
      // A line of dashes or a foot of the portal ends what the client wrote.
      if (/^\s*([-_=*]{3,}|--\s*)$/.test(line)) {
        endMessage(fields, message)
        message = null
      } else message.push(line.replace(/^>+ ?/, '').trimEnd())
    }
  }
  if (message) endMessage(fields, message)
  return fields
}

function endMessage(fields: Fields, lines: readonly string[]) {
  put(fields, 'message', lines.join('\n').trim())
}

/** Whether these are enough to say that the mail is written in this way, and not a letter with a colon in it. */
export const isEnough = (fields: Fields) =>
  Object.keys(fields).length >= 3 && (fields.email !== undefined || fields.phone !== undefined)
