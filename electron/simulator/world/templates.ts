import { Refusal } from './refusal'
import { digest } from './random'
import type { Template } from './state'
import type { World } from './world'

const templateLimit = 200

/** 添加模板: makes a template of a draft. Throws `Refusal` 40034 (no such draft) and 40035 (200 templates). */
export function addTemplate(world: World, draftId: string): void {
  const { state } = world
  const draft = state.templateApps.map((app) => app.draft).find((each) => each?.id === draftId)
  if (!draft) throw new Refusal(40034)
  if (state.templates.length >= templateLimit) throw new Refusal(40035)
  const { version, description } = draft
  state.templates.push({ id: mintTemplateId(world), version, description, createdAt: world.now() })
  world.touch()
}

/** Ids like the platform's own sample: 19 digits, beyond 2^53, within a signed 64-bit number. */
function mintTemplateId(world: World): string {
  const tail = BigInt(`0x${digest(world.state.seed, 'template', world.mint('template')).slice(0, 14)}`)
  return String(9_100_000_000_000_000_000n + (tail % 100_000_000_000_000_000n))
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
