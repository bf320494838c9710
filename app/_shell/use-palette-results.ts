'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { streetLine, townLine } from '../_homes/address.words.ts'
import { useTRPC } from '../_trpc/client.tsx'
import { formatMoney } from '../_ui/format.ts'
import type { Found } from './recents.ts'

const LEAST = 2

/** Homes, people, places and alerts that were typed, in one question; the one before it is called off. */
export function usePaletteResults(typed: string): { found: Found[]; isLoading: boolean } {
  const options = { placeholderData: keepPreviousData, staleTime: 10_000, trpc: { abortOnUnmount: true } }
  const isAsked = typed.length >= LEAST
  const { data, isFetching } = useQuery(
    useTRPC().find.anything.queryOptions({ q: typed }, { ...options, enabled: isAsked }),
  )
  if (!isAsked || !data) return { found: [], isLoading: isAsked && isFetching }
  const found: Found[] = [
    ...data.people.map(({ id, fullName, email, phone }) => ({
      ...{ kind: 'person' as const, id, href: `/contacts/${id}`, label: fullName },
      detail: [email, phone].filter(Boolean).join(' · ') || 'No way to reach them yet',
    })),
    ...data.places.map(({ kind, key, name, homes }) => ({
      ...{ kind: 'place' as const, id: key, label: `Homes in ${kind === 'zip' ? `${key}, ${name}` : name}` },
      href: `/listings?${kind === 'zip' ? 'postalCodes' : 'citySlugs'}=${key}`,
      detail: homes === 1 ? '1 home for sale' : `${homes} homes for sale`,
    })),
    ...data.homes.map((home) => ({
      ...{ kind: 'home' as const, id: home.id, href: `/listings/${home.id}`, label: streetLine(home) },
      detail: `${townLine(home)} · ${formatMoney(home.listPriceCents)} · MLS# ${home.mlsNumber}`,
    })),
    ...data.alerts.map(({ id, name, contactName, activeYN }) => ({
      ...{ kind: 'alert' as const, id, href: `/alerts/${id}`, label: name },
      detail: activeYN ? contactName : `${contactName} · off`,
    })),
  ]
  return { found, isLoading: isFetching }
}
