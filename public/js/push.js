// Notifications on this device: shows what the browser can do, asks it, and ends it. Without this the page names other ways.
export function start() {
  const place = document.querySelector('[data-push]')
  const form = place.querySelector('form')
  const show = (state) => {
    for (const part of place.querySelectorAll('[data-push-when]'))
      part.hidden = !part.dataset.pushWhen.split(' ').includes(state)
  }
  const isAble = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window
  if (!isAble) return show(/iPhone|iPad/.test(navigator.userAgent) ? 'iphone' : 'other')
  if (Notification.permission === 'denied') return show('denied')
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    turnOn(place.dataset.push, form).then(show, () => show('failed'))
  })
  place.querySelector('[data-push-stop]').addEventListener('click', () => {
    turnOff().then(
      () => show('ended'),
      () => show('failed'),
    )
  })
  chosen(form).then(
    (isOn) => show(isOn ? 'on' : 'ask'),
    () => show('ask'),
  )
}

async function turnOn(key, form) {
  if ((await Notification.requestPermission()) !== 'granted') return 'denied'
  await navigator.serviceWorker.register('/push-worker.js', { scope: '/' })
  const { pushManager } = await navigator.serviceWorker.ready
  const ours = Uint8Array.from(atob(key.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))
  const kept = await pushManager.getSubscription()
  // Made under a key that the portal no longer has.
  if (kept && !same(kept.options.applicationServerKey, ours)) await kept.unsubscribe()
  const { endpoint, keys } = (
    await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: ours })
  ).toJSON()
  form.elements.endpoint.value = endpoint
  form.elements.p256dh.value = keys.p256dh
  form.elements.auth.value = keys.auth
  form.submit()
  return 'on'
}

async function turnOff() {
  const subscription = await mine()
  if (!subscription) return
  await post('/subscriptions/push/ending', subscription.endpoint)
  await subscription.unsubscribe()
}

// Whether this browser is subscribed and the portal knows of it; then its choice is put into the form.
async function chosen(form) {
  const subscription = await mine()
  if (!subscription) return false
  const answer = await post('/subscriptions/push/choice', subscription.endpoint)
  if (!answer.ok) return false
  const choice = await answer.json()
  for (const box of form.querySelectorAll('[name=topics], [name=columns]'))
    box.checked = choice[box.name].includes(box.value)
  return true
}

async function mine() {
  const registration = await navigator.serviceWorker.getRegistration('/')
  return (await registration?.pushManager.getSubscription()) ?? null
}

function post(address, endpoint) {
  return fetch(address, { method: 'POST', body: new URLSearchParams({ endpoint }) })
}

function same(buffer, bytes) {
  const kept = new Uint8Array(buffer ?? [])
  return kept.length === bytes.length && bytes.every((byte, i) => byte === kept[i])
}
