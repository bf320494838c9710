'use client'

import { IconDoor, IconFileImport, IconPlus } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Action } from '../../../_ui/action.tsx'
import { DotsMenu, MenuItem } from '../../../_ui/menu.tsx'
import { whenNear } from '../../../_ui/when-near.ts'

const load = () => import('./add-lead-drawer.tsx')
const AddLeadDrawer = dynamic(() => load().then((module) => module.AddLeadDrawer))

/** Writes a lead down; whoever looks after the doors finds what waits there, and brings files. */
export function AddLead({ seesDoors }: { seesDoors: boolean }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Action primary icon={IconPlus} {...whenNear(load)} onClick={() => setOpen(true)}>
        Add lead
      </Action>
      {seesDoors && (
        <DotsMenu label="More about how leads come in" size={44} bordered>
          <MenuItem icon={<IconDoor size={16} aria-hidden />} href="/leads/waiting">
            What waits at the doors
          </MenuItem>
          <MenuItem icon={<IconFileImport size={16} aria-hidden />} href="/leads/import">
            Bring a file
          </MenuItem>
        </DotsMenu>
      )}
      {open && <AddLeadDrawer onClose={() => setOpen(false)} />}
    </>
  )
}
