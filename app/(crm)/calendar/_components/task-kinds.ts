import {
  IconBuildingBank,
  IconCircleDashed,
  IconDoorEnter,
  IconMail,
  IconMessage2,
  IconPhone,
  IconRefreshDot,
  type TablerIcon,
} from '@tabler/icons-react'
import type { TaskKindName } from '#server/domain/calendar/calendar.words.ts'

export const KIND_ICONS: Record<TaskKindName, TablerIcon> = {
  call: IconPhone,
  text: IconMessage2,
  email: IconMail,
  showing: IconDoorEnter,
  followUp: IconRefreshDot,
  closing: IconBuildingBank,
  other: IconCircleDashed,
}
