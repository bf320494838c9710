import { sourceIdOf } from '#server/adapters/mongo/mongo.documents.ts'
import { isMissing, type Reference, type Refusal, refuse, type Wanted } from './transform.ts'

/**
 * Whom something is about and who has to do it. With a contact it waits for the contact, whose agent does what nobody is
 * named for; without one it waits for its agent.
 */
export function forWhom(fields: Record<string, unknown>): { needs: Reference; wants: Wanted | null } | Refusal {
  const agent: Wanted | null = isMissing(fields.agentId)
    ? null
    : { stream: 'agents', sourceId: sourceIdOf(fields.agentId) }
  if (!isMissing(fields.contactId)) {
    return { needs: { stream: 'contacts', sourceId: sourceIdOf(fields.contactId) }, wants: agent }
  }
  return agent ? { needs: agent, wants: null } : refuse('missing-agent', 'agentId', fields.agentId)
}
