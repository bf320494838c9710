// Apart from the schemas: a page that only shows a word would load all of zod with it.
export const TASK_KINDS = ['call', 'text', 'email', 'showing', 'followUp', 'closing', 'other'] as const
export type TaskKindName = (typeof TASK_KINDS)[number]
export const TASK_KIND_WORDS: Record<TaskKindName, string> = {
  call: 'Call',
  text: 'Text',
  email: 'E-mail',
  showing: 'Showing',
  followUp: 'Follow-up',
  closing: 'Closing',
  other: 'To do',
}

export const TASK_PRIORITIES = ['low', 'normal', 'high'] as const
export type TaskPriorityName = (typeof TASK_PRIORITIES)[number]

export const APPOINTMENT_KINDS = [
  'showing',
  'listingPresentation',
  'openHouse',
  'inspection',
  'closing',
  'other',
] as const
export type AppointmentKindName = (typeof APPOINTMENT_KINDS)[number]
export const APPOINTMENT_KIND_WORDS: Record<AppointmentKindName, string> = {
  showing: 'Showing',
  listingPresentation: 'Listing presentation',
  openHouse: 'Open house',
  inspection: 'Inspection',
  closing: 'Closing',
  other: 'Appointment',
}

export const APPOINTMENT_STATUSES = ['scheduled', 'confirmed', 'done', 'canceled', 'noShow'] as const
export type AppointmentStatusName = (typeof APPOINTMENT_STATUSES)[number]
export const APPOINTMENT_STATUS_WORDS: Record<AppointmentStatusName, string> = {
  scheduled: 'Scheduled',
  confirmed: 'Confirmed',
  done: 'Kept',
  canceled: 'Canceled',
  noShow: 'Did not come',
}
