import { type Db, ObjectId } from 'mongodb'
import type { LegacyDoc } from '#world/legacy/documents.ts'
import type { Handler, Route } from './http.ts'
import { findRecord, findRecords, type Kind } from './records.ts'

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => text.replace(/[&<>"']/g, (mark) => ESCAPES[mark] ?? mark)

const STYLE = `body{font:13px Arial,Helvetica,sans-serif;margin:0;background:#e9edf0;color:#222}
header{background:#2f5d50;color:#fff;padding:8px 16px}header a{color:#fff;margin-right:14px}main{padding:16px}
h1{font-size:20px}table{border-collapse:collapse;background:#fff}td,th{border:1px solid #b9c2c6;padding:4px 8px;text-align:left}`

const TITLES = {
  agents: 'Agents',
  contacts: 'Contacts',
  listings: 'Listings',
  'saved-searches': 'Saved searches',
  notes: 'Notes',
  tasks: 'Tasks',
  deals: 'Deals',
} as const satisfies Record<Kind, string>

const layout = (title: string, content: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)} - LowCountry CRM</title>
<style>${STYLE}</style></head><body><header><b>LowCountry CRM</b> &nbsp; ${Object.entries(TITLES)
    .map(([kind, name]) => `<a href="/${kind}">${name}</a>`)
    .join('')}</header><main><h1>${escaped(title)}</h1>${content}</main></body></html>`

const shown = (value: unknown): string =>
  value instanceof Date ? value.toISOString() : typeof value === 'object' ? JSON.stringify(value) : String(value)

const firstText = (...values: unknown[]) => values.find((value) => typeof value === 'string' && value !== '')

/** What the old site calls a record. */
function titleOf({ _id, name, mlsNumber, title, text, stage, ...doc }: LegacyDoc): string {
  const person = [doc.firstName, doc.lastName].filter(Boolean).join(' ')
  const deal = typeof doc.side === 'string' && `${stage}: ${doc.side}, ${doc.address ?? 'a home of the list'}`
  return String(firstText(name, person, title, mlsNumber && `MLS ${mlsNumber}`, deal, text, doc.email) ?? _id)
}

const table = (doc: LegacyDoc) =>
  `<table>${Object.entries(doc)
    .map(([name, value]) => `<tr><th>${escaped(name)}</th><td>${escaped(shown(value))}</td></tr>`)
    .join('')}</table>`

const list = (kind: Kind, docs: LegacyDoc[]) =>
  `<ul>${docs
    .map((doc) => `<li><a href="/${kind}/${encodeURIComponent(String(doc._id))}">${escaped(titleOf(doc))}</a></li>`)
    .join('')}</ul>`

const showList =
  (db: Db, kind: Kind): Handler =>
  async ({ query }) => ({ html: layout(TITLES[kind], list(kind, await findRecords(db, kind, query))) })

/** Kinds that hang on a contact, and stand on its page. */
const OF_A_CONTACT = ['saved-searches', 'notes', 'tasks', 'deals'] as const satisfies Kind[]

/** What Palmetto calls records of these kinds. */
const TWINS: Partial<Record<Kind, string>> = {
  contacts: 'contact',
  listings: 'listing',
  'saved-searches': 'search',
  deals: 'deal',
}

/** 7, "7" and an ObjectId stay apart, as the sync names them. */
function twinOf(kind: Kind, { _id }: LegacyDoc, palmettoUrl: string | undefined): string {
  const name = TWINS[kind]
  if (!name || !palmettoUrl) return ''
  const type = _id instanceof ObjectId ? 'o' : typeof _id === 'number' ? 'n' : 's'
  const href = `${palmettoUrl}/twins/${name}/${encodeURIComponent(`${type}:${String(_id)}`)}`
  return `<p><a href="${escaped(href)}">Open in Palmetto</a></p>`
}

const showRecord =
  (db: Db, kind: Kind, palmettoUrl: string | undefined): Handler =>
  async ({ params }) => {
    const doc = await findRecord(db, kind, params.id ?? '')
    if (!doc) return { status: 404, html: layout('Not found', '<p>No such record.</p>') }
    const parts = [twinOf(kind, doc, palmettoUrl), table(doc)]
    for (const other of kind === 'contacts' ? OF_A_CONTACT : []) {
      const docs = await findRecords(db, other, new URLSearchParams({ contactId: String(doc._id) }))
      if (docs.length > 0) parts.push(`<h2>${TITLES[other]}</h2>${list(other, docs)}`)
    }
    return { html: layout(titleOf(doc), parts.join('')) }
  }

const isKind = (name: string): name is Kind => name in TITLES

/** The old site's pages: a list and a record of each kind, made on the server. */
export const pageRoutes = (db: Db, palmettoUrl?: string): Route[] => [
  ['GET', '/', showList(db, 'contacts')],
  ...Object.keys(TITLES)
    .filter(isKind)
    .flatMap((kind): Route[] => [
      ['GET', `/${kind}`, showList(db, kind)],
      ['GET', `/${kind}/:id`, showRecord(db, kind, palmettoUrl)],
    ]),
]
