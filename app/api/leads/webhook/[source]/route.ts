import { db } from '#server/db.ts'
import { openWebhookDoor } from '#server/domain/leads/doors/web/webhook.http.ts'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ source: string }> }
const answerWebhook = openWebhookDoor({ db })

export const POST = async (request: Request, { params }: Props) => answerWebhook(request, (await params).source)
