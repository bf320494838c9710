'use client'

import '@mantine/notifications/styles.layer.css'
import { Notifications } from '@mantine/notifications'

export const Toasts = () => (
  <Notifications position="bottom-center" autoClose={6_000} limit={3} transitionDuration={120} />
)
