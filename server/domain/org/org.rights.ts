import { anOffice, aPerson, aTeam } from '#server/testing/factories.ts'
import { adminsOnly, type Book, defineRights, followsAgent } from '#server/testing/rights.ts'
import { issueToken, secretOf } from './tokens.service.ts'

const unique = () => crypto.randomUUID().slice(0, 8)

/** In the agent's office: somebody to manage, somebody who was removed, a team; and an office that is empty. */
async function seed({ db, office, agent, marker }: Book) {
  const join = (over: Parameters<typeof aPerson>[1] = {}) =>
    aPerson(office.id, { fullName: `${marker} ${unique()}`, email: `${marker}-${unique()}@palmetto.test`, ...over }, db)
  const [invited, known, removed, team, empty] = await Promise.all([
    join(),
    join({ passwordHash: 'x' }),
    join({ removedAt: new Date() }),
    aTeam(office.id, { name: `${marker} ${unique()}` }, db),
    anOffice({ name: `${marker} ${unique()}` }, db),
  ])
  // Whoever has just given themselves another name is the agent again.
  await db.person.update({ where: { id: agent.id }, data: { fullName: `Agent ${marker}` } })
  const now = new Date()
  const link = async (personId: string, kind: 'invitation' | 'passwordReset' | 'confirmation', newEmail?: string) =>
    secretOf((await issueToken(db, { personId, kind, now, ...(newEmail ? { newEmail } : {}) })).id)
  return {
    ...{ officeId: office.id, agentId: agent.id, teamId: team.id, emptyOfficeId: empty.id },
    ...{ invitedId: invited.id, removedId: removed.id, knownEmail: known.email },
    invitation: await link(invited.id, 'invitation'),
    reset: await link(known.id, 'passwordReset'),
    confirmation: await link(known.id, 'confirmation', `${unique()}@palmetto.test`),
  }
}
type Rows = Awaited<ReturnType<typeof seed>>

const runsOffice = ['manager', 'admin', 'owner'] as const
const sameOffice = ['colleague', 'lead', 'assistant', ...followsAgent] as const
const password = 'a heron on the other dock'
const office = (name: string) => ({ name, postalAddress: '1 Bay Street, Beaufort, SC', phone: '(843) 555-0111' })
const wrong = () => ({ token: secretOf(crypto.randomUUID()) })
const wrongLink = { wrong, wrongIs: 'refused' } as const
const wrongPasswordLink = { wrong: () => ({ ...wrong(), password }), wrongIs: 'refused' } as const

export default defineRights<Rows>({
  seed,
  members: {
    'org.me': { allowed: ['agent'], otherwise: 'own' },
    'org.people': { input: () => ({}), allowed: sameOffice, otherwise: 'hidden' },
    'org.agents': { allowed: followsAgent, otherwise: 'hidden' },
    'org.offices': { allowed: sameOffice, otherwise: 'hidden' },
    'org.teams': { allowed: sameOffice, otherwise: 'hidden' },
    'org.bookSize': { input: ({ invitedId }) => ({ personId: invitedId }), allowed: runsOffice, otherwise: 'refused' },

    'org.invitePerson': {
      input: ({ officeId }) => ({ fullName: 'Ana', email: `${unique()}@palmetto.test`, role: 'agent', officeId }),
      allowed: runsOffice,
      otherwise: 'refused',
    },
    'org.resendInvitation': {
      input: ({ invitedId }) => ({ personId: invitedId }),
      allowed: runsOffice,
      otherwise: 'refused',
    },
    'org.placePerson': {
      input: ({ invitedId, officeId, teamId }) => ({ personId: invitedId, role: 'agent', officeId, teamId }),
      allowed: runsOffice,
      otherwise: 'refused',
    },
    'org.removePerson': {
      input: ({ invitedId }) => ({ personId: invitedId }),
      allowed: runsOffice,
      otherwise: 'refused',
    },
    'org.restorePerson': {
      input: ({ removedId }) => ({ personId: removedId }),
      allowed: runsOffice,
      otherwise: 'refused',
    },

    'org.createOffice': { input: () => office(unique()), allowed: adminsOnly, otherwise: 'refused' },
    'org.updateOffice': {
      input: ({ emptyOfficeId }) => ({ officeId: emptyOfficeId, ...office(unique()) }),
      allowed: adminsOnly,
      otherwise: 'refused',
    },
    'org.removeOffice': {
      input: ({ emptyOfficeId }) => ({ officeId: emptyOfficeId }),
      allowed: adminsOnly,
      otherwise: 'refused',
    },
    'org.createTeam': {
      input: ({ officeId }) => ({ officeId, name: unique() }),
      allowed: runsOffice,
      otherwise: 'refused',
    },
    'org.renameTeam': {
      input: ({ teamId }) => ({ teamId, name: unique() }),
      allowed: runsOffice,
      otherwise: 'refused',
    },
    'org.removeTeam': { input: ({ teamId }) => ({ teamId }), allowed: runsOffice, otherwise: 'refused' },

    'org.updateProfile': {
      // Not the agent's own: from then on everybody else would bear the name that answers are searched for.
      input: () => ({ fullName: 'Ana Reyes' }),
      allowed: ['agent'],
      otherwise: 'own',
    },
    'org.changePassword': {
      input: (_, book) => ({ current: book.password, password: book.password }),
      allowed: ['agent'],
      otherwise: 'own',
    },
    'org.requestEmailChange': {
      input: (_, book) => ({ email: `${unique()}@palmetto.test`, password: book.password }),
      allowed: ['agent'],
      otherwise: 'own',
    },
    'org.endOtherSessions': { allowed: ['agent'], otherwise: 'own' },
  },
  anybody: {
    'org.invitation': { input: ({ invitation }) => ({ token: invitation }), ...wrongLink },
    'org.resetLink': { input: ({ reset }) => ({ token: reset }), ...wrongLink },
    'org.emailChange': { input: ({ confirmation }) => ({ token: confirmation }), ...wrongLink },
    'org.acceptInvitation': { input: ({ invitation }) => ({ token: invitation, password }), ...wrongPasswordLink },
    'org.resetPassword': { input: ({ reset }) => ({ token: reset, password }), ...wrongPasswordLink },
    'org.confirmEmail': { input: ({ confirmation }) => ({ token: confirmation }), ...wrongLink },
    'org.requestPasswordReset': {
      input: ({ knownEmail }) => ({ email: knownEmail }),
      wrong: () => ({ email: `${unique()}@palmetto.test` }),
      wrongIs: 'silent',
      mayTouch: ['sign_in_limit'],
    },
  },
})
