import type { Hunt } from '../hunt'
import { until } from '../../../integration/desk/support'

/** `authorization.…`: a merchant that the platform tells of, and one whose code the operator pastes. */
export async function visitAuthorization(hunt: Hunt): Promise<void> {
  const { accountId, ask, value, push } = hunt
  const told = await authorise(hunt)
  await until(async () => {
    const { links } = await value('authorization.links', { accountId })
    return links.some(({ usedBy }) => usedBy?.appId === told.appId)
  })
  // Refused, and told so without the code.
  await ask('authorization.accept', { accountId, text: told.redirect })
  push(false)
  const { redirect } = await authorise(hunt)
  await value('authorization.accept', { accountId, text: redirect })
  push(true)
  await value('authorization.rescue', { accountId, appId: told.appId })
  await value('authorization.keeper', { accountId })
  await value('authorization.detail', { accountId, appId: told.appId })
}

/** A new merchant takes a link; the code that it gets is marked. */
async function authorise({ accountId, simulator, value, mark }: Hunt): Promise<{ appId: string; redirect: string }> {
  const order = { accountId, kind: 'authorize', appName: null, icon: null, note: '' } as const
  const { url } = await value('authorization.link', order)
  const { appId, redirect } = simulator.control.authorize({ link: url })
  const code = new URL(redirect ?? '').searchParams.get('authorization_code')
  if (redirect === null || !code) throw new Error('no code')
  mark(code)
  return { appId, redirect }
}
