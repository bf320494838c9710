import type { ObjectId } from 'mongodb'

export type LegacyId = ObjectId | string | number

/** A document as it may really stand in the old database: nothing about it can be trusted. */
export type LegacyDoc = { _id: LegacyId; [field: string]: unknown }

export const COLLECTIONS = [
  'offices',
  'agents',
  'contacts',
  'listings',
  'photos',
  'leads',
  'savedSearches',
  'notes',
  'tasks',
  'appointments',
  'sentAlerts',
  'deals',
] as const
export type CollectionName = (typeof COLLECTIONS)[number]

export const OFFICES = ['Charleston', 'Mount Pleasant', 'Summerville', 'Beaufort'] as const
export type OfficeName = (typeof OFFICES)[number]

// The shapes as they were meant to be; `dirt.ts` is what became of them.

export type Office = {
  _id: ObjectId
  name: string
  address: string
  phone: string
  timeZone: string
  updatedAt: Date
}

export type Photo = {
  _id: ObjectId
  listingId: unknown
  url: string
  caption: string
  order: number
  createdAt: Date
  updatedAt: Date
}

export type Lead = {
  _id: ObjectId
  name: string
  email: string
  phone: string
  message: string
  kind: 'question' | 'showing'
  source: string
  listingId: unknown
  agentId: unknown
  contactId?: unknown
  status: 'new' | 'assigned' | 'contacted' | 'working' | 'converted' | 'closed'
  createdAt: Date
  updatedAt: Date
}

export type Agent = {
  _id: ObjectId
  name: string
  email: string
  phone: string
  title: string
  office: OfficeName
  team?: string
  role: 'agent' | 'lead' | 'manager'
  active: boolean
  updatedAt: Date
}

export type Contact = {
  _id: ObjectId
  firstName: string
  lastName: string
  email: string
  phone: string
  agentId: unknown
  stage: 'lead' | 'active' | 'client' | 'past'
  source: string
  createdAt: Date
  updatedAt: Date
}

export type OpenHouse = { start: Date; end: Date; status?: 'Canceled'; note?: string }

export type Listing = {
  _id: ObjectId
  mlsNumber: string
  status: StatusWord
  propertyType: TypeWord
  /** Whole dollars. */
  price: number
  originalPrice: number
  closePrice?: number
  beds: number
  /** 2.5 is two full baths and a half bath. */
  baths: number
  sqft: number | null
  lotSqft?: number
  yearBuilt: number | null
  address: { street: string; unit?: string; city: string; state: 'SC'; zip: string }
  loc: [longitude: number, latitude: number]
  subdivision?: string
  remarks: string
  features: string[]
  openHouses?: OpenHouse[]
  photos: string[]
  agentId: unknown
  officeName: OfficeName
  hideAddress: boolean
  hideOnline: boolean
  listedAt: Date
  updatedAt: Date
}

export type Criteria = {
  minPrice?: number
  maxPrice?: number
  beds?: number
  baths?: number
  minSqft?: number
  maxSqft?: number
  types?: TypeWord[]
  towns?: string[]
  zips?: string[]
  near?: { lat: number; lng: number; miles: number }
}

export type SavedSearch = {
  _id: ObjectId
  contactId: unknown
  agentId: unknown
  name: string
  criteria: Criteria
  statuses?: StatusWord[]
  events?: ('new' | 'price' | 'back')[]
  frequency: 'instant'
  active: boolean
  createdAt: Date
  updatedAt: Date
}

/** Home i at prices[i] dollars, as events[i]. What was logged before there were prices has none, nor an address. */
export type SentAlert = {
  _id: ObjectId
  searchId: unknown
  contactId: unknown
  to?: unknown
  listingIds: unknown[]
  prices?: unknown[]
  events?: ('new' | 'price' | 'back')[]
  sentAt: Date
  updatedAt: Date
}

export type DealStageWord = 'Prospect' | 'Active' | 'Offer' | 'Under contract' | 'Closing' | 'Closed' | 'Lost'

export type Deal = {
  _id: ObjectId
  contactId: unknown
  agentId: unknown
  listingId?: unknown
  /** Where it is, when it is no home of the list. */
  address?: string
  side: 'Buyer' | 'Seller' | 'Both'
  stage: DealStageWord
  stageSince: Date
  /** Whole dollars. */
  price?: number
  /** Percent of the price. */
  commission: number
  /** Days, as midnight of UTC. */
  expectedClose?: Date
  closedAt?: Date
  lostReason?: string
  milestones: { kind: string; due: Date; doneAt?: Date }[]
  createdAt: Date
  updatedAt: Date
}

export type Note = {
  _id: ObjectId
  contactId: unknown
  agentId: unknown
  body: string
  pinned: boolean
  createdAt: Date
  updatedAt: Date
}

export type Task = {
  _id: ObjectId
  contactId?: unknown
  agentId: unknown
  title: string
  notes?: string
  type: 'call' | 'text' | 'email' | 'showing' | 'follow up' | 'closing' | 'other'
  priority: 'low' | 'normal' | 'high'
  /** "2026-11-24", and "14:30" by the clock of the office, New York's. */
  dueDate?: string
  dueTime?: string
  done: boolean
  doneAt?: Date
  createdAt: Date
  updatedAt: Date
}

export type Appointment = {
  _id: ObjectId
  contactId?: unknown
  agentId: unknown
  listingId?: unknown
  title: string
  type: 'Showing' | 'Listing presentation' | 'Open house' | 'Inspection' | 'Closing' | 'Other'
  status: 'scheduled' | 'confirmed' | 'done' | 'canceled' | 'no-show'
  start: Date
  end: Date
  location?: string
  notes?: string
  createdAt: Date
  updatedAt: Date
}

/** The first spelling of each status is the proper one; the others are what people typed. */
export const STATUS_WORDS = {
  Active: ['Active', 'active', 'ACT', 'A', 'For Sale'],
  'Under Contract': ['Under Contract', 'under contract', 'AUC', 'contingent', 'Contingent'],
  Pending: ['Pending', 'pending', 'PEND', 'P', 'PENDING'],
  Sold: ['Sold', 'closed', 'CLS', 'S', 'SOLD'],
  Withdrawn: ['Withdrawn', 'withdrawn', 'W/D', 'WDN', 'Off market'],
  'Coming Soon': ['Coming Soon', 'coming soon', 'CS', 'COMING SOON', 'Coming soon'],
  Expired: ['Expired', 'expired', 'EXP', 'EXPIRED', 'exp'],
  Canceled: ['Canceled', 'Cancelled', 'CXL', 'canceled', 'CANCELLED'],
  'Temp Off': ['Temp Off', 'temp off', 'TEMP OFF', 'Temp off', ' Temp Off '],
} as const
export type StatusWord = keyof typeof STATUS_WORDS

export const TYPE_WORDS = {
  'Single Family Residence': ['Single Family Residence', 'SFR', 'Single Family', 'house', 'House'],
  Townhouse: ['Townhouse', 'townhouse', 'TOWNHOUSE', 'Townhome', 'TH'],
  Condominium: ['Condominium', 'Condo', 'condo', 'CONDO', 'condominium'],
  'Manufactured Home': ['Manufactured Home', 'manufactured', 'Mobile Home', 'mobile', 'Manufactured'],
  Duplex: ['Duplex', 'duplex', 'DUPLEX', ' Duplex', 'Duplex '],
  'Unimproved Land': ['Unimproved Land', 'Land', 'land', 'Lot', 'LAND'],
} as const
export type TypeWord = keyof typeof TYPE_WORDS
