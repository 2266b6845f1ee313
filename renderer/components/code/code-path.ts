import { codePathMaxLength } from '@shared/rules/limits'
import { t } from '@/i18n'

/** A page path as the platform takes it, and what was changed about what was typed; null where nothing was. */
export type CleanPath = { readonly path: string; readonly note: string | null }

/**
 * Cleans a page path for a trial code (page "获取二维码"): it must not start with `/`, else the platform ignores it and
 * the code opens the home page.
 */
export function cleanCodePath(typed: string): CleanPath {
  const trimmed = typed.trim()
  const withoutSlash = trimmed.replace(/^\/+/, '')
  const path = withoutSlash.slice(0, codePathMaxLength)
  if (path !== withoutSlash) return { path, note: t('codes.path.cut', { max: codePathMaxLength }) }
  return { path, note: withoutSlash === trimmed ? null : t('codes.path.noSlash') }
}
