'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { streetLine, townLine } from '../_homes/home.words.ts'
import { useTRPC } from '../_trpc/client.tsx'
import { formatMoney } from '../_ui/format.ts'

export type Found = { id: string; href: string; label: string; detail: string }

const SHOWN = 6

/** Homes, people and saved searches that match what was typed. Nothing is asked before two letters. */
export function usePaletteResults(query: string): { homes: Found[]; people: Found[]; alerts: Found[] } {
  const trpc = useTRPC()
  const options = { enabled: query.length >= 2, placeholderData: keepPreviousData, staleTime: 10_000 }
  const homes = useQuery(trpc.listings.list.queryOptions({ q: query }, options))
  const people = useQuery(trpc.contacts.list.queryOptions({ q: query }, options))
  const alerts = useQuery(trpc.alerts.list.queryOptions({ q: query }, options))
  if (query.length < 2) return { homes: [], people: [], alerts: [] }
  return {
    homes: (homes.data?.items ?? []).slice(0, SHOWN).map((home) => ({
      id: home.id,
      href: `/listings/${home.id}`,
      label: streetLine(home),
      detail: `${townLine(home)} · ${formatMoney(home.listPriceCents)}`,
    })),
    people: (people.data?.items ?? []).slice(0, SHOWN).map(({ id, fullName, email, phone }) => ({
      id,
      href: `/contacts/${id}`,
      label: fullName,
      detail: email ?? phone ?? 'No way to reach them yet',
    })),
    alerts: (alerts.data?.items ?? []).slice(0, SHOWN).map(({ id, name, contact }) => ({
      id,
      href: `/alerts/${id}`,
      label: name,
      detail: contact.fullName,
    })),
  }
}
