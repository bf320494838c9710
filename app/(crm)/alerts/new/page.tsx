import type { Metadata } from 'next'
import { env } from '#server/env.ts'
import { serverCaller } from '../../../_trpc/server.tsx'
import { NOBODY_ELSE } from '../_audience.ts'
import { NewAlert } from '../_components/new-alert.tsx'
import { readCriteria } from '../_criteria-url.ts'
import { AT_ONCE, type PickedContact } from '../_draft.ts'

export const metadata: Metadata = { title: 'New alert' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The person whose page led here; none when the address names nobody who can be seen. */
async function pickedContact(contactId: string | undefined): Promise<PickedContact | null> {
  if (!contactId) return null
  const found = await (await serverCaller()).contacts.byId({ contactId }).catch(() => null)
  return found && { id: found.id, fullName: found.fullName, email: found.email }
}

export default async function NewAlertPage({ searchParams }: Props) {
  const params = Object.entries(await searchParams).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[key, value]] : [],
  )
  const contact = await pickedContact(Object.fromEntries(params).contactId)
  return (
    <NewAlert
      draftKey={`alert-draft:new?${new URLSearchParams(params)}`}
      initial={{
        ...{ contact, name: null, criteria: readCriteria(params), rhythm: AT_ONCE, basedOnVersion: 0 },
        ...{ audience: NOBODY_ELSE, firstSend: false },
      }}
      mapStyleUrl={env.MAP_STYLE_URL}
    />
  )
}
