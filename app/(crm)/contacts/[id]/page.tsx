import type { Metadata } from 'next'
import { found } from '../../../_trpc/found.ts'
import { getQueryClient, Hydrate, trpc } from '../../../_trpc/server.tsx'
import { alertPages, nextMail } from '../../alerts/_queries.ts'
import { appointmentsOfContact, tasksOfContact } from '../../calendar/_queries.ts'
import { dealsOfContact } from '../../deals/_queries.ts'
import { leadsOfContact } from '../../leads/_queries.ts'
import { contactById, homesShown, notesOf, timelinePages, verdictsOf } from '../_queries.ts'
import { ContactPage } from './_components/contact-page.tsx'

export const metadata: Metadata = { title: 'Contact' }

type Props = { params: Promise<{ id: string }> }

export default async function Page({ params }: Props) {
  const { id } = await params
  const queryClient = getQueryClient()
  void queryClient.prefetchInfiniteQuery(timelinePages(trpc, id))
  void queryClient.prefetchInfiniteQuery(alertPages(trpc, { contactId: id }))
  void queryClient.prefetchInfiniteQuery(notesOf(trpc, id))
  void queryClient.prefetchQuery(tasksOfContact(trpc, id))
  void queryClient.prefetchQuery(appointmentsOfContact(trpc, id))
  void queryClient.prefetchQuery(homesShown(trpc, id))
  void queryClient.prefetchQuery(verdictsOf(trpc, id))
  void queryClient.prefetchQuery(nextMail(trpc, id))
  void queryClient.prefetchQuery(leadsOfContact(trpc, id))
  void queryClient.prefetchQuery(dealsOfContact(trpc, id))
  await found(queryClient.fetchQuery(contactById(trpc, id)))
  return (
    <Hydrate>
      <ContactPage id={id} />
    </Hydrate>
  )
}
