import {
  IconArrowsExchange,
  IconBell,
  IconBellOff,
  IconBellPlus,
  IconCalendarCheck,
  IconCalendarRepeat,
  IconCalendarX,
  IconCircleCheck,
  IconClick,
  IconEye,
  IconFlag,
  IconHeart,
  IconMail,
  IconMailOpened,
  IconMailX,
  IconMessage2,
  IconMoon,
  IconNote,
  IconPencil,
  IconPhoneCheck,
  IconPoint,
  IconUserMinus,
  IconUserPlus,
  type TablerIcon,
} from '@tabler/icons-react'
import { readId } from '../_lists/params.ts'

const ICONS: Record<string, TablerIcon> = {
  'alert.sent': IconMail,
  'alerts.hours': IconMoon,
  'alerts.resumed': IconBell,
  'alerts.stopped': IconBellOff,
  'appointment.kept': IconCalendarCheck,
  'appointment.missed': IconCalendarX,
  'contact.created': IconUserPlus,
  'contact.handed-over': IconArrowsExchange,
  'contact.stage': IconFlag,
  'home.favorite': IconHeart,
  'home.visited': IconEye,
  'inquiry.received': IconMessage2,
  'mail.bounced': IconMailX,
  'mail.clicked': IconClick,
  'mail.complained': IconMailX,
  'mail.opened': IconMailOpened,
  'note.added': IconNote,
  'search.cadence': IconCalendarRepeat,
  'search.first-send': IconMail,
  'search.joined': IconBell,
  'search.left': IconBellOff,
  'search.recipient': IconBellOff,
  'search.recipient-added': IconUserPlus,
  'search.recipient-removed': IconUserMinus,
  'search.revised': IconPencil,
  'search.saved': IconBellPlus,
  'task.done': IconCircleCheck,
  'touch.logged': IconPhoneCheck,
}

/** A fact of a kind that is not known here is still told. */
export const iconOf = (kind: string): TablerIcon => ICONS[kind] ?? IconPoint

/** The records behind a fact that can be opened from here. */
export function refsOf(refs: unknown) {
  const { mailId, searchId } = Object(refs)
  return { mailId: readId(mailId), searchId: readId(searchId) }
}
