import type { HomeItem } from '@shared/domain/home'
import type { Template } from '@shared/domain/template'
import type { HomeRepository, OnlineVersionCount } from '../../store/repositories'

type Content = Pick<Template, 'version' | 'description'>

/**
 * How many merchants run an older template than the newest. What stands online is told by version and description: those of
 * the library's templates, or those of an upload of ours. Of two templates that have both in common the newest is taken; the
 * page of version drift looks at each merchant's own uploads.
 */
export function driftItems(
  accountId: string,
  home: HomeRepository,
  templates: readonly Template[]
): readonly HomeItem[] {
  const newestFirst = templates.toSorted((a, b) => timeOf(b) - timeOf(a))
  const [newest] = newestFirst
  if (!newest) return []
  const online = home.onlineVersions(accountId)
  const templateOf = teller(newestFirst, () => home.lastUploads(accountId))
  const isBehind = ({ version, summary }: OnlineVersionCount): boolean => {
    const own = templateOf({ version, description: summary })
    return own !== undefined && timeOf(own) < timeOf(newest)
  }
  const behind = sum(online.filter(isBehind))
  if (behind === 0) return []
  return [{ accountId, group: 'know', kind: 'drift', behind, total: sum(online), version: newest.version }]
}

/** `sent` is asked for once, and only where the library does not tell. */
function teller(newestFirst: readonly Template[], sent: () => readonly (Content & Pick<Template, 'templateId'>)[]) {
  let uploads: ReturnType<typeof sent> | null = null
  return (online: Content): Template | undefined => {
    const alike = newestFirst.find((each) => isSame(each, online))
    if (alike) return alike
    uploads ??= sent()
    const ids = new Set(uploads.filter((each) => isSame(each, online)).map(({ templateId }) => templateId))
    return newestFirst.find(({ templateId }) => ids.has(templateId))
  }
}

const isSame = (a: Content, b: Content): boolean => a.version === b.version && a.description === b.description
const timeOf = ({ createdAt }: Pick<Template, 'createdAt'>): number => createdAt ?? 0
const sum = (counts: readonly OnlineVersionCount[]): number => counts.reduce((all, { count }) => all + count, 0)
