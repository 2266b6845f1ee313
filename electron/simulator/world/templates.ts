import { Refusal } from './refusal'
import { digest } from './random'
import type { Template, TemplateApp } from './state'
import type { World } from './world'

/** 添加模板: makes a template of a draft. The draft stays. Throws `Refusal` 40034 (no such draft), 40035 (full). */
export function addTemplate(world: World, draftId: string): void {
  const { state } = world
  const draft = state.templateApps.map((app) => app.draft).find((each) => each?.id === draftId)
  if (!draft) throw new Refusal(40034)
  if (state.templates.length >= state.templateLimit) {
    throw new Refusal(40035, `模板数量已达上限 ${state.templateLimit}`)
  }
  const { version, description } = draft
  state.templates.push({ id: mintId(world, 'template'), version, description, createdAt: world.now() })
  world.touch()
}

/** Ids like the platform's own sample: 19 digits, beyond 2^53, within a signed 64-bit number. */
function mintId(world: World, kind: 'template' | 'draft'): string {
  const tail = BigInt(`0x${digest(world.state.seed, kind, world.mint(kind)).slice(0, 14)}`)
  return String(9_100_000_000_000_000_000n + (tail % 100_000_000_000_000_000n))
}

export type DraftOrder = Pick<NonNullable<TemplateApp['draft']>, 'version' | 'description' | 'uploadedBy'>

/**
 * A developer uploads code to a template app: its draft is another one from now on. Gives the draft's id. Throws `Refusal`
 * 40004 (no such template app).
 */
export function newDraft(world: World, templateAppId: string, order: DraftOrder): string {
  const app = world.state.templateApps.find(({ appId }) => appId === templateAppId)
  if (app === undefined) throw new Refusal(40004)
  const id = mintId(world, 'draft')
  app.draft = { id, ...order, createdAt: world.now() }
  world.touch()
  return id
}

/** 删除模板. Versions built from it are not touched. Throws `Refusal` 40029 (no such template). */
export function deleteTemplate(world: World, templateId: string): void {
  const template = templateOf(world, templateId)
  world.state.templates = world.state.templates.filter((each) => each !== template)
  world.touch()
}

/** Throws `Refusal` 40029 (no such template). */
export function templateOf(world: World, templateId: string): Template {
  const template = world.state.templates.find((each) => each.id === templateId)
  if (template === undefined) throw new Refusal(40029)
  return template
}
