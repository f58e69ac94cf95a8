// Kept by the browser to show what the portal pushes; served from the root as /push-worker.js, so that all of the portal is its own.
const ways = { vi: 'Ngừng nhận', en: 'Stop' }

self.addEventListener('push', (event) => {
  const { notification } = event.data?.json() ?? {}
  if (!notification) return
  const { title, body, navigate, tag, lang } = notification
  event.waitUntil(
    self.registration.showNotification(title, {
      body,
      tag,
      lang,
      icon: '/icons/mark-192.png',
      data: { navigate },
      actions: [{ action: 'stop', title: ways[lang] ?? ways.vi }],
    }),
  )
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  if (event.action === 'stop') return event.waitUntil(stop())
  event.waitUntil(self.clients.openWindow(event.notification.data.navigate))
})

// The maker of the browser gave it another address: the portal hears of it, or the next notification would be lost.
self.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(renew(event)))

async function stop() {
  const subscription = await self.registration.pushManager.getSubscription()
  if (!subscription) return
  await post('/subscriptions/push/ending', { endpoint: subscription.endpoint })
  await subscription.unsubscribe()
}

async function renew({ oldSubscription, newSubscription }) {
  if (!oldSubscription) return
  const fresh = newSubscription ?? (await self.registration.pushManager.subscribe(oldSubscription.options))
  const { endpoint, keys } = fresh.toJSON()
  await post('/subscriptions/push/renewal', { old: oldSubscription.endpoint, endpoint, ...keys })
}

function post(address, fields) {
  return fetch(address, { method: 'POST', body: new URLSearchParams(fields) })
}
