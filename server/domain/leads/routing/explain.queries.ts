import type { Context } from '#server/context.ts'
import { notFound } from '#server/errors.ts'
import { visibleInquiries } from '../inbox/leads.policy.ts'
import { readNames } from './names.sql.ts'
import type { Considered, StoredDecision } from './routing.types.ts'
import { lineSaid } from './routing.words.ts'
import { readDecisions } from './stored.queries.ts'
import { CAP_SAID, TERM_WORDS, WHY_NOT_SAID, WHY_NOT_YOURS, type WhyNot } from './why-not.words.ts'

const termsSaid = ({ terms }: Considered) =>
  terms.map(({ name, value }) => ({ name, value, most: TERM_WORDS[name].most, label: TERM_WORDS[name].label }))

/** Every decision about a lead: which lines were looked at, who was considered, and why not each of them. */
export async function explainDecisions({ db, actor }: Context, { inquiryId }: { inquiryId: string }) {
  const visible = { AND: [visibleInquiries(actor), { id: inquiryId }] }
  if (!(await db.inquiry.findFirst({ where: visible, select: { id: true } }))) throw notFound('This lead')
  const decisions = await readDecisions(db, inquiryId)
  const names = await readNames(db, [...new Set(decisions.flatMap(idsOf))])
  return decisions.map(({ considered, lines, ...decision }) => ({
    ...decision,
    lines,
    asked: askedOf(decision).map((id) => ({ id, fullName: names[id] ?? 'Somebody who is gone' })),
    pond: decision.outcome.kind === 'pond' ? (names[decision.outcome.pondId] ?? null) : null,
    considered: considered.map((each) => ({
      ...each,
      fullName: names[each.agentId] ?? 'Somebody who is gone',
      ruleName: lines.find(({ ruleId }) => ruleId === each.ruleId)?.ruleName ?? '',
      said: each.whyNot.map((why) => WHY_NOT_SAID[why]),
      terms: termsSaid(each),
    })),
  }))
}

const askedOf = ({ outcome }: Pick<StoredDecision, 'outcome'>): string[] =>
  outcome.kind === 'assign' ? [outcome.agentId] : outcome.kind === 'pond' ? [] : outcome.agentIds

const idsOf = ({ considered, outcome }: StoredDecision) => [
  ...considered.map(({ agentId }) => agentId),
  ...askedOf({ outcome }),
  ...(outcome.kind === 'pond' ? [outcome.pondId] : []),
]

const RELATED: readonly WhyNot[] = ['had-share', 'lower-score']

/**
 * Why somebody did not get a lead they were considered for: their own line, and nobody else's. Whoever was not
 * considered reads nothing, not even that there is such a lead.
 */
export async function whyNotMe({ db, actor }: Context, { inquiryId }: { inquiryId: string }) {
  const decisions = await readDecisions(db, inquiryId)
  const mine = decisions.flatMap(({ hop, decidedAt, considered, lines }) =>
    considered
      .filter(({ agentId }) => agentId === actor.personId)
      .map((own) => {
        const line = lines.find(({ ruleId }) => ruleId === own.ruleId)
        return {
          ...{ hop, decidedAt, ruleName: line?.ruleName ?? '', wasAsked: own.whyNot.length === 0 },
          method: line ? lineSaid(line.method) : '',
          said: own.whyNot.map((why) => WHY_NOT_YOURS[why]),
          terms: termsSaid(own),
          score: own.score,
          cap: own.whyNot.some((why) => RELATED.includes(why)) ? CAP_SAID : null,
        }
      }),
  )
  if (mine.length === 0) throw notFound('This lead')
  return mine
}
