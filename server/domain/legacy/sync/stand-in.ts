import { v5 } from 'uuid'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'

const NAMESPACE = 'b7c7a6a2-5f0c-4c55-9d3e-6a3f0a3f5d11'

/**
 * The id that a document will have here, made of its identity there. Who reads it in the old system before the sync has
 * brought it knows it by the same id afterwards.
 */
export const standInId = (stream: LegacyStream, sourceId: string): string => v5(`${stream}/${sourceId}`, NAMESPACE)
