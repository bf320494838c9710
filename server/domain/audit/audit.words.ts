import { MASTER_WORDS } from '#server/domain/cutover/cutover.words.ts'
import { roleWords } from '#server/domain/org/org.words.ts'
import type { AuditAction, Role } from '#server/generated/prisma/enums.ts'
import type { AuditFields } from './audit.types.ts'

/** What people look for, and which deeds belong to it. */
export const AUDIT_GROUPS = {
  people: {
    label: 'People and roles',
    actions: [
      ...['personInvited', 'invitationSentAgain', 'personPlaced', 'personRemoved', 'personRestored'],
      'inquiriesGiven',
    ],
  },
  accounts: {
    label: 'Accounts and sessions',
    actions: ['invitationAccepted', 'emailChanged', 'passwordChanged', 'passwordReset', 'sessionsEnded'],
  },
  offices: {
    label: 'Offices and teams',
    actions: ['officeCreated', 'officeChanged', 'officeRemoved', 'teamCreated', 'teamRenamed', 'teamRemoved'],
  },
  mails: { label: 'Mails', actions: ['mailSentAgain', 'addressBlocked', 'addressOpened', 'alertsReleased'] },
  masters: {
    label: 'Moves from the old system',
    actions: ['differenceExplained', 'differenceReopened', 'masterSwitched'],
  },
  quality: {
    label: 'Data quality',
    actions: ['qualityAssigned', 'qualityMuted', 'qualityUnmuted', 'qualityRepaired', 'qualityUndone'],
  },
  deals: { label: 'Deals', actions: ['dealMoved'] },
  leads: {
    label: 'Leads and where they come from',
    actions: [
      ...['leadSourceAdded', 'leadSourceChanged', 'leadSourcePaused', 'leadSourceResumed', 'leadSourceTrusted'],
      ...['leadSourceDoubted', 'leadSecretChanged', 'arrivalReleased', 'arrivalDiscarded', 'leadsImported'],
      ...['pondCreated', 'pondRenamed', 'pondRemoved', 'leadGiven', 'leadPonded'],
      ...['leadRerouted', 'leadBroughtBack', 'chaseChanged'],
    ],
  },
  rules: {
    label: 'Rules for leads',
    actions: [
      ...['ruleAdded', 'ruleChanged', 'ruleMoved', 'ruleRemoved', 'rulesDiscarded', 'rulesProposed', 'rulesPublished'],
      ...['rulesScheduled', 'rulesTakenBack', 'rulesRolledBack', 'leadsPaused', 'leadsResumed', 'coverageChanged'],
    ],
  },
  jobs: { label: 'Jobs', actions: ['jobPaused', 'jobResumed', 'jobRunRequested', 'jobRunRetried'] },
} as const satisfies Record<string, { label: string; actions: readonly AuditAction[] }>
export type AuditGroup = keyof typeof AUDIT_GROUPS
export const AUDIT_GROUP_NAMES = [
  'people',
  'accounts',
  'offices',
  'mails',
  'masters',
  'quality',
  'deals',
  'leads',
  'rules',
  'jobs',
] as const satisfies AuditGroup[]

const roleName = (role: Role) => roleWords[role].name.toLowerCase()

export type Deed = {
  action: AuditAction
  before: AuditFields
  after: AuditFields
  /** What the target is called, if it is still there. */
  targetName: string | null
  /** What the ids in the fields are called; an id without a name belongs to something that is gone. */
  names: Record<string, string>
}

/** "invited Ana Reyes as agent": what comes after the name of the one who did it. */
export function deedInWords({ action, before, after, targetName, names }: Deed): string {
  const named = targetName ?? before.name ?? after.name
  const who = named ?? 'somebody who is gone'
  const what = named ?? 'one that is gone'
  const called = (id: string | null | undefined) => (id ? (names[id] ?? 'one that is gone') : 'nobody')
  switch (action) {
    case 'personInvited':
      return `invited ${who}${after.role ? ` as ${roleName(after.role)}` : ''}${after.officeId ? ` to ${called(after.officeId)}` : ''}`
    case 'invitationSentAgain':
      return `sent ${who} a new invitation`
    case 'invitationAccepted':
      return 'accepted the invitation'
    case 'personPlaced':
      return `changed ${who}: ${placeInWords(before, after, called)}`
    case 'personRemoved':
      return after.successorId
        ? `removed ${who}; ${counted(after.contacts ?? 0, 'contact')} went to ${called(after.successorId)}`
        : `removed ${who}`
    case 'personRestored':
      return `brought ${who} back`
    case 'inquiriesGiven':
      return `gave new inquiries that nobody else is meant for to ${who}`
    case 'emailChanged':
      return 'confirmed a new e-mail'
    case 'passwordChanged':
      return 'set a new password'
    case 'passwordReset':
      return 'set a new password by a mailed link'
    case 'sessionsEnded':
      return `signed out ${counted(after.sessions ?? 0, 'other session')}`
    case 'officeCreated':
      return `opened the office ${what}`
    case 'officeChanged':
      return before.name === after.name ? `edited the office ${what}` : `renamed ${before.name} to ${after.name}`
    case 'officeRemoved':
      return `removed the office ${what}`
    case 'teamCreated':
      return `made the team ${what}`
    case 'teamRenamed':
      return `renamed the team ${before.name} to ${after.name}`
    case 'teamRemoved':
      return `removed the team ${what}`
    case 'mailSentAgain':
      return 'put a failed mail back into the outbox'
    case 'addressBlocked':
      return 'blocked a mail address'
    case 'addressOpened':
      return 'let mails go to an address again'
    case 'alertsReleased':
      return 'let alerts go on that had been stopped'
    case 'leadSourceAdded':
      return `added ${what} as a source of leads`
    case 'leadSourceChanged':
      return before.name === after.name
        ? `edited the source of leads ${what}`
        : `renamed the source of leads ${before.name} to ${after.name}`
    case 'leadSourcePaused':
      return `paused the source of leads ${what}`
    case 'leadSourceResumed':
      return `let the source of leads ${what} in again`
    case 'leadSourceTrusted':
      return `lets ${what} say which agent gets its leads`
    case 'leadSourceDoubted':
      return `no longer lets ${what} say which agent gets its leads`
    case 'leadSecretChanged':
      return `gave the source of leads ${what} a new secret`
    case 'arrivalReleased':
      return 'made a lead of something that had been held back'
    case 'arrivalDiscarded':
      return 'put something aside that is no lead'
    case 'leadsImported':
      return `brought a file of ${counted(after.records ?? 0, 'lead')}`
    case 'pondCreated':
      return `set up the pond ${what} for leads`
    case 'pondRenamed':
      return `renamed the pond ${before.name} to ${after.name}`
    case 'pondRemoved':
      return `removed the pond ${what}`
    case 'leadGiven':
      return `gave a lead to ${called(after.successorId)}`
    case 'leadPonded':
      return `put a lead into the pond ${after.name}`
    case 'leadRerouted':
      return 'had the rules decide anew who gets a lead'
    case 'leadBroughtBack':
      return 'had reached out already, and brought back a lead that was taken back'
    case 'chaseChanged':
      return 'changed what happens with leads that nobody works'
    case 'ruleAdded':
      return `wrote the rule “${what}” into the draft`
    case 'ruleChanged':
      return `changed the rule “${what}” in the draft`
    case 'ruleMoved':
      return `moved the rule “${what}” to place ${after.records ?? 1} of the draft`
    case 'ruleRemoved':
      return `took the rule “${what}” out of the draft`
    case 'rulesDiscarded':
      return 'threw the draft of rules away'
    case 'rulesProposed':
      return `proposed ${counted(after.records ?? 0, 'rule')} for leads (${what})`
    case 'rulesPublished':
      return `published ${counted(after.records ?? 0, 'rule')} for leads (${what})`
    case 'rulesRolledBack':
      return `went back to earlier rules for leads (${what}${after.reason ? `: ${after.reason}` : ''})`
    case 'rulesScheduled':
      return `published the rules for leads as ${after.name ?? 'a new version'}, to take effect later`
    case 'rulesTakenBack':
      return `took back the rules for leads that were to take effect: ${before.name ?? 'a version'}`
    case 'coverageChanged':
      return `changed where ${who} takes new leads`
    case 'leadsPaused':
      return `gave ${who} no new leads for now`
    case 'leadsResumed':
      return `let ${who} have new leads again`
    case 'qualityAssigned':
      return `gave ${counted(after.records ?? 1, 'record')} of “${what}” to ${called(after.successorId)}`
    case 'qualityMuted':
      return `muted ${after.records ? counted(after.records, 'record') : 'all'} of “${what}”`
    case 'qualityUnmuted':
      return `wants to hear of “${what}” again`
    case 'qualityRepaired':
      return `repaired ${counted(after.records ?? 1, 'record')} of “${what}”`
    case 'qualityUndone':
      return `took a repair of ${counted(after.records ?? 1, 'record')} of “${what}” back`
    case 'masterSwitched':
      return `made ${after.master ? MASTER_WORDS[after.master].label : 'another system'} the master of ${what} (before: ${before.master ? MASTER_WORDS[before.master].label : 'unknown'})`
    case 'differenceExplained':
      return `explained a difference between the alert engines (${after.reason ?? 'no cause'})`
    case 'differenceReopened':
      return `took the explanation of a difference between the alert engines back (${before.reason ?? 'no cause'})`
    case 'dealMoved':
      return `moved a deal from ${stageName(before.stage)} to ${stageName(after.stage)}`
    case 'jobPaused':
      return `paused “${what}”`
    case 'jobResumed':
      return `resumed “${what}”`
    case 'jobRunRequested':
      return `asked “${what}” to run now`
    case 'jobRunRetried':
      return `ran “${what}” again after a failure`
  }
}

/** "underContract" as people say it. */
const stageName = (stage: string | undefined) =>
  stage?.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`) ?? 'another stage'

const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`

function placeInWords(before: AuditFields, after: AuditFields, called: (id: string | null | undefined) => string) {
  const role = after.role && `${before.role ? roleName(before.role) : 'no role'} to ${roleName(after.role)}`
  const moved = (id: 'officeId' | 'teamId' | 'assistsId', label: string) => {
    if (!(id in after)) return null
    const [from, to] = [before[id], after[id]]
    if (!from) return `${label} ${called(to)}`
    return to ? `${label} ${called(from)} to ${called(to)}` : `no longer ${label} ${called(from)}`
  }
  const parts = [role, moved('officeId', 'office'), moved('teamId', 'team'), moved('assistsId', 'assistant of')]
  return parts.filter(Boolean).join(', ')
}
