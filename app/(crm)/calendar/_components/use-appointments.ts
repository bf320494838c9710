'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { APPOINTMENT_STATUS_WORDS, type AppointmentStatusName } from '#server/domain/calendar/calendar.words.ts'
import type { AppRouter } from '#server/trpc/root.ts'
import { useTRPC } from '../../../_trpc/client.tsx'
import { showProblem, showUndo } from '../../../_ui/toast.tsx'
import type { Appointment } from '../_queries.ts'

type Outputs = inferRouterOutputs<AppRouter>['calendar']
type Change = (items: Appointment[]) => Appointment[]

/** Says what became of appointments, at once and with a way back. */
export function useAppointments() {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const settle = {
    onError: ({ message }: { message: string }) => showProblem(message),
    onSettled: () => {
      void queryClient.invalidateQueries(trpc.calendar.pathFilter())
      void queryClient.invalidateQueries(trpc.contacts.timeline.pathFilter())
    },
  }
  const [week, ofContact] = [trpc.calendar.week.pathFilter(), trpc.calendar.appointmentsOfContact.pathFilter()]
  const show = (change: Change) => {
    void queryClient.cancelQueries(week)
    void queryClient.cancelQueries(ofContact)
    queryClient.setQueriesData<Outputs['week']>(week, (old) => old && { ...old, items: change(old.items) })
    queryClient.setQueriesData<Outputs['appointmentsOfContact']>(
      ofContact,
      (old) => old && { ...old, ahead: change(old.ahead), over: change(old.over) },
    )
  }
  const status = useMutation(trpc.calendar.setStatus.mutationOptions(settle))
  const takeAway = useMutation(trpc.calendar.removeAppointment.mutationOptions(settle))
  const bringBack = useMutation(trpc.calendar.restoreAppointment.mutationOptions(settle))
  const setStatus = ({ id }: Appointment, to: AppointmentStatusName) => {
    show((items) => items.map((item) => (item.id === id ? { ...item, status: to } : item)))
    status.mutate({ appointmentId: id, status: to })
  }
  return {
    setStatus: (appointment: Appointment, to: AppointmentStatusName) => {
      setStatus(appointment, to)
      showUndo({
        message: `${APPOINTMENT_STATUS_WORDS[to]}: ${appointment.title}`,
        onUndo: () => setStatus(appointment, appointment.status),
      })
    },
    remove: ({ id, title }: Appointment) => {
      show((items) => items.filter((item) => item.id !== id))
      takeAway.mutate({ appointmentId: id })
      showUndo({ message: `Removed: ${title}`, onUndo: () => bringBack.mutate({ appointmentId: id }) })
    },
  }
}
export type AppointmentChanges = ReturnType<typeof useAppointments>
