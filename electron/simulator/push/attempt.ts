import type { AttemptFault } from './push-faults'
import { type MessageSecrets, type PushBody, seal, type Stamp } from './sealing'

/** Seals one message for one attempt, as sound as the fault leaves it. */
export function sealedBody(text: string, secrets: MessageSecrets, stamp: Stamp, fault: AttemptFault | null): string {
  return JSON.stringify(bodyOf(text, secrets, stamp, fault))
}

function bodyOf(text: string, secrets: MessageSecrets, stamp: Stamp, fault: AttemptFault | null): PushBody {
  switch (fault?.kind) {
    case 'wrong-signature': {
      const body = seal(text, secrets, stamp)
      return { ...body, MsgSignature: body.MsgSignature.replace(/./g, otherDigit) }
    }
    case 'wrong-key':
      return seal(text, { ...secrets, key: otherKey(secrets.key) }, stamp)
    case 'oversized':
      return seal(lengthened(text, fault.bytes), secrets, stamp)
    case 'stale-time':
      return seal(text, secrets, { ...stamp, seconds: stamp.seconds - Math.round(fault.ageMs / 1000) })
    default:
      return seal(text, secrets, stamp)
  }
}

function otherDigit(digit: string): string {
  return digit === '0' ? '1' : '0'
}

/** The same key with its first character changed: valid, and another. */
function otherKey(key: string): string {
  return (key.startsWith('A') ? 'B' : 'A') + key.slice(1)
}

/** The same JSON object with one member more. */
function lengthened(text: string, bytes: number): string {
  return `${text.slice(0, -1)},"Padding":"${'x'.repeat(bytes)}"}`
}
