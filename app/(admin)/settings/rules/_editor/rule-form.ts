import type { Conditions, DefaultRule, Rule } from '#server/domain/leads/routing/routing.types.ts'
import type { Editing } from '../_components/rules.tsx'
import type { Draft } from '../_queries.ts'

/** A rule while it is written; of the last line the conditions and the reason are not used. */
export type RuleForm = Omit<Rule, 'when' | 'reason'> & { when: Conditions; reason: string }

const NO_POOL = { officeIds: [], teamIds: [], agentIds: [] }

const aNewRule = (): RuleForm => ({
  ...{ id: crypto.randomUUID(), name: '', when: {}, reason: '', handOver: 'offer', offerMinutes: 5 },
  method: { kind: 'round-robin', pool: NO_POOL },
  ladder: {
    clock: 'office-hours',
    steps: [
      { afterMinutes: 5, act: 'next-agent' },
      { afterMinutes: 30, act: 'manager' },
    ],
  },
})

const fromDefault = (rule: DefaultRule): RuleForm => ({ ...rule, when: {}, reason: '' })

/** What the form shows first. */
export function beginWith({ rules, fallback }: Draft, editing: Editing): RuleForm {
  if (editing === 'default') return fromDefault(fallback.rule)
  const said = editing === 'new' ? undefined : rules.find(({ rule }) => rule.id === editing.ruleId)
  return said ? said.rule : aNewRule()
}

type Issue = { path: readonly PropertyKey[]; message: string }

/** By the field that it is about, the first word about each: `when.price` and the like where it is a condition. */
export function problemsOf(error: { issues: readonly Issue[] } | undefined): Record<string, string> {
  const problems: Record<string, string> = {}
  for (const { path, message } of error?.issues ?? []) {
    const [first = 'form', second] = path.map(String)
    const field = first === 'when' && second ? `when.${second}` : first
    problems[field] ??= message
  }
  return problems
}
