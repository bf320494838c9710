import { openDoor } from '#server/slack-doors.ts'

export const dynamic = 'force-dynamic'

export const POST = openDoor('events')
