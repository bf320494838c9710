import type {
  AuditAction,
  AuditTarget,
  CutoverMaster,
  DealStage,
  OutboxState,
  Role,
} from '#server/generated/prisma/enums.ts'

/** What a row may tell: ids, counts and names of offices and teams. No field holds what a person is called or reached by. */
export type AuditFields = {
  role?: Role
  officeId?: string
  teamId?: string | null
  assistsId?: string | null
  /** Who took the book over, and how many contacts it held. */
  successorId?: string | null
  contacts?: number
  /** How many sessions ended. */
  sessions?: number
  /** Of an office or a team. */
  name?: string
  state?: OutboxState
  /** Why an address is blocked. */
  reason?: string | null
  runId?: string
  /** How many of them at once. */
  records?: number
  /** Of a feature, while two systems run. */
  master?: CutoverMaster
  /** Of a deal. */
  stage?: DealStage
}

/** One deed: what was done, to what, and what it was before and after. */
export type AuditNote = {
  action: AuditAction
  target: AuditTarget
  targetId: string
  before?: AuditFields
  after?: AuditFields
}
