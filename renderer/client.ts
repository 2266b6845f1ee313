import { t } from '@/i18n'
import type { AssignedError } from '@shared/errors'
import type { CallInput, CallName, CallResult, CallValue, DeskBridge, EventName, Events } from '@shared/contract'

declare global {
  interface Window {
    readonly desk: DeskBridge
  }
}

/**
 * Calls the main process. Never rejects: a broken connection to it arrives as an error value like any other.
 *
 * The one cast of the page stands here: the main process checks every input, and its answers come from the same contract.
 */
export async function call<Name extends CallName>(
  name: Name,
  input: CallInput<Name>
): Promise<CallResult<CallValue<Name>>> {
  try {
    return (await window.desk.call(name, input)) as CallResult<CallValue<Name>>
  } catch {
    return { ok: false, error: broken() }
  }
}

const broken = (): AssignedError => ({
  code: 'network',
  message: t('common.connection.message'),
  reason: t('common.connection.reason'),
  nextStep: t('common.connection.nextStep'),
  retryable: true,
  actor: 'operator',
  wayOut: 'retry'
})

/** Listens to an event of the main process; returns the function that ends it. */
export function listen<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void): () => void {
  return window.desk.on(name, (payload) => listener(payload as Events[Name]))
}
