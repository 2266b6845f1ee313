import { codePathMaxLength } from '@shared/rules/limits'

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
  if (path !== withoutSlash) return { path, note: `路径最多 ${codePathMaxLength} 个字符，超出的部分已去掉` }
  return { path, note: withoutSlash === trimmed ? null : '已去掉开头的 /:平台会忽略这样的路径' }
}
