import type { DeskError } from '@shared/errors'
import { getActivePinia } from 'pinia'
import { supportText } from '@/components/common/error-text'
import { useCopy } from '@/composables/copy'
import { useSessionStore } from '@/stores/session'

/** Copies what the platform's support asks for about an error, with the account and the program's version at hand. */
export function useSupport(): {
  readonly state: ReturnType<typeof useCopy>['state']
  readonly copy: (error: DeskError, at: number) => Promise<void>
} {
  const { state, copy } = useCopy()
  return { state, copy: (error, at) => copy(supportText(error, { at, ...program() })) }
}

function program(): { account?: { name: string; componentAppId: string }; version?: string } {
  if (!getActivePinia()) return {}
  const { account, info } = useSessionStore()
  return { ...(account ? { account } : {}), ...(info ? { version: info.version } : {}) }
}
