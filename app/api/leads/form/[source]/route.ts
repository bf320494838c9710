import { db } from '#server/db.ts'
import { openFormDoor } from '#server/domain/leads/doors/web/form.http.ts'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ source: string }> }
const { answerForm, answerPreflight } = openFormDoor({ db })

export const POST = async (request: Request, { params }: Props) => answerForm(request, (await params).source)
export const OPTIONS = async (request: Request, { params }: Props) => answerPreflight(request, (await params).source)
