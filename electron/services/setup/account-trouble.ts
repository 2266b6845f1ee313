import type { DeskErrorCode } from '@shared/errors'

const codes: ReadonlySet<DeskErrorCode> = new Set(['credentials', 'network', 'timeout', 'keychain', 'relay', 'storage'])

/**
 * Whether a failure lies with the account, the network or this machine, so that the next merchant would meet it as well.
 * Too many calls are not meant: an allowance is often one merchant's own.
 */
export function isAccountTrouble({ code }: { readonly code: DeskErrorCode }): boolean {
  return codes.has(code)
}
