import { adminProcedure, router } from '#server/trpc/init.ts'
import { getImport, listImports } from './files.queries.ts'
import * as schema from './files.schema.ts'
import { bringFile, previewFile } from './files.service.ts'

/** Files of leads. */
export const leadFilesRouter = router({
  /** A mutation by its size alone: a file does not fit into an address. */
  preview: adminProcedure.input(schema.previewInput).mutation(({ input }) => previewFile(input)),
  bring: adminProcedure.input(schema.bringInput).mutation(({ ctx, input }) => bringFile(ctx, input)),
  list: adminProcedure.query(({ ctx }) => listImports(ctx)),
  one: adminProcedure.input(schema.importInput).query(({ ctx, input }) => getImport(ctx, input)),
})
