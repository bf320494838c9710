'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { PageHeader } from '../../../../_ui/page-header.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { myAvailability } from '../_queries.ts'
import { Appointments } from './appointments.tsx'
import classes from './availability.module.css'
import { HoursForm } from './hours-form.tsx'
import { LimitsForm } from './limits-form.tsx'
import { Standing } from './standing.tsx'
import { TeamList } from './team-list.tsx'
import { Vacations } from './vacations.tsx'

/** When new leads may come to one, and which. */
export function AvailabilityPage({ mapStyleUrl }: { mapStyleUrl: string | undefined }) {
  const { data } = useSuspenseQuery(myAvailability(useTRPC()))
  const { standing, hours, zone, vacations } = data
  return (
    <div className={classes.page}>
      <PageHeader
        title="Availability"
        description="When new leads may come to you, and which. Your clients and your own listings come to you in any case."
      />
      <Section title="Now" aside={openSaid(data.openLeads, data.capacity)}>
        <Standing standing={standing} />
        <Appointments skipsBusy={data.skipsBusy} busyUntil={data.busyUntil} />
      </Section>
      <Section title="Working hours" aside={`on the clock of your office, ${zone.replace('_', ' ')}`}>
        <HoursForm key={JSON.stringify(hours)} saved={hours} />
      </Section>
      <Section title="Vacations">
        <Vacations vacations={vacations} />
      </Section>
      <Section title="Which leads">
        <LimitsForm saved={data} mapStyleUrl={mapStyleUrl} />
      </Section>
      <TeamList mapStyleUrl={mapStyleUrl} />
    </div>
  )
}

const openSaid = (open: number, capacity: number | null) =>
  `${open} open ${open === 1 ? 'lead' : 'leads'}${capacity === null ? '' : ` of ${capacity}`}`
