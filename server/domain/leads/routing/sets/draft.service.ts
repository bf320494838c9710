import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { recordDeed } from '#server/domain/audit/audit.service.ts'
import type { AuditFields } from '#server/domain/audit/audit.types.ts'
import { DomainError, notFound } from '#server/errors.ts'
import { newId } from '#server/ids.ts'

import { digestOf } from '../digest.ts'
import { readPublished } from '../in-force.ts'
import { SKIPS_BUSY } from '../lines.words.ts'
import { type Rules, rulesSchema } from '../rules.schema.ts'
import { refuseUnknown } from './references.ts'
import type {
  MoveRuleInput,
  RemoveRuleInput,
  SaveDefaultInput,
  SaveRuleInput,
  SaveSkipsBusyInput,
} from './rule-sets.schema.ts'

const CONFLICT = 'Somebody else has just changed the draft. Look at how it stands now, and do it again.'
type Standing = { id: string; revision: number; digest: string }

/** Opens the draft: a copy of the rules in force, or the draft that somebody has opened already. */
export async function startDraft({ db, actor, now }: Context): Promise<Standing> {
  const at = now()
  const { rules } = await readPublished(db, at)
  await db.routingRuleSet.createMany({
    data: [
      {
        ...{ id: newId(), state: 'draft', rules, digest: digestOf(rules) },
        ...{ createdById: actor.personId, createdAt: at, editedAt: at },
      },
    ],
    skipDuplicates: true,
  })
  return db.routingRuleSet.findFirstOrThrow({
    where: { state: 'draft' },
    select: { id: true, revision: true, digest: true },
  })
}

/** The draft as somebody looked at it, held until the transaction ends. */
export async function holdDraft(tx: Db, revision: number) {
  const { count } = await tx.routingRuleSet.updateMany({ where: { state: 'draft', revision }, data: { revision } })
  if (count === 0) {
    const isThere = await tx.routingRuleSet.count({ where: { state: 'draft' } })
    throw isThere ? new DomainError('CONFLICT', CONFLICT) : notFound('This draft')
  }
  const draft = await tx.routingRuleSet.findFirstOrThrow({ where: { state: 'draft' } })
  return { ...draft, rules: rulesSchema.parse(draft.rules) }
}

type Deed = { action: 'ruleAdded' | 'ruleChanged' | 'ruleMoved' | 'ruleRemoved'; after: AuditFields }
type Edit = (rules: Rules) => { rules: Rules; deed: Deed }

/** Changes the draft. What was proposed before is not what it says now, so the proposal is over. */
function editDraft(ctx: Context, revision: number, edit: Edit): Promise<Standing> {
  const at = ctx.now()
  return ctx.db.$transaction(async (tx) => {
    const draft = await holdDraft(tx, revision)
    const { rules, deed } = edit(draft.rules)
    const parsed = rulesSchema.safeParse(rules)
    if (!parsed.success) throw new DomainError('BAD_REQUEST', parsed.error.issues[0]?.message ?? 'These are no rules.')
    await refuseUnknown(tx, parsed.data)
    const standing = await tx.routingRuleSet.update({
      where: { id: draft.id },
      data: {
        ...{ rules: parsed.data, digest: digestOf(parsed.data), revision: revision + 1, editedAt: at },
        ...{ proposedById: null, proposedAt: null },
      },
      select: { id: true, revision: true, digest: true },
    })
    await recordDeed(tx, ctx, { ...deed, target: 'ruleSet', targetId: draft.id })
    return standing
  })
}

/** Writes a rule into the draft: a new one at its place, one that is there where it stands. */
export const saveRule = (ctx: Context, { revision, rule, place }: SaveRuleInput) =>
  editDraft(ctx, revision, ({ rules, ...rest }) => {
    const isThere = rules.some(({ id }) => id === rule.id)
    const written = isThere
      ? rules.map((each) => (each.id === rule.id ? rule : each))
      : rules.toSpliced((place ?? rules.length + 1) - 1, 0, rule)
    const action = isThere ? 'ruleChanged' : 'ruleAdded'
    return { rules: { rules: written, ...rest }, deed: { action, after: { name: rule.name } } }
  })

/** Puts a rule of the draft somewhere else; the others keep their order. */
export const moveRule = (ctx: Context, { revision, ruleId, place }: MoveRuleInput) =>
  editDraft(ctx, revision, ({ rules, ...rest }) => {
    const rule = rules.find(({ id }) => id === ruleId)
    if (!rule) throw notFound('This rule')
    const others = rules.filter(({ id }) => id !== ruleId)
    const moved = others.toSpliced(place - 1, 0, rule)
    const after = { name: rule.name, records: moved.indexOf(rule) + 1 }
    return { rules: { rules: moved, ...rest }, deed: { action: 'ruleMoved', after } }
  })

/** Takes a rule out of the draft. The default rule can not be named here. */
export const removeRule = (ctx: Context, { revision, ruleId }: RemoveRuleInput) =>
  editDraft(ctx, revision, ({ rules, ...rest }) => {
    const rule = rules.find(({ id }) => id === ruleId)
    if (!rule) throw notFound('This rule')
    const others = rules.filter(({ id }) => id !== ruleId)
    return { rules: { rules: others, ...rest }, deed: { action: 'ruleRemoved', after: { name: rule.name } } }
  })

/** Changes what happens when no rule finds anybody. It keeps its id, and its place at the end. */
export const saveDefault = (ctx: Context, { revision, fallback }: SaveDefaultInput) =>
  editDraft(ctx, revision, ({ fallback: before, ...rest }) => ({
    rules: { ...rest, fallback: { ...fallback, id: before.id } },
    deed: { action: 'ruleChanged', after: { name: fallback.name } },
  }))

/** Whether whoever is in an appointment is asked for what waits minutes. */
export const saveSkipsBusy = (ctx: Context, { revision, skipsBusy }: SaveSkipsBusyInput) =>
  editDraft(ctx, revision, (rules) => ({
    rules: { ...rules, skipsBusy },
    deed: { action: 'ruleChanged', after: { name: skipsBusy ? SKIPS_BUSY.label : SKIPS_BUSY.off } },
  }))

/** Throws the draft away. What is in force stays. */
export async function discardDraft(ctx: Context, { revision }: { revision: number }): Promise<{ ok: true }> {
  return ctx.db.$transaction(async (tx) => {
    const { id } = await holdDraft(tx, revision)
    await tx.routingRuleSet.delete({ where: { id } })
    await recordDeed(tx, ctx, { action: 'rulesDiscarded', target: 'ruleSet', targetId: id })
    return { ok: true }
  })
}
