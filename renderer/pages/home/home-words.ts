import type { HomeItem, HomeMerchant, MerchantMatter } from '@shared/domain/home'
import { rolloutStateNames } from '@shared/rules/rollout-names'
import type { StateIcon } from '@/components/common/state-icons'
import type { Tone } from '@/components/common/words'

/** What is the matter, as the list's tag says it. */
export type Tag = { readonly kind: Tone; readonly text: string; readonly icon?: StateIcon }

const matterTags: Readonly<Record<MerchantMatter, Tag>> = {
  taken_down: { kind: 'danger', text: '已下架' },
  authorization_lost: { kind: 'danger', text: '授权失效' },
  authorization_ended: { kind: 'danger', text: '令牌过期' },
  rejected: { kind: 'danger', text: '审核未通过' },
  category_rejected: { kind: 'danger', text: '类目未通过' },
  profile_rejected: { kind: 'danger', text: '资料未通过' },
  capability_refused: { kind: 'danger', text: '能力未通过' },
  authorization_ending: { kind: 'warning', text: '令牌快到期' },
  approved: { kind: 'warning', text: '待发布' },
  capability_granted: { kind: 'success', text: '能力已开通' }
}

export function tagOf(item: HomeItem): Tag {
  switch (item.kind) {
    case 'rollout':
      return { kind: item.group === 'know' ? 'info' : 'warning', text: rolloutStateNames[item.state] }
    case 'secrets':
      return { kind: 'danger', text: '缺少密钥' }
    case 'connection':
      return { kind: 'danger', text: '连不上' }
    case 'ticket':
      return item.group === 'now' ? { kind: 'danger', text: '没有票据' } : { kind: 'warning', text: '票据没有更新' }
    case 'links':
      return { kind: 'warning', text: '链接到期' }
    case 'drift':
      return { kind: 'neutral', text: '版本落后' }
    default:
      return matterTags[item.kind]
  }
}

/** What a line says: who or what, and more about it; `detail` may be empty. */
export type LineText = { readonly title: string; readonly detail: string }

export function textOf(item: HomeItem, merchant: HomeMerchant | null): LineText {
  if (merchant) return { title: merchant.name, detail: detailOf(item, merchant) }
  switch (item.kind) {
    case 'rollout':
      return { title: item.title, detail: holdText(item) }
    case 'secrets':
      return { title: '密钥不在这台电脑上', detail: '没有它就不能调用平台，请重新填写' }
    case 'connection':
      return { title: '账号现在用不了', detail: item.trouble }
    case 'ticket':
      return ticketText(item)
    case 'links':
      return { title: `${item.count} 个授权链接没有人用`, detail: item.notes.join('、') }
    case 'drift':
      return { title: `${item.behind} / ${item.total} 个商家不是最新版本`, detail: `最新的模板是 ${item.version}` }
    default:
      return { title: `${item.appIds.length} 个商家`, detail: item.merchants.map(({ name }) => name).join('、') }
  }
}

function detailOf({ kind }: HomeItem, { text }: HomeMerchant): string {
  if (kind === 'approved') return `${text} 已通过审核，还没有发布`
  if (kind === 'taken_down') return '被平台下架，提交新的审核后才能恢复'
  if (kind === 'authorization_lost') return '商家取消了授权，需要重新授权'
  if (kind === 'authorization_ended') return '刷新令牌已过期，可以找回授权'
  if (kind === 'authorization_ending') return '刷新令牌快到期，没有能自动更新'
  return text
}

function ticketText({ until, group }: Extract<HomeItem, { kind: 'ticket' }>): LineText {
  if (group === 'due') return { title: '平台的票据很久没有更新', detail: '现在的票据到期后就不能调用平台' }
  const title = until === null ? '还没有收到平台的票据' : '平台的票据已过期'
  return { title, detail: '没有票据就不能调用平台' }
}

function holdText({ hold }: Extract<HomeItem, { kind: 'rollout' }>): string {
  switch (hold?.by) {
    case 'train':
      return `${hold.approved} 个商家已通过审核，等着一起发布`
    case 'gate':
      return hold.opensAt === null ? `第 ${hold.wave + 1} 波结束了，等你打开下一波` : '不再出错的话，下一波自动打开'
    case 'stop_rule':
      return hold.text
    case 'account':
    case 'quota':
      return hold.error.message
    default:
      return '由操作者暂停'
  }
}

/** Since when, or until when, it is so; null where that is not known. */
export function timeOf(item: HomeItem, merchant: HomeMerchant | null): number | null {
  if (merchant) return merchant.at
  switch (item.kind) {
    case 'rollout':
      return item.hold?.by === 'gate' ? item.hold.opensAt : null
    case 'connection':
      return item.since
    case 'ticket':
    case 'links':
      return item.until
    case 'secrets':
    case 'drift':
      return null
    default:
      return item.merchants[0]?.at ?? null
  }
}
