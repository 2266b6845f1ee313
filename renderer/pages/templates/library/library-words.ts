import type { Template, TemplateApp, TemplateLibrary } from '@shared/domain/template'
import type { TemplateUsage, TemplateUser } from '@shared/domain/template-usage'
import { templatesMax } from '@shared/rules/limits'

/** A draft with the template mini program that it lies in. */
export type LibraryDraft = NonNullable<TemplateApp['draft']> & {
  readonly appName: string
  /** The template that has the same version and description, where there is one. */
  readonly same: Template | null
}

const stageWords: Readonly<Record<TemplateUser['stages'][number], string>> = {
  latest: '测试版本',
  audit: '审核版本',
  current: '线上版本',
  previous: '可回退的版本'
}

/** From so many templates on the limit is worth a warning. */
const warnFrom = 180

/** `测试版本、线上版本` of a merchant. */
export function stagesText({ stages }: TemplateUser): string {
  return stages.map((stage) => stageWords[stage]).join('、')
}

/** How sure it is that the merchant has this template. */
export function certaintyText({ certain }: TemplateUser): string {
  return certain ? '按上传记录确定' : '只按版本号和描述判断'
}

/** `12 个商家，其中 3 个只按版本判断`, `3 个商家，都只按版本判断`. */
export function usageText({ users }: TemplateUsage): string {
  if (users.length === 0) return '没有商家在用'
  const unsure = users.filter(({ certain }) => !certain).length
  if (unsure === 0) return `${users.length} 个商家`
  return `${users.length} 个商家，${unsure === users.length ? '都' : `其中 ${unsure} 个`}只按版本判断`
}

export function draftsOf({ templateApps, templates }: TemplateLibrary): readonly LibraryDraft[] {
  return templateApps.flatMap(({ name, draft }) => {
    if (!draft) return []
    const isSame = (each: Template): boolean => each.version === draft.version && each.description === draft.description
    return [{ ...draft, appName: name, same: templates.find(isSame) ?? null }]
  })
}

/** Why no draft can be added now; null while there is room. */
export function fullReason({ templates }: TemplateLibrary): string | null {
  return templates.length >= templatesMax ? `模板库最多 ${templatesMax} 个，请先删除不用的模板` : null
}

/** What to say of the limit; null while it is far. */
export function limitWarning({ templates }: TemplateLibrary): string | null {
  if (templates.length < warnFrom) return null
  const left = Math.max(0, templatesMax - templates.length)
  return left === 0 ? '模板库已满，删除不用的模板后才能添加' : `模板库快满了，还能添加 ${left} 个`
}
