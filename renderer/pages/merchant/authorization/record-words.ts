import type { AuthorizationChange, AuthorizationRecord } from '@shared/domain/authorization'
import type { Tone } from '@/components/common/words'

/** What happened to an authorisation, in the operator's words. */
export const changeWords: Readonly<Record<AuthorizationChange, { readonly tone: Tone; readonly text: string }>> = {
  authorized: { tone: 'success', text: '商家授权' },
  lost: { tone: 'danger', text: '授权失效' },
  permissions: { tone: 'info', text: '权限集变更' },
  rescued: { tone: 'success', text: '找回授权' },
  imported: { tone: 'neutral', text: '从授权列表导入' }
}

const noticedBy: Readonly<Record<AuthorizationRecord['by'], string>> = {
  event: '平台推送',
  paste: '粘贴授权码',
  list: '读取授权列表',
  call: '调用接口时发现',
  operator: '操作员'
}

/** How it was noticed, and by whom where a person did it. */
export function noticedText({ by, actor }: Pick<AuthorizationRecord, 'by' | 'actor'>): string {
  return actor === null ? noticedBy[by] : `${noticedBy[by]} · ${actor}`
}
