import type { CallInput, CallName, CallValue } from '@shared/contract'
import { DeskFailure, type AssignedError, type CallResult } from '@shared/errors'
import type { Desk } from './desk'

/** The contract's calls with their types, for what stands beside the page: the command line and the shell. */
export interface DeskClient {
  /** Throws `DeskFailure` where the call fails. */
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallValue<Name>>
}

export function deskClient(desk: Pick<Desk, 'call'>): DeskClient {
  return {
    async call<Name extends CallName>(name: Name, input: CallInput<Name>) {
      // As on the page: the desk checks every input, and its answers come from the same contract.
      const result = (await desk.call(name, input)) as CallResult<CallValue<Name>, AssignedError>
      if (result.ok) return result.value
      throw new DeskFailure(result.error)
    }
  }
}
