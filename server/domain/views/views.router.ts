import { memberProcedure, router } from '#server/trpc/init.ts'
import { listViews } from './views.queries.ts'
import * as schema from './views.schema.ts'
import { arrangeList, createView, removeView, restoreView, updateView } from './views.service.ts'

export const viewsRouter = router({
  list: memberProcedure.input(schema.listViewsInput).query(({ ctx, input }) => listViews(ctx, input)),
  create: memberProcedure.input(schema.createViewInput).mutation(({ ctx, input }) => createView(ctx, input)),
  update: memberProcedure.input(schema.updateViewInput).mutation(({ ctx, input }) => updateView(ctx, input)),
  remove: memberProcedure.input(schema.viewByIdInput).mutation(({ ctx, input }) => removeView(ctx, input)),
  restore: memberProcedure.input(schema.viewByIdInput).mutation(({ ctx, input }) => restoreView(ctx, input)),
  arrange: memberProcedure.input(schema.arrangeListInput).mutation(({ ctx, input }) => arrangeList(ctx, input)),
})
