import {
  IconArrowsExchange,
  IconBell,
  IconBellOff,
  IconBellPlus,
  IconClick,
  IconFlag,
  IconMail,
  IconMailOpened,
  IconMailX,
  IconPencil,
  IconPoint,
  IconUserPlus,
  type TablerIcon,
} from '@tabler/icons-react'
import { z } from 'zod'

const ICONS: Record<string, TablerIcon> = {
  'alert.sent': IconMail,
  'alerts.resumed': IconBell,
  'alerts.stopped': IconBellOff,
  'contact.created': IconUserPlus,
  'contact.handed-over': IconArrowsExchange,
  'contact.stage': IconFlag,
  'mail.bounced': IconMailX,
  'mail.clicked': IconClick,
  'mail.complained': IconMailX,
  'mail.opened': IconMailOpened,
  'search.revised': IconPencil,
  'search.saved': IconBellPlus,
}

/** A fact of a kind that is not known here is still told. */
export const iconOf = (kind: string): TablerIcon => ICONS[kind] ?? IconPoint

const refsSchema = z.object({ mailId: z.uuid().optional(), searchId: z.uuid().optional() })

/** The records behind a fact that can be opened from here. */
export const refsOf = (refs: unknown) => refsSchema.safeParse(refs).data ?? {}
