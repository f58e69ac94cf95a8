import type { Look, Outcome, Step } from './adapters/adapter.ts'
import { type Channel, channelsWithWork } from './channels.sql.ts'
import { type Message, updateMessage } from './messages.sql.ts'
import { type Held, recordLook, recordOutcome } from './outcomes.ts'
import { nextTask, type Task } from './picking.ts'
import { refreshTokens } from './refreshing.ts'
import { callFor, nextStep, type SendingTools, locked as secretLocked } from './tools.ts'

/**
 * Works off what is due on a channel, one after the other in its order, until nothing is. Several may run at once: the
 * channel goes to one at a time. What a crash leaves at any point, the next one finds and settles.
 */
export async function workChannel(
  tools: SendingTools,
  provinceId: number,
  channelId: number,
  signal?: AbortSignal,
): Promise<void> {
  while (!signal?.aborted) {
    const task = await tools.db
      .transaction()
      .execute((tx) => nextTask(tx, provinceId, channelId, tools.clock(), tools.timing))
    if (task.is === 'nothing') return
    if (task.is === 'send') await send(tools, provinceId, task)
    if (task.is === 'look') await ask(tools, provinceId, task)
  }
}

/** All channels of a province that have something to do now: what was queued without a job is found all the same. */
export async function workAllChannels(tools: SendingTools, provinceId: number): Promise<void> {
  const faults: unknown[] = []
  for (const channelId of await channelsWithWork(tools.db, provinceId, tools.clock()))
    await workChannel(tools, provinceId, channelId).catch((fault) => faults.push(fault))
  // One channel's fault holds no other up, and is told all the same.
  if (faults.length > 0) throw faults[0]
}

async function send(
  tools: SendingTools,
  provinceId: number,
  task: Extract<Task, { is: 'send' }>,
): Promise<void> {
  let message: Message | null = task.message
  let { channel } = task
  while (message) {
    const step = stepOf(channel, message)
    const call = await callFor(tools, provinceId, channel, message, task.publication)
    // A program that was held up (a laptop's lid, a paused machine) until its lease is nearly over does not call any
    // more: another may have the message. What it began is found as lost, and asked for.
    if (message.leaseUntil && message.leaseUntil.getTime() - tools.clock().getTime() < tools.timing.call)
      return
    const outcome: Outcome = call ? await step.perform(call) : locked
    const last: Held = { provinceId, channel, message, step, now: tools.clock(), timing: tools.timing }
    const record = (o: Outcome): Promise<Message | null> =>
      tools.db.transaction().execute((tx) => recordOutcome(tx, last, o))
    if (outcome.is !== 'refused' || outcome.retry !== 'token' || message.progress.refreshed) {
      message = await record(outcome)
      continue
    }
    const fresh = await refreshTokens(tools, provinceId, channel.id, call?.secret['accessToken'] ?? '')
    if (fresh.is !== 'good') {
      await record({ is: 'refused', retry: fresh.is === 'later' ? 'later' : 'channel', fault: fresh.fault })
      return
    }
    channel = fresh.channel
    message = await withNewToken(tools, provinceId, message)
  }
}

/** The token is exchanged once for a message; null when the message is not in this worker's hands any more. */
async function withNewToken(
  tools: SendingTools,
  provinceId: number,
  message: Message,
): Promise<Message | null> {
  const change = {
    progress: { ...message.progress, refreshed: true },
    leaseUntil: new Date(tools.clock().getTime() + tools.timing.lease),
  }
  const only = { states: ['sending'], attempt: message.attempts } as const
  const mine = await updateMessage(tools.db, provinceId, message.id, change, only)
  return mine ? { ...message, ...change } : null
}

/** Asks the service whether it has a message of which nobody knows, with a new token where the old one has ended. */
async function ask(
  tools: SendingTools,
  provinceId: number,
  { channel, message, publication }: Extract<Task, { is: 'look' }>,
): Promise<void> {
  const step = stepOf(channel, message)
  const look = async (by: Channel): Promise<Look & { accessToken?: string | undefined }> => {
    const call = await callFor(tools, provinceId, by, message, publication)
    if (!call || !step.look) return { is: 'unknown', fault: locked.fault }
    return { ...(await step.look(call)), accessToken: call.secret['accessToken'] }
  }
  let seen: Look & { accessToken?: string | undefined } = await look(channel)
  if (seen.is === 'unknown' && seen.token) {
    const fresh = await refreshTokens(tools, provinceId, channel.id, seen.accessToken ?? '')
    seen = fresh.is === 'good' ? await look(fresh.channel) : { is: 'unknown', fault: fresh.fault }
  }
  const held = { provinceId, channel, message, step, now: tools.clock(), timing: tools.timing }
  await tools.db.transaction().execute((tx) => recordLook(tx, held, seen))
}

function stepOf(channel: Channel, message: Message): Step {
  const step = nextStep(channel.kind, message)
  if (!step) throw new Error(`message ${message.id} has no step left and was not marked as sent`)
  return step
}

const locked = { is: 'refused', retry: 'channel', fault: secretLocked } as const
