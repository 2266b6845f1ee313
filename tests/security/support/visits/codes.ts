import type { MiniCodeRequest } from '@shared/domain/mini-code'
import { isIdle, merchantThat } from '../../../integration/desk/support'
import type { Hunt } from '../hunt'

const request: MiniCodeRequest = {
  ...{ host: 'douyin', path: 'pages/table/index?id=3', width: 430, withIcon: true, round: false },
  lineColour: { r: 0, g: 0, b: 0 },
  background: { r: 255, g: 255, b: 255 }
}

/** `codes.…`: a trial code; a mini-program code that is made, refused, kept, made again and forgotten. */
export async function visitCodes(hunt: Hunt): Promise<void> {
  const { accountId, ask, value } = hunt
  const appId = merchantThat(hunt, (each) => isIdle(each) && each.authorization.permissions.includes(2))
  const ref = { accountId, appId }
  await value('codes.trial', { ...ref, stage: 'current', path: '' })
  await value('codes.mini', { ...ref, request })
  await ask('codes.mini', { ...ref, request: { ...request, lineColour: request.background } })
  const [saved] = await value('codes.save', { accountId, codes: [{ id: null, appId, label: '桌号 3', request }] })
  const id = saved?.id ?? ''
  await value('codes.make', { accountId, id })
  await value('codes.saved', { accountId, appIds: [appId] })
  await value('codes.paths', ref)
  await value('codes.forget', { accountId, ids: [id] })
}
