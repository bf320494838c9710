import { CONTACT_STAGES, type ContactStageName } from '#server/domain/contacts/contacts.words.ts'
import { readChoice, readId, readText } from '../_lists/params.ts'

/** What the address of the contacts page can hold. A value that makes no sense counts as not there. */
export type ContactFilters = {
  q?: string | undefined
  stage?: ContactStageName | undefined
  agentId?: string | undefined
}

/** Page address -> filters. Takes the browser's parameters and the server's alike. */
export function readFilters(params: Iterable<[string, string]>): ContactFilters {
  const { q, stage, agentId } = Object.fromEntries<string | undefined>(params)
  return { q: readText(q), stage: readChoice(stage, CONTACT_STAGES), agentId: readId(agentId) }
}
