'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { useTRPC } from '../../../_trpc/client.tsx'
import { showDone, showProblem } from '../../../_ui/toast.tsx'

/** How this browser stands: it can not, it may not, it is told, or it is not. */
export type DevicePush = 'looking' | 'unable' | 'denied' | 'on' | 'off'

const WORKER = '/sw.js'
const canPush = () => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window
const subscriptionOf = async () =>
  (await navigator.serviceWorker.getRegistration(WORKER))?.pushManager.getSubscription()

/** Switches notifications on this very browser on and off. `known` are the endpoints that the server has. */
export function useDevicePush({ publicKey, known }: { publicKey: string; known: readonly string[] }) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [state, setState] = useState<DevicePush>('looking')
  const [isBusy, setBusy] = useState(false)
  const settle = { meta: { quiet: true }, onSettled: () => queryClient.invalidateQueries(trpc.push.pathFilter()) }
  const subscribe = useMutation(trpc.push.subscribe.mutationOptions(settle))
  const unsubscribe = useMutation(trpc.push.unsubscribe.mutationOptions(settle))

  const look = useCallback(async (): Promise<DevicePush> => {
    if (!canPush()) return 'unable'
    if (Notification.permission === 'denied') return 'denied'
    const subscription = await subscriptionOf()
    return subscription && known.includes(subscription.endpoint) ? 'on' : 'off'
  }, [known])
  useEffect(() => {
    void look().then(setState)
  }, [look])

  async function turnOn() {
    if ((await Notification.requestPermission()) !== 'granted') return
    await navigator.serviceWorker.register(WORKER)
    const { pushManager } = await navigator.serviceWorker.ready
    const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey })
    const { endpoint, keys = {} } = made.toJSON()
    await subscribe.mutateAsync({
      endpoint: endpoint ?? made.endpoint,
      ...{ p256dh: keys.p256dh ?? '', auth: keys.auth ?? '', userAgent: navigator.userAgent.slice(0, 400) },
    })
    showDone('This device tells you of leads from now on.')
  }
  async function turnOff() {
    const subscription = await subscriptionOf()
    if (!subscription) return
    await unsubscribe.mutateAsync({ endpoint: subscription.endpoint })
    await subscription.unsubscribe()
  }
  const run = (work: () => Promise<void>) => async () => {
    setBusy(true)
    try {
      await work()
    } catch (error) {
      showProblem(error instanceof Error ? error.message : 'The browser did not do it. Try again.')
    }
    setState(await look())
    setBusy(false)
  }
  return { state, isBusy, turnOn: run(turnOn), turnOff: run(turnOff) }
}
