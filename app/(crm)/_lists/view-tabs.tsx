'use client'

import { IconBookmarkPlus, IconUsers } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Action } from '../../_ui/action.tsx'
import { PlainSelect } from '../../_ui/plain-select.tsx'
import type { View } from './_queries.ts'
import { currentView } from './current-view.ts'
import { listUrl, type UrlFilters } from './list-url.ts'
import type { Views } from './use-views.ts'
import classes from './view-tabs.module.css'

// Fetched when somebody first names a view.
const ViewDialog = dynamic(() => import('./view-dialog.tsx').then((module) => module.ViewDialog))

const ViewMenu = dynamic(() => import('./view-menu.tsx').then((module) => module.ViewMenu), {
  ssr: false,
  loading: () => <span className={classes.menuPlace} />,
})

type Props = {
  views: Views
  filters: UrlFilters
  read: (params: Iterable<[string, string]>) => UrlFilters
  viewId: string | null
  onOpen: (id: string | null, query: string) => void
}

/** The views of a list: tabs on the desk, a select on the phone. What was changed since is shown and can be kept. */
export function ViewTabs({ views, filters, read, viewId, onOpen }: Props) {
  const [naming, setNaming] = useState<View | 'new' | null>(null)
  const { view, query, isChanged } = currentView(views.views, viewId, filters, read)
  const open = (next: View | null) => onOpen(next?.id ?? null, next?.query ?? '')
  const canKeep = query !== '' && (view === null || isChanged)
  const save = async (name: string, shared: boolean) => {
    setNaming(null)
    if (naming !== 'new' && naming)
      return views.update({ viewId: naming.id, name, ...(shared === naming.isShared ? {} : { shared }) })
    const { id } = await views.create({ name, query, shared })
    onOpen(id, query)
  }
  const tab = (id: string | null, label: string, target: View | null) => (
    <a
      href={listUrl(target?.query ?? '', id ?? 'all')}
      className={classes.tab}
      aria-current={id === (view?.id ?? null) ? 'page' : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        open(target)
      }}
    >
      {label}
      {target?.isShared && <IconUsers size={14} aria-label="shared with the office" />}
      {id !== null && id === view?.id && isChanged && (
        <span className={classes.dot} role="img" aria-label="changed" title="The filters were changed" />
      )}
    </a>
  )
  return (
    <div className={classes.bar} data-any={views.views.length > 0 || canKeep || undefined}>
      {views.views.length > 0 && (
        <>
          <nav className={classes.tabs} aria-label="Views">
            <ul>
              <li>{tab(null, 'All', null)}</li>
              {views.views.map((each) => (
                <li key={each.id}>{tab(each.id, each.name, each)}</li>
              ))}
            </ul>
          </nav>
          <span className={classes.select}>
            <PlainSelect
              label="View"
              options={[
                { value: '', label: 'All' },
                ...views.views.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              value={view?.id ?? ''}
              onChange={(id) => open(views.views.find((each) => each.id === id) ?? null)}
            />
          </span>
        </>
      )}
      {view && <ViewMenu view={view} views={views} onRename={() => setNaming(view)} onGone={() => open(null)} />}
      <span className={classes.keep}>
        {view && isChanged && view.mayChange && (
          <Action onClick={() => views.update({ viewId: view.id, query })}>Save changes</Action>
        )}
        {view && isChanged && (
          <button type="button" className={classes.plain} onClick={() => open(view)}>
            Take back
          </button>
        )}
        {canKeep && (
          <button type="button" className={classes.plain} onClick={() => setNaming('new')}>
            <IconBookmarkPlus size={16} aria-hidden /> Save as a view
          </button>
        )}
      </span>
      {naming && (
        <ViewDialog
          view={naming === 'new' ? null : naming}
          mayShare={views.mayShare}
          onSave={save}
          onClose={() => setNaming(null)}
        />
      )}
    </div>
  )
}
