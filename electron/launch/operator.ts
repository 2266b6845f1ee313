import { userInfo } from 'node:os'

/** The operating system's user, written beside every operation; `?` where the system does not say (a bare container). */
export function operatorName(): string {
  try {
    return userInfo().username
  } catch {
    return '?'
  }
}
