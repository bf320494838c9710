import { notFound, redirect } from 'next/navigation'
import { TWIN_KINDS } from '#server/domain/legacy/twins/twins.words.ts'
import { found } from '../../../../_trpc/found.ts'
import { getQueryClient, trpc } from '../../../../_trpc/server.tsx'

type Props = { params: Promise<{ kind: string; sourceId: string }> }

/** The old system leads here by its own ids; whoever may see the record goes on to it. */
export default async function TwinPage({ params }: Props) {
  const { kind: name, sourceId } = await params
  const kind = TWIN_KINDS.find((one) => one === name)
  if (!kind) return notFound()
  const queryClient = getQueryClient()
  const asked = trpc.twins.find.queryOptions({ kind, sourceId: decodeURIComponent(sourceId) })
  const { href } = await found(queryClient.fetchQuery(asked))
  return redirect(href)
}
