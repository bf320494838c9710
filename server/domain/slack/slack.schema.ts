import { z } from 'zod'

export const slackMessageInput = z.object({ messageId: z.uuid() })
