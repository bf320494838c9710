import * as calendar from './calendar-soil.ts'
import * as dealSoil from './deal-soil.ts'
import type { CollectionName } from './documents.ts'
import * as soil from './soil.ts'

/** What has to come of a soiled document. */
type Meaning = { accepted: string } | { quarantined: string } | { unreachable: string }

export type Dirt = {
  name: string
  collection: CollectionName
  looks: string
  meaning: Meaning
  /** Documents of this kind in the full-sized world. */
  count: number
  /** How many it takes at the least for every shape to come up. */
  least: number
  soil: soil.Soiler
}

type Row = [name: string, looks: string, meaning: Meaning, count: number, soil: soil.Soiler, least?: number]

const rows = (collection: CollectionName, list: Row[]): Dirt[] =>
  list.map(([name, looks, meaning, count, soiler, least = 1]) => ({
    collection,
    name,
    looks,
    meaning,
    count,
    least,
    soil: soiler,
  }))

const NO_DATE = { unreachable: 'updatedAt is missing' }
const TEXT_DATE = { unreachable: 'updatedAt is text' }
const FUTURE_DATE = { unreachable: 'updatedAt lies in the future' }
const FOUR_IDS = { accepted: 'four different records' }
const AS_DATE = { accepted: 'the same moment; US text is America/New_York' }
const AS_NUMBER = { accepted: 'the number' }
const AS_WORD = { accepted: 'the one proper word' }
const AS_TOWN = { accepted: 'the proper name of the town' }
const STRANGER = { accepted: 'a mail to somebody unknown: a difference, not a document put aside' }
const AS_ZIP = { accepted: 'five digits' }
const AS_DAY = { accepted: 'the same day' }
const AS_CLOCK = { accepted: 'the same time of that day' }
const AS_BOOLEAN = { accepted: 'true or false' }
const AS_PHONE = { accepted: '"(843) 555-0100" when it has ten digits, else as it stands' }
const AS_MAIL = { accepted: 'trimmed, lower case' }
const NUL = { quarantined: 'nul-byte' }
const AS_FEATURES = { accepted: 'the features; words that nobody knows are kept' }
const KEPT = { accepted: 'kept beside the record' }
const IDS = 'ObjectId("a55e…"), "a55e…", 1, "1"'
const DATES = 'ISO text, "11/21/2026 3:15 PM", epoch seconds, epoch milliseconds'

/** All kinds of dirt in the old database. The seed makes each of them by this table, and by nothing else. */
export const DIRT: readonly Dirt[] = [
  ...rows('agents', [
    ['mixed-ids', IDS, FOUR_IDS, 4, soil.mixedId, 4],
    [
      'unknown-office',
      'office: "Savannah", "Remote"',
      { quarantined: 'unknown-office' },
      2,
      soil.put('office', ['Savannah', 'Remote']),
    ],
    ['updated-at-missing', 'no updatedAt', NO_DATE, 1, soil.drop('updatedAt')],
    [
      'phone-formats',
      '"8435550100", "843.555.0100", "+1 843 555-0100"',
      AS_PHONE,
      14,
      soil.reshape(['phone'], soil.PHONE_SHAPES),
    ],
    ['email-case', '"MARA.HOLLIS@PALMETTO.TEST", " mara… "', AS_MAIL, 6, soil.reshape(['email'], soil.MAIL_SHAPES)],
    ['booleans', 'active: "Y", 1, "true"', AS_BOOLEAN, 9, soil.otherBooleans('active')],
  ]),
  ...rows('contacts', [
    ['mixed-ids', IDS, FOUR_IDS, 4, soil.mixedId, 4],
    ['updated-at-missing', 'no updatedAt', NO_DATE, 16, soil.drop('updatedAt')],
    ['updated-at-text', '"2024-05-06T…Z", "5/6/2024 9:01 AM"', TEXT_DATE, 10, soil.textUpdatedAt],
    ['updated-at-future', 'a year from now', FUTURE_DATE, 6, soil.futureUpdatedAt],
    ['orphan', 'agentId of an agent who is not there', { quarantined: 'orphan' }, 25, soil.missingAgent],
    ['nul-byte', 'lastName: "Hol\\0lis"', NUL, 4, soil.nulIn('lastName')],
    ['created-at-formats', DATES, AS_DATE, 200, soil.reshape(['createdAt'], soil.DATE_SHAPES)],
    ['email-case', '"ANA@MAIL.TEST", " ana@mail.test "', AS_MAIL, 220, soil.reshape(['email'], soil.MAIL_SHAPES)],
    [
      'email-malformed',
      '"none", "bob@", "n/a"',
      { accepted: 'without an address; the original is kept' },
      70,
      soil.put('email', ['none', 'bob@', 'n/a']),
    ],
    [
      'email-empty',
      '"", null',
      { accepted: 'without an address; its searches rest (NoOneToSendTo)' },
      90,
      soil.put('email', ['', null]),
    ],
    ['email-missing', 'no email', { accepted: 'without an address' }, 30, soil.drop('email')],
    [
      'email-shared',
      'two contacts, one address',
      { accepted: 'both; alerts mail the address once' },
      60,
      soil.sharedMail,
    ],
    [
      'phone-formats',
      '"8435550100", "843.555.0100", "555-0100 ext. 4"',
      AS_PHONE,
      400,
      soil.reshape(['phone'], soil.PHONE_SHAPES),
    ],
    ['unknown-fields', 'importBatch, wpPostId, tempNotes', KEPT, 150, soil.leftovers],
  ]),
  ...rows('listings', [
    ['mixed-ids', IDS, FOUR_IDS, 4, soil.mixedId, 4],
    ['updated-at-missing', 'no updatedAt', NO_DATE, 24, soil.drop('updatedAt')],
    ['updated-at-text', '"2024-05-06T…Z", "5/6/2024 9:01 AM"', TEXT_DATE, 18, soil.textUpdatedAt],
    ['updated-at-future', 'a year from now', FUTURE_DATE, 12, soil.futureUpdatedAt],
    [
      'status-unknown',
      '"Bumpable", "Kick-out", "see notes"',
      { quarantined: 'unknown-status' },
      14,
      soil.put('status', ['Bumpable', 'Kick-out', 'see notes']),
    ],
    [
      'price-invalid',
      '0, -1, "call for price"',
      { quarantined: 'invalid-price' },
      16,
      soil.put('price', [0, -1, 'call for price']),
    ],
    [
      'nul-byte',
      'subdivision: "Park\\0 West"',
      NUL,
      6,
      soil.put('subdivision', ['Park\u0000 West', 'Old\u0000 Village']),
    ],
    ['nul-in-remarks', 'remarks: "A cl\\0assic…"', { accepted: 'without the NUL' }, 30, soil.nulIn('remarks')],
    ['updated-at-shared', 'one import, one timestamp', { accepted: 'each of them, once' }, 400, soil.sharedUpdatedAt],
    [
      'price-as-text',
      '"$350,000", "350000.00"',
      { accepted: 'cents' },
      260,
      soil.reshape(['price', 'originalPrice', 'closePrice'], soil.MONEY_TEXT),
    ],
    ['beds-as-text', '"3", "3 BR"', AS_NUMBER, 160, soil.reshape(['beds'], soil.BED_TEXT)],
    ['area-as-text', '"2,140", " 2140 "', AS_NUMBER, 160, soil.reshape(['sqft', 'lotSqft'], soil.COUNT_TEXT)],
    ['listed-at-formats', DATES, AS_DATE, 300, soil.reshape(['listedAt'], soil.DATE_SHAPES)],
    [
      'agent-missing',
      'agentId of an agent who is not there',
      { accepted: 'without an agent until one arrives' },
      40,
      soil.missingAgent,
    ],
    ['status-spellings', 'five spellings each: "ACT", "A", "For Sale", …', AS_WORD, 700, soil.otherStatusWord],
    ['type-spellings', '"SFR", "Condo", "Lot", …', AS_WORD, 400, soil.otherTypeWord],
    ['coordinates-swapped', 'loc: [32.8, -79.9]', { accepted: 'swapped back' }, 60, soil.swappedPlace],
    [
      'coordinates-wrong',
      'loc: [0, 0], [-122.4, 37.8]',
      { accepted: 'without coordinates' },
      45,
      soil.put('loc', [
        [0, 0],
        [-122.4, 37.8],
      ]),
    ],
    ['zip-shapes', '29464, "29464-1234"', AS_ZIP, 240, soil.otherZip],
    ['baths-shapes', '"2.5", { full: 2, half: 1 }', { accepted: 'full and half baths' }, 260, soil.otherBaths],
    ['town-spellings', '"MT PLEASANT", "N. Charleston", padding', AS_TOWN, 320, soil.otherTown],
    ['booleans', 'hideOnline: "N", 0, "false"', AS_BOOLEAN, 300, soil.otherBooleans('hideAddress', 'hideOnline')],
    ['html-remarks', '"<p>…<br/>", "&nbsp;"', { accepted: 'plain text' }, 90, soil.htmlRemarks],
    ['year-built-nonsense', '0, 85, 2087', { accepted: 'no year' }, 80, soil.put('yearBuilt', [0, 85, 2087])],
    ['unknown-fields', 'importBatch, wpPostId, tempNotes', KEPT, 200, soil.leftovers],
    ['features-as-text', 'features: "Pool, dock; FENCED"', AS_FEATURES, 240, soil.otherFeatures],
    ['open-house-dates', `openHouses[0].start: ${DATES}`, AS_DATE, 40, soil.otherVisits],
    ['lot-in-acres', 'lotSqft: "0.46 ac"', { accepted: 'square feet' }, 90, soil.lotInAcres],
  ]),
  ...rows('notes', [
    ['mixed-ids', IDS, FOUR_IDS, 4, soil.mixedId, 4],
    ['updated-at-missing', 'no updatedAt', NO_DATE, 8, soil.drop('updatedAt')],
    ['updated-at-text', '"2024-05-06T…Z", "5/6/2024 9:01 AM"', TEXT_DATE, 6, soil.textUpdatedAt],
    ['orphan', 'contactId of a contact who is not there', { quarantined: 'orphan' }, 20, soil.missingContact],
    ['body-empty', '"", "<p></p>"', { quarantined: 'missing-text' }, 15, soil.put('body', ['', '<p></p>', ' &nbsp; '])],
    ['nul-in-body', 'body: "Call\\0ed…"', { accepted: 'without the NUL' }, 12, soil.nulIn('body')],
    [
      'agent-missing',
      'agentId of an agent who is not there',
      { accepted: 'without its author' },
      30,
      soil.missingAgent,
    ],
    ['html-body', '"<p>…<br>", "&#39;", "&nbsp;"', { accepted: 'plain text' }, 240, calendar.htmlBody],
    ['created-at-formats', DATES, AS_DATE, 120, soil.reshape(['createdAt'], soil.DATE_SHAPES)],
    ['booleans', 'pinned: "Y", 1, "true"', AS_BOOLEAN, 160, soil.otherBooleans('pinned')],
    ['unknown-fields', 'importBatch, wpPostId, tempNotes', KEPT, 90, soil.leftovers],
  ]),
  ...rows('tasks', [
    ['mixed-ids', IDS, FOUR_IDS, 4, soil.mixedId, 4],
    ['updated-at-missing', 'no updatedAt', NO_DATE, 8, soil.drop('updatedAt')],
    ['updated-at-text', '"2024-05-06T…Z", "5/6/2024 9:01 AM"', TEXT_DATE, 4, soil.textUpdatedAt],
    ['updated-at-future', 'a year from now', FUTURE_DATE, 2, soil.futureUpdatedAt],
    ['orphan', 'contactId of a contact who is not there', { quarantined: 'orphan' }, 15, soil.missingContact],
    ['title-empty', '"", null', { quarantined: 'missing-text' }, 5, soil.put('title', ['', null])],
    ['nul-byte', 'title: "Call\\0 Ana"', NUL, 3, soil.nulIn('title')],
    [
      'due-unreadable',
      'dueDate: "tomorrow", "ASAP", "next wk"',
      { quarantined: 'invalid-date' },
      6,
      soil.put('dueDate', ['tomorrow', 'ASAP', 'next wk']),
    ],
    ['due-formats', '"11/24/2026", midnight of UTC as a date, as a number', AS_DAY, 160, calendar.otherDays],
    ['time-formats', '"2:30 PM", "1430", "2.30p"', AS_CLOCK, 90, calendar.otherClocks],
    [
      'agent-missing',
      'agentId of an agent who is not there',
      { accepted: "the contact's agent does it" },
      20,
      soil.missingAgent,
    ],
    ['type-spellings', '"CALL", "follow_up", " Email "', AS_WORD, 160, calendar.otherWords('type')],
    ['priority-shapes', '1, "h", "HIGH"', AS_WORD, 150, calendar.otherPriority],
    ['booleans', 'done: "Y", 1, "true"', AS_BOOLEAN, 150, soil.otherBooleans('done')],
    ['unknown-fields', 'importBatch, wpPostId, tempNotes', KEPT, 60, soil.leftovers],
  ]),
  ...rows('appointments', [
    ['mixed-ids', IDS, FOUR_IDS, 4, soil.mixedId, 4],
    ['updated-at-missing', 'no updatedAt', NO_DATE, 4, soil.drop('updatedAt')],
    ['updated-at-text', '"2024-05-06T…Z", "5/6/2024 9:01 AM"', TEXT_DATE, 3, soil.textUpdatedAt],
    ['orphan', 'contactId of a contact who is not there', { quarantined: 'orphan' }, 10, soil.missingContact],
    ['end-before-start', 'AM for PM', { quarantined: 'ends-before-start' }, 6, calendar.endBeforeStart],
    [
      'status-unknown',
      '"maybe", "see notes"',
      { quarantined: 'unknown-appointment-status' },
      5,
      soil.put('status', ['maybe', 'see notes']),
    ],
    ['status-spellings', '"DONE", "no_show", " confirmed "', AS_WORD, 110, calendar.otherWords('status')],
    ['type-spellings', '"SHOWING", "Open_house"', AS_WORD, 100, calendar.otherWords('type')],
    ['end-as-minutes', 'no end, minutes: 45', { accepted: 'that much after its start' }, 90, calendar.minutesForEnd],
    ['start-formats', DATES, AS_DATE, 70, soil.reshape(['start', 'end'], soil.DATE_SHAPES)],
    [
      'listing-missing',
      'listingId of a home that is not there',
      { accepted: 'without the home' },
      20,
      soil.missingListing,
    ],
    ['unknown-fields', 'importBatch, wpPostId, tempNotes', KEPT, 40, soil.leftovers],
  ]),
  ...rows('savedSearches', [
    ['mixed-ids', IDS, FOUR_IDS, 4, soil.mixedId, 4],
    ['updated-at-missing', 'no updatedAt', NO_DATE, 12, soil.drop('updatedAt')],
    ['updated-at-text', '"2024-05-06T…Z", "5/6/2024 9:01 AM"', TEXT_DATE, 8, soil.textUpdatedAt],
    ['updated-at-future', 'a year from now', FUTURE_DATE, 4, soil.futureUpdatedAt],
    ['orphan', 'contactId of a contact who is not there', { quarantined: 'orphan' }, 30, soil.missingContact],
    ['nul-byte', 'name: "3+ b\\0eds"', NUL, 3, soil.nulIn('name')],
    [
      'price-as-text',
      'minPrice: "$350,000"',
      { accepted: 'cents' },
      160,
      soil.reshape(['criteria.minPrice', 'criteria.maxPrice'], soil.MONEY_TEXT),
    ],
    [
      'numbers-as-text',
      'beds: "3", baths: "2.5"',
      AS_NUMBER,
      120,
      soil.reshape(['criteria.beds', 'criteria.baths', 'criteria.minSqft'], soil.COUNT_TEXT),
    ],
    ['min-over-max', 'minPrice 500000, maxPrice 200000', { accepted: 'swapped' }, 25, soil.minOverMax],
    ['empty-criteria', '"", 0, null', { accepted: 'any' }, 300, soil.emptyCriteria],
    ['town-spellings', '"MT PLEASANT", "N. Charleston", padding', AS_TOWN, 200, soil.otherTowns],
    ['zip-shapes', '29464, "29464-1234"', AS_ZIP, 120, soil.otherZips],
    ['type-spellings', '"SFR", "Condo", "Lot", …', AS_WORD, 150, soil.otherTypeWords],
    ['booleans', 'active: "Y", 1, "true"', AS_BOOLEAN, 150, soil.otherBooleans('active')],
    ['created-at-formats', DATES, AS_DATE, 150, soil.reshape(['createdAt'], soil.DATE_SHAPES)],
    ['unknown-fields', 'importBatch, wpPostId, tempNotes', KEPT, 120, soil.leftovers],
  ]),
  ...rows('sentAlerts', [
    ['mixed-ids', IDS, FOUR_IDS, 4, soil.mixedId, 4],
    ['updated-at-missing', 'no updatedAt', NO_DATE, 40, soil.drop('updatedAt')],
    ['updated-at-text', '"2024-05-06T…Z", "5/6/2024 9:01 AM"', TEXT_DATE, 6, soil.textUpdatedAt],
    ['sent-at-formats', DATES, AS_DATE, 60, soil.reshape(['sentAt'], soil.DATE_SHAPES)],
    ['unknown-person', 'contactId of a contact who is not there', STRANGER, 20, soil.missingContact],
    ['nul-byte', 'to: "ana\\0@mail.test"', NUL, 2, soil.nulIn('to')],
    [
      'email-malformed',
      'to: "none", "ana@mail"',
      { accepted: 'no address' },
      15,
      soil.put('to', ['none', 'ana@mail', '']),
    ],
    ['prices-as-text', 'prices: "$350,000"', { accepted: 'cents' }, 40, soil.textPrices],
    ['one-home', 'listingIds: an id, not a list', { accepted: 'one home' }, 30, soil.oneHome],
    ['unknown-fields', 'importBatch, wpPostId, tempNotes', KEPT, 30, soil.leftovers],
  ]),
  ...rows('deals', [
    ['mixed-ids', IDS, FOUR_IDS, 4, soil.mixedId, 4],
    ['updated-at-missing', 'no updatedAt', NO_DATE, 4, soil.drop('updatedAt')],
    ['updated-at-text', '"2024-05-06T…Z", "5/6/2024 9:01 AM"', TEXT_DATE, 3, soil.textUpdatedAt],
    ['orphan', 'contactId of a contact who is not there', { quarantined: 'orphan' }, 4, soil.missingContact],
    [
      'stage-unknown',
      '"on ice", "see notes"',
      { quarantined: 'unknown-stage' },
      3,
      soil.put('stage', ['on ice', 'see notes']),
    ],
    ['price-invalid', '"ask owner", -1', { quarantined: 'invalid-price' }, 2, soil.put('price', ['ask owner', -1])],
    ['stage-spellings', '"U/C", "CTC", "dead", "Won"', AS_WORD, 60, dealSoil.otherStageWords],
    ['price-as-text', '"$425,000"', { accepted: 'cents' }, 40, soil.reshape(['price'], soil.MONEY_TEXT)],
    [
      'commission-shapes',
      '"3 %", 0.03, "$12750"',
      { accepted: 'hundredths of a percent of the price' },
      60,
      dealSoil.otherCommissions,
    ],
    [
      'agent-missing',
      'agentId: "", or of nobody',
      { accepted: 'the agent of its contact' },
      8,
      soil.put('agentId', ['', 'left-us']),
    ],
    ['listing-missing', 'listingId of no listing', { accepted: 'linked when it arrives' }, 6, soil.missingListing],
    ['milestones-by-name', '{ Inspection: day, … }', { accepted: 'the same days' }, 20, dealSoil.namedMilestones],
    ['milestone-strange', '{ kind: "Survey", due: "soon" }', KEPT, 8, dealSoil.strangeMilestone],
    ['days-as-text', '"12/15/2026", "2026-12-15", as a number', AS_DAY, 20, dealSoil.otherDays],
    ['unknown-fields', 'importBatch, wpPostId, tempNotes', KEPT, 15, soil.leftovers],
  ]),
  ...rows('offices', [['no-address', 'address: ""', { quarantined: 'missing-address' }, 1, soil.put('address', [''])]]),
  ...rows('photos', [
    ['updated-at-missing', 'no updatedAt', NO_DATE, 6, soil.drop('updatedAt')],
    [
      'url-broken',
      '"null", "C:\\\\photos\\\\1.jpg"',
      { quarantined: 'invalid-url' },
      6,
      soil.put('url', ['null', 'C:\\photos\\1.jpg']),
    ],
    [
      'order-strange',
      'order: "2", -1, "last"',
      { accepted: 'its place, or the last one' },
      20,
      soil.put('order', ['2', -1, 'last']),
    ],
    ['caption-empty', 'caption: "", " "', { accepted: 'a photo without words' }, 40, soil.put('caption', ['', ' '])],
    ['home-unknown', 'listingId of no listing', { quarantined: 'orphan' }, 5, soil.missingListing],
    ['unknown-fields', 'importBatch, wpPostId, tempNotes', KEPT, 20, soil.leftovers],
  ]),
  ...rows('leads', [
    ['mixed-ids', IDS, FOUR_IDS, 4, soil.mixedId, 4],
    ['updated-at-missing', 'no updatedAt', NO_DATE, 3, soil.drop('updatedAt')],
    [
      'email-malformed',
      'email: "none", "ana@mail"',
      { accepted: 'without an address, where there is a phone number' },
      8,
      soil.put('email', ['none', 'ana@mail']),
    ],
    [
      'status-unknown',
      'status: "hot", "see Bob"',
      { quarantined: 'unknown-lead-status' },
      4,
      soil.put('status', ['hot', 'see Bob']),
    ],
    ['home-unknown', 'listingId of no listing', { accepted: 'linked when it arrives' }, 6, soil.missingListing],
    ['created-at-formats', DATES, AS_DATE, 20, soil.reshape(['createdAt'], soil.DATE_SHAPES)],
    ['unknown-fields', 'importBatch, wpPostId, tempNotes', KEPT, 15, soil.leftovers],
  ]),
]
