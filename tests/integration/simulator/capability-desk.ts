import { deskOf } from './desk-of'
import { at, codeOf, type Platform } from './platform'

const folder = '/api/apps/v1/capacity'

type Listed = Record<string, unknown> & { readonly capacity_key: string }

/** Calls the general endpoints of 能力申请 for one merchant. */
export async function capabilitiesOf(platform: Platform, appId: string) {
  const { token, ...desk } = await deskOf(platform, appId)
  const list = async () => {
    const { body } = await platform.send('GET', `${folder}/query_capacity_list/`, { token })
    return (at(body, 'data', 'AppCapacityInfoList') ?? at(body, 'data', 'app_capacity_info_list')) as Listed[]
  }
  return {
    token,
    material: (type: string) => desk.material(type),
    list,
    listed: async (key: string) => (await list()).find(({ capacity_key }) => capacity_key === key),
    apply: async (body: object) => codeOf(await platform.send('POST', `${folder}/apply_capacity/`, { token, body })),
    status: async (capacity_key: string) => {
      const answer = await platform.send('GET', `${folder}/query_apply_status/`, { token, query: { capacity_key } })
      return at(answer.body, 'data') ?? codeOf(answer)
    }
  }
}

/** An application that every form with nothing but a scene is content with. */
export const liveApplication = {
  capacity_key: 'live_self_mount',
  apply_reason: '商家自播需要挂载小程序',
  apply_info: { scene_desc: ['开播时挂载预约页'] }
}
