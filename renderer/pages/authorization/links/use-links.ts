import type { AuthorizationLink, AuthorizationLinks } from '@shared/domain/authorization'
import type { DeskError } from '@shared/errors'
import { onScopeDispose, shallowRef } from 'vue'
import { call, listen } from '@/client'

/** The contract's longest list of links. */
const mostLinks = 100

/** The account's authorisation links, and the one that is shown; both follow what becomes of them elsewhere. */
export function useLinks(accountId: string) {
  const known = shallowRef<AuthorizationLinks | null>(null)
  const chosen = shallowRef<AuthorizationLink | null>(null)
  const error = shallowRef<DeskError | null>(null)
  let question = 0

  async function load(): Promise<void> {
    const asked = ++question
    const result = await call('authorization.links', { accountId })
    if (asked !== question) return
    error.value = result.ok ? null : result.error
    if (!result.ok) return
    known.value = result.value
    const same = result.value.links.find(({ id }) => id === chosen.value?.id)
    if (same) chosen.value = same
  }

  function put(link: AuthorizationLink): void {
    if (chosen.value?.id === link.id) chosen.value = link
    if (!known.value) return
    const others = known.value.links.filter(({ id }) => id !== link.id)
    const links = [link, ...others].sort((a, b) => b.createdAt - a.createdAt).slice(0, mostLinks)
    known.value = { ...known.value, links }
  }

  /** Takes a link that was just made: it is shown, and the day's allowance is read again. */
  function take(link: AuthorizationLink): void {
    chosen.value = link
    put(link)
    void load()
  }

  onScopeDispose(
    listen('authorization.linkChanged', ({ link }) => {
      if (link.accountId === accountId) put(link)
    })
  )
  void load()

  return { known, chosen, error, load, take }
}
