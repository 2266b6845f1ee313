import { PlatformError } from './platform-error'

/** What a call answered; null where the platform will not tell it of this merchant. Other failures are thrown on. */
export async function unlessRefused<Value>(call: Promise<Value>): Promise<Value | null> {
  try {
    return await call
  } catch (error) {
    if (error instanceof PlatformError && ['refused', 'authorization'].includes(error.facts.kind)) return null
    throw error
  }
}
