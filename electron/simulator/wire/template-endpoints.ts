import type { Generation, Template, TemplateApp } from '../world/state'
import { addTemplate, deleteTemplate } from '../world/templates'
import { type Call, componentEndpoint, type Endpoint } from './endpoint'
import { draftBody, parseBody, templateBody } from './parameters'
import type { Reply } from './reply'

/** 模板管理: the template library and the template apps with their drafts. */
export const templateEndpoints: readonly Endpoint[] = [
  ...endpointsOf('v2', '/api/tpapp/v2/template'),
  ...endpointsOf('v1', '/openapi/v1/tp/template')
]

function endpointsOf(generation: Generation, folder: string): readonly Endpoint[] {
  const named = (name: string, method: 'GET' | 'POST') => ({ name, generation, method, path: `${folder}/${name}` })
  return [
    componentEndpoint(named('get_tpl_list', 'GET'), ({ world }) =>
      listReply(generation, { template_list: world.state.templates.map(templateFields) })
    ),
    componentEndpoint(named('get_tpl_app_list', 'GET'), ({ world }) =>
      listReply(generation, { tpl_app_list: world.state.templateApps.map(templateAppFields) })
    ),
    componentEndpoint(named('add_tpl', 'POST'), add),
    componentEndpoint(named('del_tpl', 'POST'), remove)
  ]
}

/** V1 puts its lists beside `errno`, V2 under `data`. */
function listReply(generation: Generation, list: object): Reply {
  return generation === 'v1' ? { kind: 'top', fields: list } : { kind: 'data', data: list }
}

function templateFields({ id, version, description, createdAt }: Template) {
  return {
    template_id: BigInt(id),
    user_version: version,
    user_desc: description,
    create_time: Math.floor(createdAt / 1000)
  }
}

/** What belongs to the draft is left out for an app without one. */
function templateAppFields({ appId, name, draft }: TemplateApp) {
  const app = { tpl_app_id: appId, app_name: name }
  if (draft === null) return app
  return {
    ...app,
    nick_name: draft.uploadedBy,
    user_version: draft.version,
    user_desc: draft.description,
    draft_id: BigInt(draft.id),
    create_time: Math.floor(draft.createdAt / 1000)
  }
}

function add({ world, body }: Call): Reply {
  addTemplate(world, parseBody(draftBody, body).draft_id)
  return { kind: 'data' }
}

function remove({ world, body }: Call): Reply {
  deleteTemplate(world, parseBody(templateBody, body).template_id)
  return { kind: 'data' }
}
