import { removePhotos, upsertPhotos } from '#server/domain/listings/photos.bulk.ts'
import { answersFor, inputsOf } from './asked.ts'
import type { Lane } from './lane.ts'
import { type PhotoRow, transformPhoto } from './photos.transform.ts'
import { standInId } from './stand-in.ts'

export const photosLane: Lane<PhotoRow> = {
  stream: 'photos',
  remove: (tx, ids) => removePhotos(tx, ids),
  // Written anew with its document.
  restore: async () => undefined,
  transform: async () => transformPhoto,

  async write(tx, ready) {
    const asked = ready.flatMap(({ sourceId, targetId, needed, row }) =>
      needed ? [{ sourceId, input: { ...row, id: targetId ?? standInId('photos', sourceId), listingId: needed } }] : [],
    )
    const written = await upsertPhotos(tx, inputsOf(asked))
    return answersFor(asked, written)
  },
}
