// Loaded before the program (node --import): kills it (SIGKILL) at its DIE_AFTER-th packet to the database, a service
// or a mail server. Every moment that matters lies between two packets, so that a random one hits them all alike.
// Counted from when it has begun to work (its first packets ask whether it may), or from its first call of a service.
import { writeSync } from 'node:fs'
import { Socket } from 'node:net'

const { write } = Socket.prototype
/** What it takes to start: connections, questions about migrations, the first look for jobs. */
const starting = 30
let left = starting + Number(process.env.DIE_AFTER)
let said = 0
let waitsForCall = process.env.DIE_FROM === 'call'
// Of the same seed: whether the packet still leaves, and how long the program lives on.
const fate = Number(process.env.DIE_FATE)
const die = () => process.kill(process.pid, 'SIGKILL')

if (Number(process.env.DIE_AFTER) > 0)
  Socket.prototype.write = function (...args) {
    said += 1
    if (waitsForCall && this.remotePort && String(this.remotePort) !== process.env.DIE_DATABASE) {
      waitsForCall = false
      left = Number(process.env.DIE_AFTER)
    }
    if (!waitsForCall) left -= 1
    if (said === starting) writeSync(2, 'began\n')
    if (left > 0) return write.apply(this, args)
    if (fate < 0.3) die()
    const went = write.apply(this, args)
    setTimeout(die, fate < 0.6 ? 0 : (fate - 0.6) * 60)
    left = Number.POSITIVE_INFINITY
    return went
  }
