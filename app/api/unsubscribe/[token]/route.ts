import { db } from '#server/db.ts'
import { answerUnsubscribe, showChoices } from '#server/domain/alerts/unsubscribe.http.ts'

type Props = { params: Promise<{ token: string }> }

export const POST = async (request: Request, { params }: Props) => answerUnsubscribe(db, request, (await params).token)

export const GET = async (_request: Request, { params }: Props) => showChoices((await params).token)
