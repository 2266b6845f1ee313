import type { AuthorizationChange, AuthorizationRecord } from '@shared/domain/authorization'
import type { Tone } from '@/components/common/words'
import { t } from '@/i18n'

/** What happened to an authorisation, in the operator's words. */
export const changeWords: Readonly<Record<AuthorizationChange, { readonly tone: Tone; readonly text: string }>> = {
  authorized: { tone: 'success', text: t('versions.authorization.changes.authorized') },
  lost: { tone: 'danger', text: t('versions.authorization.changes.lost') },
  permissions: { tone: 'info', text: t('versions.authorization.changes.permissions') },
  rescued: { tone: 'success', text: t('versions.authorization.changes.rescued') },
  imported: { tone: 'neutral', text: t('versions.authorization.changes.imported') }
}

const noticedBy: Readonly<Record<AuthorizationRecord['by'], string>> = {
  event: t('versions.authorization.noticed.event'),
  paste: t('versions.authorization.noticed.paste'),
  list: t('versions.authorization.noticed.list'),
  call: t('versions.authorization.noticed.call'),
  operator: t('versions.authorization.noticed.operator')
}

/** How it was noticed, and by whom where a person did it. */
export function noticedText({ by, actor }: Pick<AuthorizationRecord, 'by' | 'actor'>): string {
  return actor === null ? noticedBy[by] : t('versions.authorization.noticedBy', { how: noticedBy[by], actor })
}
