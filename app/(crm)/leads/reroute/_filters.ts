import { readChoice } from '../../_lists/params.ts'

/** What the address of the page can hold: whose leads, and whether only those that nobody works. */
export type RerouteFilters = { agent?: string | undefined; idle?: 'yes' | undefined }

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export function readRerouteFilters(params: Iterable<[string, string]>): RerouteFilters {
  const { agent, idle } = Object.fromEntries<string | undefined>(params)
  return { agent: agent && ID.test(agent) ? agent : undefined, idle: readChoice(idle, ['yes'] as const) }
}
