import type { PeopleFilters } from './_queries.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** What the address asks for; nonsense asks for nothing. */
export function readPeopleFilters(params: { get: (name: string) => string | null }): PeopleFilters {
  const [search, officeId] = [params.get('q')?.trim().slice(0, 80), params.get('office') ?? '']
  return {
    ...(search ? { search } : {}),
    ...(UUID.test(officeId) ? { officeId } : {}),
    ...(params.get('removed') === '1' ? { withRemoved: true } : {}),
  }
}

export function writePeopleFilters({ search, officeId, withRemoved }: PeopleFilters): string {
  const params = new URLSearchParams()
  if (search) params.set('q', search)
  if (officeId) params.set('office', officeId)
  if (withRemoved) params.set('removed', '1')
  return params.size > 0 ? `?${params}` : ''
}
