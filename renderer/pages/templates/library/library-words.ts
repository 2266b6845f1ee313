import type { Template, TemplateApp, TemplateLibrary } from '@shared/domain/template'
import type { TemplateUsage, TemplateUser } from '@shared/domain/template-usage'
import { templatesMax } from '@shared/rules/limits'
import { t } from '@/i18n'
import { listed } from '@/i18n/list'

/** A draft with the template mini program that it lies in. */
export type LibraryDraft = NonNullable<TemplateApp['draft']> & {
  readonly appName: string
  /** The template that has the same version and description, where there is one. */
  readonly same: Template | null
}

const stageWords: Readonly<Record<TemplateUser['stages'][number], string>> = {
  latest: t('templates.usage.stages.latest'),
  audit: t('templates.usage.stages.audit'),
  current: t('templates.usage.stages.current'),
  previous: t('templates.usage.stages.previous')
}

/** From so many templates on the limit is worth a warning. */
const warnFrom = 180

/** `测试版本、线上版本` of a merchant. */
export function stagesText({ stages }: TemplateUser): string {
  return listed(stages.map((stage) => stageWords[stage]))
}

/** How sure it is that the merchant has this template. */
export function certaintyText({ certain }: TemplateUser): string {
  return certain ? t('templates.usage.certain') : t('templates.usage.unsure')
}

/** `12 个商家，其中 3 个只按版本判断`, `3 个商家，都只按版本判断`. */
export function usageText({ users }: TemplateUsage): string {
  if (users.length === 0) return t('templates.usage.none')
  const unsure = users.filter(({ certain }) => !certain).length
  const n = users.length
  if (unsure === 0) return t('templates.usage.count', { n })
  return unsure === n ? t('templates.usage.allUnsure', { n }) : t('templates.usage.someUnsure', { n, unsure })
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
  return templates.length >= templatesMax ? t('templates.library.full', { limit: templatesMax }) : null
}

/** What to say of the limit; null while it is far. */
export function limitWarning({ templates }: TemplateLibrary): string | null {
  if (templates.length < warnFrom) return null
  const left = Math.max(0, templatesMax - templates.length)
  return left === 0 ? t('templates.library.fullWarning') : t('templates.library.nearlyFull', { n: left })
}
